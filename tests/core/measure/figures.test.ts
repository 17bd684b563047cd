import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/core/measure/measure';
import { diagram } from '../../fixtures/diagram';
import { agent, customer, iso, rest, s, timelineOf } from '../../fixtures/payload';

const whole = (text: string) => measure(diagram(text)).conversation;

describe('duration', () => {
  test('is the span of the conversation', () => {
    expect(whole('agent: connected 10-60').duration).toBe(50);
    expect(measure(diagram('agent: connected 10-60', { start: 5, end: 70 })).conversation.duration).toBe(65);
  });

  test('evaluations days later do not stretch it', () => {
    expect(whole('agent: connected 0-60 | end @60 | evaluation-submitted @9000').duration).toBe(60);
    expect(whole('agent: connected 10-60 | evaluation-assigned @1 | acw 60-70').duration).toBe(60);
  });

  test('limits neither stretch nor shorten it', () => {
    const waited = { A: 0, C: 10, E: 50, alertingTimeoutMs: 100_000 };
    const called = rest([agent({ calls: [waited] })], { S: 0, E: 60 });
    expect(measure(timelineOf(called)).conversation.duration).toBe(60_000);
  });

  test('roles, links and other milestones do', () => {
    expect(whole('agent: connected 0-60 | wrapup @80 | evaluation-released @900').duration).toBe(80);
    expect(whole('agent: connected 0-60 | role viewer 60-85 | evaluation-released @900').duration).toBe(85);
    expect(
      whole(`agent: connected 0-60 | consult > user 60-90 | evaluation-released @900
        user: parked 95-100 planned`).duration,
    ).toBe(90);
  });

  test.each([50, 100])('a live one lasts until now, evaluated or not: @%d', (at) => {
    const timeline = diagram(`agent: connected 0-60 | evaluation-assigned @${at}`, { live: true, end: 100 });
    expect(measure(timeline).conversation.duration).toBe(100);
  });

  test.each<[string, [number, number], number]>([
    ['within it', [20, 30], 10],
    ['over its start', [-50, 20], 10],
    ['over its end', [50, 500], 10],
    ['behind it', [500, 600], 0],
    ['before it', [-20, 5], 0],
    ['all around', [-20, 600], 50],
  ])('in a range %s, as far as it lasts', (_, [start, end], duration) => {
    const timeline = diagram('agent: connected 10-60 | evaluation-released @900');
    expect(measure(timeline, { start, end }).conversation.duration).toBe(duration);
  });

  test('of nothing is nothing', () => {
    expect(whole('').duration).toBe(0);
    expect(whole('agent: evaluation-assigned @50').duration).toBe(0);
  });

  test.each([0, 60])('of which only the ends are told is that between them, evaluated or not: @%d', (at) => {
    const timeline = diagram(`agent: evaluation-assigned @${at}`, { start: 0, end: 60 });
    expect(measure(timeline).conversation.duration).toBe(60);
  });
});

describe('time to answer', () => {
  test('from the first queue to the first agent or user from then on', () => {
    expect(
      whole(`acd-1: queued 10-30
        acd-2: queued 40-50
        agent-1: connected 0-5
        agent-2: alerting 20-33 | connected 33-60
        user: connected 31-60`).timeToAnswer,
    ).toBe(21);
  });

  test('absent where nobody queued or nobody answered from then on', () => {
    expect(whole('agent: connected 0-5')).not.toHaveProperty('timeToAnswer');
    expect(
      whole(`acd: queued 10-30
        agent: connected 0-9 | connected 50-60 planned
        customer: connected 10-60`),
    ).not.toHaveProperty('timeToAnswer');
  });

  test('people outside do not queue, and do not answer', () => {
    expect(
      whole(`customer: queued 0-5
        acd: queued 10-30
        external: connected 15-20
        agent: connected 30-60`).timeToAnswer,
    ).toBe(20);
  });

  //   queue              ├──────────────┤
  //   agent   ├─────╌hold╌╌╌╌╌├────────────┤      was there before, and comes back to the customer
  //   agent-2                       ├──────────┤  answers the queue
  test('who was connected already and goes on after a hold answers nobody', () => {
    const asked = (agent: string) =>
      whole(`acd: queued 45-70
        agent: ${agent}
        agent-2: alerting 65-70 | connected 70-90`).timeToAnswer;
    expect(asked('connected 0-40 | hold 40-60 | connected 60-100')).toBe(25);
    expect(asked('connected 0-50 | parked 50-60 | connected 60-100')).toBe(25);
    expect(asked('connected 0-45 | connected 60-100')).toBe(15);
    expect(asked('connected 0-40 | parked 40-50 planned | connected 60-100')).toBe(15);
  });

  test('answered at once is zero', () => {
    expect(
      whole(`acd: queued 10-10
        agent: connected 10-60`).timeToAnswer,
    ).toBe(0);
  });

  test('both ends lie in the range', () => {
    const timeline = diagram(`acd: queued 10-30
      agent: connected 30-60`);
    expect(measure(timeline, { start: 5, end: 40 }).conversation.timeToAnswer).toBe(20);
    expect(measure(timeline, { start: 15, end: 40 }).conversation).not.toHaveProperty('timeToAnswer');
    expect(measure(timeline, { start: 5, end: 30 }).conversation).not.toHaveProperty('timeToAnswer');
  });
});

describe('holds', () => {
  const text = `
    user: hold 30-50 running | hold 80-99 planned
    agent: connected 0-10 | hold 10-20 | hold 20-25 | connected 25-60 | hold 60-60
    customer: hold 0-99`;

  test('each segment of agents and users is one, touching or not', () => {
    expect(whole(text)).toMatchObject({ holds: 4, longestHold: 20 });
  });

  test('in a range those that touch it, cut to it', () => {
    expect(measure(diagram(text), { start: 15, end: 40 }).conversation).toMatchObject({
      holds: 3,
      longestHold: 10,
    });
    expect(measure(diagram(text), { start: 25, end: 30 }).conversation).toMatchObject({ holds: 0 });
  });

  test('none has no longest', () => {
    expect(whole('agent: connected 0-10')).not.toHaveProperty('longestHold');
  });

  test('a length without a place is at least one, and may be many, so none is the longest', () => {
    const conversation = whole('agent: connected 0-60 | unplaced hold 20 | unplaced hold 0');
    expect(conversation.holds).toBe(1);
    expect(conversation.holdsBound).toBe('atLeast');
    expect(conversation).not.toHaveProperty('longestHold');
    expect(whole('customer: connected 0-60 | unplaced hold 20')).not.toHaveProperty('holdsBound');
  });
});

// Rule 4: of several holds only the last survives in a snapshot.
describe('the number of holds is at least that', () => {
  const told = (input: unknown, range?: [number, number]) => {
    const timeline = timelineOf(input, { now: 90 });
    return measure(timeline, range && { start: s(range[0]), end: s(range[1]) }).conversation;
  };
  const snapshot = rest([agent({ calls: [{ C: 0, H: 20, held: true, E: 60 }] })]);

  test('where a leg is known from one look', () => {
    expect(told(snapshot)).toMatchObject({ holds: 1, holdsBound: 'atLeast' });
    const open = agent({ state: 'connected', C: 0, H: 20, held: false });
    expect(told(open)).toMatchObject({ holds: 1, holdsBound: 'atLeast' });
  });

  test('where all looks at it came when it had been held already', () => {
    const call = { C: 0, H: 20, held: false, E: 60 };
    const document = rest([agent({ id: 'a', calls: [{ id: 's', ...call }] })], { id: 'c' });
    const started = {
      topicName: 'v2.detail.events.conversation.c.user.start',
      eventBody: { eventTime: s(0), conversationId: 'c', participantId: 'a', sessionId: 's' },
    };
    const late = [70, 75].map((eventTime) => ({
      topicName: 'v2.users.u.conversations.calls',
      eventTime: iso(eventTime),
      eventBody: { id: 'c', participants: [agent({ state: 'terminated', ...call })] },
    }));
    for (const looks of [[started, document], [document, started], late])
      expect(told(looks)).toMatchObject({ holds: 1, holdsBound: 'atLeast' });
  });

  test('where it was held at the first look, which does not say since when', () => {
    const looks = [30, 60].map((eventTime) => ({
      topicName: 'v2.users.u.conversations.calls',
      eventTime: iso(eventTime),
      eventBody: { id: 'c', participants: [agent({ state: 'connected', C: 0, held: eventTime === 30 })] },
    }));
    expect(told(looks)).toMatchObject({ holds: 1, holdsBound: 'atLeast' });
  });

  test('in a range that has room for earlier ones', () => {
    expect(told(snapshot, [10, 40])).toMatchObject({ holds: 1, holdsBound: 'atLeast' });
    expect(told(snapshot, [5, 15])).toMatchObject({ holds: 0, holdsBound: 'atLeast' });
    expect(told(snapshot, [20, 40])).not.toHaveProperty('holdsBound');
    expect(told(snapshot, [30, 60])).not.toHaveProperty('holdsBound');
  });

  test.each<[string, unknown]>([
    ['was not held', rest([agent({ calls: [{ C: 0, E: 60 }] })])],
    ['was held from the first', rest([agent({ calls: [{ C: 0, H: 0, held: true, E: 60 }] })])],
    ['is recorded', rest([agent({ calls: [{ E: 60, segments: 'Interact 0-20 | Hold 20-60', H: 20 }] })])],
    ['is a customer’s', rest([customer({ calls: [{ C: 0, H: 20, held: true, E: 60 }] })])],
    [
      'was looked at more than once',
      [0, 30].map((eventTime) => ({
        topicName: 'v2.users.u.conversations.calls',
        eventTime: iso(eventTime),
        eventBody: {
          id: 'c',
          participants: [
            agent({ state: 'connected', C: 0, held: eventTime > 0, ...(eventTime > 0 ? { H: 20 } : {}) }),
          ],
        },
      })),
    ],
  ])('but not where it %s', (_, input) => {
    expect(told(input)).not.toHaveProperty('holdsBound');
  });
});

describe('transfers', () => {
  test('connected legs of agents and users that ended by a transfer, in any spelling', () => {
    expect(
      whole(`agent-1: connected 0-10 | end @10 transfer
        agent-2: connected 10-20 | end @20 consultTransfer
        agent-3/a: connected 20-30 | end @30 TRANSFER_CONSULT
        agent-3/b: hold 20-30 | end @30 transfer.blind
        user: unplaced connected 4 | end @35 forwardTransfer
        agent-4: connected 30-40 | end @40 client
        agent-5: alerting 30-40 unanswered | end @40 transfer.noanswer
        agent-6: connected 30-40 planned | end @40 transfer
        customer: connected 0-40 | end @40 transfer
        acd: queued 0-10 | end @10 transfer`).transfers,
    ).toBe(5);
  });

  test('a leg counts once, whatever the number of its marks', () => {
    expect(whole('agent: connected 0-10 | end @10 transfer | end @11 transfer').transfers).toBe(1);
  });

  test('an end that names no track is that of the only one', () => {
    const timeline = diagram('agent: connected 0-10 | end @10 transfer');
    for (const milestone of timeline.lanes[0]?.milestones ?? []) delete milestone.trackId;
    expect(measure(timeline).conversation.transfers).toBe(1);
  });

  test('other milestones with such a label, and ends outside the range, are none', () => {
    expect(whole('agent: connected 0-10 | flagged @10 transfer').transfers).toBe(0);
    const timeline = diagram('agent: connected 0-10 | end @10 transfer | acw 10-20');
    expect(measure(timeline, { start: 0, end: 10 }).conversation.transfers).toBe(0);
    expect(measure(timeline, { start: 10, end: 20 }).conversation.transfers).toBe(1);
  });
});

test('unanswered counts legs of agents and users, inferred offers included', () => {
  expect(
    whole(`agent-1: alerting 0-10 unanswered
      agent-2: alerting 10-20 inferred unanswered
      agent-3/a: alerting 20-30 unanswered | alerting 30-40 unanswered
      agent-3/b: alerting 20-30 unanswered
      agent-4: alerting 40-45 | connected 45-60
      customer: alerting 0-10 unanswered`).unanswered,
  ).toBe(4);
});

describe('overlays', () => {
  test('co-browse is the union over lanes of what is not planned', () => {
    expect(
      whole(`agent: connected 0-60 | role viewer 10-30 | role viewer 90-99 planned
        customer: connected 0-60 | role sharer 20-50 inferred`).cobrowse,
    ).toBe(40);
  });

  test('a connected co-browse track is in a session, whether or not its role is told', () => {
    const timeline = diagram('agent: alerting 0-10 | connected 10-30 | hold 30-40 | acw 40-50');
    expect(measure(timeline).conversation.cobrowse).toBe(0);
    for (const { tracks } of timeline.lanes) for (const track of tracks) track.media = 'cobrowse';
    expect(measure(timeline).conversation.cobrowse).toBe(30);
    expect(measure(timeline, { start: 20, end: 60 }).conversation.cobrowse).toBe(20);
  });

  test('control is the union of links that reach somebody', () => {
    expect(
      whole(`agent: connected 0-60 | controlling > customer 10-30 inferred | controlling > ?gone 30-60
        agent: controlling > user 20-35 | consult > user 0-60 | controlling > user 80-90 planned
        customer: connected 0-60
        user: connected 0-60`).controlled,
    ).toBe(25);
  });

  test('both are cut to a range', () => {
    const timeline = diagram(`agent: connected 0-60 | role viewer 10-30 | controlling > customer 10-30
      customer: connected 0-60`);
    expect(measure(timeline, { start: 20, end: 60 }).conversation).toMatchObject({
      cobrowse: 10,
      controlled: 10,
    });
  });
});

test('measuring leaves the timeline as it is', () => {
  const timeline = diagram('agent: hold 20-30 | connected 0-20 | role viewer 5-6 | role viewer 1-2');
  const before = structuredClone(timeline);
  measure(timeline, { start: 3, end: 25 });
  expect(timeline).toEqual(before);
});
