import { type RefObject, useMemo } from 'react';
import { markBox } from '../core/layout/mark-box';
import { FOOT } from '../core/layout/rows';
import type { Scene } from '../core/layout/scene';
import { wordedRibbons } from '../core/layout/ribbons';
import { type StuckLabel, stuckLabels } from '../core/layout/stuck';
import { laneOfMark, type Mark } from '../core/view/marks';
import { isShown } from '../core/view/view';
import { cssPaint } from '../ui/theme';
import { Measured } from './axis';
import { BarLabels } from './draw/bars';
import { Picture } from './draw/picture';
import { RibbonPills } from './draw/ribbons';
import { Frame } from './frame';
import type { Stage } from './stage';

/** Words that stick to the edge of the screen: they alone are placed anew while panning. */
function StuckLabels({ stage, stuck }: { stage: Stage; stuck: readonly StuckLabel[] }) {
  const labels = useMemo(() => stuck.filter(({ text }) => text !== ''), [stuck]);
  return <BarLabels labels={labels} paint={cssPaint} highlighted={stage.view.highlighted} />;
}

interface DrawingProps {
  stage: Stage;
  /** Its own, or that of the rows that stay in sight. */
  scene: Scene;
  selected?: Mark;
}

function Drawing({ stage, scene, selected }: DrawingProps) {
  const { view, pan } = stage;
  const id = scene === stage.scene ? stage.id : `${stage.id}p`;
  const { plot } = stage.shape;
  const screen = useMemo(() => ({ left: -pan, right: plot - pan }), [pan, plot]);
  const stuck = useMemo(() => stuckLabels(scene.labels, screen), [scene.labels, screen]);
  const ribbons = useMemo(() => wordedRibbons(scene.ribbons, screen), [scene.ribbons, screen]);
  const top = scene.rows[0]?.y ?? 0;
  const last = scene.rows.at(-1);
  const height = last ? last.y + last.height - top + FOOT : 0;
  return (
    <svg
      className="pt-svg"
      width={scene.window.width}
      height={height}
      viewBox={`0 ${top} ${scene.window.width} ${height}`}
      style={{ top, transform: `translateX(${pan}px)` }}
      aria-hidden="true"
    >
      <Picture
        scene={scene}
        paint={cssPaint}
        id={id}
        highlighted={view.highlighted}
        selectedLane={selected && laneOfMark(selected).id}
        without={stuck.map(({ place }) => place).join(' ')}
      />
      <RibbonPills ribbons={ribbons} paint={cssPaint} />
      <StuckLabels stage={stage} stuck={stuck} />
    </svg>
  );
}

function SelectedFrame({ stage, scene, selected }: DrawingProps) {
  const { columns, rows, scale, shape, view } = stage;
  if (!selected || selected.kind === 'lane' || !isShown(selected, view.overlays)) return null;
  const box = markBox(selected, { columns, rows, scale, width: shape.plot }, 4);
  const isPinned = box !== undefined && box.top < rows.stuck.height;
  if (!box || isPinned !== (scene === stage.pins)) return null;
  return <Frame box={box} kind="selected" id={selected.id} />;
}

interface BarsProps extends DrawingProps {
  /** Something has a place in time. */
  timed: boolean;
  plot?: RefObject<HTMLDivElement | null>;
}

/** The bars of rows, on which what is measured and selected is seen. */
export function Bars({ timed, plot, ...props }: BarsProps) {
  return (
    <>
      <div ref={plot} className="pt-plot" aria-hidden="true">
        <Measured stage={props.stage} as="pt-shade" />
        {timed && <Drawing {...props} />}
      </div>
      <div className="pt-over" data-under="">
        <SelectedFrame {...props} />
      </div>
    </>
  );
}
