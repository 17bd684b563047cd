import { describe, expect, test } from 'vitest';
import { parseConversations } from '../../../../src/core/index';
import {
  agent,
  customer,
  draw,
  event,
  iso,
  lane,
  party,
  problems,
  show,
  stream,
} from '../../../fixtures/stream';

describe('who is who in a stream', () => {
  test('the same id is the same participant, also when its purpose comes to be known later', () => {
    const input = stream('eventTime', [
      [0, party({ id: 'p', state: 'alerting' }), customer({ state: 'connected' })],
      [10, party({ id: 'p', purpose: 'agent', state: 'connected' }), customer({ state: 'connected' })],
    ]);
    const timeline = draw(input, { now: 20 });
    expect(timeline.lanes).toHaveLength(2);
    expect(lane(timeline, 'p').purpose).toBe('agent');
  });

  test('without an id: by purpose and order among their like', () => {
    const anonymous = (purpose: string, state: string) => party({ purpose, state });
    const input = stream('eventTime', [
      [0, anonymous('ivr', 'connected'), anonymous('agent', 'alerting'), anonymous('agent', 'alerting')],
      [10, anonymous('agent', 'connected'), anonymous('ivr', 'terminated'), anonymous('agent', 'terminated')],
    ]);
    const timeline = draw(input, { now: 20 });
    expect(timeline.lanes.map(({ id }) => id).sort()).toEqual(['agent-1', 'agent-2', 'ivr-1']);
    expect(show(timeline, 'agent-1')).toBe('alerting 0-10 inferred | connected 10-20 running');
    expect(show(timeline, 'agent-2')).toBe('alerting 0-10 inferred unanswered');
    expect(show(timeline, 'ivr-1')).toBe('ivr 0-10 inferred');
    expect(problems(timeline, 'duplicate-id')).toEqual([]);
  });

  test('those with an id are not counted among those without', () => {
    const input = stream('eventTime', [
      [0, party({ purpose: 'agent', state: 'terminated' }), agent({ state: 'connected' })],
      [10, agent({ state: 'connected' }), party({ purpose: 'agent', state: 'terminated' })],
    ]);
    expect(
      draw(input)
        .lanes.map(({ id }) => id)
        .sort(),
    ).toEqual(['agent', 'agent-1']);
  });

  test('a body without a conversation id belongs to the nearest earlier event of its topic', () => {
    const input = [
      event('eventTime', [0, agent({ state: 'connected' })], { id: 'c1' }),
      event('eventTime', [1, customer({ state: 'connected' })], { id: 'c2', media: 'chats' }),
      event('eventTime', [10, agent({ state: 'terminated' })], { id: null }),
    ];
    const { conversations } = parseConversations(input);
    expect(conversations.map(({ id, observations }) => [id, observations.length])).toEqual([
      ['c1', 2],
      ['c2', 1],
    ]);
  });

  test('a body without a conversation id and without an earlier event stands alone', () => {
    const input = [
      event('eventTime', [0, agent({ state: 'connected' })], { id: null }),
      event('eventTime', [1, customer({ state: 'connected' })], { id: 'c2' }),
    ];
    const { conversations } = parseConversations(input);
    expect(conversations).toHaveLength(2);
    expect(conversations[0]?.id).toMatch(/^participants-/);
  });

  test('several conversations in one stream stay several', () => {
    const input = ['a', 'b', 'a'].map((id, index) =>
      event('eventTime', [index, agent({ state: 'connected' })], { id }),
    );
    expect(parseConversations(input).conversations.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('legs of one user are two lanes that share the user', () => {
    const input = stream('eventTime', [
      [
        0,
        agent({ state: 'terminated', user: { id: 'u' } }),
        party({ id: 'x', purpose: 'agent', state: 'connected', userId: 'u' }),
      ],
    ]);
    expect(draw(input).lanes.map(({ userId }) => userId)).toEqual(['u', 'u']);
  });

  test('a name that comes later names the lane', () => {
    const input = stream('eventTime', [
      [0, agent({ state: 'connected' })],
      [10, agent({ state: 'connected', name: 'Ana' })],
      [20, agent({ state: 'connected' })],
    ]);
    expect(lane(draw(input), 'agent').label).toBe('Ana');
  });

  test('spelled in the ways of the Swift and Python clients', () => {
    const input = stream('eventTime', [
      [0, { _id: 'agent', purpose: 'agent', state: 'connected', connected_time: iso(0), held: false }],
      [10, { _id: 'agent', purpose: 'agent', state: 'connected', held: true, start_hold_time: iso(9) }],
      [20, { id: 'agent', purpose: 'agent', state: 'connected', held: false }],
      [30, { id: 'agent', purpose: 'agent', state: 'terminated', held: false }],
    ]);
    expect(show(draw(input), 'agent')).toBe('connected 0-9 | hold 9-20 | connected 20-30');
  });
});
