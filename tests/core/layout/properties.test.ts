import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { hitTest } from '../../../src/core/layout/hit';
import { mergedBars } from '../../../src/core/layout/merge';
import { rowsOf } from '../../../src/core/layout/rows';
import { textWidth } from '../../../src/core/layout/text';
import { scaleOf, toInstant, toPixel } from '../../../src/core/view/scale';
import { viewFrom } from '../../../src/core/view/view-from';
import { type Place, walk } from '../../../src/core/view/walk';
import { drawn, ranges, timelines, views, WIDTH } from './any-timeline';

describe('the picture of any timeline, in any range', () => {
  test('holds each segment in sight once: as a bar, or in one that stands for several', () => {
    fc.assert(
      fc.property(timelines, ranges, (timeline, range) => {
        const scale = scaleOf(range, WIDTH);
        for (const column of columnsOf(timeline).lanes.flatMap(({ tracks }) =>
          tracks.flatMap(({ columns }) => columns),
        )) {
          const places = [...column.starts.keys()];
          const held = mergedBars(column, scale, range.end).map(({ first, last, left, right }) => ({
            inside: places.slice(first, last + 1),
            left,
            right,
          }));
          const all = held.flatMap(({ inside }) => inside);
          expect(all).toEqual([...new Set(all)]);
          const inSight = places.filter(
            (place) => (column.ends[place] ?? 0) >= range.start && (column.starts[place] ?? 0) <= range.end,
          );
          expect(all).toEqual(expect.arrayContaining(inSight));
          const edges = held.flatMap(({ inside, left, right }) =>
            inside
              .filter((place) => inSight.includes(place))
              .map((place) => [
                toPixel(scale, column.starts[place] ?? 0) - left,
                right - toPixel(scale, column.ends[place] ?? 0),
              ]),
          );
          for (const over of edges.flat()) expect(over).toBeGreaterThan(-1e-6);
        }
      }),
    );
  });

  test('answers a pointer on a bar with a segment of that row that lies there, none shorter', () => {
    fc.assert(
      fc.property(timelines, ranges, views, (timeline, range, view) => {
        const { columns, rows, window, scene } = drawn(timeline, range, view);
        const hit = hitTest(columns, rows, scene);
        for (const { laneId, y: top, tracks } of rows.list) {
          const own = timeline.lanes.find(({ id }) => id === laneId)?.tracks ?? [];
          for (const [place, track] of own.entries()) {
            const { y = 0, height = 0 } = tracks[place] ?? {};
            for (const each of track.segments) {
              const left = Math.max(toPixel(window, each.start), 0);
              const right = Math.min(toPixel(window, each.end), WIDTH);
              if (right - left < 2) continue;
              const x = (left + right) / 2;
              const mark = hit({ x, y: y + height / 2 });
              const found = mark?.kind === 'segment' ? mark : undefined;
              expect(rows.of.get(found?.lane.id ?? '')?.y).toBe(top);
              const { start = Infinity, end = 0 } = found?.segment ?? {};
              expect(end - start).toBeLessThanOrEqual(each.end - each.start);
              // What is too short is drawn two pixels wide.
              expect(start).toBeLessThanOrEqual(toInstant(window, x));
              expect(Math.max(end, toInstant(window, toPixel(window, start) + 2))).toBeGreaterThan(
                toInstant(window, x) - 1e-6,
              );
            }
          }
        }
      }),
    );
  });

  test('writes no words of one track over each other', () => {
    fc.assert(
      fc.property(timelines, ranges, (timeline, range) => {
        const { labels } = drawn(timeline, range, viewFrom({})).scene;
        for (const [place, one] of labels.entries()) {
          for (const other of labels.slice(place + 1)) {
            if (one.y !== other.y) continue;
            const [first, second] = one.x < other.x ? [one, other] : [other, one];
            expect(first.x + textWidth(first.text, first.size)).toBeLessThanOrEqual(second.x + 1e-6);
          }
        }
      }),
    );
  });

  test('keeps all legs of a row in sight, or none', () => {
    fc.assert(
      fc.property(timelines, views, (timeline, view) => {
        const { list, stuck } = rowsOf(columnsOf(timeline), view, { compact: true, head: 0 });
        const next = list[stuck.count]?.y ?? Infinity;
        expect(next).toBeGreaterThanOrEqual(stuck.height);
      }),
    );
  });

  test('is walked mark by mark, there and back, past none', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        const ground = { columns: columnsOf(timeline) };
        for (const [row, { order }] of ground.columns.lanes.entries()) {
          const go = (from: Place, step: 'previousMark' | 'nextMark'): Place[] => {
            const places = [from];
            for (const _ of order.slice(1)) places.push(walk(ground, places.at(-1) ?? from, step));
            return places;
          };
          const first = go({ row, place: 0 }, 'previousMark').at(-1) ?? { row, place: 0 };
          const there = go(first, 'nextMark');
          expect(new Set(there.map(({ place }) => place)).size).toBe(Math.max(order.length, 1));
          const back = go(there.at(-1) ?? first, 'previousMark');
          expect(back.toReversed()).toEqual(there);
        }
      }),
    );
  });
});
