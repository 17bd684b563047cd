import { describe, expect, test } from 'vitest';
import {
  agent,
  customer,
  draw,
  iso,
  problems,
  reached,
  second,
  showLinks,
  stream,
} from '../../../fixtures/stream';

const call = (id: string, from: number, to: number, more: Record<string, unknown> = {}) => ({
  calls: [{ id, state: 'disconnected', connectedTime: iso(from), disconnectedTime: iso(to), ...more }],
});
const whole = (...participants: Record<string, unknown>[]) => ({ id: 'c1', participants });

describe('peers', () => {
  test('are tied without a direction while both legs last', () => {
    const input = whole(customer(call('c', 0, 100)), agent(call('a', 10, 90, { peerId: 'c' })));
    const timeline = draw(input);
    expect(timeline.links).toMatchObject([
      {
        kind: 'peer',
        directed: false,
        from: { laneId: 'agent', trackId: 'a' },
        to: { laneId: 'customer', trackId: 'c' },
      },
    ]);
    expect(showLinks(timeline)).toEqual([expect.stringContaining('peer agent-customer 10-90')]);
    expect(reached(input, timeline.links[0])).toContain('c');
  });

  test('that name each other are tied once', () => {
    const input = whole(
      customer(call('c', 0, 100, { peerId: 'a' })),
      agent(call('a', 10, 90, { peerId: 'c' })),
    );
    expect(showLinks(draw(input))).toHaveLength(1);
  });

  test('of a leg that never was connected last as long as its offer, not through the work after it', () => {
    const records = (...list: [string, number, number][]) =>
      list.map(([segmentType, from, to]) => ({ segmentType, segmentStart: iso(from), segmentEnd: iso(to) }));
    const session = (sessionId: string, segments: object[], more: object = {}) => ({
      sessions: [{ sessionId, mediaType: 'voice', segments, ...more }],
    });
    const input = {
      conversationId: 'c1',
      participants: [
        customer(session('c', records(['interact', 0, 100]))),
        agent(session('a', records(['alert', 10, 18], ['wrapup', 18, 60]), { peerId: 'c' })),
      ],
    };
    expect(showLinks(draw(input), 'peer')).toEqual(['peer agent-customer 10-18 inferred']);
  });

  test('two legs of one peer are two ties', () => {
    const input = whole(
      customer(call('c', 0, 100)),
      agent(call('a', 10, 40, { peerId: 'c' })),
      second(call('b', 40, 90, { peerId: 'c' })),
    );
    expect(showLinks(draw(input))).toHaveLength(2);
  });

  test('are not matched by a participant’s id', () => {
    const input = whole(customer(call('c', 0, 100)), agent(call('a', 10, 90, { peerId: 'customer' })));
    expect(draw(input).links).toEqual([]);
  });

  test('unmatched, are neither a stub nor a problem', () => {
    const timeline = draw(
      whole(customer(call('c', 0, 100)), agent(call('a', 10, 90, { peerId: 'elsewhere' }))),
    );
    expect(timeline.links).toEqual([]);
    expect(problems(timeline, 'dangling-reference')).toEqual([]);
  });

  test('a leg is no peer of itself', () => {
    expect(draw(whole(agent(call('a', 10, 90, { peerId: 'a' })))).links).toEqual([]);
  });

  test('two legs of one lane may be peers', () => {
    const both = [...call('a', 0, 9, { peerId: 'b' }).calls, ...call('b', 0, 9).calls];
    expect(showLinks(draw(whole(agent({ calls: both }))))).toHaveLength(1);
  });

  test('of analytics sessions', () => {
    const session = (sessionId: string, more: Record<string, unknown> = {}) => [
      {
        sessionId,
        mediaType: 'voice',
        ...more,
        segments: [{ segmentStart: iso(0), segmentEnd: iso(9), segmentType: 'interact' }],
      },
    ];
    const input = {
      conversationId: 'c1',
      conversationStart: iso(0),
      participants: [
        { participantId: 'customer', purpose: 'customer', sessions: session('c') },
        { participantId: 'agent', purpose: 'agent', sessions: session('a', { peerId: 'c' }) },
      ],
    };
    expect(showLinks(draw(input))).toEqual([expect.stringContaining('peer agent-customer 0-9')]);
  });

  test('of flat legs, when full events name the communication', () => {
    const flat = stream('eventTime', [
      [0, customer({ state: 'connected' }), agent({ state: 'connected', peer: 'c-call' })],
    ]);
    const full = stream('eventTime', [[1, customer({ calls: [{ id: 'c-call', state: 'connected' }] })]], {
      media: '',
    });
    expect(showLinks(draw([flat, full].flat(), { now: 9 }))).toEqual([
      expect.stringContaining('peer agent-customer'),
    ]);
  });
});
