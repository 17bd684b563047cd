import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/core/measure/measure';
import type { ConversationDurations, Totals } from '../../../src/core/model/durations';
import type {
  Certainty,
  Lane,
  Link,
  Segment,
  SegmentType,
  Timeline,
  Track,
} from '../../../src/core/model/timeline';

const TYPES: SegmentType[] = [
  'dialing',
  'contacting',
  'alerting',
  'ivr',
  'queued',
  'voicemail',
  'connected',
  'hold',
  'parked',
  'acw',
  'other',
  'monitoring',
];
const PURPOSES = ['agent', 'User', 'customer', 'acd', 'ivr', 'external', 'voicemail'];
const CERTAINTIES: Certainty[] = ['recorded', 'running', 'inferred', 'planned'];
const SPAN = 1000;
const evidence = { pointers: [], rule: 'arbitrary' };

const stretch = fc
  .record({ start: fc.nat(SPAN), length: fc.nat(200), certainty: fc.constantFrom(...CERTAINTIES) })
  .map(({ start, length, certainty }) => ({
    start,
    end: Math.min(SPAN, start + length),
    certainty,
    evidence,
  }));

const segment: fc.Arbitrary<Segment> = fc
  .tuple(stretch, fc.constantFrom(...TYPES), fc.boolean())
  .map(([place, type, unanswered]) => ({ ...place, type, ...(unanswered ? { unanswered } : {}) }));

const unplaced = fc.array(
  fc.record({ type: fc.constantFrom(...TYPES), duration: fc.nat(300), evidence: fc.constant(evidence) }),
  { maxLength: 2 },
);

const track: fc.Arbitrary<Track> = fc.record({
  id: fc.uuid(),
  media: fc.constant('call'),
  segments: fc.array(segment, { maxLength: 8 }),
  unplaced,
});

const end = fc.record({
  kind: fc.constant('end' as const),
  at: fc.nat(SPAN),
  evidence: fc.constant(evidence),
  label: fc.constantFrom('transfer', 'client'),
});

const lane: fc.Arbitrary<Lane> = fc
  .record({
    id: fc.uuid(),
    purpose: fc.constantFrom(...PURPOSES),
    tracks: fc.array(track, { maxLength: 3 }),
    roles: fc.array(
      stretch.map((place) => ({ ...place, role: 'viewer' })),
      { maxLength: 3 },
    ),
    milestones: fc.array(end, { maxLength: 2 }),
  })
  .map((parts) => ({ ...parts, participant: { pointer: '' }, label: parts.purpose, limits: [] }));

const link: fc.Arbitrary<Link> = fc.tuple(stretch, fc.boolean()).map(([place, resolved]) => ({
  ...place,
  kind: 'controlling',
  directed: true,
  from: { laneId: 'a' },
  to: resolved ? { laneId: 'b' } : { unresolved: 'c' },
}));

const timelines: fc.Arbitrary<Timeline> = fc
  .record({
    lanes: fc.array(lane, { maxLength: 5 }),
    links: fc.array(link, { maxLength: 3 }),
    live: fc.boolean(),
  })
  .map((parts) => ({ ...parts, id: 'arbitrary', start: 0, end: SPAN, problems: [] }));

const placed = timelines.map((timeline) => ({
  ...timeline,
  lanes: timeline.lanes.map((lane) => ({
    ...lane,
    tracks: lane.tracks.map((track) => ({ ...track, unplaced: undefined })),
  })),
}));

const cuts = fc
  .array(fc.integer({ min: 1, max: SPAN - 1 }), { maxLength: 5 })
  .map((inner) => [0, ...inner.toSorted((a, b) => a - b), SPAN]);

function numbers(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbers) : [];
}

function add(parts: readonly Totals[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part)) result[name] = (result[name] ?? 0) + value;
  }
  return result;
}

const lengthsOf = ({ totals, cobrowse, controlled, duration }: ConversationDurations) => ({
  ...totals,
  handle: totals.handle,
  cobrowse,
  controlled,
  duration,
});

describe('measure, of any timeline', () => {
  test('every number is finite and not negative, in any range', () => {
    fc.assert(
      fc.property(timelines, fc.option(fc.tuple(fc.integer(), fc.integer())), (timeline, range) => {
        const measured = measure(timeline, range === null ? undefined : { start: range[0], end: range[1] });
        expect(numbers(measured).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      }),
    );
  });

  test('lanes add up their tracks, the conversation its agents and users, handle its parts', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const { conversation, lanes } = measure(timeline);
        for (const { totals, tracks } of lanes) {
          expect(add([totals, ...tracks.map((part) => part.totals)])).toEqual(add([totals, totals]));
        }
        const staff = lanes.filter((_, index) =>
          /^(agent|user)$/i.test(timeline.lanes[index]?.purpose ?? ''),
        );
        const worked = add([conversation.totals, ...staff.map(({ totals }) => totals)]);
        for (const name of ['alerting', 'dialing', 'talk', 'hold', 'parked', 'acw', 'handle'] as const) {
          expect(worked[name]).toBe(2 * conversation.totals[name]);
        }
        const { handle, dialing, contacting, talk, hold, acw } = conversation.totals;
        expect(handle).toBe(dialing + contacting + talk + hold + acw);
      }),
    );
  });

  test('the lengths in the ranges of a partition add up to the whole', () => {
    fc.assert(
      fc.property(placed, cuts, (timeline, at) => {
        const parts = at.slice(1).map((end, index) => measure(timeline, { start: at[index] ?? 0, end }));
        const whole = lengthsOf(measure(timeline).conversation);
        const summed: Record<string, number> = {};
        for (const { conversation } of parts) {
          for (const [name, value] of Object.entries(lengthsOf(conversation))) {
            summed[name] = (summed[name] ?? 0) + value;
          }
        }
        expect(summed).toEqual(whole);
      }),
    );
  });

  test('ends fall into exactly one range of a partition', () => {
    fc.assert(
      fc.property(placed, cuts, (timeline, at) => {
        for (const { milestones } of timeline.lanes) milestones.splice(1);
        const parts = at.slice(1).map((end, index) => measure(timeline, { start: at[index] ?? 0, end }));
        const counted = parts.reduce((sum, { conversation }) => sum + conversation.transfers, 0);
        // Ranges without length are not part of a partition, and hold nothing.
        expect(counted).toBe(measure(timeline).conversation.transfers);
      }),
    );
  });

  test('a range over the whole timeline is the whole', () => {
    fc.assert(
      fc.property(timelines, fc.nat(50), (timeline, air) => {
        const ranged = measure(timeline, { start: -air, end: SPAN + air });
        expect(ranged).toEqual(measure(timeline));
      }),
    );
  });

  test('no hold is longer than the time on hold; bounds name only what was drawn or talk and handle', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const { conversation } = measure(timeline);
        expect(conversation.longestHold ?? 0).toBeLessThanOrEqual(conversation.totals.hold);
        const atLeast = Object.entries(conversation.bounds).filter(([, bound]) => bound === 'atLeast');
        expect(['talk', 'handle']).toEqual(expect.arrayContaining(atLeast.map(([name]) => name)));
      }),
    );
  });

  test('planned stretches change nothing', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const happened = {
          ...timeline,
          lanes: timeline.lanes.map((lane) => ({
            ...lane,
            roles: lane.roles.filter(({ certainty }) => certainty !== 'planned'),
            tracks: lane.tracks.map((track) => ({
              ...track,
              segments: track.segments.filter(({ certainty }) => certainty !== 'planned'),
            })),
          })),
          links: timeline.links.filter(({ certainty }) => certainty !== 'planned'),
        };
        expect(measure(happened)).toEqual(measure(timeline));
      }),
    );
  });
});
