import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/core/index';
import { at, draw, iso, lane, party, problems, reached, show } from '../../fixtures/stream';

const leg = (id: string, purpose: string, more: Record<string, unknown>) =>
  party({ id, purpose, direction: 'inbound', startTime: 0, endTime: 300, ...more });
const history = (...participants: object[]) => ({
  entities: [{ id: 'c1', startTime: iso(0), direction: 'inbound', missedCall: false, participants }],
});

// `GET /conversations/calls/history` tells who talked, not since when.
describe('the history of calls', () => {
  const talked = { didInteract: true, disconnectType: 'peer' };

  test('who talked was connected, from the start at most', () => {
    const input = history(leg('zoe', 'external', talked), leg('ana', 'user', { ...talked, startTime: 1 }));
    const timeline = draw(input);
    expect(show(timeline, 'zoe')).toBe('connected 0-300 inferred');
    expect(show(timeline, 'ana')).toBe('connected 1-300 inferred');
    expect(problems(timeline)).toEqual([]);
    const { totals, bounds, unanswered } = measure(timeline).conversation;
    expect([totals.talk, bounds.talk, totals.alerting, unanswered]).toEqual([299_000, 'atMost', 0, 0]);
    const [segment] = lane(timeline, 'ana').tracks[0]?.segments ?? [];
    expect(reached(input, segment)).toEqual([iso(1), true, iso(300)]);
  });

  test('who did not was offered the call, and did not answer', () => {
    const timeline = draw(history(leg('ana', 'user', { didInteract: false, disconnectType: 'timeout' })));
    expect(show(timeline, 'ana')).toBe('alerting 0-300 inferred unanswered');
    expect(problems(timeline, 'unanswered')).toHaveLength(1);
  });

  test('a time of the connection is better', () => {
    const timeline = draw(history(leg('ana', 'user', { ...talked, connectedTime: 8 })));
    expect(show(timeline, 'ana')).toBe('alerting 0-8 inferred | connected 8-300');
    expect(timeline.start).toBe(at(0));
  });
});
