import { describe, expect, it } from 'vitest';
import { buildTimeline, parseConversations } from '../../../src/core/index';

const T = (second: number) => new Date(Date.UTC(2026, 10, 19, 9, 0, second)).toISOString();
const shape = (input: unknown) =>
  parseConversations(input).conversations.map(({ observations }) =>
    observations.map(({ participants }) => participants.map(({ id }) => id)),
  );

describe('the same conversation id', () => {
  const conversation = (id: string, participant: string) => ({ id, participants: [{ id: participant }] });

  it.each([
    ['in a list', JSON.stringify([conversation('c', 'a'), conversation('d', 'x'), conversation('c', 'b')])],
    [
      'over lines',
      [conversation('c', 'a'), conversation('d', 'x'), conversation('c', 'b')]
        .map((c) => JSON.stringify(c))
        .join('\n'),
    ],
    [
      'over wrappers',
      JSON.stringify([
        { entities: [conversation('c', 'a'), conversation('d', 'x')] },
        { conversations: [conversation('c', 'b')] },
      ]),
    ],
  ])('twice %s is one conversation, in order of first appearance', (_, text) => {
    const { conversations, problems } = parseConversations(text);
    expect(problems).toEqual([]);
    expect(conversations.map(({ id }) => id)).toEqual(['c', 'd']);
    expect(shape(text)).toEqual([[['a'], ['b']], [['x']]]);
  });

  it('is the same as a number and as text', () => {
    expect(
      parseConversations([
        { id: 7, participants: [] },
        { id: '7', participants: [] },
      ]).conversations,
    ).toMatchObject([{ id: '7' }]);
  });
});

describe('analytics and REST of one conversation', () => {
  const rest = {
    id: 'c',
    startTime: T(0),
    endTime: T(30),
    participants: [
      {
        id: 'p',
        purpose: 'agent',
        name: 'Mina',
        userId: 'u',
        attributes: { a: '1' },
        calls: [
          { id: 's', state: 'terminated', connectedTime: T(10), disconnectedTime: T(20), provider: 'Edge' },
        ],
      },
    ],
  };
  const analytics = {
    conversationId: 'c',
    conversationStart: T(0),
    conversationEnd: T(30),
    participants: [
      {
        participantId: 'p',
        purpose: 'agent',
        sessions: [
          {
            sessionId: 's',
            mediaType: 'voice',
            segments: [
              { segmentType: 'alert', segmentStart: T(5), segmentEnd: T(10) },
              { segmentType: 'interact', segmentStart: T(10), segmentEnd: T(14) },
              { segmentType: 'hold', segmentStart: T(14), segmentEnd: T(16) },
              { segmentType: 'interact', segmentStart: T(16), segmentEnd: T(20) },
            ],
          },
        ],
      },
    ],
  };

  it.each([
    ['REST first', [rest, analytics]],
    ['analytics first', [analytics, rest]],
  ])('merge by participant: the history of analytics draws, REST adds fields (%s)', (_, input) => {
    const { conversations, format, problems } = parseConversations(input);
    expect([format, problems]).toEqual(['mixed', []]);
    expect(conversations).toHaveLength(1);
    const [conversation] = conversations;
    if (conversation === undefined) throw new Error('no conversation');
    const { lanes } = buildTimeline(conversation);
    expect(lanes).toMatchObject([{ id: 'p', label: 'Mina', userId: 'u' }]);
    expect(lanes[0]?.participant.attributes).toEqual([['a', '1']]);
    expect(lanes[0]?.tracks.map(({ id }) => id)).toEqual(['s']);
    expect(lanes[0]?.tracks[0]?.segments.map(({ type }) => type)).toEqual([
      'alerting',
      'connected',
      'hold',
      'connected',
    ]);
  });
});

describe('participants outside a conversation', () => {
  const a = { id: 'a', purpose: 'agent' };
  const b = { id: 'b', purpose: 'customer' };
  const ids = (input: unknown) => parseConversations(input).conversations.map(({ id }) => id);

  it('form one conversation in one document', () => {
    expect(shape([a, b])).toEqual([[['a', 'b']]]);
    expect(shape({ entities: [a, b] })).toEqual([[['a', 'b']]]);
    expect(shape([{ entities: [a] }, [b]])).toEqual([[['a', 'b']]]);
  });

  it('form one for each document', () => {
    expect(shape(`${JSON.stringify(a)}\n${JSON.stringify(b)}`)).toEqual([[['a']], [['b']]]);
    expect(shape(`${JSON.stringify([a, b])}\n${JSON.stringify(b)}`)).toEqual([[['a', 'b']], [['b']]]);
  });

  it('stay apart from conversations beside them', () => {
    expect(shape([a, { id: 'c', participants: [b] }, b])).toHaveLength(2);
    expect(shape([a, { id: 'c', participants: [b] }, b])).toEqual(
      expect.arrayContaining([[['a', 'b']], [['b']]]),
    );
  });

  it('give it an id of theirs: stable, the same in any order, from other fields free', () => {
    const [id] = ids([a, b]);
    expect(id).toMatch(/^participants-[0-9a-f]+$/);
    expect(ids([b, a])).toEqual([id]);
    expect(ids([{ ...b, name: 'New', state: 'connected' }, a])).toEqual([id]);
    expect(ids(JSON.stringify([a, b]))).toEqual([id]);
    expect(ids({ participants: [a, b] })).toEqual([id]);
    expect(ids([a])).not.toEqual([id]);
    // What is stored and linked goes by it, from one version to the next.
    expect(ids({ id: 'x', purpose: 'agent' })).toEqual(['participants-0189af1820c6f5']);
    expect(ids({ participants: [{ purpose: 'agent' }, { name: 'Ada' }] })).toEqual([
      'participants-115f4bc13cf61d',
    ]);
    expect(ids([a, { ...b, id: 'B' }])).not.toEqual([id]);
  });

  it('are told apart from a list of one joined name', () => {
    expect(
      ids([
        { ...a, id: 'a' },
        { ...a, id: 'b' },
      ]),
    ).not.toEqual(ids([{ ...a, id: 'ab' }]));
  });

  it('without ids go by their purposes', () => {
    expect(ids([{ purpose: 'agent', state: 'alerting' }])).toEqual(
      ids([{ purpose: 'agent', state: 'connected' }]),
    );
    expect(ids([{ purpose: 'agent' }])).not.toEqual(ids([{ purpose: 'customer' }]));
  });

  it('keep their places', () => {
    const { conversations } = parseConversations([a, [b], { conversations: [{ id: 'z', purpose: 'acd' }] }]);
    expect(conversations[0]?.observations[0]?.participants.map(({ pointer }) => pointer)).toEqual([
      '/0',
      '/1/0',
      '/2/conversations/0',
    ]);
  });
});
