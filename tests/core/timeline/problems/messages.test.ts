import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../../../src/core/index';
import {
  agent,
  analytics,
  codes,
  customer,
  iso,
  type Parts,
  party,
  rest,
  said,
  speaker,
  timelineOf,
} from '../../../fixtures/payload';

type Participant = Record<string, unknown>;
const call = (leg: Parts, more: Parts = {}) => agent({ calls: [leg], ...more });
const caller = customer({ calls: [{ C: 0, E: 60 }] });
const share = (id: string, cobrowseRole: string) =>
  party('agent', { id, cobrowsesessions: [{ C: 0, E: 60, cobrowseSessionId: 'room', cobrowseRole }] });

/** Every problem of meaning in words: whose it is comes first, and what it is about is named. */
const MESSAGES: [code: ProblemCode, message: string, input: unknown][] = [
  ['time-out-of-order', 'Agent: alerting comes before start', rest([call({ S: 10, A: 0 })])],
  ['time-out-of-order', 'Agent: connected comes before start', rest([call({ S: 10, C: 0, E: 60 })])],
  ['time-out-of-order', 'Agent: connected comes before alerting', rest([call({ A: 10, C: 0, E: 60 })])],
  ['time-out-of-order', 'Agent: end comes before start', rest([call({ S: 10, E: 0 })])],
  ['time-out-of-order', 'Agent: end comes before alerting', rest([call({ A: 10, E: 0 })])],
  ['time-out-of-order', 'Agent: end comes before connected', rest([call({ C: 10, E: 0 })])],
  [
    'time-out-of-order',
    'Agent: end comes before the end of a segment',
    rest([call({ E: 50, segments: 'Interact 0-60' })]),
  ],
  ['time-out-of-order', 'Agent: end comes before hold', rest([call({ C: 0, H: 70, E: 60 })])],
  [
    'time-out-of-order',
    'Agent: the end of a segment comes before its start',
    rest([call({ segments: 'Interact 10-0' })]),
  ],
  [
    'time-out-of-order',
    'Agent: the end of after-call work comes before its start',
    rest([call({ C: 0, E: 60, afterCallWork: [70, 60] })]),
  ],
  [
    'time-out-of-order',
    'Agent: the end of after-call work comes before its start',
    rest([call({ C: 0, E: 60 }, { W0: 70, W1: 60 })]),
  ],
  ['time-out-of-order', 'The conversation ends before it starts', rest([], { S: 10, E: 0 })],
  ['missing-start', 'Agent: nothing says when this leg started', rest([call({ E: 60 })])],
  [
    'missing-end',
    'Agent: this leg is over, and nothing says since when',
    rest([call({ C: 0, state: 'terminated' })]),
  ],
  [
    'hold-end-unknown',
    'Agent: the end of the hold was not recorded; it is drawn as long as it can have been',
    rest([call({ C: 0, H: 20, held: false, E: 60 })]),
  ],
  [
    'park-end-unknown',
    'Agent: resumed at an unknown time; parked is drawn as long as it can have been',
    rest([call({ C: 0, P: 20, state: 'connected', E: 60 })]),
  ],
  ['unanswered', 'Agent: the offer ended without an answer', rest([call({ A: 0, E: 30 })])],
  [
    'held-without-start',
    'Agent: on hold, and nothing says since when',
    rest([call({ C: 0, held: true, state: 'connected' })]),
  ],
  [
    'overlapping-segments',
    'Agent: two recorded segments overlap by 2 s',
    rest([call({ segments: 'Interact 0-20 | Hold 18-60' })]),
  ],
  [
    'gap-in-segments',
    'Agent: 5 s between two recorded segments are not accounted for',
    rest([call({ segments: 'Interact 0-20 | Hold 25-60' })]),
  ],
  [
    'outside-conversation',
    "Agent: this leg reaches more than a second beyond the conversation's own start or end",
    rest([call({ C: 0, E: 60 })], { S: 0, E: 50 }),
  ],
  [
    'clock-skew',
    "Agent: the provider's event lies 5 s from the nearest change of state",
    rest([call({ C: 0, E: 60, V: 65 })]),
  ],
  ['duplicate-id', 'Agent: another participant has the same id', rest([agent(), agent()])],
  [
    'duplicate-id',
    'Customer: another communication has the same id',
    rest([call({ id: 'x', C: 0, E: 60 }), customer({ calls: [{ id: 'x', C: 0, E: 60 }] })]),
  ],
  [
    'acw-overrun',
    'Agent: after-call work took 35 s of the 30 s allowed',
    rest([call({ C: 0, E: 60 }, { W0: 60, W1: 95, wrapupTimeoutMs: 30_000 })]),
  ],
  [
    'acw-overrun',
    'Agent: after-call work took 1 h 1 min 58 s of the 1 min 30 s allowed',
    rest([call({ C: 0, E: 60 }, { W0: 60, W1: 3778.138, wrapupTimeoutMs: 90_000 })]),
  ],
  [
    'acw-overrun',
    'Agent: after-call work took 30.002 s of the 30.001 s allowed',
    rest([call({ C: 0, E: 60 }, { W0: 60, W1: 90.002, wrapupTimeoutMs: 30_001 })]),
  ],
  [
    'acw-overrun',
    'Agent: after-call work took 1.75 s of the 500 ms allowed',
    rest([call({ C: 0, E: 60 }, { W0: 60, W1: 61.75, wrapupTimeoutMs: 500 })]),
  ],
  [
    'unknown-value',
    'Oddity: purpose “oddity” is not a known value; it is shown as it is',
    rest([party('oddity')]),
  ],
  [
    'unknown-value',
    'Agent: state “thinking” is not a known value; it is shown as it is',
    rest([call({ S: 0, state: 'thinking' })]),
  ],
  [
    'unknown-value',
    'Agent: direction “sideways” is not a known value; it is shown as it is',
    rest([call({ C: 0, E: 60, direction: 'sideways' })]),
  ],
  [
    'unknown-value',
    'A: co-browse role “judge” is not a known value; it is shown as it is',
    rest([{ ...share('a', 'judge'), name: 'A' }]),
  ],
  [
    'unknown-value',
    'Agent: disconnect type “magic” is not a known value; it is shown as it is',
    rest([call({ C: 0, E: 60, disconnectType: 'magic' })]),
  ],
  [
    'unknown-value',
    'Agent: media type “hologram” is not a known value; it is shown as it is',
    analytics([speaker('agent', { segments: 'interact 0-60', mediaType: 'hologram' })]),
  ],
  [
    'unknown-value',
    'Agent: segment type “Dreaming” is not a known value; it is shown as it is',
    rest([call({ segments: 'Dreaming 0-60' })]),
  ],
  [
    'unsafe-url',
    'Agent: this address is shown as text, for it is not a plain https address',
    rest([agent({ userUri: 'http://example.com' })]),
  ],
  [
    'controls-without-cobrowse',
    'Agent: control is named outside a co-browse session',
    rest([call({ C: 0, E: 60, controlling: ['customer'] }), caller]),
  ],
  [
    'dangling-reference',
    'Agent: “gone” is nobody in this conversation',
    rest([call({ C: 0, E: 60, consultParticipantId: 'gone' })]),
  ],
  ['no-sharer', 'The co-browse session has viewers, and nobody shares', rest([share('a', 'viewer')])],
  [
    'two-sharers',
    'The co-browse session has two sharers at one time',
    rest([share('a', 'sharer'), share('b', 'sharer')]),
  ],
  [
    'metric-mismatch',
    'Agent: the vendor counts 50 s as talk (tTalk), its segments add up to 1 min',
    analytics([speaker('agent', { segments: 'interact 0-60', metrics: [['tTalk', 50_000]] })]),
  ],
];

test.each(MESSAGES)('%s: %s', (code, message, input) => {
  const { problems } = timelineOf(input);
  expect(problems.filter((one) => one.code === code).map((one) => one.message)).toEqual([message]);
});

describe('addresses', () => {
  const unsafe = (participant: Participant) =>
    said(timelineOf(rest([participant])), 'unsafe-url').map(([, pointer]) => pointer);
  const bad = 'http://example.com';

  test.each<[string, Parts, string]>([
    ['of a user', { userUri: bad }, 'userUri'],
    ['of a viewer', { viewerUrl: bad }, 'viewerUrl'],
    ['of a picture', { avatarImageUrl: bad }, 'avatarImageUrl'],
    ['of a team', { team: { id: 't', selfUri: bad } }, 'team/selfUri'],
    ['by the name of an unknown field', { photoUrl: bad }, 'photoUrl'],
    ['by the name of an unknown field, in any case', { photo_URI: bad }, 'photo_URI'],
  ])('%s', (_, more, field) => {
    expect(unsafe(agent(more))).toEqual([`/participants/0/${field}`]);
  });

  test.each<[string, Parts]>([
    ['viewerUrl', { viewerUrl: bad }],
    ['avatarImageUrl', { avatarImageUrl: bad }],
    ['photoUrl', { photoUrl: bad }],
  ])('of a communication: %s', (field, more) => {
    expect(unsafe(call({ C: 0, E: 60, ...more }))).toEqual([`/participants/0/calls/0/${field}`]);
  });

  test.each<[string, Parts]>([
    ['what is no text', { photoUrl: { href: bad } }],
    ['what is named otherwise', { urlText: bad, curious: bad }],
    ['what is safe', { photoUrl: 'https://example.com', userUri: '/api/v2/users/1' }],
  ])('not: %s', (_, more) => {
    expect(unsafe(agent(more))).toEqual([]);
  });
});

describe('no problem', () => {
  test.each<[string, Participant[], Parts]>([
    [
      'a hold that is no record, in a gap between records',
      [call({ H: 20, held: true, segments: 'Interact 0-20 | Interact 20-60' })],
      {},
    ],
    [
      'one who controls himself within a session',
      [
        {
          ...share('a', 'sharer'),
          cobrowsesessions: [
            {
              id: 's',
              connectedTime: iso(0),
              disconnectedTime: iso(60),
              cobrowseSessionId: 'room',
              cobrowseRole: 'sharer',
              controlling: ['a'],
            },
          ],
        },
      ],
      {},
    ],
    ['half a second too early', [call({ A: 0.5, C: 0, E: 60 })], {}],
    ['a conversation without length', [], { S: 0, E: 0 }],
    ['a second outside', [call({ C: -1, E: 61 })], { S: 0, E: 60 }],
    [
      'a provider event near an end of after-call work',
      [call({ C: 0, E: 60, V: 70.5 }, { W0: 60, W1: 70 })],
      {},
    ],
    ['a provider event near a resume', [call({ C: 0, P: 20, R: 40, E: 60, V: 40.9 })], {}],
  ])('%s', (_, participants, more) => {
    expect(codes(timelineOf(rest(participants, more)))).toEqual([]);
  });
});

test('sharers who never share at one time are none', () => {
  const [one, other] = [share('a', 'sharer'), share('b', 'sharer')];
  const late = {
    ...other,
    cobrowsesessions: [
      {
        id: 's',
        connectedTime: iso(60),
        disconnectedTime: iso(90),
        cobrowseSessionId: 'room',
        cobrowseRole: 'sharer',
      },
    ],
  };
  expect(codes(timelineOf(rest([one, late])))).toEqual([]);
});

test('sharers of whom no time is known are two', () => {
  const timeless = (id: string) =>
    party('agent', {
      id,
      cobrowsesessions: [{ state: 'disconnected', cobrowseSessionId: 'room', cobrowseRole: 'sharer' }],
    });
  expect(codes(timelineOf(rest([timeless('a'), timeless('b')])))).toContain('two-sharers');
});
