// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/core/index';
import { parseConversations } from '../../src/core/index';
import { agent, fact, stream } from '../fixtures/stream';
import { problemUnderFile, underFile } from '../../src/workers/pointers';

const missing: Conversation = { id: 'missing', observations: [] };
const text = JSON.stringify({
  id: 'c1',
  participants: [
    {
      id: 'p1',
      purpose: 'agent',
      attributes: { pointer: '/stays' },
      somethingNew: { pointer: '/stays' },
      calls: [
        {
          id: 'k1',
          connectedTime: '2026-11-19T09:00:00Z',
          disposition: { pointer: '/stays', atPointer: 'too' },
        },
      ],
    },
  ],
});

describe('pointers of several files', () => {
  const [conversation = missing] = parseConversations(text).conversations;
  const moved = underFile(conversation, 2);

  test('begin with the place of the file, at every depth', () => {
    expect(moved.observations[0]?.pointer).toBe('/2');
    expect(moved.observations[0]?.participants[0]?.pointer).toBe('/2/participants/0');
    expect(moved.observations[0]?.participants[0]?.calls?.[0]?.pointer).toBe('/2/participants/0/calls/0');
  });

  test('also those of events, of their times and of what they tell', () => {
    const events = [
      stream('envelope', [[10, agent()]]),
      fact('user.start', 10, { participantId: 'agent', sessionId: 's1' }),
    ].flat();
    const looks = parseConversations(events).conversations.flatMap((one) => underFile(one, 2).observations);
    expect(looks.map(({ pointer, atPointer, fact }) => [pointer, atPointer, fact?.pointer])).toEqual([
      ['/2/0/detail/eventBody', '/2/0/time', undefined],
      ['/2/1/eventBody', '/2/1/eventBody/eventTime', '/2/1/eventBody'],
    ]);
  });

  test('data that merely looks like a pointer stays', () => {
    const participant = moved.observations[0]?.participants[0];
    expect(participant?.attributes).toEqual([['pointer', '/stays']]);
    expect(participant?.unknownFields).toEqual([['somethingNew', { pointer: '/stays' }]]);
    expect(participant?.calls?.[0]?.disposition).toEqual({ pointer: '/stays', atPointer: 'too' });
  });

  test('those of problems too', () => {
    const problem = problemUnderFile(
      {
        code: 'invalid-time',
        severity: 'error',
        message: 'no time',
        pointers: ['/participants/0/startTime'],
      },
      1,
    );
    expect(problem.pointers).toEqual(['/1/participants/0/startTime']);
  });
});
