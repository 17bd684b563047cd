import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { TYPE_ORDER } from '../../../src/core/model/look';
import { RIBBON_HEIGHT, type Row, rowsIn, rowsOf } from '../../../src/core/layout/rows';
import { overlayOf } from '../../../src/core/view/view';
import { styles, timelines, views } from './any-timeline';

/** Everything that a row holds from its head down, each with its upper and lower edge. */
function partsOf(seat: readonly Row[]): [top: number, bottom: number][] {
  const bands = new Map(seat.flatMap(({ tracks }) => tracks.map(({ y, height }) => [y, y + height])));
  const [{ ribbon, strips } = { ribbon: undefined, strips: new Map<never, number>() }] = seat;
  return [
    ...[...bands].toSorted(([one], [other]) => one - other),
    ...(ribbon === undefined ? [] : [[ribbon, ribbon + RIBBON_HEIGHT] as const]),
    ...[...strips.values()].map((y) => [y - 4, y + 1] as const),
  ].map(([top, bottom]) => [top, bottom]);
}

describe('the rows of any timeline, in any view', () => {
  /** The rows, those that share one together. */
  const seatsOf = (list: readonly Row[]) => {
    const seats: Row[][] = [];
    for (const row of list)
      if (row.joined) seats.at(-1)?.push(row);
      else seats.push([row]);
    return seats;
  };

  test('stand one below the other, and what they hold stands in the middle of them, apart', () => {
    fc.assert(
      fc.property(timelines, views, styles, (timeline, view, style) => {
        const { list, stuck, height } = rowsOf(columnsOf(timeline), view, style);
        const least = style.head > 0 ? 0 : style.compact ? 28 : 56;
        const air = style.compact ? 4 : 13;
        let y = 0;
        for (const seat of seatsOf(list)) {
          const [first = list[0] as Row] = seat;
          if (stuck.count > 0 && first === list[stuck.count]) y = stuck.height + 8;
          expect(seat.map((row) => [row.y, row.height])).toEqual(seat.map(() => [y, first.height]));
          y += first.height;
          const parts = partsOf(seat);
          const [top, bottom] = [parts[0]?.[0] ?? 0, parts.at(-1)?.[1] ?? 0];
          expect(top - (first.y + style.head)).toBe(y - bottom);
          const spare = first.folded ? 10 : air;
          expect(y - bottom).toBeGreaterThanOrEqual(spare);
          expect(y - bottom).toBeLessThanOrEqual(style.head > 0 ? spare : 28);
          for (const [n, [from]] of parts.entries())
            expect(from).toBeGreaterThanOrEqual(parts[n - 1]?.[1] ?? first.y);
          expect(first.height).toBeGreaterThanOrEqual(first.folded ? 28 : least);
        }
        expect(height).toBe(y + 8);
      }),
    );
  });

  test('hold what lasts of roles and links where these are shown, unless they are folded', () => {
    fc.assert(
      fc.property(timelines, views, styles, (timeline, view, style) => {
        for (const seat of seatsOf(rowsOf(columnsOf(timeline), view, style).list)) {
          const own = seat.map(({ laneId }) => laneId);
          const lasting = timeline.links
            .filter(
              ({ from, start, end, kind }) =>
                own.includes(from.laneId) && end > start && view.overlays[overlayOf(kind)],
            )
            .map(({ kind }) => kind);
          const hasRoles = timeline.lanes.some(({ id, roles }) => own.includes(id) && roles.length > 0);
          for (const { folded, ribbon, strips } of seat) {
            expect(folded).toBe(own.some((id) => view.folded.includes(id)));
            expect(ribbon !== undefined).toBe(
              !folded && ((view.overlays.roles && hasRoles) || lasting.includes('controlling')),
            );
            expect(new Set(strips.keys())).toEqual(
              new Set(folded ? [] : lasting.filter((kind) => kind !== 'controlling')),
            );
          }
        }
      }),
    );
  });

  test('lay no two tracks on one line that overlap in time, but where they are folded', () => {
    fc.assert(
      fc.property(timelines, views, styles, (timeline, view, style) => {
        for (const seat of seatsOf(rowsOf(columnsOf(timeline), view, style).list)) {
          const bars = seat.flatMap(({ index, tracks }) =>
            (timeline.lanes[index]?.tracks ?? []).map((track, place) => ({
              y: tracks[place]?.y,
              start: Math.min(...track.segments.map(({ start }) => start)),
              end: Math.max(...track.segments.map(({ end }) => end)),
            })),
          );
          for (const [n, one] of bars.entries()) {
            expect(one.y).toBeTypeOf('number');
            for (const other of bars.slice(n + 1)) {
              if (seat[0]?.folded || one.y !== other.y) continue;
              expect(Math.min(one.end, other.end) - Math.max(one.start, other.start)).toBeLessThanOrEqual(
                500,
              );
            }
          }
        }
      }),
    );
  });

  test('are found by the band of the picture that they touch', () => {
    fc.assert(
      fc.property(
        timelines,
        views,
        fc.nat(400),
        fc.integer({ min: 1, max: 200 }),
        (timeline, view, top, size) => {
          const rows = rowsOf(columnsOf(timeline), view, { compact: false, head: 0 });
          const { from, to } = rowsIn(rows, top, top + size);
          expect(rows.list.slice(from, to)).toEqual(
            rows.list.filter(({ y, height }) => y < top + size && y + height > top),
          );
        },
      ),
    );
  });
});

test('the columns of any timeline hold all of it, in the order in which it is drawn and walked', () => {
  fc.assert(
    fc.property(timelines, (timeline) => {
      const { lanes, types, certainties, sessions, edges } = columnsOf(timeline);
      const every = timeline.lanes.flatMap(({ tracks }) => tracks.flatMap((track) => track.segments));
      expect(types).toEqual(TYPE_ORDER.filter((type) => every.some((one) => one.type === type)));
      expect(new Set(certainties)).toEqual(new Set(every.map(({ certainty }) => certainty)));
      expect([...edges]).toEqual(
        [...new Set(every.flatMap(({ start, end }) => [start, end]))].toSorted((one, other) => one - other),
      );
      const said = timeline.lanes.flatMap(({ roles }) => roles.flatMap(({ sessionId }) => sessionId ?? []));
      expect(sessions).toEqual([...new Set(said)]);
      for (const {
        lane: { id, tracks, roles, milestones, limits },
        order,
        segments,
        tracks: drawn,
      } of lanes) {
        const asides = [
          ...timeline.links.flatMap(({ from, start }) => (from.laneId === id ? [start] : [])),
          ...roles.map(({ start }) => start),
          ...[...milestones, ...limits].map(({ at }) => at),
        ];
        const starts = tracks.flatMap((track) => track.segments.map(({ start }) => start));
        const inOrder = (all: number[]) => all.toSorted((one, other) => one - other);
        expect(order.map(({ at }) => at)).toEqual([...inOrder(starts), ...inOrder(asides)]);
        expect(segments).toBe(starts.length);
        expect(new Set(order.map((seat) => JSON.stringify({ ...seat, at: 0 }))).size).toBe(order.length);
        for (const { columns, all } of drawn) {
          const ranks = columns.map(({ type }) => TYPE_ORDER.indexOf(type));
          expect(ranks).toEqual(inOrder(ranks));
          for (const { ends, reach } of [...columns, all])
            expect([...reach]).toEqual([...ends].map((_, n) => Math.max(...ends.slice(0, n + 1))));
        }
      }
    }),
  );
});
