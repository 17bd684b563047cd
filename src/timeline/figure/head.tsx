import { textWidth } from '../../core/layout/text';
import { conversationExtent } from '../../core/measure/extent';
import { axisTicks } from '../axis-ticks';
import { dayIn, zoneIn } from '../day-and-zone';
import { outsideWords } from '../outside-words';
import { clip } from './clip';
import type { FigurePlan } from './plan';

const LINE = 17;

/** What is said of it, a line each. */
function linesOf(plan: FigurePlan): string[] {
  const beyond = outsideWords(plan.beyond, plan);
  return beyond === '' ? [about(plan)] : [about(plan), beyond];
}

export function headHeight(plan: FigurePlan): number {
  return 61 + LINE * linesOf(plan).length;
}

function axisOf(plan: FigurePlan): number {
  return headHeight(plan) - 10;
}

function Ticks({ plan }: { plan: FigurePlan }) {
  const { left, paint } = plan;
  const axis = axisOf(plan);
  return axisTicks(plan).map(
    ({ at, x, text, strong }) =>
      text && (
        <g key={at}>
          <text
            x={left + x}
            y={axis}
            fontSize={11.5}
            fontWeight={strong ? 600 : undefined}
            textAnchor="middle"
            fill={paint.surface(strong ? 'ink' : 'muted')}
          >
            {text}
          </text>
          <path d={`M${(left + x).toFixed(1)} ${axis + 5}v5`} stroke={paint.surface('control')} />
        </g>
      ),
  );
}

const SMALL = 10;

/** Over each folded gap how much it hides; without the word for it, where the gaps are too close for words. */
function Hidden({ plan }: { plan: FigurePlan }) {
  const { left, scene, format, paint, words } = plan;
  const y = axisOf(plan) - 13;
  const place = (say: (length: string) => string) => {
    let taken = 0;
    return scene.breaks.map((gap) => {
      const text = say(format.compact(gap.end - gap.start));
      const half = textWidth(text, SMALL) / 2;
      const edge = half + SMALL / 2;
      const x = Math.max(edge, Math.min(left + (gap.left + gap.right) / 2, plan.width - edge));
      const fits = x - half > taken;
      if (fits) taken = x + half + SMALL / 2;
      return { at: gap.start, x, text, fits };
    });
  };
  const inWords = place((length) => words.gapHidden(length));
  return (inWords.every(({ fits }) => fits) ? inWords : place((length) => length)).map(
    ({ at, x, text, fits }) =>
      fits && (
        <text key={at} x={x} y={y} fontSize={SMALL} textAnchor="middle" fill={paint.surface('muted')}>
          {text}
        </text>
      ),
  );
}

/** `Thu 19 Nov 2026 · Europe/Berlin (CET) · 21:36` */
function about({ timed, format, range, columns, words }: FigurePlan): string {
  if (!timed) return columns.lanes.length > 0 ? words.untimed : '';
  const { start, end } = conversationExtent(columns.timeline);
  const when = dayIn(format, range, start) || `${words.buttons.elapsed} · ${format.full(start)}`;
  return [when, zoneIn(format, range), format.compact(end - start)].join(' · ');
}

/** What conversation it is, when, and the axis. */
export function Head({ plan, title }: { plan: FigurePlan; title: string }) {
  const { paint, width } = plan;
  return (
    <>
      <text x={12} y={22} fontSize={15} fontWeight={600} fill={paint.surface('ink')} unicodeBidi="isolate">
        {clip(title, 15, width - 24)}
      </text>
      {linesOf(plan).map((line, place) => (
        <text key={line} x={12} y={40 + place * LINE} fontSize={12} fill={paint.surface('muted')}>
          {clip(line, 12, width - 24)}
        </text>
      ))}
      {plan.timed && <Hidden plan={plan} />}
      {plan.timed && <Ticks plan={plan} />}
      <path d={`M0 ${headHeight(plan) - 0.5}H${width}`} stroke={paint.surface('line')} />
    </>
  );
}
