import { describe, expect, test } from 'vitest';
import { agentDay } from '../../../src/core/compare/day';
import type { Timeline } from '../../../src/core/index';
import { measure } from '../../../src/core/index';
import { agent, customer, party, rest, s, timelineOf } from '../../fixtures/payload';
import { lookOf } from '../../../src/core/model/look';
import { diagram } from '../../fixtures/diagram';

const USER = 'u-1';

/** A conversation of the agent, connected from and to, in seconds; ended unless it goes on. */
function call(id: string, from: number, to: number, more: object = {}): Timeline {
  const ends = { C: from, E: to, state: 'disconnected' };
  return timelineOf(
    rest(
      [
        customer({ id: `c-${id}`, name: `Customer ${id}`, calls: [ends] }),
        agent({ id: `a-${id}`, userId: USER, name: 'Mina', calls: [{ A: from, ...ends, ...more }] }),
      ],
      { id, S: from, E: to },
    ),
  );
}

function dayOf(timelines: Timeline[]) {
  return agentDay(timelines, { userId: USER, from: s(0), to: s(86_400), label: 'At once' });
}

describe('what overlaps on a day', () => {
  //   a  ├───────────────┤
  //   b       ├───────────────┤
  //   c           ├──┤
  //      0    20  40 50  60   90
  const timelines = [call('a', 0, 60), call('b', 20, 90), call('c', 40, 50)];

  test('is counted, and each stretch stands with how many were at once', () => {
    const { overlaps, most, shared, busy, name } = dayOf(timelines);
    expect(
      overlaps.map(({ start, end, count }) => [(start - s(0)) / 1000, (end - s(0)) / 1000, count]),
    ).toEqual([
      [20, 40, 2],
      [40, 50, 3],
      [50, 60, 2],
    ]);
    expect({ most, shared, busy, name }).toEqual({ most: 3, shared: 40_000, busy: 90_000, name: 'Mina' });
  });

  test('is that of who is named in any of them, else of who the rows say', () => {
    const legs = (id: string, more: object) =>
      timelineOf(rest([agent({ id: `a-${id}`, ...more, calls: [{ C: 5, E: 60 }] })], { id }));
    const bare = legs('one', { userId: USER });
    expect(dayOf([bare]).name).toBe(bare.lanes[0]?.label);
    expect(bare.lanes[0]?.label).toMatch(/^Agent ./);
    expect(dayOf([bare, legs('two', { user: { id: USER, name: 'Mina' } })]).name).toBe('Mina');
  });

  test('names a conversation by whoever stands outside', () => {
    const outside = rest(
      [
        party('acd', { id: 'q', name: 'Billing', calls: [{ C: 0, E: 5 }] }),
        party('external', { id: 'e', name: 'Nadia', calls: [{ C: 0, E: 60 }] }),
        agent({ id: 'a', userId: USER, name: 'Mina', calls: [{ C: 5, E: 60 }] }),
      ],
      { id: 'x', S: 0, E: 60 },
    );
    expect(dayOf([timelineOf(outside)]).timeline.lanes.map(({ label }) => label)).toEqual(['Nadia']);
  });

  //   a    ├────────┊────┤          in full on the picture, and on each day for what lies in it
  //   b         ├───┊─────────┤
  //      0    20  30┊30  40  50     midnight at 30
  test('counts on either side of midnight for what lies there', () => {
    const over = [call('a', 10, 40), call('b', 20, 50)];
    const part = (from: number, to: number) =>
      agentDay(over, { userId: USER, from: s(from), to: s(to), label: 'At once' });
    const [first, second] = [part(0, 30), part(30, 60)];
    expect([first.busy, second.busy]).toEqual([20_000, 20_000]);
    expect([first.shared, second.shared]).toEqual([10_000, 10_000]);
    expect(second.overlaps.map(({ start, end }) => [start, end])).toEqual([[s(30), s(40)]]);
    expect(second.timeline.lanes.map(({ label }) => label)).toEqual(['At once', 'Customer a', 'Customer b']);
    expect(second.timeline.start).toBe(s(10));
  });

  test('has a lane and a look of its own above the others, and is nobody’s talk', () => {
    const { timeline } = dayOf(timelines);
    const [first, ...others] = timeline.lanes;
    expect(first?.label).toBe('At once');
    expect(first?.tracks[0]?.segments).toMatchObject([
      { type: 'other', label: '2', certainty: 'recorded' },
      { type: 'other', label: '3', certainty: 'recorded' },
      { type: 'other', label: '2', certainty: 'recorded' },
    ]);
    expect(first?.tracks[0]?.segments.map(lookOf)).toEqual(['concurrent', 'concurrent', 'concurrent']);
    expect(others.map(({ label }) => label)).toEqual(['Customer a', 'Customer b', 'Customer c']);
    expect(measure(timeline).conversation.totals.talk).toBe(60_000 + 70_000 + 10_000);
  });

  test('is as sure as the ends that bound it', () => {
    // The leg of b was never ended: it is drawn up to its conversation's end.
    const { timeline } = dayOf([call('a', 0, 120), call('b', 20, 90, { E: undefined, state: 'connected' })]);
    expect(timeline.lanes[0]?.tracks[0]?.segments).toMatchObject([
      { start: s(20), end: s(90), label: '2', certainty: 'inferred' },
    ]);
  });

  test('is not there where one follows another', () => {
    const { overlaps, timeline } = dayOf([call('a', 0, 60), call('b', 60, 90)]);
    expect(overlaps).toEqual([]);
    expect(timeline.lanes).toHaveLength(2);
  });
});

test('what has no length is part of the day that it begins', () => {
  const at = (from: number) => dayOf([call('z', from, from)]).timeline.lanes.map(({ id }) => id);
  expect(at(0)).toEqual(['z']);
  expect(at(5)).toEqual(['z']);
  expect(at(86_400)).toEqual([]);
  expect(at(-1)).toEqual([]);
});

/** A conversation of one agent, drawn by hand: times in ms. */
function drawnDay(texts: string[], to = 1000) {
  const timelines = texts.map((text, place) => {
    const timeline = { ...diagram(`agent: ${text}`), id: `c${place}` };
    for (const lane of timeline.lanes) lane.userId = USER;
    return timeline;
  });
  return agentDay(timelines, { userId: USER, from: 0, to, label: 'At once' });
}

describe('what is work', () => {
  test.each([
    ['connected 0-10', 10],
    ['hold 0-10', 10],
    ['acw 0-10', 10],
    ['dialing 0-10', 10],
    ['alerting 0-10', 0],
    ['offering 0-10', 0],
    ['queued 0-10', 0],
    ['scheduled 0-10', 0],
    ['connected 0-10 | parked 10-20 planned', 10],
    ['connected 0-10 | hold 10-20', 20],
    ['connected 0-10 | hold 5-20', 20],
  ])('%s: %i ms', (segments, busy) => {
    expect(drawnDay([segments]).busy).toBe(busy);
  });

  test('leaves no seam where one stretch follows another', () => {
    const { overlaps, most } = drawnDay(['connected 0-10 | hold 10-20', 'connected 0-20']);
    expect(overlaps).toEqual([{ start: 0, end: 20, count: 2 }]);
    expect(most).toBe(2);
  });

  test('nor where one conversation takes the place of another beside a third', () => {
    const { overlaps, most } = drawnDay(['connected 0-10', 'connected 10-20', 'connected 0-20']);
    expect(overlaps).toEqual([{ start: 0, end: 20, count: 2 }]);
    expect(most).toBe(2);
  });

  test('is only as sure as what still runs', () => {
    const { timeline } = drawnDay(['connected 0-10 running', 'connected 5-10']);
    expect(timeline.lanes[0]?.tracks[0]?.segments).toMatchObject([{ certainty: 'inferred' }]);
  });
});

describe('the lanes of a day', () => {
  test('are the conversations that the agent was in, in order of when they began', () => {
    const others = diagram('agent: connected 0-900');
    const [late, early] = [call('late', 500, 560), call('early', 20, 700)];
    expect(dayOf([late, others, early]).timeline.lanes.map(({ id }) => id)).toEqual([
      'overlaps',
      'early',
      'late',
    ]);
  });

  test('are named by another agent where no customer is known, never by their own', () => {
    const timeline = diagram('agent: connected 0-20\nagent-2: connected 20-60');
    const [own] = timeline.lanes;
    Object.assign(own ?? {}, { userId: USER });
    expect(agentDay([timeline], { userId: USER, from: 0, to: 90, label: '' }).timeline.lanes[0]?.label).toBe(
      'agent-2',
    );
  });

  test('hold all legs of the agent, whose ids tell the conversations apart, and the marks in order', () => {
    const timeline = diagram(`
      agent: alerting 0-5 | end @50 later | role viewer 10-20 | role viewer 120-130 | limit acw @30
      agent-2: connected 20-40 | start @20 sooner`);
    for (const lane of timeline.lanes) lane.userId = USER;
    const both = [timeline, { ...timeline, id: 'again' }];
    const day = agentDay(both, { userId: USER, from: 0, to: 100, label: 'At once' });
    const [overlaps, first, again] = day.timeline.lanes;
    expect([overlaps, first, again].map((lane) => lane?.tracks.map(({ id }) => id))).toEqual([
      ['overlaps'],
      ['diagram/agent/call', 'diagram/agent-2/call'],
      ['again/agent/call', 'again/agent-2/call'],
    ]);
    expect(first?.milestones).toMatchObject([
      { at: 20, label: 'sooner', trackId: 'diagram/agent-2/call' },
      { at: 50, label: 'later', trackId: 'diagram/agent/call' },
    ]);
    expect(first?.roles).toMatchObject([{ start: 10, end: 20, trackId: 'diagram/agent/call' }]);
    expect(first?.limits.map((limit) => Object.keys(limit))).toEqual([['kind', 'at', 'evidence']]);
    expect(overlaps).toMatchObject({ purpose: '', milestones: [], roles: [], limits: [] });
  });

  test('go to the end of the last, and are live while one is', () => {
    const over = call('over', 0, 60);
    const running = { ...call('running', 100, 200), live: true };
    expect(dayOf([over, running]).timeline).toMatchObject({ start: s(0), end: s(200), live: true });
    expect(dayOf([over]).timeline.live).toBe(false);
  });

  test('go on only while one of them does, not at the end of others', () => {
    const over = call('over', 0, 60);
    // It goes on without the agent.
    const left = { ...call('left', 10, 40), live: true, end: s(500) };
    expect(dayOf([over, left]).timeline.live).toBe(false);
  });

  test('enclose the marks of the day, and nothing that is only planned', () => {
    const { timeline } = drawnDay(['connected 20-60 | wrapup @5 | wrapup @90 | scheduled 60-70 planned']);
    expect([timeline.start, timeline.end]).toEqual([5, 90]);
    const ahead = drawnDay(['scheduled 60-2000 planned']).timeline;
    expect([ahead.start, ahead.end]).toEqual([0, 1000]);
    const none = drawnDay([]).timeline;
    expect([none.start, none.end]).toEqual([0, 1000]);
  });

  test('overlap as surely as they are known where they do: what is unsure elsewhere says nothing', () => {
    const sure = (text: string) => drawnDay([text, 'connected 20-30']).timeline.lanes[0]?.tracks[0]?.segments;
    expect(sure('connected 0-90 inferred')).toMatchObject([{ certainty: 'recorded' }]);
    expect(sure('connected 0-25 inferred')).toMatchObject([{ certainty: 'inferred' }]);
    expect(sure('connected 25-90 inferred')).toMatchObject([{ certainty: 'inferred' }]);
    // Nor does an unanswered alert that ends there.
    expect(sure('alerting 0-20 inferred | connected 20-90')).toMatchObject([{ certainty: 'recorded' }]);
  });

  test('count nothing that ended as the day begins', () => {
    const lanes = agentDay([call('before', 0, 30)], { userId: USER, from: s(30), to: s(60), label: '' })
      .timeline.lanes;
    expect(lanes).toEqual([]);
  });
});

test('marks belong to the day on which they stand, and to none before or behind', () => {
  const limit = (at: number) => ({ kind: 'acw' as const, at, evidence: { pointers: [], rule: 'x' } });
  const timeline = diagram('agent: connected 0-200 | end @99 | end @100 | end @200');
  for (const lane of timeline.lanes) {
    lane.userId = USER;
    lane.limits = [99, 100, 199, 200].map(limit);
  }
  const { timeline: day } = agentDay([timeline], { userId: USER, from: 100, to: 200, label: '' });
  expect(day.lanes[0]?.milestones.map(({ at }) => at)).toEqual([100]);
  expect(day.lanes[0]?.limits.map(({ at }) => at)).toEqual([100, 199]);
});
