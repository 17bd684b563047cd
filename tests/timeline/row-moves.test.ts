import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnsOf } from '../../src/core/layout/columns';
import { rowsOf } from '../../src/core/layout/rows';
import { unitsOf } from '../../src/core/view/arrange';
import { boundsOf } from '../../src/core/view/bounds';
import { reduceView } from '../../src/core/view/reduce';
import type { Move, View } from '../../src/core/view/view';
import { viewFrom } from '../../src/core/view/view-from';
import { landing, moveBy } from '../../src/timeline/row-moves';
import type { Stage } from '../../src/timeline/stage';
import { lane, seg, timeline, track } from '../fixtures/timelines';

/** Two users have two legs each, apart from each other: a and c, d and f. */
const users = new Map(Object.entries({ a: 'u', c: 'u', d: 'v', f: 'v' }));
const call = timeline(
  ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => {
    const userId = users.get(id);
    return lane(id, id, {
      ...(userId !== undefined && { userId }),
      tracks: [track(id, [seg('connected', '0:00', '1:00')])],
    });
  }),
);
const columns = columnsOf(call);
const bounds = boundsOf(call);

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const ids = fc.uniqueArray(id, { maxLength: 3 });
const move = fc.record(
  { laneId: id, before: fc.option(id, { nil: undefined }) },
  { requiredKeys: ['laneId'] },
);
const views = fc
  .record({
    pinned: ids,
    hidden: ids,
    grouped: fc.boolean(),
    joined: fc.subarray(['u', 'v']),
    moved: fc.array(move as fc.Arbitrary<Move>, { maxLength: 5 }),
  })
  .map(viewFrom);

/** The rows of a view, and what of them moves as one, from top to bottom. */
function shown(view: View) {
  const rows = rowsOf(columns, view, { compact: false, head: 0 });
  const unitOf = unitsOf(call.lanes, view);
  const units = [...new Set(rows.list.map(({ index }) => unitOf(index)))];
  const stage = { rows, columns, view } as Stage;
  return { rows, unitOf, units, stage, own: (laneId: string) => unitOf(columns.rowOf.get(laneId) ?? -1) };
}

it('moves what stands together past one other, whatever is pinned, hidden, joined and was moved before', () => {
  fc.assert(
    fc.property(views, id, fc.constantFrom('up' as const, 'down' as const), (view, laneId, by) => {
      const { units, stage, own } = shown(view);
      const action = moveBy(stage, laneId, by);
      fc.pre(action !== undefined);
      const at = units.indexOf(own(laneId));
      const expected = units.toSpliced(at, 1);
      expected.splice(by === 'up' ? at - 1 : at + 1, 0, own(laneId));
      expect(shown(reduceView(view, action, bounds)).units).toEqual(expected);
    }),
  );
});

it('lands where it was said', () => {
  fc.assert(
    fc.property(views, id, fc.nat(500), (view, laneId, y) => {
      const { rows, unitOf, units, stage, own } = shown(view);
      const { move, y: line } = landing(stage, laneId, y);
      fc.pre(move !== undefined);
      const above = rows.list.filter((row) => unitOf(row.index) !== own(laneId) && row.y < line);
      const after = shown(reduceView(view, move, bounds));
      // Let go of where it is, it was not moved, and there is no order to be restored.
      expect(after.units).not.toEqual(units);
      expect(after.rows.list.findIndex(({ index }) => unitOf(index) === own(laneId))).toBe(above.length);
    }),
  );
});
