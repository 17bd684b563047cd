import { describe, expect, test } from 'vitest';
import {
  agent,
  analytics,
  customer,
  drawn,
  iso,
  type Parts,
  picture,
  rest,
  s,
  speaker,
  timelineOf,
} from '../../fixtures/payload';

const conversation = (participants: object[], parts: Parts = {}, now?: number) =>
  timelineOf(
    rest(
      participants.map((one) => ({ ...one })),
      parts,
    ),
    { now },
  );

const over = customer({ calls: [{ C: 0, E: 60, state: 'terminated' }] });

describe('live', () => {
  test.each<[string, object, boolean]>([
    ['connected, no end', agent({ calls: [{ C: 0, state: 'connected' }] }), true],
    ['no state, no end', agent({ calls: [{ C: 0 }] }), true],
    ['alerting', agent({ calls: [{ A: 0, state: 'alerting' }] }), true],
    ['parked', agent({ emails: [{ C: 0, P: 10, state: 'parked' }] }), true],
    ['an end', agent({ calls: [{ C: 0, E: 60 }] }), false],
    [
      'an end, though the state says connected',
      agent({ calls: [{ C: 0, E: 60, state: 'connected' }] }),
      false,
    ],
    ['disconnected without an end', agent({ calls: [{ C: 0, state: 'disconnected' }] }), false],
    ['terminated without an end', agent({ calls: [{ C: 0, state: 'terminated' }] }), false],
    [
      'disconnected, and its recorded after-call work is open',
      agent({ calls: [{ state: 'disconnected', segments: 'Interact 0-60 | Wrapup 60-' }] }),
      false,
    ],
    ['only after-call work is open', agent({ calls: [{ C: 0, E: 60 }], W0: 60 }), false],
    ['flat, connected', agent({ C: 0, state: 'connected' }), true],
    ['flat, disconnected', agent({ C: 0, E: 60, state: 'disconnected' }), false],
    [
      'one of two communications',
      agent({ calls: [{ C: 0, E: 60 }], chats: [{ C: 0, state: 'connected' }] }),
      true,
    ],
  ])('%s', (_, one, live) => {
    expect(conversation([over, one], {}, 90).live).toBe(live);
  });

  test('a conversation that ended is not, whatever its legs say', () => {
    const open = agent({ calls: [{ C: 0, state: 'connected' }] });
    expect(conversation([over, open], { S: 0, E: 60 }).live).toBe(false);
    expect(timelineOf(analytics([speaker('agent', { segments: 'interact 0-' })], { E: 60 })).live).toBe(
      false,
    );
  });

  test('an analytics conversation with an open segment is', () => {
    expect(timelineOf(analytics([speaker('agent', { segments: 'alert 0-5 | interact 5-' })])).live).toBe(
      true,
    );
  });

  test.each([
    ['is, while its agent works on', {}, true, 'acw 60-90 running'],
    ['is not, when it ended meanwhile', { E: 60 }, false, 'acw 60-60 inferred'],
  ])('an analytics conversation %s', (_, parts, live, work) => {
    const one = speaker('agent', { segments: 'alert 0-5 | interact 5-60 transfer | wrapup 60-' });
    const timeline = timelineOf(analytics([one], parts), { now: 90 });
    expect(timeline.live).toBe(live);
    expect(picture(timeline)).toEqual([`alerting 0-5 | connected 5-60 | ${work}`]);
    expect(timeline.lanes[0]?.milestones.filter(({ kind }) => kind === 'end')).toMatchObject([{ at: s(60) }]);
  });

  test.each([
    ['the talk', 'interact 5- | wrapup 60-70', 'connected 5-60 inferred | acw 60-70', 60],
    ['a hold', 'hold 5- | interact 20-60 peer', 'hold 5-20 inferred | connected 20-60', 60],
    ['an alert', 'alert 5- | interact 20-60 peer', 'alerting 5-20 inferred | connected 20-60', 60],
  ])('nor is it for %s without an end that another record follows', (_, segments, tracks, end) => {
    const timeline = timelineOf(analytics([speaker('agent', { segments })]), { now: 90 });
    expect(timeline.live).toBe(false);
    expect(picture(timeline)).toEqual([tracks]);
    expect(timeline.lanes[0]?.milestones.filter(({ kind }) => kind === 'end')).toMatchObject([
      { at: s(end) },
    ]);
    expect(timeline.problems).toEqual([]);
  });

  test('an analytics conversation whose sessions are over is not', () => {
    expect(timelineOf(analytics([speaker('agent', { segments: 'alert 0-5 | interact 5-60' })])).live).toBe(
      false,
    );
  });
});

describe('start and end of the timeline', () => {
  test('now is inside while it is live', () => {
    expect(conversation([agent({ calls: [{ C: 0, E: 60 }], chats: [{ C: 5 }] })], {}, 500).end).toBe(s(500));
  });

  test('also where no mark reaches it, and where there is none', () => {
    const silent = { state: 'connected' };
    expect(conversation([agent({ calls: [{ C: 0, E: 60 }], chats: [silent] })], {}, 500).end).toBe(s(500));
    const { start, end } = conversation([agent({ calls: [{ state: 'terminated' }] })], {}, 500);
    expect([start, end]).toEqual([s(500), s(500)]);
  });

  test('and not when it is over', () => {
    expect(conversation([over], {}, 500).end).toBe(s(60));
  });

  test('the conversation’s own start and end are inside', () => {
    const timeline = conversation([over], { S: -0.5, E: 60.5 });
    expect([timeline.start, timeline.end]).toEqual([s(-0.5), s(60.5)]);
  });

  test('a leg before and one behind them are inside', () => {
    const timeline = conversation([over], { S: 0.04, E: 59.9 });
    expect([timeline.start, timeline.end]).toEqual([s(0), s(60)]);
  });

  test('after-call work is inside', () => {
    expect(conversation([agent({ calls: [{ C: 0, E: 60 }], W0: 60, W1: 75 })], { S: 0, E: 60 }).end).toBe(
      s(75),
    );
  });

  test('what is planned is not', () => {
    const one = agent({ emails: [{ C: 0, P: 20, R: 900, state: 'parked' }] });
    expect(conversation([one], {}, 50).end).toBe(s(50));
  });
});

describe('a callback that waits for its time', () => {
  const waiting = (more: object = {}) =>
    agent({ callbacks: [{ S: 0, state: 'scheduled', callbackScheduledTime: iso(200), ...more }] });

  test('waits until now, and is planned from there to its time', () => {
    expect(drawn(waiting(), { now: 90 })).toBe('scheduled 0-90 inferred | scheduled 90-200 planned');
    const timeline = timelineOf(rest([waiting()]), { now: 90 });
    const ahead = timeline.lanes[0]?.tracks[0]?.segments[1];
    expect(ahead?.evidence).toEqual({
      rule: 'scheduled-planned',
      pointers: ['/participants/0/callbacks/0/callbackScheduledTime'],
    });
    expect(timeline.end).toBe(s(90));
  });

  test('nothing is planned when its time has come, or it waits no more', () => {
    expect(drawn(waiting(), { now: 200 })).toBe('scheduled 0-200 inferred');
    expect(drawn(waiting({ E: 50 }), { now: 90 })).not.toContain('planned');
    expect(drawn(waiting({ C: 50, state: 'connected' }), { now: 90 })).not.toContain('planned');
    expect(drawn(waiting(), { now: 90, E: 80 })).not.toContain('planned');
  });

  test('nor backwards, from a begin that lies behind its time', () => {
    expect(drawn(waiting({ S: 300 }), { now: 90 })).toBe('scheduled 300-300 inferred');
    expect(drawn(waiting({ S: 150 }), { now: 90 })).toContain('scheduled 150-200 planned');
  });
});
