import { describe, expect, test } from 'vitest';
import { parseConversations } from '../../../src/core/parse/parse-conversations';
import { buildTimeline } from '../../../src/core/timeline/build';
import { iso } from '../../fixtures/payload';

/** Seconds that it takes to build; ten times as many of a thing take ten times as long, not a hundred. */
function secondsOf(input: object): number {
  const [conversation] = parseConversations(input).conversations;
  if (conversation === undefined) throw new Error('Nothing was read');
  const start = performance.now();
  buildTimeline(conversation);
  return (performance.now() - start) / 1000;
}

const many = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

const call = (index: number) => ({
  state: 'terminated',
  connectedTime: iso(index),
  disconnectedTime: iso(index + 1),
});

// Each of these takes a second or two, and took more than 10 when everything was compared with everything.
describe('time goes with the number', () => {
  test('of participants and communications under one id', () => {
    const participants = many(12_000, (index) => ({
      id: 'a',
      purpose: 'agent',
      calls: [{ id: 'c', ...call(index) }],
    }));
    expect(secondsOf({ id: 'x', participants })).toBeLessThan(9);
  });

  test('of communications of one participant, without ids', () => {
    const participants = [{ id: 'a', purpose: 'agent', calls: many(12_000, call) }];
    expect(secondsOf({ id: 'x', participants })).toBeLessThan(9);
  });

  test('of sessions of one participant', () => {
    const sessions = many(8000, (index) => ({
      sessionId: `s${index}`,
      mediaType: 'voice',
      segments: [{ segmentType: 'interact', segmentStart: iso(index), segmentEnd: iso(index + 1) }],
    }));
    const participants = [{ participantId: 'a', purpose: 'agent', sessions }];
    expect(secondsOf({ conversationId: 'x', conversationStart: iso(0), participants })).toBeLessThan(9);
  });

  test('of ids under control that name nobody', () => {
    const controlling = many(65_000, (index) => `gone-${index}`);
    const participants = [{ id: 'a', state: 'connected', connectedTime: iso(0), held: false, controlling }];
    expect(secondsOf({ id: 'x', participants })).toBeLessThan(9);
  });
});
