import { describe, expect, test } from 'vitest';
import { parseConversations } from '../../../src/core/parse/parse-conversations';
import { buildTimeline } from '../../../src/core/timeline/build';
import type { Timeline } from '../../../src/core/model/timeline';
import { iso } from '../../fixtures/payload';

function build(input: object): Timeline {
  const [conversation] = parseConversations(input).conversations;
  if (conversation === undefined) throw new Error('Nothing was read');
  return buildTimeline(conversation);
}

const tracksOf = ({ lanes }: Timeline) => lanes.flatMap(({ tracks }) => tracks);

const many = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

const call = (index: number) => ({
  state: 'terminated',
  connectedTime: iso(index),
  disconnectedTime: iso(index + 1),
});

// Seconds at most; half a minute and more where everything is compared with everything, which no test is given.
describe('as many as nobody expects are built in the time that a test has', () => {
  test('participants and communications under one id', () => {
    const participants = many(24_000, (index) => ({
      id: 'a',
      purpose: 'agent',
      calls: [{ id: 'c', ...call(index) }],
    }));
    expect(build({ id: 'x', participants }).lanes).toHaveLength(24_000);
  });

  test('communications of one participant, without ids', () => {
    const participants = [{ id: 'a', purpose: 'agent', calls: many(40_000, call) }];
    expect(tracksOf(build({ id: 'x', participants }))).toHaveLength(40_000);
  });

  test('sessions of one participant', () => {
    const sessions = many(20_000, (index) => ({
      sessionId: `s${index}`,
      mediaType: 'voice',
      segments: [{ segmentType: 'interact', segmentStart: iso(index), segmentEnd: iso(index + 1) }],
    }));
    const participants = [{ participantId: 'a', purpose: 'agent', sessions }];
    const { length } = tracksOf(build({ conversationId: 'x', conversationStart: iso(0), participants }));
    expect(length).toBe(20_000);
  });

  const looksAt = (parts: (index: number) => object) =>
    many(120_000, (index) => ({
      topicName: 'v2.users.u.conversations.calls',
      eventTime: iso(index),
      eventBody: { id: 'x', participants: [{ id: 'a', purpose: 'agent', ...parts(index) }] },
    }));

  test('looks at a leg that was parked, of which none tells of a resume', () => {
    const looks = looksAt((index) => ({ state: index ? 'connected' : 'parked' }));
    expect(tracksOf(build(looks))[0]?.segments.map(({ type }) => type)).toEqual(['parked', 'connected']);
  });

  test('looks at a leg that is parked, of which only the first tells the state', () => {
    const looks = looksAt((index) => (index ? { held: false } : { state: 'parked' }));
    expect(tracksOf(build(looks))[0]?.segments.map(({ type }) => type)).toEqual(['parked']);
  });

  test('ids under control that name nobody', () => {
    const controlling = many(100_000, (index) => `gone-${index}`);
    const participants = [{ id: 'a', state: 'connected', connectedTime: iso(0), held: false, controlling }];
    expect(build({ id: 'x', participants }).lanes).toHaveLength(1);
  });

  test('queues in which one waits at once, and that hand it on', () => {
    const waits = (index: number) => ({ ...call(index / 100), disconnectedTime: iso(900 + index / 100) });
    const participants = many(40_000, (index) => ({
      id: `q${index}`,
      purpose: 'acd',
      calls: [{ id: `c${index}`, disconnectType: 'transfer', ...waits(index) }],
    }));
    expect(build({ id: 'x', participants }).links).toEqual([]);
  });
});
