import type { CONCURRENT } from '../core/model/look';
import type { Certainty, Lane, Milestone, Segment } from '../core/model/timeline';
import type { Mark } from '../core/view/marks';
import type { Range } from '../core/view/range';
import { dated, type Format } from './format';
import { visible } from './visible';
import { type Words, wordFor } from './words';

/** By its own word, as this layer knows of the core no more than its types. */
const AT_ONCE: typeof CONCURRENT = 'concurrent';

/** Whether a segment is what several conversations of an agent's day were at once. */
export function isAtOnce({ type, evidence }: Segment): boolean {
  return type === 'other' && evidence.rule === AT_ONCE;
}

/** What a segment is called; its own word where the model has none. */
export function segmentWord(segment: Segment, words: Words): string {
  const own = segment.label ? visible(segment.label) : '';
  if (isAtOnce(segment)) return words.atOnce(own);
  if (segment.type === 'other' && own !== '') return own;
  return words.segments[segment.type];
}

export function nameOf(lane: Lane): string {
  return visible(lane.label);
}

/** How marks are said. */
export interface Saying {
  format: Format;
  words: Words;
  /** What they are marks of. */
  columns: { timeline: Range };
}

/** `10:07:00 to 10:08:12`; with the day where what it is a part of is of several, with both where it is itself. */
export function spanWords(span: Range, { format, columns }: Omit<Saying, 'words'>): string {
  const own = dated(format, span);
  const first = own === format ? dated(format, columns.timeline, span.start) : own;
  return `${first.clock(span.start)} to ${own.clock(span.end)}`;
}

/** Of a sentence; what does not apply is left out. */
type Part = string | false | undefined;

function segmentSpeech({ lane, track, segment }: Mark & { kind: 'segment' }, saying: Saying): Part[] {
  const { format, words } = saying;
  const word = segmentWord(segment, words);
  return [
    nameOf(lane),
    // Letters that stand for words stay as they are.
    /[A-Z]{2}/.test(word) ? word : word.toLowerCase(),
    spanWords(segment, saying),
    format.spoken(segment.end - segment.start),
    words.certainties[segment.unsure ?? segment.certainty],
    segment.unanswered && words.unanswered,
    segment.overrunFrom !== undefined && words.overrun,
    lane.tracks[1] && visible(wordFor(words.media, track.media)),
  ];
}

export function otherEnd(mark: Mark & { kind: 'link' }, words: Words): string {
  if (mark.to) return mark.to === mark.from ? words.itself : nameOf(mark.to);
  return 'unresolved' in mark.link.to
    ? `${words.unresolved} (${visible(mark.link.to.unresolved)})`
    : words.unresolved;
}

/** “Jonas Weber controls Maya Okafor”. */
export function linkWords(mark: Mark & { kind: 'link' }, words: Words): string {
  return `${nameOf(mark.from)} ${words.links[mark.link.kind]} ${otherEnd(mark, words)}`;
}

/** How sure it is that one did this to the other, or had this role. */
export function tieCertainty(
  { kind, certainty }: { kind?: string | undefined; certainty: Certainty },
  words: Words,
): string {
  if (certainty !== 'inferred') return words.certainties[certainty];
  return kind === 'transfer' ? words.taker : words.when;
}

/** That an end is one in error, and what the data says of it. */
export function errorWords({ error }: Milestone, words: Words): string | undefined {
  return error && visible([words.inError, error.code, error.message].filter(Boolean).join(' · '));
}

/** A mark in one sentence: “Jonas Weber, hold, 10:07:00 to 10:08:12, 1 minute 12 seconds, recorded”. */
export function speak(mark: Mark, saying: Saying): string {
  const { format, words, columns } = saying;
  const instant = (at: number) => dated(format, columns.timeline, at).clock(at);
  const parts = (list: Part[]) => list.filter(Boolean).join(', ');
  switch (mark.kind) {
    case 'segment':
      return parts(segmentSpeech(mark, saying));
    case 'role': {
      const word = visible(wordFor(words.roles, mark.role.role));
      return parts([nameOf(mark.lane), word, spanWords(mark.role, saying), tieCertainty(mark.role, words)]);
    }
    case 'link': {
      const { start, end } = mark.link;
      const when = start === end ? instant(start) : spanWords(mark.link, saying);
      return parts([linkWords(mark, words), when, tieCertainty(mark.link, words)]);
    }
    case 'milestone': {
      const { kind, at, label } = mark.milestone;
      const why = [label && visible(label), errorWords(mark.milestone, words)];
      return parts([nameOf(mark.lane), words.milestones[kind], instant(at), ...why]);
    }
    case 'limit':
      return parts([nameOf(mark.lane), words.limits[mark.limit.kind], instant(mark.limit.at)]);
    case 'lane':
    default:
      return nameOf(mark.lane);
  }
}
