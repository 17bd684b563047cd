import { describe, expect, it } from 'vitest';
import { parseConversations } from '../../../src/core/index';

const participantsOf = (input: unknown) =>
  parseConversations(input).conversations.flatMap((c) => c.observations.flatMap((o) => o.participants));
const codes = (input: unknown) =>
  parseConversations(input).problems.map((p) => [p.code, p.severity, ...p.pointers]);
const agent = (more: object) => ({ id: 'c', participants: [{ id: 'p', purpose: 'agent', ...more }] });

describe('a broken participant', () => {
  it.each([[null], [5], ['x'], [true], [[]], [[{ id: 'a' }]]])(
    'that is %j is told, and hides no other',
    (broken) => {
      const input = { id: 'c', participants: [{ id: 'a' }, broken, { id: 'b' }] };
      expect(codes(input)).toEqual([['unreadable-participant', 'error', '/participants/1']]);
      expect(participantsOf(input).map(({ id, pointer }) => [id, pointer])).toEqual([
        ['a', '/participants/0'],
        ['b', '/participants/2'],
      ]);
    },
  );

  it('in every place is told in every place', () => {
    const input = [
      { id: 'c', participants: [null, 1] },
      { topicName: 'v2.users.u.conversations', eventBody: { id: 'c', participants: ['x'] } },
    ];
    expect(codes(input).map(([, , pointer]) => pointer)).toEqual([
      '/0/participants/0',
      '/0/participants/1',
      '/1/eventBody/participants/0',
    ]);
  });
});

describe('fields', () => {
  it('of an unknown name are kept verbatim, in order', () => {
    const [participant] = participantsOf(
      agent({
        zeta: { deep: [1, { x: null }] },
        alpha: null,
        name: 'A',
        pointer: '/evil',
        unknownFields: [1],
        spelled: 'x',
      }),
    );
    expect(participant).toEqual({
      pointer: '/participants/0',
      id: 'p',
      purpose: 'agent',
      name: 'A',
      unknownFields: [
        ['zeta', { deep: [1, { x: null }] }],
        ['alpha', null],
        ['pointer', '/evil'],
        ['unknownFields', [1]],
        ['spelled', 'x'],
      ],
    });
  });

  it('inside communications, segments and references are kept, too', () => {
    const [participant] = participantsOf(
      agent({
        calls: [
          {
            id: 'x',
            state: 'connected',
            new1: 1,
            segments: [{ type: 'Hold', new2: 2 }],
            wrapup: { new3: 3 },
          },
        ],
        user: { id: 'u', new4: 4 },
      }),
    );
    expect(participant?.calls?.[0]?.unknownFields).toEqual([['new1', 1]]);
    expect(participant?.calls?.[0]?.segments?.[0]?.unknownFields).toEqual([['new2', 2]]);
    expect(participant?.calls?.[0]?.wrapup?.unknownFields).toEqual([['new3', 3]]);
    expect(participant?.user?.unknownFields).toEqual([['new4', 4]]);
  });

  it('with new words keep them verbatim', () => {
    const words = {
      purpose: 'Hologram',
      state: 'levitating',
      disconnectType: 'BEAMED_UP',
      cobrowseRole: 'Ghost',
      direction: ' ',
    };
    expect(participantsOf(agent(words))).toMatchObject([words]);
    expect(codes(agent(words))).toEqual([]);
  });

  it.each([
    ['name', { first: 'A' }],
    ['name', ['A']],
    ['name', true],
    ['held', 'true'],
    ['held', 1],
    ['wrapupTimeoutMs', 'soon'],
    ['wrapupTimeoutMs', { ms: 5 }],
    ['mediaRoles', 'full'],
    ['mediaRoles', ['full', null]],
    ['controlling', { a: 1 }],
    ['user', 'u'],
    ['queue', [{ id: 'q' }]],
    ['wrapup', 'done'],
    ['attributes', [['a', 'b']]],
    ['attributes', 'a=b'],
    ['calls', { a: 1 }],
    ['calls', 'none'],
    ['calls', ['a', null]],
    ['evaluations', 5],
  ])('of the wrong type are kept, not lost: %s %j', (name, value) => {
    const [participant] = participantsOf(agent({ [name]: value }));
    expect(participant).not.toHaveProperty(name);
    expect(participant?.unknownFields).toEqual([[name, value]]);
    expect(codes(agent({ [name]: value }))).toEqual([]);
  });

  it('that are null are absent', () => {
    const names = 'name held startTime wrapupTimeoutMs mediaRoles user wrapup attributes calls evaluations';
    const input = agent(Object.fromEntries(names.split(' ').map((name) => [name, null])));
    expect(codes(input)).toEqual([]);
    expect(participantsOf(input)).toEqual([{ pointer: '/participants/0', id: 'p', purpose: 'agent' }]);
  });

  it('may have numbers for ids', () => {
    const [participant] = participantsOf({
      id: 1,
      participants: [{ id: 2, userId: 3, controlling: [4, 'x'], calls: [{ id: 5, state: 'connected' }] }],
    });
    expect(participant).toMatchObject({
      id: '2',
      userId: '3',
      controlling: ['4', 'x'],
      calls: [{ id: '5' }],
    });
  });

  it.each<[string, number | undefined]>([
    ['120000', 120_000],
    ['-3.25', -3.25],
    ['120000 ms', undefined],
    ['about 120000', undefined],
    ['12.', undefined],
    ['1.x', undefined],
    ['1e5', undefined],
    ['1234567890123456', undefined],
  ])('may have text for numbers, where it is one: %s', (text, number) => {
    const [participant] = participantsOf(agent({ wrapupTimeoutMs: text }));
    expect(participant?.wrapupTimeoutMs).toBe(number);
    expect(participant?.unknownFields).toEqual(
      number === undefined ? [['wrapupTimeoutMs', text]] : undefined,
    );
  });

  it('know how they were spelled in each object, also when the one before spelled some so', () => {
    const spellings = [
      'user_id queue_id',
      'user_id team_id',
      'user_id',
      'user_id team_id',
      '_userId',
      'team_id',
    ];
    const participants = participantsOf({
      participants: spellings.map((names) => Object.fromEntries(names.split(' ').map((name) => [name, 'x']))),
    });
    expect(participants.map(({ spelled }) => spelled?.map(([, key]) => key).join(' '))).toEqual(spellings);
  });

  it('are the object’s own, whatever a page gives to all objects', () => {
    Object.assign(Object.prototype, { extended: 'by a page' });
    try {
      const json = '{"participants":[{"id":"p","new":1}]}';
      expect(participantsOf(json)).toMatchObject([{ id: 'p', unknownFields: [['new', 1]] }]);
    } finally {
      Reflect.deleteProperty(Object.prototype, 'extended');
    }
  });

  it('spelled twice keep the first, and the other beside it', () => {
    const [participant] = participantsOf(agent({ user_id: 'a', userId: 'b' }));
    expect(participant).toMatchObject({
      userId: 'a',
      spelled: [['userId', 'user_id']],
      unknownFields: [['userId', 'b']],
    });
  });

  it('spelled twice take the one that can be read', () => {
    expect(participantsOf(agent({ held: 'perhaps', _held: true }))).toMatchObject([
      { held: true, unknownFields: [['held', 'perhaps']] },
    ]);
    expect(participantsOf(agent({ name: null, _name: 'A' }))).toMatchObject([{ name: 'A' }]);
  });

  it('of a conversation are kept, those too that are spelled like its participants', () => {
    const [conversation] = parseConversations({
      id: 'c',
      participants: [],
      _participants: [1],
      other: 2,
    }).conversations;
    expect(conversation?.observations[0]?.fields.unknownFields).toEqual([
      ['_participants', [1]],
      ['other', 2],
    ]);
  });
});

describe('lists of models', () => {
  it('lose no item to a stray one, which is kept', () => {
    const [participant] = participantsOf(agent({ calls: [null, { id: 'x', state: 'connected' }, 7] }));
    expect(participant?.calls).toEqual([{ pointer: '/participants/0/calls/1', id: 'x', state: 'connected' }]);
    expect(participant?.unknownFields).toEqual([['calls', [null, 7]]]);
  });

  it('stay empty when they are', () => {
    expect(participantsOf(agent({ calls: [], evaluations: [] }))).toMatchObject([
      { calls: [], evaluations: [] },
    ]);
  });
});

describe('messages', () => {
  const message = {
    messageId: 'm',
    messageURI: '/m',
    messageStatus: 'received',
    messageTime: '2026-11-19T09:00:00Z',
  };

  it('of a flat participant are content, not communications', () => {
    const [participant] = participantsOf({
      id: 'p',
      purpose: 'customer',
      state: 'connected',
      messages: [message, { id: 'n', body: 'hi' }],
    });
    expect(participant).not.toHaveProperty('messages');
    expect(participant?.messageDetails).toMatchObject([
      { messageId: 'm', messageURI: '/m', messageTime: Date.UTC(2026, 10, 19, 9) },
      {
        unknownFields: [
          ['id', 'n'],
          ['body', 'hi'],
        ],
      },
    ]);
  });

  it('of a full participant are communications, whose messages are content', () => {
    const [participant] = participantsOf(
      agent({ messages: [{ id: 'x', state: 'connected', messages: [message] }] }),
    );
    expect(participant?.messages).toMatchObject([
      { id: 'x', state: 'connected', messages: [{ messageId: 'm' }] },
    ]);
  });

  it('do not alone make a participant', () => {
    expect(codes({ id: 'x', messages: [message] })).toEqual([['unknown-format', 'error', '']]);
  });
});

describe('severities', () => {
  it('are errors only where something could not be read', () => {
    const input = [
      { topicName: 'channel.metadata', eventBody: {} },
      { id: 'c', startTime: '2026-11-19T09:00:00', endTime: 'x', participants: [5] },
      {},
      [],
    ];
    expect(codes(input)).toEqual([
      ['skipped-input', 'info', '/0'],
      ['assumed-utc', 'info', '/1/startTime'],
      ['invalid-time', 'error', '/1/endTime'],
      ['unreadable-participant', 'error', '/1/participants/0'],
      ['unknown-format', 'error', '/2'],
      ['skipped-input', 'info', '/3'],
    ]);
    expect(codes('{"id":')[0]?.slice(0, 2)).toEqual(['truncated-input', 'error']);
    expect(codes('{"a":1 "b"}')[0]?.slice(0, 2)).toEqual(['invalid-json', 'error']);
    expect(codes('')).toEqual([['invalid-json', 'error']]);
  });
});

describe('messages quote what stands there', () => {
  const message = (input: unknown) => parseConversations(input).problems[0]?.message;
  const long = 'x'.repeat(60);
  const har = (text: string) => ({ log: { entries: [{ response: { content: { text } } }] } });
  const exported = { format: 'participant-timeline', version: 1 };

  it.each<[unknown, string]>([
    [
      agent({ startTime: 'yesterday' }),
      'startTime is not a time: "yesterday" (expected like 2026-11-19T09:02:00.000Z)',
    ],
    [
      agent({ startTime: '2026-11-19T09:02:00' }),
      'startTime names no time zone, UTC assumed: "2026-11-19T09:02:00"',
    ],
    [{ participants: [[1]] }, 'Not a participant: a list'],
    [agent({ startTime: {} }), 'startTime is not a time: an object (expected like 2026-11-19T09:02:00.000Z)'],
    [{ participants: [null] }, 'Not a participant: null'],
    [[long.slice(2)], `Expected conversation data, found "${long.slice(2)}"`],
    [[long.slice(1)], `Expected conversation data, found "${long.slice(2)}…`],
    [5, 'Expected conversation data, found 5'],
    [[], 'The list is empty'],
    [{ log: { entries: [] } }, 'The list is empty'],
    [['{'], 'Expected conversation data, found "{"'],
    [{ a: 1 }, 'No conversation, participant, event or HAR'],
    [har('<html>'), 'The entry holds no conversation'],
    [har('{"a":1}'), 'The entry holds no conversation'],
    [har('[{"participants":[]},{"a":1}]'), 'Not conversation data'],
    [{ ...exported, version: 2, conversations: [] }, 'Export version 2 is not known'],
    [{ ...exported, conversations: [{}] }, 'Not a conversation of this export version'],
    [{ topicName: 'channel.metadata', eventBody: {} }, 'Not an event of a conversation: "channel.metadata"'],
    [{ 'detail-type': 'other', detail: {} }, 'Not an event of a conversation: "other"'],
    [{ topicName: 'v2.users.u.conversations', eventBody: {} }, 'The event names no participants'],
  ])('%j', (input, expected) => {
    expect(message(input)).toBe(expected);
  });

  it('or what was too deep', () => {
    const left = 'Nested deeper than 512 levels: left out';
    expect(message('['.repeat(600) + ']'.repeat(600))).toBe(left);
    expect(message(`{"participants":[{"id":"p","new":${'['.repeat(600) + ']'.repeat(600)}}]}`)).toBe(left);
  });
});
