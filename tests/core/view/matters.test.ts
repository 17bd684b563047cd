import { describe, expect, it } from 'vitest';
import type { Milestone } from '../../../src/core/model/timeline';
import { boundsOf } from '../../../src/core/view/bounds';
import { outside } from '../../../src/core/view/range';
import { reduceView } from '../../../src/core/view/reduce';
import { shownRange } from '../../../src/core/view/view';
import { viewFrom } from '../../../src/core/view/view-from';
import { at, lane, milestone, seg, timeline, track, usualCall } from '../../fixtures/timelines';

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

describe('what fits of several stretches', () => {
  const talks = (id: string, ...spans: [string, string][]) =>
    lane(id, id, {
      tracks: [
        track(
          `${id}1`,
          spans.map(([from, to]) => seg('connected', from, to)),
        ),
      ],
    });
  /** Four, one every so many minutes. */
  const four = (first: number, length = 1, every = 1) =>
    [0, 1, 2, 3].map((n): [string, string] => {
      const from = first + n * every;
      return [`${from}:00`, `${from + length}:00`];
    });
  const waits = (from: string, to: string) =>
    lane('c', 'Customer', { purpose: 'customer', tracks: [track('c1', [seg('connected', from, to)])] });
  const fits = (...lanes: Parameters<typeof timeline>[0]) => {
    const { fit, whole } = boundsOf(timeline(lanes));
    return fit === whole ? 'all' : fit;
  };

  it('leaves out far ends on both sides', () => {
    const fit = fits(
      waits('0:00', '461:00'),
      talks('a', ...four(450, 2, 3)),
      talks('b', ['455:00', '87840:00']),
    );
    expect(fit).toMatchObject({
      start: expect.closeTo(at('450:00') - 0.06 * 660_000, 0),
      end: expect.closeTo(at('461:00') + 0.06 * 660_000, 0),
    });
  });

  it('leaves out a stuck leg of two tracks, as of one', () => {
    const two = lane('b', 'B', {
      tracks: ['b1', 'b2'].map((id) => track(id, [seg('connected', '3:00', '87840:00')])),
    });
    const talk = talks('a', ['0:00', '1:00'], ['1:30', '2:00'], ['2:00', '3:00'], ['3:00', '4:00']);
    expect(fits(talk, two)).toMatchObject({ end: expect.closeTo(at('4:00') + 0.06 * 240_000, 0) });
  });

  it('keeps two stories that are alike, however far apart', () => {
    const day = talks('a', ...four(0));
    const next = talks('b', ...four(600));
    expect(fits(day, next)).toBe('all');
  });

  it('keeps the talk of one before what came of it', () => {
    expect(fits(talks('a', ['0:00', '300:00']), talks('b', ...four(300)))).toBe('all');
  });

  it('keeps a wait of less than half an hour, and one beside which the rest can be read', () => {
    const talk = (minute: number) =>
      talks('a', ...[0, 1, 2, 3].map((n): [string, string] => [`${minute + n}:00`, `${minute + n}:30`]));
    expect(fits(waits('0:00', '32:00'), talk(28))).toBe('all');
    expect(fits(waits('0:00', '100:00'), talk(60), talks('b', ['63:30', '100:00']))).toBe('all');
  });
});

describe('what fits beside an instant far away', () => {
  const DAYS = 1440;
  const call = (...milestones: Milestone[]) => {
    const instants = [at('0:00'), at('5:00'), ...milestones.map((each) => each.at)];
    return timeline(
      [
        lane('c', 'Customer', {
          purpose: 'customer',
          tracks: [track('c1', [seg('connected', '0:00', '5:00')])],
        }),
        lane('a', 'Agent', { tracks: [track('a1', [seg('connected', '1:00', '5:00')])], milestones }),
      ],
      { start: Math.min(...instants), end: Math.max(...instants) },
    );
  };

  it('leaves out an evaluation of days later, however short the call', () => {
    const { fit, all } = boundsOf(call(milestone('evaluation-released', `${5 * DAYS}:00`)));
    expect(fit.start).toBeLessThan(at('0:00'));
    expect(fit.end).toBeGreaterThan(at('5:00'));
    expect(fit.end).toBeLessThan(at('6:00'));
    expect(all.end).toBe(at(`${5 * DAYS}:00`));
  });

  it('leaves out several, though none is far from the next', () => {
    const days = [1, 2, 3].map((day) => milestone('evaluation-submitted', `${day * DAYS}:00`));
    expect(boundsOf(call(...days)).fit.end).toBeLessThan(at('6:00'));
  });

  it('leaves out a start that is a time of no call', () => {
    const { fit, all } = boundsOf(call({ ...milestone('start', '0:00'), at: -62_135_596_800_000 }));
    expect(fit.start).toBeGreaterThan(at('0:00') - 60_000);
    expect(all.start).toBe(-62_135_596_800_000);
  });

  it('keeps the ends of a leg beside a single segment', () => {
    const lone = lane('a', 'A', {
      tracks: [track('a1', [seg('alerting', '1:00', '1:00')])],
      milestones: [milestone('start', '0:00'), milestone('end', '120:00')],
    });
    const { fit, whole } = boundsOf(timeline([lone], { start: at('0:00'), end: at('120:00') }));
    expect(fit).toBe(whole);
  });

  it('keeps an evaluation of the same day that leaves the call legible', () => {
    const { fit, whole } = boundsOf(call(milestone('evaluation-released', '20:00')));
    expect(fit).toBe(whole);
  });

  it.each(['ends', 'begins'])(
    'leaves out where a leg %s that is months away, beside three others',
    (which) => {
      const far = which === 'ends' ? ['1:00', `${90 * DAYS}:00`] : [`${-90 * DAYS}:00`, '4:00'];
      const { fit } = boundsOf(
        timeline([
          lane('c', 'Customer', {
            purpose: 'customer',
            tracks: [track('c1', [seg('connected', '0:00', '5:00')])],
          }),
          lane('q', 'Queue', { purpose: 'acd', tracks: [track('q1', [seg('queued', '0:00', '1:00')])] }),
          lane('a', 'Agent', { tracks: [track('a1', [seg('connected', far[0] ?? '', far[1] ?? '')])] }),
        ]),
      );
      expect(fit.start).toBeGreaterThan(at('-5:00'));
      expect(fit.end).toBeLessThan(at('10:00'));
    },
  );

  it('keeps both ends of a mail that is answered after months', () => {
    const { fit, whole } = boundsOf(
      timeline([
        lane('a', 'A', {
          tracks: [track('a1', [seg('connected', '0:00', '1:00'), seg('hold', '1:00', '2:00')])],
        }),
        lane('b', 'B', { tracks: [track('b1', [seg('connected', `${90 * DAYS}:00`, `${90 * DAYS}:30`)])] }),
      ]),
    );
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
