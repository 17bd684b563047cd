import { describe, expect, test } from 'vitest';
import { aligned, firstAnswer } from '../../../src/core/compare/align';
import { buildTimeline, parseConversations, type Problem, type Timeline } from '../../../src/core/index';
import { diagram } from '../../fixtures/diagram';
import { agent, customer, rest, s } from '../../fixtures/payload';

/** A call that began at `S`, and that Ann answered at `answer`; nobody did where there is none. */
function call(id: string, S: number, answer?: number): Timeline {
  const end = S + 300;
  const leg = { state: 'disconnected', direction: 'inbound' };
  const ann = {
    id: `agent-${id}`,
    name: 'Ann',
    userId: 'ann',
    calls: [
      answer === undefined ? { A: S + 10, E: S + 20, ...leg } : { A: S + 10, C: answer, E: end, ...leg },
    ],
  };
  const caller = customer({ id: `customer-${id}`, calls: [{ S, C: S, E: end, ...leg }] });
  const [conversation] = parseConversations(rest([caller, agent(ann)], { id, S, E: end })).conversations;
  if (!conversation) throw new Error('No conversation in the payload');
  return buildTimeline(conversation);
}

const early = call('early', 0, 30);
const late = call('late', 5000, 5100);

describe('conversations are lined up', () => {
  test('at their starts, by the first one’s', () => {
    const { timeline } = aligned([early, late], 'start');
    expect(timeline.lanes.map(({ label }) => label.slice(0, 1))).toEqual(['A', 'A', 'B', 'B']);
    expect(firstAnswer(late)).toBe(s(5100));
    expect(timeline.lanes[3]?.tracks[0]?.segments.map(({ start, end }) => [start, end])).toEqual([
      [s(10), s(100)],
      [s(100), s(300)],
    ]);
    expect([timeline.start, timeline.end]).toEqual([s(0), s(300)]);
  });

  test('at their first answers; who nobody answered stands by its start, and is named', () => {
    const { timeline, unanswered } = aligned([early, late, call('missed', 9000)], 'answer');
    expect(unanswered).toEqual([2]);
    expect(timeline.lanes[2]?.tracks[0]?.segments[0]?.start).toBe(s(-70));
    expect(timeline.start).toBe(s(-70));
  });

  test('by the clock: where they were', () => {
    const { timeline } = aligned([early, late], 'clock');
    expect([timeline.start, timeline.end]).toEqual([s(0), s(5300)]);
  });

  test('as if those were not there of which nothing says when it was', () => {
    const payload = { id: 'undated', participants: [{ id: 'p', purpose: 'agent', name: 'Ann' }] };
    const [undated] = parseConversations(payload).conversations.map((one) => buildTimeline(one));
    if (!undated) throw new Error('No conversation in the payload');
    for (const align of ['start', 'answer', 'clock'] as const) {
      for (const all of [
        [late, undated],
        [undated, late],
      ]) {
        const { timeline } = aligned(all, align);
        expect([align, timeline.start, timeline.end]).toEqual([align, s(5000), s(5300)]);
        expect(timeline.lanes).toHaveLength(3);
      }
    }
    const { timeline } = aligned([undated, undated], 'clock');
    expect([timeline.start, timeline.end]).toEqual([undated.start, undated.end]);
  });

  test('and an agent of two of them has no legs in common there', () => {
    const { timeline } = aligned([early, late], 'start');
    const users = timeline.lanes.flatMap(({ userId }) => userId ?? []);
    expect(users).toEqual(['A/ann', 'B/ann']);
  });

  test('by no answer that is only planned', () => {
    expect(firstAnswer(diagram('agent: connected 5-9 planned | connected 20-30'))).toBe(20);
    expect(firstAnswer(diagram('agent: connected 5-9 planned'))).toBeUndefined();
  });

  test('at the first answer of several, whoever gave it', () => {
    expect(
      firstAnswer(diagram('agent: connected 50-60\nagent-2: connected 20-30\nagent-3: connected 90-95')),
    ).toBe(20);
  });

  test('and are one timeline, which is live when one of them is', () => {
    const over = { ...diagram('agent: connected 0-60'), id: 'c1' };
    const running = { ...diagram('agent: connected 0-90 running', { live: true }), id: 'c2' };
    const unread: Problem = { code: 'unknown-value', severity: 'info', message: 'x', pointers: [] };
    const { timeline, unanswered } = aligned([{ ...over, problems: [unread] }, running], 'start');
    expect(timeline).toMatchObject({ id: 'c1 c2', start: 0, end: 90, live: true, problems: [] });
    // Whether somebody answered matters only where the answers are what stands at one place.
    expect(aligned([over, diagram('agent: alerting 0-60')], 'start').unanswered).toEqual([]);
    expect(unanswered).toEqual([]);
    expect(aligned([over, over], 'clock').timeline.live).toBe(false);
  });

  test('none of which goes on at the end of another, where now would be drawn', () => {
    const over = { ...diagram('agent: connected 0-120'), id: 'c1' };
    const running = { ...diagram('agent: connected 0-90 running', { live: true }), id: 'c2' };
    expect(aligned([over, running], 'start').timeline).toMatchObject({ end: 120, live: false });
  });

  test('with the links between their lanes, and none from one conversation to the other', () => {
    const moved = diagram(`
      agent: connected 100-160 | transfer > agent-2 160-160 | controlling > ?gone 110-120
      agent-2: connected 160-190 | peer > agent 160-190`);
    const [transfer, , peer] = moved.links;
    Object.assign(transfer ?? {}, { from: { laneId: 'agent', trackId: 'agent/call' } });
    Object.assign(peer ?? {}, { to: { laneId: 'agent', trackId: 'agent/call' } });
    const { timeline } = aligned([diagram('agent: connected 0-60'), moved], 'start');
    const ends = timeline.links.map(({ kind, from, to, start, end }) => ({ kind, from, to, start, end }));
    expect(ends).toEqual([
      {
        kind: 'transfer',
        from: { laneId: 'B/agent', trackId: 'B/agent/call' },
        to: { laneId: 'B/agent-2' },
        start: 60,
        end: 60,
      },
      { kind: 'controlling', from: { laneId: 'B/agent' }, to: { unresolved: 'gone' }, start: 10, end: 20 },
      {
        kind: 'peer',
        from: { laneId: 'B/agent-2' },
        to: { laneId: 'B/agent', trackId: 'B/agent/call' },
        start: 60,
        end: 90,
      },
    ]);
  });

  test('with all that stands on their lanes', () => {
    const moved = diagram('agent: acw 100-160 | end @150 done | role viewer 100-160');
    const evidence = { pointers: [], rule: 'x' };
    for (const lane of moved.lanes) {
      const trackId = lane.tracks[0]?.id ?? '';
      for (const segment of lane.tracks[0]?.segments ?? []) segment.overrunFrom = 130;
      for (const mark of [...lane.milestones, ...lane.roles]) mark.trackId = trackId;
      lane.limits.push({ kind: 'acw', at: 130, trackId, evidence });
    }
    const { timeline } = aligned([diagram('agent: connected 0-60'), moved], 'start');
    const lane = timeline.lanes[1];
    const trackId = 'B/agent/call';
    expect(lane?.tracks).toMatchObject([{ id: trackId, segments: [{ start: 0, end: 60, overrunFrom: 30 }] }]);
    expect(lane?.milestones).toMatchObject([{ at: 50, trackId }]);
    expect(lane?.roles).toMatchObject([{ start: 0, end: 60, trackId }]);
    expect(lane?.limits).toMatchObject([{ at: 30, trackId }]);
    // What says nothing of an overrun or a track, says nothing of it there either.
    const plain = aligned([diagram('agent: connected 0-60 | limit acw @30')], 'start').timeline.lanes[0];
    expect(Object.keys(plain?.tracks[0]?.segments[0] ?? {})).not.toContain('overrunFrom');
    expect(Object.keys(plain?.limits[0] ?? {})).not.toContain('trackId');
  });
});
