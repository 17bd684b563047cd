import type { Lane, Timeline } from '../core/model/timeline';
import { secondOf } from './identity';
import { type Words, wordFor } from './words';

type Part = (lane: Lane, nth: number) => string | undefined;

function behind(part: string): string {
  return part && ` · ${part}`;
}

/** Places of the names that several have, by name. */
function sharing(names: readonly string[]): number[][] {
  const places = new Map<string, number[]>();
  for (const [at, name] of names.entries()) {
    const own = places.get(name);
    if (own) own.push(at);
    else places.set(name, [at]);
  }
  return [...places.values()].filter(({ length }) => length > 1);
}

/** Which of the legs of its user each is; of who has but one, nothing. */
export function legsOf({ lanes }: Timeline, words: Words): ReadonlyMap<Lane, string> {
  const known = lanes.filter(({ userId }) => userId !== undefined);
  return new Map(
    sharing(known.map(({ userId = '' }) => userId)).flatMap((places) =>
      places.map((at, nth): [Lane, string] => [known[at] as Lane, words.leg(nth + 1, places.length)]),
    ),
  );
}

/**
 * The timeline with what tells those apart who have one name, as workflows and queues may be named after people, and
 * people after one another: lists and charts have no second line to say so. No more of it than it takes: what they are,
 * what else their rows say, whose id they have, which of their legs it is, or which of them.
 */
export function distinctNames(timeline: Timeline, words: Words): Timeline {
  const { lanes } = timeline;
  const names = lanes.map(({ label }) => label);
  if (sharing(names).length === 0) return timeline;
  const legs = legsOf(timeline, words);
  const parts: Part[] = [
    ({ purpose }) => behind(wordFor(words.purposes, purpose)),
    (lane) => behind(secondOf(lane, timeline, words)),
    ({ userId = '' }) => behind(userId.slice(0, 8)),
    ({ userId }) => userId && ` · …${userId.slice(-8)}`,
    (lane) => behind(legs.get(lane) ?? ''),
    (_, nth) => ` (${nth + 1})`,
  ];
  for (const part of parts)
    for (const places of sharing(names)) {
      const told = places.map((at, nth) => part(lanes[at] as Lane, nth) ?? '');
      if (new Set(told).size > 1) for (const [nth, at] of places.entries()) names[at] += told[nth] ?? '';
    }
  return { ...timeline, lanes: lanes.map((lane, at) => ({ ...lane, label: names[at] ?? lane.label })) };
}
