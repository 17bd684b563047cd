import { textWidth } from '../../core/layout/text';
import { elapsedTick } from '../../ui/format';
import { dayIn, zoneIn } from '../day-and-zone';
import { clip } from './clip';
import type { FigurePlan } from './plan';

export const HEAD_HEIGHT = 78;
const AXIS = HEAD_HEIGHT - 10;
/** So much a label may stand over the ends of the bars. */
const EDGE = 9;

/** The times at the ticks: none that is cut off, or over the one before, as beside a folded gap. */
function Ticks({ plan }: { plan: FigurePlan }) {
  const { scene, shape, view, step, format, columns, left, paint } = plan;
  const elapsed = view.clock === 'elapsed';
  let free = -EDGE;
  return scene.ticks.map((tick) => {
    const text = elapsed
      ? elapsedTick(tick.at - columns.timeline.start, step, format)
      : format.tick(tick, step);
    const half = textWidth(text, 11.5) / 2;
    if (tick.x - half < free || tick.x + half > shape.plot + EDGE * 2) return null;
    free = tick.x + half;
    const strong = tick.strong || (tick.day && !elapsed);
    return (
      <g key={tick.at}>
        <text
          x={left + tick.x}
          y={AXIS}
          fontSize={11.5}
          fontWeight={strong ? 600 : undefined}
          textAnchor="middle"
          fill={paint.surface(strong ? 'ink' : 'muted')}
        >
          {text}
        </text>
        <path d={`M${(left + tick.x).toFixed(1)} ${AXIS + 5}v5`} stroke={paint.surface('control')} />
      </g>
    );
  });
}

/** `Thu 19 Nov 2026 · Europe/Berlin (CET) · 21:36` */
function about({ timed, format, range, columns, view, words }: FigurePlan): string {
  if (!timed) return columns.lanes.length > 0 ? words.untimed : '';
  const { start, end } = columns.timeline;
  const when =
    view.clock === 'elapsed' ? [words.buttons.elapsed, format.full(start)] : [dayIn(format, range, start)];
  return [...when, zoneIn(format, range), format.compact(end - start)].join(' · ');
}

/** What conversation it is, when, and the axis. */
export function Head({ plan, title }: { plan: FigurePlan; title: string }) {
  const { paint, width } = plan;
  return (
    <>
      <text x={12} y={24} fontSize={15} fontWeight={600} fill={paint.surface('ink')} unicodeBidi="isolate">
        {clip(title, 15, width - 24)}
      </text>
      <text x={12} y={43} fontSize={12} fill={paint.surface('muted')}>
        {clip(about(plan), 12, width - 24)}
      </text>
      {plan.timed && <Ticks plan={plan} />}
      <path d={`M0 ${HEAD_HEIGHT - 0.5}H${width}`} stroke={paint.surface('line')} />
    </>
  );
}
