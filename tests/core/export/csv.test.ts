import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/core/export/csv';
import { listEvents } from '../../../src/core/export/events';
import { findMark } from '../../../src/core/view/marks';
import { agent, iso, party, rest, timelineOf } from '../../fixtures/payload';
import { everyKind, usualCall } from '../../fixtures/timelines';

describe('toCsv', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u200b=1',
    '  =1',
    '\ufeff@x',
    '\u202e=1',
    '\u2028=1',
    '\u00a0=1',
    '\u0001=1',
    '\ufff9=1',
    // Invisible, though letters and marks to Unicode: fillers, joiners, variation selectors, an empty Braille cell.
    '\u3164=1',
    '\u115f=1',
    '\u034f=1',
    '\ufe0f=1',
    '\u2800=1',
    // Small forms, which some take for the plain ones.
    '\ufe66=1',
    '\ufe62=1',
    '\ufe63=1',
    '\ufe6b=1',
  ])('disarms %j', (value) => {
    expect(
      toCsv([[value]])
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  });

  it('quotes what would break a row, and doubles quotes', () => {
    expect(toCsv([['a,b', 'say "hi"', 'two\nlines', 'plain']])).toBe(
      '"a,b","say ""hi""","two\nlines",plain\r\n',
    );
    expect(toCsv([[' a', 'b ', 'c\rd']])).toBe('" a","b ","c\rd"\r\n');
  });

  it('never lets a cell begin a formula', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const text = toCsv([[value]])
          .slice(0, -2)
          .replace(/^"/, '');
        expect(/^[=+\-@\t\r＝＋－＠]/.test(text)).toBe(false);
      }),
    );
  });
});

describe('listEvents', () => {
  it('gives an instant no end, and says all that is known of an error', () => {
    const call = { C: 0, E: 60, state: 'disconnected' };
    const errorInfo = { code: 'busy', message: 'All lines are busy' };
    const timeline = timelineOf(
      rest([
        agent({ id: 'a', calls: [{ ...call, disconnectType: 'transfer' }] }),
        agent({ id: 'b', calls: [{ ...call, disconnectType: 'error', errorInfo }] }),
        party('acd', { id: 'q', calls: [{ C: 60, E: 70 }] }),
      ]),
    );
    const events = listEvents(timeline);
    const links = events.filter(({ kind }) => kind === 'link');
    expect(links.map(({ what, end, duration }) => [what, end, duration])).toEqual([
      ['transfer', undefined, undefined],
    ]);
    expect(events.filter(({ what }) => what === 'end').map(({ detail }) => detail)).toContain(
      'error · busy · All lines are busy',
    );
  });

  it('says of an instant whose leg it is, and of the participant’s own that it is nobody’s', () => {
    const timeline = timelineOf(
      rest([agent({ startTime: iso(0), calls: [{ S: 0, C: 5 }], callbacks: [{ S: 0, C: 1 }] })]),
    );
    const starts = listEvents(timeline).filter(({ kind, what }) => kind === 'milestone' && what === 'start');
    expect(starts.map(({ media }) => media)).toEqual([undefined, 'call', 'callback']);
  });

  it.each([usualCall(), everyKind()])(
    'lists every mark once, in order of time, under ids that are found',
    (timeline) => {
      const events = listEvents(timeline);
      const expected = timeline.lanes.reduce(
        (sum, lane) =>
          sum +
          lane.milestones.length +
          lane.limits.length +
          lane.roles.length +
          lane.tracks.reduce((count, track) => count + track.segments.length, 0),
        timeline.links.length,
      );
      expect(events).toHaveLength(expected);
      expect(new Set(events.map(({ id }) => id)).size).toBe(expected);
      for (const [index, event] of events.entries()) {
        expect(findMark(timeline, event.id)?.kind).toBe(event.kind);
        expect(event.start).toBeGreaterThanOrEqual(events[index - 1]?.start ?? 0);
      }
    },
  );
});
