import { describe, expect, test } from 'vitest';
import { measure } from '../../../../src/core/index';
import {
  agent,
  at,
  customer,
  draw,
  event,
  iso,
  party,
  queue,
  reached,
  second,
  showLinks,
  stream,
} from '../../../fixtures/stream';

const call = (id: string, from: number, to: number | undefined, more: Record<string, unknown> = {}) => ({
  calls: [
    {
      id,
      state: to === undefined ? 'connected' : 'disconnected',
      connectedTime: iso(from),
      ...(to === undefined ? {} : { disconnectedTime: iso(to) }),
      ...more,
    },
  ],
});
const handed = { disconnectType: 'transfer' };
const whole = (...participants: Record<string, unknown>[]) => ({ id: 'c1', participants });

describe('a transfer by the rule', () => {
  test('is an instant at the end, to the first other leg that starts from then on', () => {
    const input = whole(
      customer(call('c', 0, 200)),
      agent(call('a', 5, 60, handed)),
      party({ id: 'third', purpose: 'agent', ...call('t', 90, 200) }),
      second(call('b', 61, 200)),
    );
    const timeline = draw(input);
    expect(timeline.links).toMatchObject([
      {
        kind: 'transfer',
        directed: true,
        from: { laneId: 'agent', trackId: 'a' },
        to: { laneId: 'agent-2', trackId: 'b' },
        start: at(60),
        end: at(60),
      },
    ]);
    expect(reached(input, timeline.links[0])).toEqual(expect.arrayContaining(['transfer', iso(60)]));
    expect(measure(timeline).conversation.transfers).toBe(1);
  });

  test.each([
    ['exactly a second before', 59, true],
    ['a little less than a second before', 59.001, true],
    ['more than a second before', 58.999, false],
  ])('a leg that starts %s', (_, start, found) => {
    const input = whole(
      customer(call('c', 0, 200)),
      agent(call('a', 5, 60, handed)),
      second(call('b', start, 200)),
    );
    expect(showLinks(draw(input), 'transfer')).toHaveLength(found ? 1 : 0);
  });

  test('goes by the start of a leg, not by what of it is drawn first', () => {
    const flow = (start: number) =>
      party({ id: 'flow', purpose: 'workflow', ...call('f', 62, 200, { startTime: iso(start) }) });
    const from = (start: number) =>
      showLinks(draw(whole(agent(call('a', 5, 60, handed)), flow(start), second(call('b', 80, 200)))));
    expect(from(59)).toEqual(['transfer agent>flow 60-60 inferred']);
    expect(from(58.999)).toEqual(['transfer agent>agent-2 60-60 inferred']);
  });

  test('never to a customer', () => {
    const input = whole(agent(call('a', 5, 60, handed)), customer(call('c', 61, 200)));
    expect(showLinks(draw(input), 'transfer')).toEqual([]);
  });

  test('to a number outside', () => {
    const input = whole(
      customer(call('c', 0, 200)),
      agent(call('a', 5, 60, handed)),
      party({ id: 'ext', purpose: 'external', ...call('e', 62, 150) }),
      second(call('b', 160, 200)),
    );
    expect(showLinks(draw(input), 'transfer')).toEqual(['transfer agent>ext 60-60 inferred']);
  });

  test('to nobody draws nothing', () => {
    const input = whole(customer(call('c', 0, 60)), agent(call('a', 5, 60, handed)));
    expect(showLinks(draw(input), 'transfer')).toEqual([]);
  });

  test('from a queue to the agent it offered', () => {
    const input = whole(
      customer(call('c', 0, 200)),
      queue(call('q', 0, 30, handed)),
      agent({
        calls: [
          {
            id: 'a',
            state: 'connected',
            startAlertingTime: iso(29.5),
            connectedTime: iso(30),
            direction: 'inbound',
          },
        ],
      }),
    );
    expect(showLinks(draw(input), 'transfer')).toEqual([
      expect.stringContaining('transfer queue>agent 30-30'),
    ]);
  });

  test.each([
    ['long before', 5, 30, 'agent'],
    ['and answered a second before', 5, 29, 'agent'],
    ['and answered a second after', 5, 31, 'agent'],
    ['and had answered before', 5, 12, 'agent'],
    ['and answered later', 31, 60, 'agent'],
    ['a second before it waited', -1, 3, 'agent'],
    ['before it waited', -1.001, 3, 'agent-2'],
  ])('from a queue to who was offered it %s', (_, offered, connected, taker) => {
    const session = (id: string, ...segments: [string, number, number, Record<string, unknown>?][]) => ({
      sessionId: id,
      mediaType: 'voice',
      segments: segments.map(([segmentType, from, to, more]) => ({
        segmentType,
        segmentStart: iso(from),
        segmentEnd: iso(to),
        ...more,
      })),
    });
    const input = {
      conversationId: 'c1',
      conversationStart: iso(0),
      conversationEnd: iso(200),
      participants: [
        { participantId: 'queue', purpose: 'acd', sessions: [session('q', ['interact', 0, 30, handed])] },
        {
          participantId: 'customer',
          purpose: 'customer',
          sessions: [session('s', ['interact', 30, 200])],
        },
        {
          participantId: 'agent',
          purpose: 'agent',
          sessions: [session('a', ['alert', offered, connected], ['interact', connected, 100])],
        },
        { participantId: 'agent-2', purpose: 'agent', sessions: [session('b', ['interact', 120, 200])] },
      ],
    };
    const timeline = draw(input);
    expect(showLinks(timeline, 'transfer')).toEqual([`transfer queue>${taker} 30-30 inferred`]);
    const seen = expect.arrayContaining([
      'transfer',
      iso(30),
      ...(taker === 'agent' ? [iso(connected)] : []),
    ]);
    expect(reached(input, timeline.links[0])).toEqual(seen);
  });

  test('of a queue that was over at once leads not to itself', () => {
    const input = whole(queue(call('q', 29.5, 30, handed)), agent(call('a', 40, 100)));
    expect(showLinks(draw(input), 'transfer')).toEqual(['transfer queue>agent 30-30 inferred']);
  });

  test('of an agent it leads not to who answered something else then', () => {
    const input = whole(
      agent(call('a', 5, 60, handed)),
      party({ id: 'third', purpose: 'agent', ...call('t', 60, 200, { startTime: iso(20) }) }),
      second(call('b', 90, 200)),
    );
    expect(showLinks(draw(input), 'transfer')).toEqual(['transfer agent>agent-2 60-60 inferred']);
  });

  test.each([
    'transfer',
    'Transfer',
    'TRANSFER',
    'transfer.consult',
    'consultTransfer',
    'CONSULT_TRANSFER',
    'consult.transfer',
    'transfer.dnd',
    'transfer.noanswer',
    'transfer.notavailable',
    'TRANSFER_NOANSWER',
    'noAnswerTransfer',
    'transfer.forward',
  ])('is told by the disconnect type %s', (disconnectType) => {
    const input = whole(
      customer(call('c', 0, 200)),
      agent(call('a', 5, 60, { disconnectType })),
      second(call('b', 60, 200)),
    );
    expect(showLinks(draw(input), 'transfer')).toHaveLength(1);
  });

  test.each([
    'client',
    'endpoint',
    'peer',
    'endpoint.dnd',
    'DND_ENDPOINT',
    'system',
    'conference.transferred',
  ])('is not told by %s', (disconnectType) => {
    const input = whole(
      customer(call('c', 0, 200)),
      agent(call('a', 5, 60, { disconnectType })),
      second(call('b', 60, 200)),
    );
    expect(showLinks(draw(input), 'transfer')).toEqual([]);
  });

  test('is told by the last of the recorded segments too', () => {
    const segments = (from: number, to: number, more: Record<string, unknown> = {}) => [
      { segmentStart: iso(from), segmentEnd: iso(to), segmentType: 'interact', ...more },
    ];
    const session = (sessionId: string, list: unknown) => [{ sessionId, mediaType: 'voice', segments: list }];
    const input = {
      conversationId: 'c1',
      conversationStart: iso(0),
      participants: [
        { participantId: 'agent', purpose: 'agent', sessions: session('a', segments(5, 60, handed)) },
        { participantId: 'agent-2', purpose: 'agent', sessions: session('b', segments(60.2, 90)) },
      ],
    };
    const timeline = draw(input);
    expect(showLinks(timeline, 'transfer')).toEqual([
      expect.stringContaining('transfer agent>agent-2 60-60'),
    ]);
    expect(reached(input, timeline.links[0])).toContain('transfer');
  });

  test('is told by records also beside a look that lists no communication', () => {
    const segments = [{ type: 'interact', startTime: iso(0), endTime: iso(60), ...handed }];
    const documents = [
      whole(agent({ calls: [{ id: 'a', segments }] }), second(call('b', 60, 200))),
      event('none', [undefined, agent()], { media: '' }),
    ];
    expect(showLinks(draw(documents), 'transfer')).toEqual(['transfer agent>agent-2 60-60 inferred']);
  });

  test('in a stream', () => {
    const input = stream('eventTime', [
      [0, customer({ state: 'connected' }), agent({ state: 'connected' })],
      [
        60,
        customer({ state: 'connected' }),
        agent({ state: 'terminated', disconnectType: 'transfer' }),
        second({ state: 'alerting' }),
      ],
      [
        70,
        customer({ state: 'connected' }),
        agent({ state: 'terminated', disconnectType: 'transfer' }),
        second({ state: 'connected' }),
      ],
    ]);
    expect(showLinks(draw(input), 'transfer')).toEqual([
      expect.stringContaining('transfer agent>agent-2 60-60'),
    ]);
  });

  test('a chain of transfers is a chain of links', () => {
    const input = whole(
      customer(call('c', 0, 300)),
      agent(call('a', 5, 60, handed)),
      second(call('b', 60, 120, handed)),
      party({ id: 'third', purpose: 'agent', ...call('t', 120, 300) }),
    );
    expect(showLinks(draw(input), 'transfer').map((link) => link.split(' ')[1])).toEqual([
      'agent>agent-2',
      'agent-2>third',
    ]);
  });

  test('a live leg that says transfer has not ended by one', () => {
    const input = whole(
      customer(call('c', 0, 300)),
      agent(call('a', 5, undefined, handed)),
      second(call('b', 60, 200)),
    );
    expect(showLinks(draw(input, { now: 300 }), 'transfer')).toEqual([]);
  });
});

describe('a transfer by recentTransfers', () => {
  const parties = (destination: Record<string, unknown>) => ({
    ...whole(
      customer(call('c', 0, 300)),
      agent({ ...call('a', 5, 60, handed), userId: 'u1' }),
      queue({ ...call('q', 60, 100), queueId: 'q1' }),
      second({ ...call('b', 100, 300), userId: 'u2' }),
    ),
    recentTransfers: [
      {
        id: 't',
        state: 'Complete',
        dateIssued: iso(59.5),
        initiator: { userId: 'u1' },
        destination,
        transferType: 'Unattended',
      },
    ],
  });

  test.each([
    ['a user', { userId: 'u2' }, 'agent-2'],
    ['a queue', { queueId: 'q1' }, 'queue'],
  ])('goes to %s that it names', (_, destination, laneId) => {
    const input = parties(destination);
    const timeline = draw(input);
    expect(showLinks(timeline, 'transfer')).toEqual([`transfer agent>${laneId} 60-60`]);
    expect(reached(input, timeline.links[0])).toContain(Object.values(destination)[0]);
  });

  test('goes to a queue in whatever letters its purpose is written', () => {
    const input: unknown = JSON.parse(
      JSON.stringify(parties({ queueId: 'q1' })).replaceAll('"acd"', '"ACD"'),
    );
    expect(showLinks(draw(input), 'transfer')).toEqual(['transfer agent>queue 60-60']);
  });

  test('falls back on the rule where it names nobody here', () => {
    expect(showLinks(draw(parties({ userId: 'u9' })), 'transfer')).toEqual([
      'transfer agent>queue 60-60 inferred',
    ]);
  });

  test('is read from events as well', () => {
    const { participants, recentTransfers } = parties({ userId: 'u2' });
    const input = [event('eventTime', [300, ...participants], { media: '', fields: { recentTransfers } })];
    expect(showLinks(draw(input), 'transfer')).toEqual(['transfer agent>agent-2 60-60']);
  });

  test('of another time does not name this one', () => {
    const input = parties({ userId: 'u2' });
    const [transfer] = input.recentTransfers;
    const late = { ...input, recentTransfers: [{ ...transfer, dateIssued: iso(200) }] };
    expect(showLinks(draw(late), 'transfer')).toEqual(['transfer agent>queue 60-60 inferred']);
  });
});
