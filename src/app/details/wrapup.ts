import type { Instant, Lane, Segment } from '../../core/index';
import type { Wrapup } from '../../core/model/conversation';
import { MEDIA_ARRAYS } from '../../core/model/vendor';
import { CLOCKS } from '../../core/timeline/edge';
import { words } from '../words';
import type { Fact } from './FactList';

const { details } = words;

/** What is told of a wrap-up. */
interface Said extends Partial<Pick<Wrapup, 'code' | 'name' | 'notes' | 'tags' | 'endTime'>> {
  /** Of the track that is asked about, or of the participant, whose wrap-up it is where it has one. */
  isOwn: boolean;
}

interface Asked {
  lane: Lane;
  trackId: string | undefined;
  /** When it was saved. */
  at: Instant;
}

const OF_LEGS = [...MEDIA_ARRAYS.map(([field]) => field), 'sessions'] as const;

function isTelling({ code, name, notes, tags }: Said): boolean {
  return Boolean(code || name || notes || tags?.length);
}

/** By communications and records of analytics, the last of each first, and by the participant. */
function saidOf({ lane: { participant, tracks }, trackId }: Asked): Said[] {
  const all: Said[] = [];
  for (const { id, wrapup, segments = [] } of OF_LEGS.flatMap((field) => participant[field] ?? [])) {
    // A communication and a record of the only leg have ids of their own.
    const isOwn = tracks.length === 1 || id === trackId;
    if (wrapup) all.push({ ...wrapup, isOwn });
    for (const { wrapUpCode: code, wrapUpNote: notes, wrapUpTags: tags, endTime } of segments.toReversed())
      all.push({ code, notes, tags, endTime, isOwn });
  }
  all.push({ ...participant.wrapup, isOwn: true });
  return all.filter(isTelling);
}

/** Of one wrap-up a record gives the code alone of what others name. */
function factsOf(said: readonly Said[]): Fact[] {
  const facts = [
    [details.wrapup, said.find(({ name }) => name)?.name ?? said.find(({ code }) => code)?.code],
    [details.notes, said.find(({ notes }) => notes)?.notes],
    [details.tags, said.find(({ tags }) => tags?.length)?.tags?.join(', ')],
  ] as const;
  return facts.flatMap(([term, value]): Fact[] => (value ? [[term, value]] : []));
}

/** What was saved at an instant: what the agent chose and wrote. */
export function wrapupFacts(asked: Asked): Fact[] {
  const saved = saidOf(asked).filter(({ endTime = Infinity }) => Math.abs(endTime - asked.at) <= CLOCKS);
  const own = saved.filter(({ isOwn }) => isOwn);
  return factsOf(own.length > 0 ? own : saved);
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
