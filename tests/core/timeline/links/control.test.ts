import { describe, expect, test } from 'vitest';
import { measure } from '../../../../src/core/index';
import {
  agent,
  customer,
  draw,
  iso,
  party,
  problems,
  reached,
  second,
  showLinks,
  stream,
} from '../../../fixtures/stream';

const span = (from: number, to?: number) => ({
  state: to === undefined ? 'connected' : 'disconnected',
  connectedTime: iso(from),
  ...(to === undefined ? {} : { disconnectedTime: iso(to) }),
});
const browse = (id: string, from: number, to: number, more: Record<string, unknown> = {}) => ({
  id,
  cobrowseSessionId: 's',
  ...span(from, to),
  ...more,
});
const flat = (from: number, to: number, more: Record<string, unknown> = {}) => ({
  state: 'disconnected',
  connectedTime: from,
  endTime: to,
  cobrowseSessionId: 's',
  cobrowseRole: 'viewer',
  ...more,
});
const whole = (...participants: Record<string, unknown>[]) => ({ id: 'c1', participants });

describe('control in one snapshot', () => {
  test('is drawn over the overlap of the two connected stretches, inferred', () => {
    const input = whole(
      customer(flat(0, 60, { cobrowseRole: 'sharer' })),
      agent(flat(10, 90, { controlling: ['customer'] })),
    );
    const timeline = draw(input);
    expect(showLinks(timeline)).toEqual(['controlling agent>customer 10-60 inferred']);
    expect(timeline.links[0]?.directed).toBe(true);
    expect(reached(input, timeline.links[0])).toEqual(expect.arrayContaining(['customer', iso(10), iso(60)]));
    expect(measure(timeline).conversation.controlled).toBe(50_000);
  });

  test.each([
    ['participant id', 'customer'],
    ['communication id', 'c-browse'],
    ['another communication’s id', 'c-call'],
  ])('finds its lane by %s', (_, id) => {
    const input = whole(
      customer({
        calls: [{ id: 'c-call', ...span(0, 100) }],
        cobrowsesessions: [browse('c-browse', 20, 80)],
      }),
      agent({
        calls: [{ id: 'a-call', ...span(5, 100) }],
        cobrowsesessions: [browse('a-browse', 25, 70, { controlling: [id] })],
      }),
    );
    const timeline = draw(input);
    expect(timeline.links).toMatchObject([
      { from: { laneId: 'agent', trackId: 'a-browse' }, to: { laneId: 'customer', trackId: 'c-browse' } },
    ]);
    expect(showLinks(timeline)).toEqual(['controlling agent>customer 25-70 inferred']);
  });

  test('finds its lane by peer, when nothing else has the id', () => {
    const input = whole(
      customer(flat(0, 60, { peer: 'client-7' })),
      agent(flat(10, 90, { controlling: ['client-7'] })),
    );
    expect(showLinks(draw(input), 'controlling')).toEqual(['controlling agent>customer 10-60 inferred']);
  });

  test('a participant’s id goes before the same text as a peer', () => {
    const input = whole(
      customer(flat(0, 60)),
      second(flat(0, 60, { peer: 'customer' })),
      agent(flat(10, 90, { controlling: ['customer'] })),
    );
    expect(showLinks(draw(input), 'controlling')).toEqual(['controlling agent>customer 10-60 inferred']);
  });

  test('finds an analytics session', () => {
    const session = (sessionId: string, from: number, to: number, more: Record<string, unknown> = {}) => ({
      sessionId,
      mediaType: 'cobrowse',
      cobrowseRoomId: 's',
      segments: [{ segmentStart: iso(from), segmentEnd: iso(to), segmentType: 'sharing' }],
      ...more,
    });
    const input = {
      conversationId: 'c1',
      conversationStart: iso(0),
      participants: [
        {
          participantId: 'customer',
          purpose: 'customer',
          sessions: [session('c-1', 0, 60, { cobrowseRole: 'sharer' })],
        },
        {
          participantId: 'agent',
          purpose: 'agent',
          sessions: [session('a-1', 10, 90, { cobrowseRole: 'viewer', controlling: ['c-1'] })],
        },
      ],
    };
    expect(showLinks(draw(input), 'controlling')).toEqual(['controlling agent>customer 10-60 inferred']);
  });

  test('prefers the track of the same session among two', () => {
    const input = whole(
      customer({
        cobrowsesessions: [
          browse('first', 0, 20, { cobrowseSessionId: 's1' }),
          browse('second', 40, 80, { cobrowseSessionId: 's2' }),
        ],
      }),
      agent({
        cobrowsesessions: [browse('mine', 30, 90, { cobrowseSessionId: 's2', controlling: ['customer'] })],
      }),
    );
    const timeline = draw(input);
    expect(timeline.links).toMatchObject([{ to: { laneId: 'customer', trackId: 'second' } }]);
    expect(showLinks(timeline)).toEqual(['controlling agent>customer 40-80 inferred']);
  });

  test('without a session it is the track that the id names', () => {
    const control = { ...browse('mine', 0, 90, { controlling: ['second'] }), cobrowseSessionId: undefined };
    const input = whole(
      customer({
        calls: [{ id: 'first', ...span(0, 60) }],
        cobrowsesessions: [{ id: 'second', cobrowseRole: 'sharer', ...span(10, 50) }],
      }),
      agent({ cobrowsesessions: [control] }),
    );
    expect(draw(input).links).toMatchObject([{ to: { laneId: 'customer', trackId: 'second' } }]);
  });

  test('two sessions at once give two links, each on its own tracks', () => {
    const input = whole(
      customer({
        cobrowsesessions: [
          browse('c1', 0, 50, { cobrowseSessionId: 's1' }),
          browse('c2', 40, 80, { cobrowseSessionId: 's2' }),
        ],
      }),
      agent({
        cobrowsesessions: [browse('a1', 10, 45, { cobrowseSessionId: 's1', controlling: ['customer'] })],
      }),
      second({
        cobrowsesessions: [browse('b1', 45, 70, { cobrowseSessionId: 's2', controlling: ['customer'] })],
      }),
    );
    expect(draw(input).links.map(({ to }) => to)).toEqual([
      { laneId: 'customer', trackId: 'c1' },
      { laneId: 'customer', trackId: 'c2' },
    ]);
  });

  test('still going on, it is still inferred', () => {
    const input = whole(
      customer(party({ state: 'connected', connectedTime: 0, cobrowseSessionId: 's' })),
      agent(
        party({ state: 'connected', connectedTime: 10, cobrowseSessionId: 's', controlling: ['customer'] }),
      ),
    );
    expect(showLinks(draw(input, { now: 30 }))).toEqual(['controlling agent>customer 10-30 inferred']);
  });

  test('over nobody: a stub over its own stretch, and a problem that names the value', () => {
    const input = whole(customer(flat(0, 60)), agent(flat(10, 90, { controlling: ['nobody'] })));
    const timeline = draw(input);
    expect(showLinks(timeline)).toEqual(['controlling agent>?nobody 10-90 inferred']);
    expect(problems(timeline, 'dangling-reference')).toMatchObject([
      { severity: 'warning', pointers: ['/participants/1/controlling/0'] },
    ]);
  });

  test('over nobody, by a leg that never connected: a stub that lasts no time', () => {
    const ringing = { state: 'alerting', startAlertingTime: 10, cobrowseSessionId: 's' };
    const input = whole(customer(flat(0, 60)), agent(party({ ...ringing, controlling: ['nobody'] })));
    const timeline = draw(input, { now: 70 });
    expect(showLinks(timeline)).toEqual(['controlling agent>?nobody 70-70 inferred']);
    expect(reached(input, timeline.links[0])).toEqual(['nobody']);
    expect(measure(timeline).conversation.controlled).toBe(0);
  });

  test('an empty list is no control', () => {
    expect(draw(whole(agent(flat(0, 9, { controlling: [] })))).links).toEqual([]);
  });

  test('an id of no letters names nobody', () => {
    const call = { calls: [{ id: 'a', ...span(0, 60), controlling: [''] }] };
    const timeline = draw(whole(agent(flat(0, 9, { controlling: [''] })), second(call)));
    expect(timeline.links).toEqual([]);
    expect(timeline.problems.map(({ code }) => code)).not.toContain('dangling-reference');
    expect(timeline.problems.map(({ code }) => code)).not.toContain('controls-without-cobrowse');
    const mixed = whole(customer(flat(0, 60)), agent(flat(0, 9, { controlling: ['', 'customer'] })));
    expect(showLinks(draw(mixed))).toEqual(['controlling agent>customer 0-9 inferred']);
    expect(draw(mixed).links[0]?.evidence.pointers[0]).toBe('/participants/1/controlling/1');
  });

  test('over oneself', () => {
    const timeline = draw(whole(agent(flat(0, 9, { controlling: ['agent'] }))));
    expect(showLinks(timeline)).toEqual(['controlling agent>agent 0-9 inferred']);
    expect(problems(timeline, 'dangling-reference')).toEqual([]);
  });

  test('over each other', () => {
    const input = whole(
      customer(flat(0, 60, { controlling: ['agent'] })),
      agent(flat(10, 90, { controlling: ['customer'] })),
    );
    expect(showLinks(draw(input)).toSorted()).toEqual([
      'controlling agent>customer 10-60 inferred',
      'controlling customer>agent 10-60 inferred',
    ]);
  });

  test('in a circle', () => {
    const input = whole(
      customer(flat(0, 60, { controlling: ['agent'] })),
      agent(flat(0, 60, { controlling: ['agent-2'] })),
      second(flat(0, 60, { controlling: ['customer'] })),
    );
    const timeline = draw(input);
    expect(showLinks(timeline)).toHaveLength(3);
    expect(measure(timeline).conversation.controlled).toBe(60_000);
  });

  test('outside a co-browse session is a problem', () => {
    const call = (id: string, more: Record<string, unknown> = {}) => ({
      calls: [{ id, ...span(0, 60), ...more }],
    });
    const input = whole(customer(call('c')), agent(call('a', { controlling: ['customer'] })));
    expect(problems(draw(input), 'controls-without-cobrowse')).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('control in a stream', () => {
  test('is over with the other, also where nothing later is known', () => {
    const both = (sharer: Record<string, unknown>) => [
      customer({ state: 'connected', connectedTime: 0, cobrowseSessionId: 's', ...sharer }),
      agent({ state: 'connected', connectedTime: 0, cobrowseSessionId: 's', controlling: ['customer'] }),
    ];
    const input = stream('eventTime', [
      [0, ...both({}).slice(0, 1)],
      [5, ...both({})],
      [9, ...both({ state: 'disconnected', endTime: 9 })],
    ]);
    expect(showLinks(draw(input))).toEqual(['controlling agent>customer 5-9']);
    expect(showLinks(draw(input, { now: 20 }))).toEqual(['controlling agent>customer 5-9']);
  });
});
