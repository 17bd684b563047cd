import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  customer,
  iso,
  type Parts,
  picture,
  rest,
  speaker,
  timelineOf,
} from '../../fixtures/payload';
import * as events from '../../fixtures/stream';

type Participant = Record<string, unknown>;
const media = (...participants: Participant[]) =>
  timelineOf(rest(participants)).lanes.map(({ tracks }) => tracks.map((track) => track.media).join(' '));
const flat = (more: Parts = {}) => agent({ C: 0, E: 60, state: 'disconnected', ...more });

describe('the medium of a flat participant', () => {
  test.each<[string, Parts, string]>([
    ['fields that one medium has', { cobrowseRole: 'viewer' }, 'cobrowse'],
    ['fields of mail', { subject: 'Hello' }, 'email'],
    ['fields of calls', { muted: false }, 'call'],
    ['fields of callbacks', { callbackNumbers: ['1'] }, 'callback'],
    ['fields before the provider', { subject: 'Hello', provider: 'Edge' }, 'email'],
    ['the provider of calls', { provider: 'Edge' }, 'call'],
    ['a provider that names it', { provider: 'PureCloud Messaging' }, 'message'],
    ['a provider that names another', { provider: 'PureCloud Video' }, 'video'],
    ['a provider that names none', { provider: 'PureCloud' }, 'unknown'],
    ['nothing', {}, 'unknown'],
  ])('by %s', (_, more, medium) => {
    expect(media(flat(more))).toEqual([medium]);
  });

  test('is that of its siblings, where they agree', () => {
    expect(media(flat(), customer({ C: 0, E: 60, state: 'disconnected', subject: 'Hello' }))).toEqual([
      'email',
      'email',
    ]);
  });

  test('is not known where they do not', () => {
    const mail = customer({ id: 'm', C: 0, E: 60, state: 'disconnected', subject: 'Hello' });
    const call = customer({ id: 'c', C: 0, E: 60, state: 'disconnected', muted: true });
    expect(media(flat(), mail, call)).toEqual(['unknown', 'email', 'call']);
  });

  test('is told by its topic', () => {
    const timeline = events.draw(
      events.stream('eventTime', [[0, events.agent({ state: 'connected', muted: true })]], {
        media: 'emails',
      }),
    );
    expect(events.lane(timeline, 'agent').tracks).toMatchObject([{ id: 'agent/email', media: 'email' }]);
  });
});

describe('what in a list of communications is none', () => {
  test.each<[string, Parts]>([
    ['a state', { state: 'connected' }],
    ['segments', { segments: 'Interact 0-60' }],
    ['a start', { S: 0 }],
    ['an offer', { A: 0 }],
    ['a connection', { C: 0 }],
    ['a hold', { H: 0 }],
    ['an end', { E: 0 }],
  ])('not: with %s', (_, leg) => {
    expect(
      timelineOf(rest([agent({ emails: [leg, { body: 'Hello' }] })])).lanes[0]?.tracks.map(({ id }) => id),
    ).toEqual(['agent-emails-0']);
  });
});

describe('one communication, however it is told', () => {
  const session = (sessionId: string, segments: string, more: Parts = {}) => ({
    ...speaker('agent', { sessionId, segments, ...more }),
  });
  const merged = (sessions: Participant, ...legs: [string, Parts[]][]) => {
    const { lanes } = timelineOf([analytics([sessions], { E: 90 }), rest([agent(Object.fromEntries(legs))])]);
    return lanes.flatMap(({ tracks }) =>
      tracks.map((track) => `${track.media} ${picture({ lanes: [{ tracks: [track] }] } as never)[0]}`),
    );
  };

  test('the only session and the only communication of a medium are one leg', () => {
    expect(merged(session('s', 'interact 0-60'), ['calls', [{ id: 'c', C: 1, E: 60 }]])).toEqual([
      'call connected 0-60',
    ]);
  });

  test('not of two media', () => {
    expect(merged(session('s', 'interact 0-60'), ['chats', [{ id: 'c', C: 1, E: 60 }]])).toEqual([
      'call connected 0-60',
      'chat connected 1-60',
    ]);
  });

  test('not one session and two communications', () => {
    expect(
      merged(session('s', 'interact 0-60'), [
        'calls',
        [
          { id: 'c', C: 1, E: 20 },
          { id: 'd', C: 30, E: 60 },
        ],
      ]),
    ).toHaveLength(3);
  });

  test('not two sessions', () => {
    const two = speaker('agent', { segments: 'interact 0-20' }, { segments: 'interact 30-60' });
    expect(merged(two)).toEqual(['call connected 0-20', 'call connected 30-60']);
  });

  test('the recorded history of analytics draws, wherever it stands', () => {
    const whole = analytics(
      [speaker('agent', { sessionId: 'leg', segments: 'interact 0-20 | hold 20-60' })],
      { E: 60 },
    );
    const snapshot = rest([agent({ calls: [{ id: 'leg', segments: 'Interact 0-60' }] })]);
    expect(picture(timelineOf([whole, snapshot]))).toEqual(['connected 0-20 | hold 20-60']);
    expect(picture(timelineOf([snapshot, whole]))).toEqual(['connected 0-20 | hold 20-60']);
  });

  test('communications without ids are told apart by their medium and their order', () => {
    const look = (E?: number) =>
      agent({
        calls: [
          { id: undefined, C: 0, E: 20 },
          { id: undefined, C: 30, E },
        ],
        chats: [{ id: undefined, C: 5, E: 60 }],
      });
    expect(picture(timelineOf([rest([look()]), rest([look(50)])]))).toEqual([
      'connected 0-20',
      'connected 30-50',
      'connected 5-60',
    ]);
  });

  test('tracks without ids are told apart by a number', () => {
    const legs = [0, 20, 40].map((C) => ({ id: undefined, C, E: C + 10 }));
    expect(timelineOf(rest([agent({ calls: legs })])).lanes[0]?.tracks.map(({ id }) => id)).toEqual([
      'agent/call',
      'agent/call~2',
      'agent/call~3',
    ]);
  });
});

describe('a participant in several looks', () => {
  const at = (seconds: number, more: events.Party) =>
    events.event('eventTime', [seconds, events.agent({ state: 'connected', ...more })]);
  const participant = (...looks: unknown[]) => events.lane(events.draw(looks), 'agent').participant;

  test('keeps what a later look leaves out, and takes what it says anew', () => {
    expect(
      participant(at(0, { name: 'Mina', queueName: 'Billing' }), at(5, { queueName: 'Sales' })),
    ).toMatchObject({ name: 'Mina', queueName: 'Sales' });
  });

  test('the same with fields that the models do not know', () => {
    expect(
      participant(at(0, { oddity: 1, rarity: 2 }), at(5, {}), at(9, { rarity: 3 })).unknownFields,
    ).toEqual([
      ['oddity', 1],
      ['rarity', 3],
    ]);
    expect(participant(at(0, {}), at(5, {}))).not.toHaveProperty('unknownFields');
  });
});

describe('the name of a lane', () => {
  test.each<[string, Participant, string]>([
    ['its purpose in words', agent({ id: 'a' }), 'Agent'],
    ['its id, where it has no purpose', { id: 'ana', calls: [] }, 'Ana'],
    ['its own name', agent({ name: 'Mina', user: { id: 'u', name: 'Other' } }), 'Mina'],
    ['its user’s', agent({ name: ' ', user: { id: 'u', name: 'Mina' } }), 'Mina'],
  ])('%s', (_, participant, label) => {
    expect(timelineOf(rest([participant])).lanes[0]?.label).toBe(label);
  });

  test('a made-up id is that of its purpose', () => {
    expect(timelineOf(rest([{ state: 'connected', connectedTime: iso(0) }])).lanes[0]?.id).toBe('unknown-1');
  });
});

describe('ids that stand for several', () => {
  const call = (id: string, C: number, leg: string) =>
    agent({ id, calls: [{ id: leg, C, E: C + 30, monitoredParticipantId: 'twin' }] });
  test('name the first', () => {
    const { links } = timelineOf(rest([call('twin', 0, 'a'), call('twin', 10, 'b'), call('other', 5, 'c')]));
    expect(links.filter(({ from }) => from.laneId === 'other').map(({ to }) => to)).toEqual([
      { laneId: 'twin' },
    ]);
  });

  test('of communications, too', () => {
    const legs = [
      agent({ id: 'a', calls: [{ id: 'x', C: 0, E: 30 }] }),
      agent({ id: 'b', calls: [{ id: 'x', C: 0, E: 30 }] }),
    ];
    const peer = customer({ calls: [{ id: 'c', C: 0, E: 30, peerId: 'x' }] });
    expect(timelineOf(rest([...legs, peer])).links.map(({ to }) => to)).toEqual([
      { laneId: 'a', trackId: 'x' },
    ]);
  });

  test('of peers, too', () => {
    const legs = ['a', 'b'].map((id) =>
      agent({ id, cobrowsesessions: [{ C: 0, E: 30, cobrowseSessionId: 'room', peerId: 'p' }] }),
    );
    const viewer = customer({
      cobrowsesessions: [{ C: 0, E: 30, cobrowseSessionId: 'room', controlling: ['p'] }],
    });
    expect(timelineOf(rest([...legs, viewer])).links.map(({ to }) => to)).toEqual([
      { laneId: 'a', trackId: 'a-cobrowsesessions-0' },
    ]);
  });
});
