import { describe, expect, test } from 'vitest';
import type { MilestoneKind } from '../../../src/core/index';
import {
  agent,
  iso,
  milestones,
  type Parts,
  party,
  picture,
  rest,
  speaker,
  analytics,
  timelineOf,
  valuesAt,
} from '../../fixtures/payload';
import * as events from '../../fixtures/stream';

const laneOf = (input: unknown) => timelineOf(input).lanes[0] ?? { milestones: [] };
const told = (participant: Record<string, unknown>, ...kinds: MilestoneKind[]) =>
  milestones(laneOf(rest([participant])), ...kinds);
const call = (leg: Parts = {}, more: Parts = {}) => agent({ calls: [{ C: 0, E: 60, ...leg }], ...more });

describe('a wrap-up', () => {
  const wrapup = { code: 'a', endTime: iso(72) };

  test('goes by its code, where it has no name', () => {
    expect(told(call({ wrapup }), 'wrapup')).toBe('wrapup @72 a');
  });

  test('that participant and communication tell alike is one, of the communication', () => {
    const { milestones: all } = laneOf(rest([call({ wrapup }, { wrapup })]));
    expect(all.filter(({ kind }) => kind === 'wrapup')).toMatchObject([{ trackId: 'agent-calls-0' }]);
  });

  // Events know its code, documents its name, too.
  test('that one tells by its code and the other by its name is one, and goes by the name', () => {
    const named = { ...wrapup, name: 'Sold' };
    expect(told(call({ wrapup: named }, { wrapup }), 'wrapup')).toBe('wrapup @72 Sold');
    const over = { state: 'terminated', connectedTime: 0, endTime: 60 };
    const saved = events.party({ code: 'a', endTime: 72 });
    const flat = events.event('none', [undefined, events.agent({ ...over, wrapup: saved })]);
    const leg = { id: 'leg', state: 'terminated', wrapup: { ...saved, name: 'Sold' } };
    const document = { id: 'c1', participants: [events.agent({ ...over, calls: [leg] })] };
    const saves = events.lane(events.draw([flat, document]), 'agent').milestones;
    expect(saves.filter(({ kind }) => kind === 'wrapup')).toMatchObject([{ label: 'Sold' }]);
  });

  test.each<[string, Parts, Parts, string]>([
    [
      'at another time',
      { wrapup },
      { wrapup: { ...wrapup, endTime: iso(80) } },
      'wrapup @72 a | wrapup @80 a',
    ],
    ['of another code', { wrapup }, { wrapup: { ...wrapup, code: 'b' } }, 'wrapup @72 b | wrapup @72 a'],
  ])('%s is another one', (_, leg, more, all) => {
    expect(told(call(leg, more), 'wrapup')).toBe(all);
  });

  test('that a recorded segment names stands at its end', () => {
    const segment = { segmentStart: iso(60), segmentEnd: iso(75), segmentType: 'wrapup' };
    const of = (...segments: unknown[]) =>
      milestones(
        laneOf(
          analytics([
            {
              participantId: 'agent',
              purpose: 'agent',
              sessions: [{ sessionId: 's', mediaType: 'voice', segments }],
            },
          ]),
        ),
        'wrapup',
      );
    expect(of({ ...segment, wrapUpCode: 'billing' })).toBe('wrapup @75 billing');
    expect(of(segment)).toBe('');
    expect(of({ ...segment, segmentEnd: undefined, wrapUpCode: 'billing' })).toBe('');
  });
});

describe('a wrap-up in several looks', () => {
  const record = { segmentStart: iso(60), segmentEnd: iso(75), segmentType: 'wrapup', wrapUpCode: 'a' };
  const recorded = analytics([
    {
      participantId: 'agent',
      purpose: 'agent',
      sessions: [{ sessionId: 'agent-calls-0', mediaType: 'voice', segments: [record] }],
    },
  ]);
  const wrapup = { code: 'a', name: 'Billing', endTime: iso(75.5) };
  const all = (...looks: unknown[]) => milestones(laneOf(looks), 'wrapup');

  test('that a record names stands, whatever comes behind it', () => {
    expect(all(recorded, rest([call()]))).toBe('wrapup @75 a');
    expect(all(rest([call()]), recorded)).toBe('wrapup @75 a');
  });

  test('goes by its name, where a record of the same has the code alone', () => {
    for (const named of [call({ wrapup }), call({}, { wrapup })]) {
      expect(all(recorded, rest([named]))).toBe('wrapup @75.5 Billing');
      expect(all(rest([named]), recorded)).toBe('wrapup @75.5 Billing');
    }
    const other = { ...wrapup, endTime: iso(75.501) };
    expect(all(recorded, rest([call({ wrapup: other })]))).toBe('wrapup @75 a | wrapup @75.501 Billing');
  });

  test('that was told or skipped stays, when later looks leave it out', () => {
    const over = { state: 'disconnected' };
    const stream = (leg: Parts) =>
      events.lane(
        events.draw(
          events.stream(
            'eventTime',
            [
              [70, events.agent({ calls: [{ id: 'x', ...over, disconnectedTime: 60, ...leg }] })],
              [90, events.agent({ calls: [{ id: 'x', ...over }] })],
            ],
            { media: '' },
          ),
        ),
        'agent',
      );
    const labels = (leg: Parts) =>
      stream(leg).milestones.flatMap(({ kind, label }) => (kind === 'wrapup' ? [label] : []));
    expect(labels({ wrapup: { code: 'a', endTime: 65 } })).toEqual(['a']);
    expect(labels({ wrapupSkipped: true })).toEqual(['skipped']);
    expect(labels({ afterCallWork: { state: 'skipped', endTime: 65 } })).toEqual(['skipped']);
  });
});

describe('a wrap-up that was skipped', () => {
  const skipped = { wrapupSkipped: true };
  test.each<[string, Parts, Parts, string]>([
    ['stands at the end of the work', { ...skipped, afterCallWork: [61, 62] }, { W0: 63, W1: 64 }, '@62'],
    ['else where the participant’s ended', { ...skipped, afterCallWork: [61] }, { W0: 63, W1: 64 }, '@64'],
    ['else where the work began', { ...skipped, afterCallWork: [61] }, { W0: 63 }, '@61'],
    ['else where the participant’s began', skipped, { W0: 63 }, '@63'],
    ['else at the end of the leg', skipped, {}, '@60'],
    ['is told by the participant', {}, skipped, '@60'],
    ['is told by its own field', { acwSkipped: true }, {}, '@60'],
    [
      'is told by the state of the work',
      { afterCallWork: { state: 'Skipped', endTime: iso(61) } },
      {},
      '@61',
    ],
  ])('%s', (_, leg, more, at) => {
    expect(told(call(leg, more), 'wrapup')).toBe(`wrapup ${at} skipped`);
  });

  test.each<[string, Parts, Parts]>([
    ['the work was done', { afterCallWork: { state: 'complete', endTime: iso(61) } }, {}],
    ['the communication says no', { wrapupSkipped: false }, skipped],
    ['nothing says when', { C: undefined, E: undefined, state: 'terminated', ...skipped }, {}],
  ])('not when %s', (_, leg, more) => {
    expect(told(call(leg, more), 'wrapup')).toBe('');
  });
});

describe('after-call work', () => {
  test('of which only the end is known is an instant', () => {
    expect(told(call({}, { W1: 70 }), 'acw-start', 'acw-end')).toBe('acw-end @70');
  });

  test('without an end has none', () => {
    expect(told(call({}, { W0: 60 }), 'acw-start', 'acw-end')).toBe('acw-start @60');
  });

  test('of a recorded segment has both its ends', () => {
    expect(told(call({ segments: 'Interact 0-60 | Wrapup 60-70' }), 'acw-start', 'acw-end')).toBe(
      'acw-start @60 | acw-end @70',
    );
  });
});

describe('a start', () => {
  test('of a participant beside its only recorded leg is not told twice', () => {
    expect(
      told(agent({ S: 0, calls: [{ S: 1, E: 60, segments: 'Alert 1-12 | Interact 12-60' }] }), 'start'),
    ).toBe('start @1');
  });

  test('of a callback is when it is no longer waiting for its time', () => {
    const one = speaker('agent', {
      segments: 'scheduled 0-50 | dialing 50-55 | interact 55-60',
      mediaType: 'callback',
    });
    expect(milestones(laneOf(analytics([one])), 'start')).toBe('start @50');
  });
});

describe('an end that an error caused', () => {
  const failed = (errorInfo: Parts, leg: Parts = {}) => {
    const input = rest([agent({ calls: [{ A: 0, E: 30, errorInfo, ...leg }] })]);
    const end = laneOf(input).milestones.find(({ kind }) => kind === 'end');
    return end && { error: end.error, by: valuesAt(input, end.evidence).slice(1) };
  };

  test('names its code and message', () => {
    expect(failed({ code: 'e1', message: 'Busy' })).toEqual({
      error: { code: 'e1', message: 'Busy' },
      by: ['e1', 'Busy'],
    });
    expect(failed({ message: 'Busy' })).toMatchObject({ error: { message: 'Busy' }, by: ['Busy'] });
  });

  test('is one where it names neither', () => {
    expect(failed({ status: 500 })).toMatchObject({ by: [{ status: 500 }] });
  });

  test('is a mere field on a leg that went well, and none where it is empty', () => {
    expect(failed({ code: 'e1' }, { C: 5, disconnectType: 'client' })?.error).toBeUndefined();
    expect(failed({ code: 'e1' }, { C: 5 })?.error).toBeUndefined();
    expect(failed({ code: 'e1' }, { C: 5, disconnectType: 'error' })?.error).toMatchObject({ code: 'e1' });
    expect(failed({})?.error).toBeUndefined();
  });
});

describe('a resume', () => {
  test.each<[string, Parts, string]>([
    ['at its own time', { C: 0, P: 20, R: 40, E: 60 }, 'parked @20 | resume @40'],
    ['at an unknown time is none', { C: 0, P: 20, state: 'connected', E: 60 }, 'parked @20'],
    ['that never came is none', { C: 0, P: 20, state: 'parked', E: 60 }, 'parked @20'],
  ])('%s', (_, leg, all) => {
    expect(told(call(leg), 'parked', 'resume')).toBe(all);
  });
});

describe('an evaluation', () => {
  const of = (evaluation: Parts) =>
    told(
      call({}, { evaluations: [{ id: 'e', ...evaluation }] }),
      'evaluation-assigned',
      'evaluation-submitted',
      'evaluation-released',
    );

  test('that is finished was submitted when it last changed', () => {
    expect(of({ status: 'FINISHED', changedDate: iso(900) })).toBe('evaluation-submitted @900 FINISHED');
    expect(of({ status: 'PENDING', changedDate: iso(900) })).toBe('');
  });

  test('that is not finished was not submitted when it occurred', () => {
    for (const status of ['PENDING', 'InProgress']) expect(of({ status, eventTime: iso(900) })).toBe('');
    expect(of({ status: 'FINISHED', eventTime: iso(900) })).toBe('evaluation-submitted @900 FINISHED');
  });

  test('without any word goes without one', () => {
    expect(of({ assignedDate: iso(900) })).toBe('evaluation-assigned @900');
  });

  test('of nobody here is left out, of a user stands with the last lane', () => {
    const evaluation = (more: Parts) => ({
      evaluationId: 'e',
      eventTime: iso(900),
      formName: 'Kindness',
      ...more,
    });
    const lanes = (more: Parts, userId?: string) =>
      timelineOf(
        analytics(
          [
            { ...speaker('agent', { segments: 'interact 0-60' }), userId },
            { ...speaker('user', { segments: 'interact 60-90' }), userId },
          ],
          { evaluations: [evaluation(more)] },
        ),
      ).lanes.map((lane) => milestones(lane, 'evaluation-submitted'));
    expect(lanes({ userId: 'mina' }, 'mina')).toEqual(['', 'evaluation-submitted @900 Kindness']);
    expect(lanes({ agent: { id: 'mina' } }, 'mina')).toEqual(['', 'evaluation-submitted @900 Kindness']);
    expect(lanes({ userId: 'other' }, 'mina')).toEqual(['', '']);
    expect(lanes({})).toEqual(['', '']);
  });

  test('stands in its place in time', () => {
    const input = analytics([{ ...speaker('agent', { segments: 'interact 0-60' }), userId: 'mina' }], {
      evaluations: [{ evaluationId: 'e', userId: 'mina', assignedDate: iso(30), formName: 'Kindness' }],
    });
    expect(milestones(laneOf(input)).split(' | ')[1]).toBe('evaluation-assigned @30 Kindness');
  });
});

describe('the time to answer an offer', () => {
  const limit = (leg: Parts) =>
    timelineOf(rest([agent({ calls: [{ alertingTimeoutMs: 30_000, ...leg }] })])).lanes[0]?.limits.map(
      ({ kind, evidence }) => `${kind} ${evidence.pointers.length}`,
    );

  test('counts from its time, from the start of its leg, or from a record', () => {
    expect(limit({ A: 0, C: 12, E: 60 })).toEqual(['alerting 2']);
    expect(limit({ S: 0, C: 12, E: 60 })).toEqual(['alerting 2']);
    expect(limit({ segments: 'Alert 0-12 | Interact 12-60' })).toEqual(['alerting 4']);
  });

  test('is not known where its start is not', () => {
    expect(limit({ E: 30, initialState: 'alerting' })).toEqual([]);
  });
});

test('a leg of an agent of which only the end of an offer is known is a point', () => {
  const point = (purpose: string, leg: Parts) =>
    picture(timelineOf(rest([party(purpose, { calls: [leg] })])));
  expect(point('agent', { E: 30, initialState: 'alerting' })).toEqual(['alerting 30-30 inferred unanswered']);
  expect(point('agent', { E: 30, initialState: 'dialing' })).toEqual(['']);
  expect(point('agent', { state: 'terminated', initialState: 'alerting' })).toEqual(['']);
  expect(point('customer', { E: 30, initialState: 'alerting' })).toEqual(['']);
});

test('a flag stands where a stream raises it', () => {
  const on = events.agent({ state: 'connected' });
  const input = events.stream('eventTime', [
    [0, on],
    [10, { ...on, flaggedReason: 'general' }],
    [20, { ...on, flaggedReason: 'general' }],
  ]);
  const flags = events.lane(events.draw(input), 'agent').milestones.filter(({ kind }) => kind === 'flagged');
  expect(flags).toMatchObject([{ at: events.at(10), label: 'general' }]);
});
