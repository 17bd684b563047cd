import { markBox } from '../../core/layout/mark-box';
import { stuckLabels } from '../../core/layout/stuck';
import type { Timeline } from '../../core/model/timeline';
import { findMark, laneOfMark, type Mark } from '../../core/view/marks';
import { toPixel } from '../../core/view/scale';
import { isShown } from '../../core/view/view';
import { nameOf } from '../../ui/speech';
import { visible } from '../../ui/visible';
import { BarLabels } from '../draw/bars';
import { Picture } from '../draw/picture';
import { RibbonPills } from '../draw/ribbons';
import { Head, headHeight } from './head';
import { Key, placeKey } from './key';
import { Names } from './names';
import { type FigurePlan, planFigure, type SvgOptions } from './plan';

/** Faces that every machine has something for: a file brings none of its own. */
const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif';

function Measured({ plan }: { plan: FigurePlan }) {
  const { view, scene, rows, paint } = plan;
  if (!view.measured) return null;
  const left = toPixel(scene.window, view.measured.start);
  const width = toPixel(scene.window, view.measured.end) - left;
  if (!(width >= 0)) return null;
  return (
    <rect
      x={left}
      y={0}
      width={width}
      height={rows.height}
      fill={paint.surface('accent')}
      fillOpacity={0.1}
    />
  );
}

function Selected({ plan, mark }: { plan: FigurePlan; mark: Mark }) {
  const { columns, rows, scene, shape, view, paint } = plan;
  if (mark.kind === 'lane' || !isShown(mark, view.overlays)) return null;
  const box = markBox(mark, { columns, rows, scale: scene.window, width: shape.plot }, 4);
  if (!box) return null;
  return (
    <rect
      x={box.left - 2}
      y={box.top - 2}
      width={box.right - box.left + 4}
      height={box.bottom - box.top + 4}
      rx={4}
      fill="none"
      stroke={paint.surface('accent')}
      strokeWidth={2}
    />
  );
}

function Plot({ plan }: { plan: FigurePlan }) {
  const { scene, shape, rows, left, view, columns, paint, id } = plan;
  const stuck = stuckLabels(scene.labels, { left: 0, right: shape.plot });
  const mark = view.selected === undefined ? undefined : findMark(columns.timeline, view.selected);
  return (
    <svg x={left} y={0} width={shape.plot} height={rows.height} overflow="hidden">
      <Measured plan={plan} />
      <Picture
        scene={scene}
        paint={paint}
        id={id}
        highlighted={view.highlighted}
        selectedLane={mark && laneOfMark(mark).id}
        without={stuck.map(({ place }) => place).join(' ')}
      />
      <RibbonPills ribbons={scene.ribbons} paint={paint} />
      <BarLabels
        labels={stuck.filter(({ text }) => text !== '')}
        paint={paint}
        highlighted={view.highlighted}
      />
      {mark && <Selected plan={plan} mark={mark} />}
    </svg>
  );
}

function Empty({ plan }: { plan: FigurePlan }) {
  return (
    <text x={12} y={28} fontSize={13} fill={plan.paint.surface('muted')}>
      {plan.words.empty}
    </text>
  );
}

interface FigureProps {
  timeline: Timeline;
  options: SvgOptions;
  /** Said where the serialiser does not say it by itself. */
  xmlns?: string;
}

/** A timeline as a picture that needs nothing else: names, axis, bars, links and legend, in plain colours. */
export function Figure({ timeline, options, xmlns }: FigureProps) {
  const plan = planFigure(timeline, options);
  const { timed, width, rows, paint, format } = plan;
  const title = visible(timeline.title || timeline.id) || plan.words.timeline;
  // Who was hidden before the picture was made is not told of by its description either.
  const seen = timeline.lanes.filter(({ id }) => rows.of.has(id));
  const names = seen.map(nameOf).join(', ');
  const { entries, height: key } = placeKey(plan);
  const head = headHeight(plan);
  const height = Math.ceil(head + rows.height + key);
  return (
    <svg
      xmlns={xmlns}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it may be put into a page as it is
      role="img"
      fontFamily={FONT}
    >
      <title>{title}</title>
      <desc>{timed ? `${format.full(timeline.start)} – ${format.full(timeline.end)}. ${names}` : names}</desc>
      <rect width={width} height={height} fill={paint.surface('bg')} />
      <Head plan={plan} title={title} />
      <g transform={`translate(0 ${head})`}>
        {timeline.lanes.length === 0 && <Empty plan={plan} />}
        {timed && <Plot plan={plan} />}
        <Names plan={plan} />
      </g>
      <Key plan={plan} entries={entries} top={head + rows.height} />
    </svg>
  );
}
