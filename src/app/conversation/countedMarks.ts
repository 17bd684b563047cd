import { boundsOf } from '../../core/facts/bounds';
import type { Certainty, ConversationDurations, SegmentType, Timeline } from '../../core/index';
import { type Mark, rangeOfMark } from '../../core/view/marks';
import { isStaff } from '../../core/timeline/purpose';
import type { Format } from '../../ui/format';
import { marksOf } from '../panels/allMarks';
import { words } from '../words';

/** What a figure counts: segments of some types, or marks of another kind. */
export type Counted =
  | {
      kind: 'segments';
      types: readonly SegmentType[];
      of: 'staff' | 'all';
      /** The longest of them, or the first of the type that is named first. */
      which: 'longest' | 'first';
      /** Only offers that nobody answered. */
      unanswered?: true;
    }
  | { kind: 'roles' }
  | { kind: 'control' };

export interface Figure {
  name: string;
  value: string;
  /** “at most” or “at least”. */
  bound?: string;
  look?: string;
  /** Absent: the figure is of the whole conversation. */
  counted?: Counted;
}

const TOTALS: readonly (readonly [
  name: 'talk' | 'hold' | 'acw' | 'handle',
  types: readonly SegmentType[],
])[] = [
  ['talk', ['connected']],
  ['hold', ['hold']],
  ['acw', ['acw']],
  ['handle', ['dialing', 'contacting', 'connected', 'hold', 'acw']],
];

/** What nobody took part in has no figures, not figures of nothing; its own start and end may still be known. */
export function figuresOf(
  timeline: Timeline,
  durations: ConversationDurations,
  { compact, count }: Pick<Format, 'compact' | 'count'>,
): Figure[] {
  const { duration, timeToAnswer, unanswered, totals, cobrowse, controlled } = durations;
  const bounds = boundsOf(durations, timeline);
  const said = (name: keyof typeof bounds) => bounds[name] && words.figures[bounds[name]];
  const figures: Figure[] = [{ name: words.figures.duration, value: compact(duration) }];
  if (timeline.lanes.length === 0) return duration > 0 ? figures : [];
  if (timeToAnswer !== undefined) {
    const counted: Counted = { kind: 'segments', types: ['queued', 'alerting'], of: 'all', which: 'first' };
    figures.push({ name: words.figures.timeToAnswer, value: compact(timeToAnswer), counted });
  }
  if (unanswered > 0) {
    figures.push({
      name: words.figures.unanswered,
      value: count(unanswered),
      look: 'text-warning',
      counted: { kind: 'segments', types: ['alerting'], of: 'staff', which: 'first', unanswered: true },
    });
  }
  for (const [name, types] of TOTALS) {
    figures.push({
      name: words.figures[name],
      value: compact(totals[name]),
      bound: said(name),
      look: name === 'hold' && totals.hold > 0 ? 'text-warning' : undefined,
      counted: { kind: 'segments', types, of: 'staff', which: 'longest' },
    });
  }
  for (const [name, value, kind] of [
    ['cobrowse', cobrowse, 'roles'],
    ['controlled', controlled, 'control'],
  ] as const) {
    if (value === 0) continue;
    figures.push({ name: words.figures[name], value: compact(value), bound: said(name), counted: { kind } });
  }
  return figures;
}

function isCounted(mark: Mark, counted: Counted): boolean {
  switch (mark.kind) {
    case 'segment':
      return (
        counted.kind === 'segments' &&
        (counted.which === 'first' ? counted.types.slice(0, 1) : counted.types).includes(mark.segment.type) &&
        happened(mark.segment) &&
        (!counted.unanswered || mark.segment.unanswered === true) &&
        (counted.of === 'all' || isStaff(mark.lane.purpose))
      );
    case 'role':
      return counted.kind === 'roles' && happened(mark.role);
    case 'link':
      return counted.kind === 'control' && mark.link.kind === 'controlling' && happened(mark.link);
    case 'milestone':
    case 'limit':
    case 'lane':
    default:
      return false;
  }
}

function happened({ certainty }: { certainty: Certainty }): boolean {
  return certainty !== 'planned';
}

/** The mark that says most about a figure: the longest of those it counts, or the first. */
export function tellingMark(timeline: Timeline, counted: Counted): string | undefined {
  const marks = marksOf(timeline).filter((mark) => isCounted(mark, counted));
  const first = counted.kind === 'segments' && counted.which === 'first';
  const weight = (mark: Mark) => {
    const { start, end } = rangeOfMark(mark);
    return first ? 0 - start : end - start;
  };
  let best: Mark | undefined;
  for (const mark of marks) if (!best || weight(mark) > weight(best)) best = mark;
  return best?.id;
}
