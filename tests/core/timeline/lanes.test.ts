import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  codes,
  customer,
  iso,
  party,
  picture,
  rest,
  s,
  speaker,
  timelineOf,
} from '../../fixtures/payload';

const lanesOf = (...participants: object[]) =>
  timelineOf(rest(participants.map((one) => ({ ...one })))).lanes;

describe('order', () => {
  test('by first instant', () => {
    const lanes = lanesOf(
      agent({ calls: [{ A: 20, C: 30, E: 60 }] }),
      party('acd', { calls: [{ C: 10, E: 30 }] }),
      customer({ calls: [{ C: 0, E: 60 }] }),
    );
    expect(lanes.map(({ id }) => id)).toEqual(['customer', 'acd', 'agent']);
  });

  test('of the document where the instants are the same', () => {
    const lanes = lanesOf(
      agent({ id: 'b', calls: [{ C: 0, E: 60 }] }),
      agent({ id: 'a', calls: [{ C: 0, E: 60 }] }),
      agent({ id: 'c', calls: [{ C: 0, E: 60 }] }),
    );
    expect(lanes.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  test('also of many, told from the last to the first, and of many segments', () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    const spans = numbers.map((at) => `Interact ${at}-${at + 1}`);
    const many = numbers.map((at) => agent({ id: `${at}`, calls: [{ C: at, E: 90 }] }));
    expect(lanesOf(...many.toReversed()).map(({ id }) => id)).toEqual(numbers.map(String));
    const [shuffled] = lanesOf(agent({ calls: [{ E: 30, segments: spans.toReversed().join(' | ') }] }));
    expect(shuffled?.tracks[0]?.segments.map(({ start }) => (start - s(0)) / 1000)).toEqual(numbers);
  });

  test('by the start, where it comes before the first segment', () => {
    const lanes = lanesOf(
      customer({ id: 'late', calls: [{ C: 5, E: 60 }] }),
      customer({ id: 'early', calls: [{ S: 4, C: 10, E: 60 }] }),
    );
    expect(lanes.map(({ id }) => id)).toEqual(['early', 'late']);
  });

  test('by the first segment, where no milestone is as early', () => {
    const seen = agent({ state: 'connected', E: undefined });
    const event = {
      topicName: 'v2.users.mina.conversations.calls',
      eventTime: iso(5),
      eventBody: { id: 'c', participants: [customer({ C: 10, state: 'connected' }), seen] },
    };
    const { lanes } = timelineOf(event, { now: 60 });
    expect(lanes.map(({ id, milestones }) => [id, milestones.length])).toEqual([
      ['agent', 0],
      ['customer', 1],
    ]);
  });

  test('those without any instant come last', () => {
    const lanes = lanesOf({ id: 'silent', purpose: 'agent' }, customer({ calls: [{ C: 0, E: 60 }] }));
    expect(lanes.map(({ id }) => id)).toEqual(['customer', 'silent']);
  });
});

describe('ids', () => {
  test('the participant’s where it has one', () => {
    expect(lanesOf(agent({ id: 'mina', C: 0, state: 'connected' }))[0]?.id).toBe('mina');
  });

  test('its purpose and a number where it has none', () => {
    const flat = { purpose: 'agent', state: 'connected', connectedTime: '2026-11-19T09:02:00Z' };
    expect(lanesOf(flat, flat).map(({ id }) => id)).toEqual(['agent-1', 'agent-2']);
  });

  test('duplicates are made unique, and both stay', () => {
    const twin = (C: number) => agent({ id: 'twin', calls: [{ id: `call ${C}`, C, E: 60 }] });
    const lanes = lanesOf(twin(0), twin(10));
    expect(new Set(lanes.map(({ id }) => id)).size).toBe(2);
    expect(lanes[0]?.id).toBe('twin');
    expect(lanes.flatMap(({ tracks }) => tracks.length)).toEqual([1, 1]);
  });

  test('a made-up id gives way to a true one', () => {
    const lanes = lanesOf(
      { purpose: 'agent', state: 'connected', connectedTime: '2026-11-19T09:02:00Z' },
      agent({ id: 'agent-1', C: 5, state: 'connected' }),
    );
    expect(new Set(lanes.map(({ id }) => id)).size).toBe(2);
    expect(lanes.find(({ participant }) => participant.id === 'agent-1')?.id).toBe('agent-1');
  });

  test('tracks take the communication’s, or the participant’s and the medium', () => {
    expect(lanesOf(agent({ calls: [{ id: 'leg', C: 0, E: 60 }] }))[0]?.tracks[0]?.id).toBe('leg');
    const flat = agent({ id: 'mina', C: 0, state: 'connected', cobrowseSessionId: 'room' });
    expect(lanesOf(flat)[0]?.tracks).toMatchObject([{ id: 'mina/cobrowse', media: 'cobrowse' }]);
  });

  test('a track says nothing of what it has not: lengths without a place, holds before the last', () => {
    const [lane] = lanesOf(agent({ calls: [{ C: 0, E: 60, held: true }] }));
    expect(Object.keys(lane?.tracks[0] ?? {})).toEqual(['id', 'media', 'segments']);
  });

  test('one communication id on two participants: the tracks are told apart', () => {
    const twins = [
      agent({ id: 'a', calls: [{ id: 'leg', C: 0, E: 20 }] }),
      agent({ id: 'b', calls: [{ id: 'leg', C: 5 }] }),
    ];
    expect(lanesOf(...twins).map(({ tracks }) => tracks[0]?.id)).toEqual(['leg', 'leg~2']);
  });

  test('two communications with one id are two tracks with two ids', () => {
    const one = agent({
      calls: [
        { id: 'leg', C: 0, E: 20 },
        { id: 'leg', C: 30, E: 60 },
      ],
    });
    const [lane] = lanesOf(one);
    expect(lane?.tracks.map(({ segments }) => segments.length)).toEqual([1, 1]);
    expect(new Set(lane?.tracks.map(({ id }) => id)).size).toBe(2);
    expect(codes(timelineOf(rest([one])))).toEqual(['duplicate-id']);
  });
});

describe('names for people', () => {
  test.each([
    ['the participant’s', { name: 'Mina', user: { id: 'u', name: 'M. F.' } }, 'agent', 'Mina'],
    [
      'the user’s',
      { user: { id: 'u', name: 'M. F.' }, externalContact: { id: 'e', name: 'X' } },
      'agent',
      'M. F.',
    ],
    ['the contact’s', { externalContact: { id: 'e', name: 'X' } }, 'external', 'X'],
    ['the purpose', {}, 'agent', 'Agent'],
    [
      'the queue’s for a queue',
      { name: 'ACD', queueName: 'Billing', queue: { id: 'q', name: 'B' } },
      'acd',
      'Billing',
    ],
    [
      'the queue’s for a queue that is named by reference',
      { queue: { id: 'q', name: 'Billing' } },
      'acd',
      'Billing',
    ],
    ['what people call the purpose', {}, 'acd', 'Queue'],
    ['what people call the purpose, however it is written', {}, 'Ivr', 'IVR'],
    ['a purpose that is not known, as it stands', {}, 'butler', 'Butler'],
    ['the purpose, when the name is blank', { name: '  ' }, 'customer', 'Customer'],
  ])('%s', (_, more, purpose, label) => {
    expect(lanesOf(party(purpose, { C: 0, state: 'connected', ...more }))[0]?.label).toBe(label);
  });

  test('is never empty', () => {
    expect(lanesOf({ id: 'someone', state: 'connected', held: false })[0]?.label).toBe('Someone');
    expect(lanesOf({ id: '', purpose: '', state: 'connected' })[0]?.label).not.toBe('');
  });
});

// Analytics names no agents, and hardly a queue.
describe('who has no name', () => {
  const ID = '7c1e9f0a-52d4-4b6e-9c03-5d8e2f41ca91';
  test.each([
    ['by what begins a user’s id', 'agent', { userId: ID }, 'Agent 7c1e9f0a'],
    ['by that of the user referred to', 'user', { user: { id: ID } }, 'User 7c1e9f0a'],
    ['by that of a queue’s', 'acd', { queueId: ID, userId: 'u' }, 'Queue 7c1e9f0a'],
    ['by that of the queue referred to', 'acd', { queue: { id: ID } }, 'Queue 7c1e9f0a'],
    ['by another id as it is', 'agent', { userId: 'agent-0001' }, 'Agent agent-0001'],
    ['by the purpose, when the id is blank', 'agent', { userId: '  ' }, 'Agent'],
    ['not by the queue that an agent works for', 'agent', { queueId: ID }, 'Agent'],
    ['by the id of what has no purpose either', 'unknown', { id: 'someone', userId: 'u' }, 'Someone'],
  ])('is told from others %s', (_, purpose, more, label) => {
    expect(lanesOf(party(purpose, { C: 0, state: 'connected', ...more }))[0]?.label).toBe(label);
  });

  test('is told from others whose ids begin alike by what ends them', () => {
    const made = (n: number) => `00000000-0000-4000-8000-0000000000${n}`;
    const lanes = lanesOf(
      party('agent', { C: 0, userId: made(21) }),
      party('agent', { C: 1, userId: made(22) }),
      party('agent', { C: 2, userId: made(21) }),
      party('acd', { C: 3, queueId: ID }),
      party('customer', { C: 4 }),
    );
    expect(lanes.map(({ label }) => label)).toEqual([
      'Agent …00000021',
      'Agent …00000022',
      'Agent …00000021',
      'Queue 7c1e9f0a',
      'Customer',
    ]);
  });

  test('is told from others, where it is a queue, by the first that its records name', () => {
    const queue = speaker('acd', { segments: '' }, { segments: 'delay 0-5 | interact 5-9' });
    const [, session] = queue['sessions'] as { segments: object[] }[];
    Object.assign(session?.segments[1] ?? {}, { queueId: ID });
    expect(timelineOf(analytics([queue])).lanes[0]?.label).toBe('Queue 7c1e9f0a');
  });
});

// Rule 9.
describe('legs of one user', () => {
  test('are two lanes, tied by the user’s id', () => {
    const lanes = lanesOf(
      agent({ id: 'one', userId: 'mina', calls: [{ A: 0, E: 30 }] }),
      agent({ id: 'two', userId: 'mina', calls: [{ A: 40, C: 45, E: 60 }] }),
    );
    expect(lanes.map(({ id, userId }) => [id, userId])).toEqual([
      ['one', 'mina'],
      ['two', 'mina'],
    ]);
  });

  test('flat ones by the id of the user they refer to', () => {
    const flat = (id: string, C: number) => agent({ id, user: { id: 'mina' }, C, state: 'connected' });
    expect(lanesOf(flat('one', 0), flat('two', 5)).map(({ userId }) => userId)).toEqual(['mina', 'mina']);
  });

  test('a customer has none', () => {
    expect(lanesOf(customer({ C: 0, state: 'connected' }))[0]).not.toHaveProperty('userId');
  });
});

describe('tracks', () => {
  test('one per communication, of its medium', () => {
    const media = {
      calls: 'call',
      callbacks: 'callback',
      chats: 'chat',
      cobrowsesessions: 'cobrowse',
      emails: 'email',
      messages: 'message',
      internalMessages: 'internal-message',
      screenMonitorings: 'screen-monitoring',
      screenshares: 'screenshare',
      socialExpressions: 'social',
      videos: 'video',
    };
    const all = Object.fromEntries(
      Object.keys(media).map((name) => [
        name,
        [{ id: name, state: 'connected', connectedTime: '2026-11-19T09:02:00Z' }],
      ]),
    );
    const [lane] = lanesOf({ id: 'agent', purpose: 'agent', ...all });
    const found = Object.fromEntries(lane?.tracks.map((track) => [track.id, track.media]) ?? []);
    expect(found).toEqual(media);
  });

  // Rules 11 and 12.
  test('points and instants without length stay', () => {
    const one = agent({ calls: [{ A: 12, C: 12, E: 12, state: 'terminated' }] });
    expect(picture(timelineOf(rest([one])))).toEqual(['alerting 12-12 | connected 12-12']);
    const recorded = agent({ calls: [{ E: 12, segments: 'Alert 0-12 | Interact 12-12 | Wrapup 12-12' }] });
    expect(picture(timelineOf(rest([recorded])))).toEqual(['alerting 0-12 | connected 12-12 | acw 12-12']);
  });

  test('a leg that stuck for two months is drawn as it stands', () => {
    const months = 60 * 86_400;
    expect(picture(timelineOf(rest([agent({ calls: [{ C: 0, E: months }] })])))).toEqual([
      `connected 0-${months}`,
    ]);
  });
});
