import { describe, expect, test } from 'vitest';
import { timesOfAll } from '../../../src/app/durations/times';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { parseMarkId } from '../../../src/core/view/mark-id';
import {
  agent,
  analytics as analyticsOf,
  iso,
  party,
  rest as payload,
  speaker,
  timelineOf,
} from '../../fixtures/payload';
import { analytics, rest } from './conversations';

type Session = Parameters<typeof speaker>[1];

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
  expect(talk).toMatchObject({ time: 60_000, vendor: 60_003, beside: undefined });
  expect(hold).toMatchObject({ time: 20_000, vendor: 25_000, beside: 'differs' });
});

describe('the vendor’s own figure of a participant with several sessions', () => {
  const talkOf = (...sessions: Session[]) => {
    const { groups } = timesOfAll(
      timelineOf(analyticsOf([speaker('agent', ...sessions)]), { now: 60 }),
      undefined,
    );
    return groups[1]?.times.find(({ total }) => total === 'talk');
  };
  const told: Session = { segments: 'interact 0-60', metrics: [['tTalk', 60_000]] };

  test('is of some of them only, where not all have one', () => {
    const other: Session = { mediaType: 'callback', segments: 'interact 0-20' };
    expect(talkOf(told, other)).toMatchObject({ time: 80_000, vendor: 60_000, beside: 'partial' });
  });
  test('is of all of them, where no id tells them apart', () => {
    const other: Session = { sessionId: undefined, segments: 'interact 0-20', metrics: [['tTalk', 20_000]] };
    expect(talkOf({ ...told, sessionId: undefined }, other)).toEqual(
      expect.objectContaining({ time: 80_000, vendor: 80_000, beside: undefined }),
    );
    const wrong: Session = { ...other, metrics: [['tTalk', 30_000]] };
    expect(talkOf({ ...told, sessionId: undefined }, wrong)).toMatchObject({ beside: 'differs' });
  });
  test('differs where it does in one, though in sum it is ours', () => {
    const less: Session = {
      mediaType: 'chat',
      segments: 'interact 0-20',
      metrics: [['tTalk', 10_000]],
    };
    const more: Session = { segments: 'interact 0-60', metrics: [['tTalk', 70_000]] };
    expect(talkOf(more, less)).toMatchObject({ time: 80_000, vendor: 80_000, beside: 'differs' });
  });
  test('does not differ from what goes on still: it counts what is over', () => {
    expect(talkOf({ segments: 'interact 0-', metrics: [['tTalk', 10_000]] })).toMatchObject({
      time: 60_000,
      vendor: 10_000,
      beside: undefined,
    });
  });
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

test('the longest of the whole conversation is one of those that count there', () => {
  const timeline = timelineOf(
    payload([
      party('group', { calls: [{ C: 0, E: 500 }] }),
      agent({ calls: [{ C: 10, E: 60, segments: 'IVR 10-30 | Interact 30-60' }] }),
      party('ivr', { calls: [{ C: 0, E: 5 }] }),
      party('acd', { calls: [{ C: 5, E: 10 }] }),
    ]),
  );
  const [whole] = timesOfAll(timeline, undefined).groups;
  const longest = whole?.times.flatMap(({ total, longest }) => (longest ? [[total, longest]] : []));
  expect(longest).toEqual([
    ['ivr', 'ivr/ivr-calls-0/0'],
    ['queued', 'acd/acd-calls-0/0'],
    ['talk', 'agent/agent-calls-0/1'],
  ]);
});
