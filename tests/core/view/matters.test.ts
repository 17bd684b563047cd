import { describe, expect, it } from 'vitest';
import { boundsOf } from '../../../src/core/view/bounds';
import { outside } from '../../../src/core/view/range';
import { reduceView } from '../../../src/core/view/reduce';
import { shownRange, viewFrom } from '../../../src/core/view/view';
import { at, lane, seg, timeline, track, usualCall } from '../../fixtures/timelines';

/** Four lanes in the first quarter of an hour, and one leg that nobody ended. */
function stuck(end: string) {
  return timeline([
    lane('c', 'Customer', {
      purpose: 'customer',
      tracks: [track('c1', [seg('connected', '0:00', '14:00')])],
    }),
    lane('q', 'Queue', { purpose: 'acd', tracks: [track('q1', [seg('queued', '0:00', '1:00')])] }),
    lane('a', 'Agent', {
      purpose: 'agent',
      tracks: [track('a1', [seg('alerting', '1:00', '1:10'), seg('connected', '1:10', '8:00')])],
    }),
    lane('b', 'Agent', {
      purpose: 'agent',
      tracks: [track('b1', [seg('alerting', '8:00', '8:10'), seg('connected', '8:10', end)])],
    }),
  ]);
}

/** A chat that waits for its first answer: only queue and customer are there. */
function idle() {
  return timeline([
    lane('c', 'Customer', {
      purpose: 'customer',
      tracks: [track('c1', [seg('connected', '0:00', '475:00')])],
    }),
    lane('w', 'Flow', { purpose: 'workflow', tracks: [track('w1', [seg('ivr', '0:00', '0:02')])] }),
    lane('q', 'Queue', { purpose: 'acd', tracks: [track('q1', [seg('queued', '0:02', '450:10')])] }),
    lane('a', 'Agent', {
      purpose: 'agent',
      tracks: [
        track('a1', [
          seg('alerting', '450:00', '450:10'),
          seg('connected', '450:10', '460:00'),
          seg('hold', '460:00', '462:00'),
          seg('connected', '462:00', '475:00'),
          seg('acw', '475:00', '477:00'),
        ]),
      ],
    }),
  ]);
}

describe('what fits', () => {
  it('is everything in a usual call', () => {
    const bounds = boundsOf(usualCall());
    expect(bounds.fit).toBe(bounds.whole);
    expect(outside(bounds.fit, bounds)).toEqual({ before: 0, after: 0 });
  });

  it('leaves out the months in which one stuck leg alone goes on', () => {
    const bounds = boundsOf(stuck('87840:00'));
    expect(bounds.fit.start).toBeLessThan(at('0:00'));
    expect(bounds.fit.end).toBeGreaterThan(at('14:00'));
    expect(bounds.fit.end).toBeLessThan(at('16:00'));
    expect(bounds.whole.end).toBeGreaterThan(at('87840:00'));
    expect(outside(bounds.fit, bounds).after).toBeGreaterThan(5e9);
    expect(outside(bounds.fit, bounds).before).toBe(0);
  });

  it('leaves out hours of waiting for a first answer', () => {
    const bounds = boundsOf(idle());
    expect(bounds.fit.start).toBeGreaterThan(at('445:00'));
    expect(bounds.fit.end).toBeGreaterThan(at('477:00'));
    expect(outside(bounds.fit, bounds).before).toBeGreaterThan(at('440:00') - at('0:00'));
  });

  it.each(['agent', 'AGENT'])('keeps a long talk of an %s: it is the call', (purpose) => {
    const talk = timeline([
      lane('c', 'Customer', {
        purpose: 'customer',
        tracks: [track('c1', [seg('connected', '0:00', '300:00')])],
      }),
      lane('q', 'Queue', { purpose: 'acd', tracks: [track('q1', [seg('queued', '0:00', '0:10')])] }),
      lane('x', 'Agent', { purpose: 'agent', tracks: [track('x1', [seg('alerting', '0:10', '0:20')])] }),
      lane('y', 'Agent', { purpose: 'agent', tracks: [track('y1', [seg('alerting', '0:20', '0:30')])] }),
      lane('a', 'Agent', {
        purpose,
        tracks: [track('a1', [seg('alerting', '0:30', '0:40'), seg('connected', '0:40', '300:00')])],
      }),
    ]);
    const { fit, whole } = boundsOf(talk);
    expect(fit).toBe(whole);
  });
});

describe('fitAll', () => {
  it('shows all of it, and fit comes back', () => {
    const bounds = boundsOf(stuck('87840:00'));
    const all = reduceView(viewFrom(), { type: 'fitAll' }, bounds);
    expect(outside(shownRange(all, bounds), bounds)).toEqual({ before: 0, after: 0 });
    expect(shownRange(reduceView(all, { type: 'fit' }, bounds), bounds)).toBe(bounds.fit);
  });
});
