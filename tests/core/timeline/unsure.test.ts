import { expect, test } from 'vitest';
import { agent, analytics, type Parts, rest, speaker, timelineOf } from '../../fixtures/payload';
import * as events from '../../fixtures/stream';

const leg = (parts: Parts, more: Parts = {}) => rest([agent({ calls: [parts] })], more);
const records = (segments: string) => analytics([speaker('agent', { segments })], { E: 100 });
const looks = (...states: [seconds: number, state: string][]) =>
  events.stream(
    'eventTime',
    states.map(([seconds, state]) => [seconds, events.agent({ state })]),
  );

test.each<[string, string, unknown, number?]>([
  [
    'none of what is recorded, running or planned',
    'alerting recorded - | connected running -',
    leg({ A: 0, C: 12, state: 'connected' }),
    60,
  ],
  [
    'the start of an offer that began with its leg',
    'alerting inferred start | connected recorded -',
    leg({ S: 0, C: 12, E: 60 }),
  ],
  [
    'the end of an offer that was answered nobody knows when',
    'alerting inferred -',
    leg({ A: 0, state: 'connected' }),
    60,
  ],
  [
    'the start of a point of which only the end is known',
    'alerting inferred start',
    leg({ E: 30, initialState: 'alerting' }),
  ],
  [
    'the start of a record without one',
    'connected recorded - | hold inferred start',
    records('interact 0-20 | hold -30'),
  ],
  [
    'the end of a record without one',
    'alerting inferred - | connected recorded -',
    records('alert 0- | interact 12-60'),
  ],
  [
    'the end of a hold, and the start of the talk behind it',
    'connected recorded - | hold inferred - | acw recorded - | connected inferred start',
    leg({ C: 0, H: 20, held: false, E: 60, W0: 40, W1: 50 }),
  ],
  [
    'the start of what the first look shows, and a later one over',
    'alerting inferred start | connected recorded -',
    looks([0, 'alerting'], [10, 'connected'], [60, 'terminated']),
  ],
  [
    'both of what the first look shows, and still runs',
    'connected inferred both',
    looks([0, 'connected']),
    90,
  ],
  [
    'both of what the first look shows, and the data ends',
    'connected inferred both',
    rest([agent({ calls: [{ S: 0, state: 'connected' }] })], { E: 60 }),
  ],
])('of the ends of segments, unsure is %s', (_, expected, input, now) => {
  const { lanes } = timelineOf(input, now === undefined ? {} : { now });
  const segments = lanes.flatMap(({ tracks }) => tracks.flatMap((track) => track.segments));
  const said = segments.map(({ type, certainty, unsure = '-' }) => `${type} ${certainty} ${unsure}`);
  expect(said.join(' | ')).toBe(expected);
});
