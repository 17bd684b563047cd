import type { Instant, Lane } from '../../core/index';
import { MEDIA_ARRAYS } from '../../core/model/vendor';
import { words } from '../words';
import type { Fact } from './FactList';

const { details } = words;

/** What a wrap-up says, as a communication, a record of analytics or the participant tells it. */
interface Said {
  as?: string | undefined;
  notes?: string | undefined;
  tags?: readonly string[] | undefined;
  endTime?: Instant | undefined;
}

interface Asked {
  lane: Lane;
  trackId: string | undefined;
  /** When it was saved. */
  at: Instant;
}

/** The nearest first: the communication and its records, then the participant, whose wrap-up it is where it has one. */
function* saidOf({ lane: { participant }, trackId }: Asked): Generator<Said> {
  const fields = [...MEDIA_ARRAYS.map(([field]) => field), 'sessions'] as const;
  for (const { id, wrapup, segments = [] } of fields.flatMap((field) => participant[field] ?? [])) {
    if (id !== trackId) continue;
    if (wrapup) yield { ...wrapup, as: wrapup.name ?? wrapup.code };
    for (const { wrapUpCode: as, wrapUpNote: notes, endTime } of segments.toReversed())
      yield { as, notes, endTime };
  }
  const { wrapup } = participant;
  if (wrapup) yield { ...wrapup, as: wrapup.name ?? wrapup.code };
}

/** Clocks differ by that much in sound data. */
const CLOCKS = 500;

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
  return factsOf([...saidOf(asked)].filter(isSavedAt(asked)));
}

/** Why after-call work took as long as it did, as far as the data says: what was saved at its end, or else at all. */
export function workFacts(asked: Asked): Fact[] {
  const saved = wrapupFacts(asked);
  return saved.length > 0 ? saved : factsOf([...saidOf(asked)]);
}
