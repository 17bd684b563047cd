import { assertNever } from '../../core/model/assert-never';
import type { Certainty, Duration, Evidence, Instant, Link, Unsure } from '../../core/index';
import type { Mark } from '../../core/view/marks';
import { dated, type Format } from '../../ui/format';
import { linkWords, nameOf, segmentWord } from '../../ui/speech';
import { english, wordFor } from '../../ui/words';
import { words } from '../words';
import type { Fact } from './FactList';
import { workFacts, wrapupFacts } from './wrapup';

const { details } = words;

export function headingOf(mark: Mark): string {
  switch (mark.kind) {
    case 'segment':
      return `${segmentWord(mark.segment, english)} · ${nameOf(mark.lane)}`;
    case 'role':
      return `${wordFor(english.roles, mark.role.role)} · ${nameOf(mark.lane)}`;
    case 'milestone':
      return `${english.milestones[mark.milestone.kind]} · ${nameOf(mark.lane)}`;
    case 'limit':
      return `${english.limits[mark.limit.kind]} · ${nameOf(mark.lane)}`;
    case 'link':
      return linkWords(mark, english);
    case 'lane':
      return nameOf(mark.lane);
    default:
      return assertNever(mark);
  }
}

export function evidenceOf(mark: Mark): Evidence | undefined {
  switch (mark.kind) {
    case 'segment':
      return mark.segment.evidence;
    case 'role':
      return mark.role.evidence;
    case 'milestone':
      return mark.milestone.evidence;
    case 'limit':
      return mark.limit.evidence;
    case 'link':
      return mark.link.evidence;
    case 'lane':
      return undefined;
    default:
      return assertNever(mark);
  }
}

function stretch(
  mark: { start: Instant; end: Instant; certainty: Certainty; unsure?: Unsure },
  format: Format,
): Fact[] {
  return [
    [details.from, dated(format, mark).full(mark.start)],
    [details.to, dated(format, mark).exact(mark.end)],
    [details.duration, format.compact(mark.end - mark.start, true)],
    [details.certainty, details.certainties[mark.unsure ?? mark.certainty]],
  ];
}

function instant(at: Instant, format: Format): Fact[] {
  return [[details.at, format.full(at)]];
}

/** Only what is there. */
function known(...facts: [term: string, value: string | undefined][]): Fact[] {
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined && fact[1] !== '');
}

type SegmentMark = Extract<Mark, { kind: 'segment' }>;

/** How long it might have taken: in order of time, the limits of a track are those of what they limit. */
export function allowedFor({
  lane,
  track,
  segment,
}: Pick<SegmentMark, 'lane' | 'track' | 'segment'>): Duration | undefined {
  const place = track.segments.filter(({ type }) => type === segment.type).indexOf(segment);
  const limit = lane.limits
    .filter(({ kind, trackId }) => kind === segment.type && trackId === track.id)
    .toSorted((a, b) => a.at - b.at)[place];
  return limit && limit.at - segment.start;
}

function segmentFacts(mark: SegmentMark, format: Format): Fact[] {
  const { lane, segment, track } = mark;
  const allowed = allowedFor(mark);
  return [
    ...stretch(segment, format),
    ...known(
      [details.media, wordFor(english.media, track.media)],
      [details.label, segment.label],
      [details.disconnect, segment.disconnectType],
      [details.unanswered, segment.unanswered && details.unansweredValue],
      [details.allowed, allowed === undefined ? undefined : format.compact(allowed)],
      [
        details.overrun,
        segment.overrunFrom === undefined
          ? undefined
          : dated(format, segment, segment.overrunFrom).exact(segment.overrunFrom),
      ],
    ),
    ...(segment.type === 'acw' ? workFacts({ lane, trackId: track.id, segment }) : []),
  ];
}

function linkFacts(link: Link, format: Format): Fact[] {
  return link.start === link.end ? instant(link.start, format) : stretch(link, format);
}

export function factsOf(mark: Mark, format: Format): Fact[] {
  switch (mark.kind) {
    case 'segment':
      return segmentFacts(mark, format);
    case 'role':
      return [...stretch(mark.role, format), ...known([details.session, mark.role.sessionId])];
    case 'milestone': {
      const { kind, at, label, error, trackId } = mark.milestone;
      const failure = error && [error.code, error.message].filter(Boolean).join(': ');
      const saved = kind === 'wrapup' ? wrapupFacts({ lane: mark.lane, trackId, at }) : [];
      const said = saved.some(([, value]) => value === label) ? undefined : label;
      return [...instant(at, format), ...known([details.label, said], [details.error, failure]), ...saved];
    }
    case 'limit':
      return instant(mark.limit.at, format);
    case 'link':
      return linkFacts(mark.link, format);
    // What is known of it stands with its fields.
    case 'lane':
      return [];
    default:
      return assertNever(mark);
  }
}
