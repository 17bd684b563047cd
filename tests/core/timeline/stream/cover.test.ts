import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Timeline } from '../../../../src/core/index';
import { agent, at, customer, draw, lane, type Party, type Step, stream } from '../../../fixtures/stream';

/** A look every few seconds; none of the agent: it is not listed. */
const looks = fc.array(
  fc.record({
    after: fc.integer({ min: 1, max: 9 }),
    fields: fc.option(
      fc.record(
        {
          state: fc.constantFrom('connected', 'connected', 'connected', 'alerting'),
          held: fc.boolean(),
          startHoldTime: fc.nat(60),
          parkTime: fc.nat(60),
          resumeTime: fc.nat(70),
        },
        { requiredKeys: ['state'] },
      ),
      { freq: 4 },
    ),
  }),
  { minLength: 2, maxLength: 8 },
);

/** When the agent was there at all, in seconds: `0-10 20-30`. */
function covered(timeline: Timeline): string {
  const [base, result]: [number, number[][]] = [at(0), []];
  for (const { start, end, certainty } of lane(timeline, 'agent').tracks[0]?.segments ?? []) {
    if (certainty === 'planned' || start === end) continue;
    const last = result.at(-1);
    if (last?.[1] !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result.map((one) => one.map((instant) => (instant - base) / 1000).join('-')).join(' ');
}

test('what is told of holds and parks leaves no hole, and draws nobody who was not there', () => {
  const talking = customer({ state: 'connected', connectedTime: 0 });
  fc.assert(
    fc.property(looks, (all) => {
      const told: Step[] = [[0, talking, agent({ state: 'connected' })]];
      const plain: Step[] = [...told];
      let seconds = 0;
      for (const { after, fields } of all) {
        seconds += after;
        const one = (party: Party): Step => [seconds, talking, agent(party)];
        // What lies ahead of the look is not told yet.
        const known = Object.entries(fields ?? {}).filter(
          ([name, value]) => name === 'resumeTime' || typeof value !== 'number' || value <= seconds,
        );
        told.push(fields === null ? [seconds, talking] : one(Object.fromEntries(known)));
        plain.push(fields === null ? [seconds, talking] : one({ state: fields.state }));
      }
      const now = seconds + 10;
      expect(covered(draw(stream('eventTime', told), { now }))).toBe(
        covered(draw(stream('eventTime', plain), { now })),
      );
    }),
  );
});
