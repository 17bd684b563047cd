import { expect, it } from 'vitest';
import { listEvents } from '../../src/core/export/events';
import { eventsCsv } from '../../src/timeline/events-csv';
import { english } from '../../src/ui/words';
import { diagram } from '../fixtures/diagram';
import { agent, party, rest, timelineOf } from '../fixtures/payload';

it('writes a row per event: times in UTC, lengths in ms, words as in the table', () => {
  const timeline = diagram(`
    agent: connected 5000-60000 | hold 20000-30500 inferred
    customer: connected 0-60000
  `);
  const [head, ...rows] = eventsCsv(listEvents(timeline), english).trim().split('\r\n');
  expect(head).toBe('start,end,durationMs,participant,kind,what,certainty,detail,laneId');
  expect(rows).toEqual([
    '1970-01-01T00:00:00.000Z,1970-01-01T00:01:00.000Z,60000,customer,Segment,Connected,recorded,Voice,customer',
    '1970-01-01T00:00:05.000Z,1970-01-01T00:01:00.000Z,55000,agent,Segment,Connected,recorded,Voice,agent',
    '1970-01-01T00:00:20.000Z,1970-01-01T00:00:30.500Z,10500,agent,Segment,Hold,end inferred,Voice,agent',
  ]);
});

it('gives spreadsheets no formula, whoever named a participant', () => {
  const timeline = diagram('=HYPERLINK("x"): connected 0-1000');
  expect(eventsCsv(listEvents(timeline), english)).toContain('"\'=HYPERLINK(""x"")"');
});

it('says of an inferred transfer that who took over is inferred, not its end', () => {
  const calls = (times: object) => ({ calls: [{ disconnectType: 'transfer', ...times }] });
  const timeline = timelineOf(rest([agent(calls({ C: 0, E: 60 })), party('user', calls({ C: 60, E: 90 }))]));
  expect(eventsCsv(listEvents(timeline), english)).toContain(
    'Link,transfers to,who took over is inferred,User,agent',
  );
});
