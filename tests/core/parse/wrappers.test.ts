import { describe, expect, it } from 'vitest';
import { parseConversations } from '../../../src/core/index';

const conversation = (id: string, purpose = 'agent') => ({ id, participants: [{ id: `${id}-p`, purpose }] });

const brief = (input: unknown) => {
  const { conversations, problems } = parseConversations(input);
  return {
    found: conversations.map(({ id, observations }) => [id, ...observations.map(({ pointer }) => pointer)]),
    problems: problems.map(({ code, pointers }) => [code, ...pointers]),
  };
};

describe('wrappers', () => {
  it.each([
    ['alone', conversation('a'), [['a', '']]],
    [
      'a list',
      [conversation('a'), conversation('b')],
      [
        ['a', '/0'],
        ['b', '/1'],
      ],
    ],
    ['conversations', { total: 1, conversations: [conversation('a')] }, [['a', '/conversations/0']]],
    [
      'entities',
      { entities: [conversation('a'), conversation('b')] },
      [
        ['a', '/entities/0'],
        ['b', '/entities/1'],
      ],
    ],
    [
      'a list of listings',
      [{ entities: [conversation('a')] }, { conversations: [conversation('b')] }],
      [
        ['a', '/0/entities/0'],
        ['b', '/1/conversations/0'],
      ],
    ],
    [
      'a list in a list',
      [[conversation('a')], [[conversation('b')]]],
      [
        ['a', '/0/0'],
        ['b', '/1/0/0'],
      ],
    ],
  ])('%s', (_, input, found) => {
    expect(brief(input)).toEqual({ found, problems: [] });
    expect(brief(JSON.stringify(input))).toEqual({ found, problems: [] });
    expect(brief(JSON.stringify(input, undefined, 2))).toEqual({ found, problems: [] });
  });

  it('may be texts, encoded twice', () => {
    const one = JSON.stringify({ conversations: [conversation('a')] });
    expect(brief(JSON.stringify(one))).toEqual({ found: [['a', '#/conversations/0']], problems: [] });
    // Copied from between its quotes.
    expect(brief(`${JSON.stringify(one).slice(1, -1)}\n`)).toEqual(brief(JSON.stringify(one)));
    const bare = ['a', 'b'].map((id) => JSON.stringify(JSON.stringify(conversation(id))).slice(1, -1));
    const found = [
      ['a', '#/0'],
      ['b', '#/1'],
    ];
    expect(brief(bare.join('\n'))).toEqual({ found, problems: [] });
    expect(brief(`09:02:00 INFO got ${bare[0]}`).found).toEqual([['a', '#']]);
    expect(brief([one, JSON.stringify(conversation('b'), undefined, 2)])).toEqual({
      found: [
        ['a', '/0#/conversations/0'],
        ['b', '/1#'],
      ],
      problems: [],
    });
  });

  it('may be cells of a CSV, among others', () => {
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const named = (id: string) => ({ ...conversation(id), note: 'he said "}" twice', empty: '' });
    const rows = ['a', 'b'].map((id) => [id, cell(JSON.stringify(named(id))), cell('x, ""'), '7'].join(','));
    const { found, problems } = brief(['id,payload,note,count', ...rows].join('\r\n'));
    expect(found.map(([id]) => id)).toEqual(['a', 'b']);
    expect(problems.filter(([code]) => code !== 'invalid-json')).toEqual([]);
    const [first] = parseConversations(rows[0]).conversations;
    expect(first?.observations[0]?.fields.unknownFields).toEqual([
      ['note', 'he said "}" twice'],
      ['empty', ''],
    ]);
    const alone = brief(cell(JSON.stringify(conversation('a'), undefined, 2)));
    expect(alone).toEqual({ found: [['a', '#']], problems: [['invalid-json']] });
  });

  it('may be texts, encoded twice and cut off: every participant before the cut is kept', () => {
    const participants = [1, 2].map((n) => ({ id: `p${n}`, purpose: 'agent', name: `"${n}" \\ \u00e9` }));
    const text = JSON.stringify(JSON.stringify({ id: 'a', participants }));
    const first = JSON.stringify(JSON.stringify(participants[0])).slice(1, -1);
    const end = text.indexOf(first) + first.length;
    for (let cut = end; cut < text.length - 1; cut++)
      for (const from of [0, 1]) {
        const { conversations, problems } = parseConversations(text.slice(from, cut));
        const kept = conversations.flatMap(({ observations }) => observations[0]?.participants ?? []);
        expect(kept[0]).toMatchObject({ ...participants[0], pointer: '#/participants/0' });
        expect(problems.map(({ code }) => code)).toEqual(['truncated-input']);
      }
  });

  it.each([
    ['an answer with its status', { status: 200, headers: {}, data: conversation('a') }, '/data'],
    [
      'an answer to a query',
      { data: { 'a/b': { conversation: conversation('a') } } },
      '/data/a~1b/conversation',
    ],
    [
      'hits of a search',
      { hits: { total: 1, hits: [{ _source: conversation('a') }] } },
      '/hits/hits/0/_source',
    ],
    [
      'messages of a queue',
      {
        Records: [
          {
            body: JSON.stringify({
              topicName: 'v2.users.u.conversations',
              eventBody: conversation('a'),
            }),
          },
        ],
      },
      '/Records/0/body#/eventBody',
    ],
  ])('of other programs are looked into: %s', (_, input, pointer) => {
    expect(brief(input)).toEqual({ found: [['a', pointer]], problems: [] });
    expect(brief(JSON.stringify(input))).toEqual({ found: [['a', pointer]], problems: [] });
  });

  // As functions log what they get, and as containers keep what they print.
  it('of other programs may put a time and the like before a text', () => {
    const text = JSON.stringify({ topicName: 'v2.users.u.conversations', eventBody: conversation('a') });
    const input = {
      events: [
        { message: `2026-11-19T09:00:30.000Z\t7c9567b5-107b\tINFO\t${text}\n` },
        { message: 'END RequestId: 7c9567b5-107b\n' },
        { log: `received ${text}\n`, stream: 'stdout' },
      ],
    };
    const found = brief(input);
    expect(found.found).toEqual([['a', '/events/0/message#/eventBody', '/events/2/log#/eventBody']]);
    expect(found.problems).toEqual([
      ['invalid-json', '/events/0/message#'],
      ['invalid-json', '/events/2/log#'],
    ]);
    expect(brief(JSON.stringify(input))).toEqual(found);
  });

  it('of other programs say one thing when they hold no conversation', () => {
    const input = {
      list: [],
      team: { members: [{ id: 'p', purpose: 'agent' }] },
      text: '{"a":1}',
      log: 'INFO {"purpose":"agent"}',
      by: '{name}',
    };
    expect(brief(input)).toEqual({ found: [], problems: [['unknown-format', '']] });
    expect(brief(JSON.stringify([input]))).toEqual({ found: [], problems: [['unknown-format', '/0']] });
  });

  it('have no names with the mark behind which pointers go on within a text', () => {
    const input = { a: { '#1': conversation('a'), c: conversation('c') } };
    expect(brief(input)).toEqual({ found: [['c', '/a/c']], problems: [] });
  });

  it('say what is wrong within a text, and that one holds nothing', () => {
    const text = JSON.stringify(conversation('a'));
    expect(brief([`${text}${JSON.stringify(conversation('b'))};`, '{', '{"a":1}'])).toEqual({
      found: [
        ['a', '/0#/0'],
        ['b', '/0#/1'],
      ],
      problems: [
        ['invalid-json', '/0#'],
        ['unknown-format', '/1'],
        ['unknown-format', '/2#'],
      ],
    });
  });

  it('keep what is no conversation from hiding what is', () => {
    const prose = 'It said {"participants":[{"id":"p"}]} and no more';
    const input = {
      entities: [{ id: 'u', name: 'A user' }, conversation('a'), 7, null, prose, conversation('b')],
    };
    expect(brief(input)).toEqual({
      found: [
        ['a', '/entities/1'],
        ['b', '/entities/5'],
      ],
      problems: [
        ['unknown-format', '/entities/0'],
        ['unknown-format', '/entities/2'],
        ['unknown-format', '/entities/3'],
        ['unknown-format', '/entities/4'],
      ],
    });
  });

  it.each([
    [[], ['']],
    [
      [[], []],
      ['/0', '/1'],
    ],
    [{ conversations: [] }, ['/conversations']],
    [{ entities: [], pageSize: 25 }, ['/entities']],
  ])('that hold nothing say so: %j', (input, pointers) => {
    expect(brief(input)).toEqual({
      found: [],
      problems: pointers.map((pointer) => ['skipped-input', pointer]),
    });
  });
});

describe('an object with participants', () => {
  it('is a conversation, id or not, however empty', () => {
    for (const input of [{ participants: [] }, { id: 'c', participants: [] }, { participants: [{}] }]) {
      const { conversations, problems } = parseConversations(input);
      expect(problems).toEqual([]);
      expect(conversations).toHaveLength(1);
      expect(conversations[0]?.id).toMatch(/./);
    }
  });

  it('keeps its own fields, those unknown verbatim', () => {
    const { conversations } = parseConversations({
      id: 'c',
      startTime: '2026-11-19T09:02:00Z',
      address: 'tel:+15550100',
      securePause: false,
      brandNew: { a: [1, null] },
      conversationEnd: '2026-11-19T09:03:00Z',
      participants: [],
    });
    expect(conversations[0]?.observations[0]?.fields).toEqual({
      pointer: '',
      id: 'c',
      startTime: Date.UTC(2026, 10, 19, 9, 2),
      endTime: Date.UTC(2026, 10, 19, 9, 3),
      address: 'tel:+15550100',
      securePause: false,
      spelled: [['endTime', 'conversationEnd']],
      unknownFields: [['brandNew', { a: [1, null] }]],
    });
  });

  it('tells its medium by its own address', () => {
    const mediaOf = (selfUri: string) =>
      parseConversations({ id: 'c', selfUri, participants: [] }).conversations[0]?.observations[0]?.media;
    expect(mediaOf('/api/v2/conversations/cobrowsesessions/c')).toBe('cobrowse');
    expect(mediaOf('/api/v2/conversations/chats/c')).toBe('chat');
    expect(mediaOf('/api/v2/conversations/c')).toBeUndefined();
    expect(mediaOf('/api/v2/conversations/newmedium/c')).toBeUndefined();
  });
});
