import { describe, expect, test } from 'vitest';
import { differs, timesOfAll } from '../../../src/app/durations/times';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { parseMarkId } from '../../../src/core/view/mark-id';
import { agent, iso, rest as payload, timelineOf } from '../../fixtures/payload';
import { analytics, rest } from './conversations';

function build(input: unknown) {
  const [conversation] = parseConversations(input).conversations;
  if (!conversation) throw new Error('no conversation was read');
  return buildTimeline(conversation);
}

describe('times by state', () => {
  const timeline = build(rest());
  const { groups } = timesOfAll(timeline, undefined);
  const agent = groups.find(({ lane }) => lane?.purpose === 'agent');

  test('the conversation comes first, and counts agents only', () => {
    expect(groups[0]?.lane).toBeUndefined();
    expect(groups[0]?.times.find(({ total }) => total === 'talk')?.time).toBe(140_000);
  });
  test('each state leads to its longest segment', () => {
    const hold = agent?.times.find(({ total }) => total === 'hold');
    expect(hold?.time).toBe(50_000);
    expect(parseMarkId(hold?.longest ?? '')).toMatchObject({ kind: 'segment', index: 3 });
  });
  test('handle is shown, but is not a part of the sum', () => {
    expect(agent?.times.at(-1)?.total).toBe('handle');
    expect(agent?.sum).toBe(190_000);
  });
  test('within a range only that counts, and the longest is of it', () => {
    const range = { start: timeline.start + 50_000, end: timeline.start + 90_000 };
    const cut = timesOfAll(timeline, range).groups.find(({ lane }) => lane?.purpose === 'agent');
    expect(cut?.times.find(({ total }) => total === 'hold')?.time).toBe(20_000);
    expect(parseMarkId(cut?.times.find(({ total }) => total === 'hold')?.longest ?? '')).toMatchObject({
      index: 1,
    });
  });
});

test('the vendor’s own figures stand beside ours, and a difference is told', () => {
  const agent = timesOfAll(build(analytics()), undefined).groups[1];
  const talk = agent?.times.find(({ total }) => total === 'talk');
  const hold = agent?.times.find(({ total }) => total === 'hold');
  expect(talk).toMatchObject({ time: 60_000, vendor: 60_003 });
  expect(talk && differs(talk)).toBe(false);
  expect(hold).toMatchObject({ time: 20_000, vendor: 25_000 });
  expect(hold && differs(hold)).toBe(true);
});

test('a state that lasted at least no time has its row: it may have lasted', () => {
  const work = { afterCallWork: { startTime: iso(60) } };
  const { groups } = timesOfAll(
    timelineOf(payload([agent({ calls: [{ C: 0, E: 60, ...work }] })], { E: 60 })),
    undefined,
  );
  expect(groups[1]?.times).toContainEqual(
    expect.objectContaining({ total: 'acw', time: 0, bound: 'atLeast' }),
  );
});

test('what the data allows stands beside the times of its participant, and whether it was kept', () => {
  const { groups } = timesOfAll(
    timelineOf(
      payload([
        agent({
          alertingTimeoutMs: 30_000,
          wrapupTimeoutMs: 20_000,
          calls: [{ A: 0, C: 12, E: 60 }],
          W0: 60,
          W1: 90,
        }),
      ]),
    ),
    undefined,
  );
  const [whole, lane] = groups;
  expect(lane?.times.find(({ total }) => total === 'alerting')).toMatchObject({
    time: 12_000,
    limit: 30_000,
  });
  expect(lane?.times.find(({ total }) => total === 'alerting')?.over).toBeUndefined();
  expect(lane?.times.find(({ total }) => total === 'acw')).toMatchObject({
    time: 30_000,
    limit: 20_000,
    over: true,
  });
  expect(whole?.times.every(({ limit }) => limit === undefined)).toBe(true);
});
