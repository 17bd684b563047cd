import { describe, expect, test } from 'vitest';
import {
  agent,
  customer,
  draw,
  event,
  iso,
  lane,
  type Party,
  problems,
  queue,
  reached,
  second,
  show,
  type Step,
  stream,
} from '../../../fixtures/stream';

const talking = customer({ state: 'connected', connectedTime: 0 });

describe('membership', () => {
  test('a participant that is no longer listed is gone since the first look without it', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, agent({ state: 'connected' })],
      [40, talking],
      [50, talking],
    ]);
    const timeline = draw(input, { now: 60 });
    expect(show(timeline, 'agent')).toBe('connected 5-40');
    expect(show(timeline, 'customer')).toBe('connected 0-60 running');
    const [segment] = lane(timeline, 'agent').tracks[0]?.segments ?? [];
    expect(reached(input, segment)).toContain(iso(40));
  });

  test('its hold ends with it', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, agent({ state: 'connected', held: false })],
      [20, talking, agent({ state: 'connected', held: true })],
      [40, talking],
    ]);
    expect(show(draw(input, { now: 60 }), 'agent')).toBe('connected 5-20 | hold 20-40');
  });

  test('events of one medium say nothing of the legs of another', () => {
    const calls = stream('eventTime', [
      [0, talking, agent({ state: 'connected', connectedTime: 0 })],
      [30, talking, agent({ state: 'connected', connectedTime: 0 })],
    ]);
    const browse = stream(
      'eventTime',
      [
        [10, agent({ state: 'connected', connectedTime: 10, cobrowseSessionId: 's' })],
        [20, agent({ state: 'connected', connectedTime: 10, cobrowseSessionId: 's' })],
      ],
      { media: 'cobrowsesessions' },
    );
    const timeline = draw([calls, browse].flat(), { now: 60 });
    expect(show(timeline, 'agent', 'agent/call')).toBe('connected 0-60 running');
    expect(show(timeline, 'agent', 'agent/cobrowse')).toBe('connected 10-60 running');
    expect(show(timeline, 'customer')).toBe('connected 0-60 running');
  });

  test('the first look of one medium is not preceded by those of another: its state is inferred', () => {
    const calls = stream('eventTime', [[0, talking, agent({ state: 'connected', connectedTime: 0 })]]);
    const browse = stream(
      'eventTime',
      [
        [10, agent({ state: 'connected', cobrowseSessionId: 's' })],
        [20, agent({ state: 'disconnected', cobrowseSessionId: 's' })],
      ],
      { media: 'cobrowsesessions' },
    );
    const timeline = draw([calls, browse].flat(), { now: 60 });
    expect(show(timeline, 'agent', 'agent/cobrowse')).toBe('connected 10-20 inferred');
  });

  const full = (seconds: number, ...calls: Party[]) =>
    event(
      'eventTime',
      [
        seconds,
        ...calls.map(({ id, purpose, ...call }) => ({
          id,
          purpose,
          calls: [{ id: `${String(id)}-call`, ...call }],
        })),
      ],
      { media: '' },
    );
  const flat = (seconds: number, ...participants: Party[]) => event('eventTime', [seconds, ...participants]);
  const rings = agent({ state: 'alerting' });
  const talks = agent({ state: 'connected' });

  test.each<[string, unknown[]]>([
    [
      'one medium behind an event of all',
      [full(0, talking), flat(5, talking, rings), full(12, talking, talks)],
    ],
    ['all behind one of its medium', [flat(0, talking), full(5, talking, rings), flat(12, talking, talks)]],
  ])('who an event of %s is the first to list joined between the two', (_, input) => {
    expect(show(draw(input, { now: 60 }), 'agent')).toBe('alerting 5-12 | connected 12-60 running');
  });

  test('a communication that is no longer listed is gone too', () => {
    const call = (id: string) => ({ id, state: 'connected' });
    const full = { media: '' };
    const input = stream(
      'eventTime',
      [
        [0, agent({ calls: [call('one')] })],
        [10, agent({ calls: [call('one'), call('two')] })],
        [30, agent({ calls: [call('one')] })],
      ],
      full,
    );
    const timeline = draw(input, { now: 50 });
    expect(show(timeline, 'agent', 'one')).toBe('connected 0-50 inferred');
    expect(show(timeline, 'agent', 'two')).toBe('connected 10-30');
  });

  test('a communication that an empty list no longer has is gone', () => {
    const calls = [{ id: 'one', state: 'connected' }];
    const steps: Step[] = [
      [0, talking],
      [5, talking, agent({ calls })],
      [20, talking, agent({ calls: [] })],
    ];
    expect(show(draw(stream('eventTime', steps, { media: '' }), { now: 50 }), 'agent', 'one')).toBe(
      'connected 5-20',
    );
  });

  test('a partial look that leaves the lists out takes no communication away', () => {
    const both = agent({
      calls: [{ id: 'one', state: 'connected', connectedTime: 0 }],
      cobrowsesessions: [{ id: 'two', state: 'connected', connectedTime: 0 }],
    });
    const steps: Step[] = [
      [0, both],
      [10, agent({ state: 'connected' })],
    ];
    const timeline = draw(stream('eventTime', steps, { media: '' }), { now: 50 });
    expect(show(timeline, 'agent', 'one')).toBe('connected 0-50 running');
    expect(show(timeline, 'agent', 'two')).toBe('connected 0-50 running');
  });

  test.each([
    ['calls', { id: 'k' }],
    ['calls', {}],
    ['messages', { id: 'k' }],
  ])('a partial look at a communication takes it not away: %s %j', (list, name) => {
    const calls = (call: Record<string, unknown>) => agent({ [list]: [{ ...name, ...call }] });
    const input = stream(
      'eventTime',
      [
        [0, calls({ state: 'connected', connectedTime: 0, held: false })],
        [10, calls({ held: true })],
        [20, calls({ provider: 'Edge' })],
        [30, calls({ held: false })],
        [40, calls({})],
        [50, calls({ state: 'terminated', disconnectedTime: 50 })],
      ],
      { media: '' },
    );
    const timeline = draw(input);
    expect(lane(timeline, 'agent').tracks).toHaveLength(1);
    expect(show(timeline, 'agent')).toBe('connected 0-10 | hold 10-30 | connected 30-50');
  });

  test('a partial look after the end revives nobody', () => {
    const input = stream('eventTime', [
      [0, talking, agent({ state: 'connected' })],
      [20, talking, agent({ state: 'disconnected' })],
      [30, talking, agent({})],
    ]);
    expect(show(draw(input, { now: 50 }), 'agent')).toBe('connected 0-20 inferred');
  });

  test('the evidence of its end names the look that had it and the list that does not', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, agent({ state: 'connected' })],
      [40, talking],
    ]);
    const [segment] = lane(draw(input, { now: 60 }), 'agent').tracks[0]?.segments ?? [];
    expect(segment?.evidence.pointers).toEqual(
      expect.arrayContaining(['/1/eventBody/participants/1', '/2/eventBody/participants', '/2/eventTime']),
    );
  });

  test('gone from a stream without times: over, and nobody knows when', () => {
    const input = stream('none', [
      [undefined, talking, agent({ state: 'connected', connectedTime: 5 })],
      [undefined, talking],
    ]);
    const timeline = draw(input, { now: 60 });
    expect(show(timeline, 'agent')).toBe('connected 5-60 inferred');
    expect(problems(timeline, 'missing-end')).toHaveLength(1);
  });

  test('a look that lists nobody takes nobody away', () => {
    const input = [
      event('eventTime', [0, talking]),
      event('eventTime', [10]),
      event('eventTime', [20, talking]),
    ];
    expect(show(draw(input, { now: 40 }), 'customer')).toBe('connected 0-40 running');
  });

  test('a participant whose end is known is not ended again by leaving the list', () => {
    const input = stream('eventTime', [
      [0, talking, queue({ state: 'connected', connectedTime: 0 })],
      [10, talking, queue({ state: 'terminated', connectedTime: 0, endTime: 9 })],
      [20, talking],
    ]);
    expect(show(draw(input, { now: 40 }), 'queue')).toBe('queued 0-9');
  });

  test('partial looks that omit fields change nothing of what was known', () => {
    const whole = {
      state: 'connected',
      connectedTime: 0,
      name: 'Ana',
      user: { id: 'u1' },
      queue: { id: 'q' },
    };
    const input = stream('eventTime', [
      [0, agent(whole), second({ state: 'connected', connectedTime: 0 })],
      [10, agent({ state: 'connected' }), second({})],
      [20, agent({}), second({ state: 'connected' })],
    ]);
    const timeline = draw(input, { now: 30 });
    expect(show(timeline, 'agent')).toBe('connected 0-30 running');
    expect(show(timeline, 'agent-2')).toBe('connected 0-30 running');
    const { label, userId, participant } = lane(timeline, 'agent');
    expect([label, userId, participant.queue?.id]).toEqual(['Ana', 'u1', 'q']);
  });
});
