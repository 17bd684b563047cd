// @vitest-environment node
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf } from '../../src/core/facts/facts';
import { buildTimeline, type Lane, parseConversations, type Timeline } from '../../src/core/index';
import { doersOf, marksOf } from '../../src/sources/choices';
import type { Deed } from '../../src/sources/source';
import { party, rest } from '../fixtures/payload';
import { maybe } from './made-files';

const person = fc.record({
  purpose: fc.constantFrom('agent', 'agent', 'user', 'customer', 'ivr'),
  userId: maybe(fc.constantFrom('u-1', 'u-2')),
  // One’s name may be another’s id.
  name: maybe(fc.constantFrom('Ann', 'u-1', ' ')),
  missed: fc.boolean(),
  acwEnd: maybe(fc.constantFrom(61, 90)),
  control: maybe(fc.constantFrom('p-0', 'p-1', 'nobody')),
  from: fc.constantFrom(0, 60),
});

/** Of several people, of whom each does some of it. */
const conversation = fc.array(person, { minLength: 1, maxLength: 4 }).map((people) =>
  rest(
    people.map(({ purpose, missed, acwEnd, control, from, ...who }, at) =>
      party(purpose, {
        ...who,
        id: `p-${at}`,
        ...(acwEnd === undefined ? {} : { W0: 60, W1: acwEnd, wrapupTimeoutMs: 1000 }),
        calls: [missed ? { A: 0, E: 10 } : { C: 0, E: 60 }],
        ...(control === undefined ? {} : { cobrowsesessions: [{ C: from, E: 60, controlling: [control] }] }),
      }),
    ),
  ),
);

/** Lanes in which it was done. */
const LANES: { [deed in Deed]: (timeline: Timeline) => Lane[] } = {
  unansweredBy: ({ lanes }) => lanes.filter((lane) => segmentsOf(lane).some(({ unanswered }) => unanswered)),
  acwOverrunBy: ({ lanes }) =>
    lanes.filter((lane) => segmentsOf(lane).some(({ overrunFrom }) => overrunFrom !== undefined)),
  controlledBy: ({ lanes, links }) =>
    lanes.filter(({ id }) =>
      links.some(
        ({ kind, from, to, start, end }) =>
          kind === 'controlling' && from.laneId === id && !('unresolved' in to) && end > start,
      ),
    ),
};

function segmentsOf({ tracks }: Lane) {
  return tracks.flatMap(({ segments }) => segments);
}

/** By id, else by name; machines and customers are no users. */
function usersOf(lanes: readonly Lane[]): Set<string> {
  const all = lanes.flatMap(({ purpose, userId, participant: { name, user } }) => {
    if (purpose !== 'agent' && purpose !== 'user') return [];
    return userId || [name, user?.name].find((each) => each?.trim()) || [];
  });
  return new Set(all);
}

test.each([
  ['unansweredBy', 'unanswered'],
  ['acwOverrunBy', 'acw-overrun'],
  ['controlledBy', 'controlled'],
] as const)('%s names all users who did it, and somebody did wherever the mark %s stands', (deed, mark) => {
  let named = 0;
  let some = 0;
  fc.assert(
    fc.property(conversation, (payload) => {
      for (const one of parseConversations(payload).conversations) {
        const timeline = buildTimeline(one);
        const facts = factsOf(one, timeline);
        const lanes = LANES[deed](timeline);
        expect(marksOf(facts).includes(mark)).toBe(lanes.length > 0);
        const doers = doersOf(facts, deed).map(({ id, name }) => id ?? name);
        expect(new Set(doers)).toEqual(usersOf(lanes));
        named += doers.length;
        if (lanes.length > 0 && doers.length === 0) some += 1;
      }
    }),
    { seed: 3, numRuns: 300 },
  );
  // Both are among them: those whom it names, and those who are no users.
  expect(named).toBeGreaterThan(20);
  expect(some).toBeGreaterThan(5);
});
