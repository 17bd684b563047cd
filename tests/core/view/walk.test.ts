import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from '../../../src/core/layout/columns';
import { rangeOfMark } from '../../../src/core/view/marks';
import { type Ground, markAt, otherEnd, type Place, placeOf, walk } from '../../../src/core/view/walk';
import { drawn, ranges, timelines, views } from '../layout/any-timeline';
import { diagram } from '../../fixtures/diagram';
import { milestone } from '../../fixtures/timelines';

const at = ({ columns }: Ground, place: Place) => columns.lanes[place.row]?.order[place.place]?.at ?? 0;

test('up and down lead to the row beside, from the first and the last nowhere', () => {
  fc.assert(
    fc.property(timelines, ranges, views, fc.nat(9), fc.nat(30), (timeline, range, view, nth, step) => {
      const { columns, rows } = drawn(timeline, range, view);
      const order = rows.list.map(({ index }) => index);
      const row = order[nth % order.length] ?? 0;
      const marks = columns.lanes[row]?.order.length ?? 0;
      const from = { row, place: step % Math.max(marks, 1) };
      const here = order.indexOf(row);
      for (const [way, by] of [
        ['above', -1],
        ['below', 1],
      ] as const) {
        const there = walk({ columns, order }, from, way);
        expect(there.row).toBe(order[here + by] ?? row);
        expect(there.row === row ? there : from).toEqual(from);
      }
    }),
  );
});

test('up and down lead to the last that is on at that instant, else that has begun, else the first', () => {
  const columns = columnsOf(
    diagram(
      'agent: connected 100-200\nagent-2: connected 0-300 | hold 50-100\nagent-3: hold 20-30 | hold 40-60 | connected 150-200\nagent-4: hold 60-100 | hold 100-140\nagent-5: hold 110-120 | hold 130-140',
    ),
  );
  const reached = [1, 2, 3, 4].map((row) => {
    const mark = markAt(columns, walk({ columns, order: [0, row] }, { row: 0, place: 0 }, 'below'));
    return mark && rangeOfMark(mark);
  });
  expect(reached).toEqual([
    { start: 0, end: 300 },
    { start: 40, end: 60 },
    { start: 100, end: 140 },
    { start: 110, end: 120 },
  ]);
});

test('from a mark beside its bars the arrows lead to the bars before and behind it', () => {
  const timeline = diagram('agent: connected 0-100 | hold 100-200 | acw 300-400');
  const [lane] = timeline.lanes;
  lane?.milestones.push({ ...milestone('provider-event', '0:00'), at: 150 });
  const ground = { columns: columnsOf(timeline) };
  const from = { row: 0, place: 3 };
  expect(at(ground, from)).toBe(150);
  expect(
    ['previous', 'next', 'first', 'last'].map((step) => at(ground, walk(ground, from, step as 'next'))),
  ).toEqual([100, 300, 0, 300]);
});

test('a link is followed to its other end: the one that one stands on, else the last that begins before a bar ends, else the first', () => {
  const timeline = diagram(
    [
      'agent: connected 0-100 | hold 100-140 | acw 200-300',
      'agent-2: connected 0-300',
      'agent-3: connected 0-300',
      'agent-4: connected 0-300',
      'agent: coach > agent-4 140-150 | monitor > agent-3 60-70 | consult > agent-2 30-40',
      'agent-5: connected 0-20 | coach > agent-2 250-260 | monitor > agent-3 240-250',
    ].join('\n'),
  );
  const ground = { columns: columnsOf(timeline) };
  const reached = (row: number, place: number) => otherEnd(ground, { row, place })?.row;
  expect([0, 1, 2].map((place) => reached(0, place))).toEqual([2, 3, 3]);
  expect(reached(4, 0)).toBe(2);
  const ends = ground.columns.links.map((mark) => {
    const place = mark && placeOf(ground.columns, mark);
    return place && otherEnd(ground, place);
  });
  expect(ends.map((end) => [end?.link, end?.row])).toEqual([
    [0, 3],
    [1, 2],
    [2, 1],
    [3, 1],
    [4, 2],
  ]);
});
