import { describe, expect, test } from 'vitest';
import {
  agent,
  customer,
  draw,
  iso,
  lane,
  party,
  reached,
  show,
  showLinks,
  showRoles,
  type Step,
  stream,
} from '../../../fixtures/stream';

// Each change of state or membership opens or closes a stretch: what was gone in between is not drawn through.
const talking = customer({ state: 'connected', connectedTime: 0 });
const there = agent({ state: 'connected' });

describe('a leg that leaves and comes back', () => {
  test('is not drawn while it was not listed', () => {
    const input = stream('eventTime', [
      [0, talking, there],
      [10, talking],
      [15, talking],
      [20, talking, there],
      [30, talking, agent({ state: 'disconnected' })],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 0-10 inferred | connected 20-30');
    expect(show(timeline, 'customer')).toBe('connected 0-30 running');
    const [before, after] = lane(timeline, 'agent').tracks[0]?.segments ?? [];
    expect(reached(input, before)).toContain(iso(10));
    expect(reached(input, after)).toEqual(expect.arrayContaining([iso(20), 'connected']));
  });

  test('may do so more than once', () => {
    const input = stream('envelope', [
      [0, talking],
      [5, talking, there],
      [10, talking],
      [20, talking, there],
      [30, talking],
      [40, talking, there],
      [50, talking],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-10 | connected 20-30 | connected 40-50');
  });

  test('takes nothing of a hold of unknown end for seen: it may have ended before the leg left', () => {
    const released = { state: 'connected', held: false, startHoldTime: 5 };
    const input = stream('eventTime', [
      [0, talking, there],
      [7, talking],
      [10, talking, agent(released)],
    ]);
    expect(show(draw(input, { now: 60 }), 'agent')).toMatch(/hold 5-7 inferred \| connected 10-60/);
  });

  test('goes on to now when it is there at last', () => {
    const input = stream('metadata', [
      [0, talking],
      [5, talking, there],
      [10, talking],
      [20, talking, there],
    ]);
    expect(show(draw(input, { now: 60 }), 'agent')).toBe('connected 5-10 | connected 20-60 running');
  });

  test('comes back by a look that gives only a part of it', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking],
      [20, talking, agent({ held: false })],
      [30, talking, agent({ state: 'terminated' })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-10 | connected 20-30');
  });

  test('ended when it left, if it is back only to be told over', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking],
      [20, talking, agent({ state: 'disconnected' })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-10');
  });

  test('whose last end is told by a time', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking],
      [20, talking, there],
      [25, talking, agent({ state: 'disconnected' })],
      [27, talking, there],
      [30, talking, agent({ state: 'disconnected', endTime: 29 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-10 | connected 20-25 | connected 27-29');
  });

  test('was over for good where a time says so, whatever comes then', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking, agent({ state: 'disconnected', endTime: 9 })],
      [20, talking, there],
    ]);
    expect(show(draw(input, { now: 30 }), 'agent')).toBe('connected 5-9');
  });

  test('was over for good where a time says so', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking],
      [20, talking, agent({ state: 'disconnected', endTime: 18 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-18');
  });

  test('in another state', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, agent({ state: 'alerting' })],
      [10, talking],
      [20, talking, there],
      [30, talking],
    ]);
    expect(show(draw(input), 'agent')).toBe('alerting 5-10 | connected 20-30');
  });

  test('as a communication among those of its participant', () => {
    const call = { id: 'c1', state: 'connected' };
    const input = stream(
      'eventTime',
      [
        [0, agent({ calls: [] })],
        [5, agent({ calls: [call] })],
        [10, agent({ calls: [] })],
        [20, agent({ calls: [call] })],
        [30, agent({ calls: [{ ...call, state: 'terminated' }] })],
      ],
      { media: '' },
    );
    expect(show(draw(input), 'agent', 'c1')).toBe('connected 5-10 | connected 20-30');
  });

  test('is not gone for a participant that leaves its communications out', () => {
    const call = { id: 'c1', state: 'connected' };
    const input = stream(
      'eventTime',
      [
        [0, agent({ calls: [] })],
        [5, agent({ calls: [call] })],
        [10, agent({ name: 'Mina' })],
        [20, agent({ calls: [call] })],
        [30, agent({ calls: [{ ...call, state: 'terminated' }] })],
      ],
      { media: '' },
    );
    expect(show(draw(input), 'agent', 'c1')).toBe('connected 5-30');
  });
});

describe('a leg that was over and is on again', () => {
  test('is not drawn in between', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking, agent({ state: 'disconnected' })],
      [15, talking, agent({ state: 'disconnected' })],
      [20, talking, there],
      [30, talking, agent({ state: 'disconnected' })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-10 | connected 20-30');
  });

  test('may leave once more, and come back by a look that says nothing of its state', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking, agent({ state: 'disconnected' })],
      [20, talking, there],
      [30, talking],
      [40, talking, agent({ held: false })],
      [50, talking, agent({ state: 'disconnected' })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-10 | connected 20-30 | connected 40-50');
  });

  test('under the id of one that a time says is over, it is another track', () => {
    const leg = (fields: Record<string, unknown>) =>
      agent({ messages: [party({ id: 'm', state: 'connected', ...fields })] });
    const input = stream('eventTime', [
      [0, talking, leg({ connectedTime: 0 })],
      [10, talking, leg({ state: 'disconnected', connectedTime: 0, disconnectedTime: 10 })],
      [30, talking, leg({ startAlertingTime: 28, connectedTime: 30 })],
      [33, talking, leg({ held: true, startHoldTime: 33 })],
      [36, talking, leg({ held: false })],
      [40, talking, leg({ state: 'disconnected', connectedTime: 30, disconnectedTime: 40 })],
    ]);
    const timeline = draw(input);
    expect(lane(timeline, 'agent').tracks.map(({ id }) => id)).toEqual(['m', 'm~2']);
    expect(show(timeline, 'agent', 'm')).toBe('connected 0-10');
    expect(show(timeline, 'agent', 'm~2')).toBe(
      'alerting 28-30 | connected 30-33 | hold 33-36 | connected 36-40',
    );
    expect(timeline.problems).toEqual([]);
  });

  test('is over since it left, when both are so', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking],
      [15, talking, agent({ state: 'disconnected' })],
      [20, talking, there],
      [30, talking, agent({ state: 'disconnected' })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-10 | connected 20-30');
  });

  test('names the looks that showed so', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking, agent({ state: 'terminated' })],
      [15, talking, agent({ name: 'Mina' })],
      [20, talking, agent({ state: 'connected', name: 'Mina' })],
      [30, talking],
    ]);
    const timeline = draw(input);
    expect(show(timeline, 'agent')).toBe('connected 5-10 | connected 20-30');
    const [before, after] = lane(timeline, 'agent').tracks[0]?.segments ?? [];
    expect(before?.evidence.pointers).toEqual(
      expect.arrayContaining([
        '/1/eventBody/participants/1/state',
        '/2/eventBody/participants/1/state',
        '/2/eventTime',
      ]),
    );
    expect(after?.evidence.pointers).toEqual(
      expect.arrayContaining(['/4/eventBody/participants/1/state', '/4/eventTime']),
    );
  });

  test('is not on again by a look that says nothing of its state', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, there],
      [10, talking, agent({ state: 'disconnected' })],
      [20, talking, agent({ name: 'Mina' })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-10');
  });

  test('without times nobody knows since when', () => {
    const input = stream('none', [
      [undefined, agent({ state: 'connected', connectedTime: 0 })],
      [undefined, agent({ state: 'disconnected' })],
      [undefined, agent({ state: 'connected' })],
      [undefined, agent({ state: 'connected', endTime: 30 })],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-30');
  });
});

describe('what a leg that left was in', () => {
  const held = agent({ state: 'connected', held: true });

  test('a hold ends with its leaving, and another begins when it is back on hold', () => {
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, agent({ state: 'connected', held: false })],
      [7, talking, held],
      [10, talking],
      [20, talking, held],
      [25, talking, agent({ state: 'connected', held: false })],
      [30, talking],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-7 | hold 7-10 | hold 20-25 | connected 25-30');
  });

  test('a hold of which nobody saw the end is over by then, inferred', () => {
    const seen = agent({ state: 'connected', held: false, startHoldTime: 7 });
    const input = stream('eventTime', [
      [0, talking],
      [5, talking, seen],
      [10, talking],
      [20, talking, seen],
      [30, talking],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 5-7 | hold 7-10 inferred | connected 20-30');
  });

  test('a park that is told when it was over may have ended before the leg left', () => {
    const input = stream('eventTime', [
      [0, talking, there],
      [10, talking],
      [20, talking, there],
      [30, talking, agent({ state: 'connected', parkTime: 5 })],
      [40, talking],
    ]);
    expect(show(draw(input), 'agent')).toBe(
      'connected 0-5 inferred | parked 5-10 inferred | connected 20-40',
    );
  });

  const browsing = { connectedTime: 0, cobrowseSessionId: 's', state: 'connected' };
  const sharer = customer({ ...browsing, cobrowseRole: 'sharer' });
  const viewer = (...controlling: string[]) => agent({ ...browsing, cobrowseRole: 'viewer', controlling });
  const steps: Step[] = [
    [0, sharer, viewer()],
    [5, sharer, viewer('customer')],
    [10, sharer],
    [20, sharer, viewer('customer')],
    [25, sharer, viewer()],
    [30, sharer],
  ];

  test('role and control are cut as the leg is', () => {
    const timeline = draw(stream('eventTime', steps, { media: 'cobrowsesessions' }));
    expect(show(timeline, 'agent')).toBe('connected 0-10 | connected 20-30');
    expect(showRoles(timeline, 'agent')).toBe('viewer@s 0-10 | viewer@s 20-30');
    expect(showLinks(timeline, 'controlling')).toEqual([
      'controlling agent>customer 5-10',
      'controlling agent>customer 20-25',
    ]);
  });

  test('control over one that left is cut, too', () => {
    const turned: Step[] = [
      [0, viewer(), sharer],
      [5, viewer('customer'), sharer],
      [10, viewer('customer')],
      [20, viewer('customer'), sharer],
      [25, viewer(), sharer],
    ];
    const timeline = draw(stream('eventTime', turned, { media: 'cobrowsesessions' }));
    expect(showLinks(timeline, 'controlling')).toEqual([
      'controlling agent>customer 5-10',
      'controlling agent>customer 20-25',
    ]);
  });

  test('so is a relation', () => {
    const monitor = party({ id: 'm', purpose: 'agent', state: 'connected', monitoredParticipantId: 'agent' });
    const input = stream('eventTime', [
      [0, talking, there],
      [5, talking, there, monitor],
      [10, talking, there],
      [20, talking, there, monitor],
      [30, talking, there],
    ]);
    expect(showLinks(draw(input), 'monitor')).toEqual(['monitor m>agent 5-10', 'monitor m>agent 20-30']);
  });
});
