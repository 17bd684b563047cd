import { describe, expect, test } from 'vitest';
import { agent, codes, drawn, rest, s, said, timelineOf } from '../../fixtures/payload';

// Rule 5 on single snapshots.
const parked = (more: object) => agent({ emails: [{ C: 0, P: 20, ...more }] });

describe('parked', () => {
  test('to the resume, recorded', () => {
    expect(drawn(parked({ R: 40, E: 60 }))).toBe('connected 0-20 | parked 20-40 | connected 40-60');
  });

  test('to the resume, on a leg that runs', () => {
    expect(drawn(parked({ R: 40, state: 'connected' }), { now: 50 })).toBe(
      'connected 0-20 | parked 20-40 | connected 40-50 running',
    );
  });

  test('the resume lies ahead: running to now, planned from there', () => {
    expect(drawn(parked({ R: 90, state: 'parked' }), { now: 50 })).toBe(
      'connected 0-20 | parked 20-50 running | parked 50-90 planned',
    );
  });

  test('parking and resume lie ahead: planned from the one to the other', () => {
    expect(drawn(parked({ R: 90, state: 'parked' }), { now: 10 })).toBe(
      'connected 0-10 running | parked 20-90 planned',
    );
  });

  test('the resume lies ahead of the default now, which leaves planned times out', () => {
    const timeline = timelineOf(rest([parked({ R: 90, state: 'parked', V: 30 })]));
    expect(
      timeline.lanes[0]?.tracks[0]?.segments.map(({ type, certainty }) => `${type} ${certainty}`),
    ).toEqual(['connected recorded', 'parked running', 'parked planned']);
    expect(timeline.end).toBe(s(30));
  });

  test('the resume is now: recorded', () => {
    expect(drawn(parked({ R: 50, state: 'parked' }), { now: 50 })).toContain('parked 20-50');
    expect(drawn(parked({ R: 50, state: 'parked' }), { now: 50 })).not.toContain('planned');
  });

  test('no resume, still parked: running', () => {
    expect(drawn(parked({ state: 'parked' }), { now: 50 })).toBe('connected 0-20 | parked 20-50 running');
  });

  test('parked since nobody knows when: what was before did not last to now', () => {
    const one = agent({ emails: [{ C: 0, state: 'parked' }] });
    expect(drawn(one, { now: 50 })).toBe('connected 0-50 inferred');
  });

  test('no resume, connected again: resumed at an unknown time', () => {
    const one = parked({ state: 'connected' });
    expect(drawn(one, { now: 50 })).toBe('connected 0-20 | parked 20-50 inferred');
    expect(codes(timelineOf(rest([one]), { now: 50 }))).toEqual(['park-end-unknown']);
  });

  test('a resume before the parking is an older one', () => {
    const one = parked({ R: 10, state: 'connected' });
    expect(drawn(one, { now: 50 })).toBe('connected 0-20 | parked 20-50 inferred');
    expect(said(timelineOf(rest([one]), { now: 50 }), 'park-end-unknown')).toHaveLength(1);
    expect(drawn(parked({ R: 10, state: 'parked' }), { now: 50 })).toBe(
      'connected 0-20 | parked 20-50 running',
    );
  });

  test('a resume at the very parking says nothing', () => {
    expect(drawn(parked({ R: 20, state: 'parked' }), { now: 50 })).toBe(
      'connected 0-20 | parked 20-50 running',
    );
  });

  test('no resume, and gone: to the end, inferred', () => {
    expect(drawn(parked({ E: 60, state: 'disconnected' }))).toBe('connected 0-20 | parked 20-60 inferred');
  });

  test('gone before the resume: to the end, inferred, and nothing planned', () => {
    expect(drawn(parked({ R: 90, E: 60, state: 'disconnected' }), { now: 70 })).toBe(
      'connected 0-20 | parked 20-60 inferred',
    );
    expect(drawn(parked({ R: 90, E: 60, state: 'disconnected' }), { now: 100 })).toBe(
      'connected 0-20 | parked 20-60 inferred',
    );
  });

  test('in a conversation that ended: to its end, inferred, and nothing planned', () => {
    expect(drawn(parked({ R: 90, state: 'parked' }), { S: 0, E: 60, now: 70 })).toBe(
      'connected 0-20 | parked 20-60 inferred',
    );
  });
});

describe('hold and park at once', () => {
  test('the hold came first', () => {
    expect(drawn(parked({ H: 10, held: true, R: 40, E: 60 }))).toBe('connected 0-10 | hold 10-60');
  });

  test('the parking came first', () => {
    expect(drawn(parked({ H: 30, held: true, R: 40, E: 60 }))).toBe(
      'connected 0-20 | parked 20-40 | hold 40-60',
    );
  });

  test('both began at one instant: the hold, though nobody knows when that ended', () => {
    expect(drawn(parked({ H: 20, held: false, E: 60 }))).toBe('connected 0-20 | hold 20-60 inferred');
  });

  test('the hold ended during the parking', () => {
    expect(drawn(parked({ P: 20, R: 40, H: 25, held: false, E: 60 }))).toBe(
      'connected 0-20 | parked 20-40 | connected 40-60',
    );
  });
});

describe('park on a leg with recorded segments', () => {
  test('inside them adds nothing', () => {
    expect(drawn(parked({ R: 40, E: 60, segments: 'Interact 0-60' }))).toBe('connected 0-60');
  });

  test('outside them adds a stretch', () => {
    expect(drawn(parked({ P: 70, R: 80, E: 90, segments: 'Interact 0-60 | Interact 80-90' }))).toBe(
      'connected 0-60 | parked 70-80 | connected 80-90',
    );
  });

  test.each([
    ['Interact 0-', 'connected 0-90 running'],
    ['Interact 0-20 | Parked 20-', 'connected 0-20 | parked 20-90 running | parked 90-120 planned'],
  ])('inside %s, with the resume ahead', (segments, picture) => {
    expect(drawn(parked({ R: 120, state: 'parked', segments }), { now: 90 })).toBe(picture);
  });

  test('behind them, with the resume ahead', () => {
    expect(drawn(parked({ P: 70, R: 120, state: 'parked', segments: 'Interact 0-60' }), { now: 90 })).toBe(
      'connected 0-60 | parked 70-90 running | parked 90-120 planned',
    );
  });
});
