import { memo, useMemo } from 'react';
import type { Scene } from '../../core/layout/scene';
import type { Paint } from '../../ui/theme';
import { BarLabels, Bars } from './bars';
import { Breaks } from './breaks';
import { Defs } from './defs';
import { LinkPills, Links } from './links';
import { Ribbons } from './ribbons';

export interface PictureProps {
  scene: Scene;
  paint: Paint;
  /** Begins the ids of patterns: unique on its page. */
  id: string;
  highlighted: readonly string[];
  /** Lane whose row is shaded. */
  selectedLane?: string;
  /** Places of labels that are drawn elsewhere, separated by spaces: text, so that it is the same while it is equal. */
  without?: string;
}

function Ground({ scene, paint, selectedLane }: Pick<PictureProps, 'scene' | 'paint' | 'selectedLane'>) {
  const { window, rows, ticks } = scene;
  const first = rows[0];
  const last = rows.at(-1);
  const top = first?.y ?? 0;
  const bottom = last ? last.y + last.height : 0;
  const selected = rows.find((row) => row.laneId === selectedLane);
  const lines = (strong: boolean) =>
    ticks
      .filter((tick) => (tick.strong || tick.day) === strong)
      .map(({ x }) => `M${x.toFixed(1)} ${top}V${bottom}`)
      .join('');
  return (
    <>
      {selected && (
        <rect
          x={0}
          y={selected.y}
          width={window.width}
          height={selected.height}
          fill={paint.surface('row')}
        />
      )}
      <path d={lines(false)} stroke={paint.surface('faint')} />
      <path d={lines(true)} stroke={paint.surface('line')} />
      <path
        d={rows.map((row) => `M0 ${row.y + row.height - 0.5}H${window.width}`).join('')}
        stroke={paint.surface('faint')}
      />
    </>
  );
}

function Details({ scene, paint, id }: Pick<PictureProps, 'scene' | 'paint' | 'id'>) {
  return (
    <>
      {scene.overruns.map(({ laneId, path }) => (
        <path
          key={laneId}
          d={path}
          data-overrun="acw"
          fill={`url(#${id}-overrun)`}
          stroke={paint.surface('error')}
          strokeWidth={1.5}
        />
      ))}
      {scene.unanswered.map(({ laneId, path }) => (
        <g key={laneId} data-unanswered="" fill="none" strokeWidth={1.6}>
          <path d={path} stroke={paint.segmentInk('alerting')} strokeLinecap="round" />
        </g>
      ))}
    </>
  );
}

function Milestones({ scene, paint }: Pick<PictureProps, 'scene' | 'paint'>) {
  return scene.milestones.map(({ laneId, kind, tone, path }, place) => (
    <path
      key={place}
      d={path}
      data-milestone={kind}
      data-lane={laneId}
      data-error={tone === 'error' ? '' : undefined}
      fill={tone === 'plain' ? paint.surface('ink') : 'none'}
      stroke={
        tone === 'error' ? paint.surface('error') : tone === 'quiet' ? paint.surface('control') : 'none'
      }
      strokeWidth={tone === 'error' ? 2.2 : 1}
      strokeLinecap={tone === 'error' ? 'round' : undefined}
    />
  ));
}

function Limits({ scene, paint }: Pick<PictureProps, 'scene' | 'paint'>) {
  const ink = paint.surface('ink');
  return scene.limits.map(({ laneId, kind, path, leader }) => (
    <g key={`${laneId} ${kind}`} stroke={ink} fill="none">
      <path d={leader} strokeDasharray="2 2" strokeOpacity={0.7} />
      <path d={path} data-limit={kind} strokeWidth={1.5} />
    </g>
  ));
}

function NowLine({ scene, paint }: Pick<PictureProps, 'scene' | 'paint'>) {
  const { now, rows } = scene;
  if (now === undefined || now < 0 || now > scene.window.width) return null;
  const last = rows.at(-1);
  const path = `M${now.toFixed(1)} ${rows[0]?.y ?? 0}V${last ? last.y + last.height : 0}`;
  return (
    <path d={path} data-now="" stroke={paint.surface('accent')} strokeWidth={1.5} strokeDasharray="2 3" />
  );
}

/** The scene as SVG but for the words of roles, from the ground up. Links run behind the bars, so that they never hide one. */
export const Picture = memo(function Picture(props: PictureProps) {
  const { scene, paint, id, highlighted, selectedLane, without } = props;
  const labels = useMemo(() => {
    if (!without) return scene.labels;
    const elsewhere = new Set(without.split(' ').map(Number));
    return scene.labels.filter((_, place) => !elsewhere.has(place));
  }, [scene.labels, without]);
  return (
    <>
      <Defs id={id} paint={paint} />
      <Ground scene={scene} paint={paint} selectedLane={selectedLane} />
      <Ribbons ribbons={scene.ribbons} paint={paint} />
      <Links links={scene.links} paint={paint} />
      <Bars bars={scene.bars} id={id} paint={paint} highlighted={highlighted} />
      <Details scene={scene} paint={paint} id={id} />
      <Breaks scene={scene} paint={paint} />
      <BarLabels labels={labels} paint={paint} highlighted={highlighted} />
      <Milestones scene={scene} paint={paint} />
      <Limits scene={scene} paint={paint} />
      <NowLine scene={scene} paint={paint} />
      <LinkPills links={scene.links} paint={paint} />
    </>
  );
});
