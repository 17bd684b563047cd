import type { Instant, Lane, Segment } from '../../core/index';
import type { Wrapup } from '../../core/model/conversation';
import { MEDIA_ARRAYS } from '../../core/model/vendor';
import { CLOCKS } from '../../core/timeline/edge';
import { words } from '../words';
import type { Fact } from './FactList';

const { details } = words;

/** What a wrap-up says, as a communication, a record of analytics or the participant tells it. */
interface Said {
  as?: string | undefined;
  notes?: string | undefined;
  tags?: readonly string[] | undefined;
  endTime?: Instant | undefined;
  /** Told of the track that is asked about. */
  isOwn: boolean;
}

interface Asked {
  lane: Lane;
  trackId: string | undefined;
  /** When it was saved. */
  at: Instant;
}

const OF_LEGS = [...MEDIA_ARRAYS.map(([field]) => field), 'sessions'] as const;

/** The nearest first: the communication and its records, others, then the participant, whose wrap-up it is where it has one. */
function saidOf({ lane: { participant, tracks }, trackId }: Asked): Said[] {
  // A communication and a record of the only leg have ids of their own.
  const isOwn = (id: string | undefined) => tracks.length === 1 || id === trackId;
  const legs = OF_LEGS.flatMap((field) => participant[field] ?? []).flatMap(
    ({ id, wrapup, segments = [] }) => {
      const records = segments.toReversed().map(({ wrapUpCode, wrapUpNote, wrapUpTags, endTime }) => ({
        as: wrapUpCode,
        notes: wrapUpNote,
        tags: wrapUpTags,
        endTime,
      }));
      return [...named(wrapup), ...records].map((said) => ({ ...said, isOwn: isOwn(id) }));
    },
  );
  const others = named(participant.wrapup).map((said) => ({ ...said, isOwn: true }));
  return [...legs.filter(({ isOwn }) => isOwn), ...legs.filter(({ isOwn }) => !isOwn), ...others];
}

function named(wrapup: Wrapup | undefined): Omit<Said, 'isOwn'>[] {
  return wrapup ? [{ ...wrapup, as: wrapup.name || wrapup.code }] : [];
}

function isSavedAt({ at }: Asked): (said: Said) => boolean {
  return ({ endTime = Infinity }) => Math.abs(endTime - at) <= CLOCKS;
}

function factsOf(said: readonly Said[]): Fact[] {
  const facts = [
    [details.wrapup, said.find(({ as }) => as)?.as],
    [details.notes, said.find(({ notes }) => notes)?.notes],
    [details.tags, said.find(({ tags = [] }) => tags.length > 0)?.tags?.join(', ')],
  ] as const;
  return facts.flatMap(([term, value]): Fact[] => (value ? [[term, value]] : []));
}

/** What was saved at an instant: what the agent chose and wrote. */
export function wrapupFacts(asked: Asked): Fact[] {
  return factsOf(saidOf(asked).filter(isSavedAt(asked)));
}

/**
 * Why after-call work took as long as it did, as far as the data says: what was saved at its end, else what was saved
 * since it began and before any other did, or when nobody knows.
 */
export function workFacts({ segment, ...asked }: Omit<Asked, 'at'> & { segment: Segment }): Fact[] {
  const all = { ...asked, at: segment.end };
  const saved = wrapupFacts(all);
  if (saved.length > 0) return saved;
  const work = asked.lane.tracks
    .flatMap(({ segments }) => segments.filter(({ type }) => type === 'acw'))
    .toSorted((a, b) => a.start - b.start);
  const isIts = ({ isOwn, endTime }: Said) =>
    isOwn && (endTime === undefined || work.findLast(({ start }) => start <= endTime) === segment);
  return factsOf(saidOf(all).filter(isIts));
}
