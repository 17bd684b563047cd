import type { CONCURRENT } from '../core/model/look';
import type { Lane, Segment } from '../core/model/timeline';
import type { Mark } from '../core/view/marks';
import type { Format } from './format';
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

/** `10:07:00 to 10:08:12`; with dates where the ends lie on different days. */
export function spanWords(start: number, end: number, format: Format): string {
  const sameDay = format.date(start) === format.date(end);
  const at = (instant: number) => (sameDay ? '' : `${format.date(instant)} `) + format.clock(instant);
  return `${at(start)} to ${at(end)}`;
}

/** Of a sentence; what does not apply is left out. */
type Part = string | false | undefined;

function segmentSpeech(
  { lane, track, segment }: Mark & { kind: 'segment' },
  format: Format,
  words: Words,
): Part[] {
  const word = segmentWord(segment, words);
  return [
    nameOf(lane),
    // Letters that stand for words stay as they are.
    /[A-Z]{2}/.test(word) ? word : word.toLocaleLowerCase(format.locale),
    spanWords(segment.start, segment.end, format),
    format.spoken(segment.end - segment.start),
    words.certainties[segment.certainty],
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

/** A mark in one sentence: “Jonas Weber, hold, 10:07:00 to 10:08:12, 1 minute 12 seconds, recorded”. */
export function speak(mark: Mark, format: Format, words: Words): string {
  const parts = (list: Part[]) => list.filter(Boolean).join(', ');
  switch (mark.kind) {
    case 'segment':
      return parts(segmentSpeech(mark, format, words));
    case 'role': {
      const { role, start, end, certainty } = mark.role;
      const word = visible(wordFor(words.roles, role));
      return parts([nameOf(mark.lane), word, spanWords(start, end, format), words.certainties[certainty]]);
    }
    case 'link': {
      const { start, end, certainty } = mark.link;
      const when = start === end ? format.clock(start) : spanWords(start, end, format);
      return parts([linkWords(mark, words), when, words.certainties[certainty]]);
    }
    case 'milestone': {
      const { kind, at, label } = mark.milestone;
      return parts([nameOf(mark.lane), words.milestones[kind], format.clock(at), label && visible(label)]);
    }
    case 'limit':
      return parts([nameOf(mark.lane), words.limits[mark.limit.kind], format.clock(mark.limit.at)]);
    case 'lane':
    default:
      return nameOf(mark.lane);
  }
}
