import type { Row } from '../core/layout/rows';
import { addTo } from '../core/model/add-to';
import { unitsOf } from '../core/view/arrange';
import type { ViewAction } from '../core/view/reduce';
import type { Stage } from './stage';

/** The lanes on the row of one: joined legs are folded, hidden and pinned as one. */
export function lanesOn({ rows }: Stage, laneId: string): string[] {
  const y = rows.of.get(laneId)?.y;
  return rows.list.filter((row) => row.y === y).map((row) => row.laneId);
}

type Unit = readonly Row[];

/** What moves as one, from top to bottom: of that which is pinned as a lane is, or is not, and which of it is the lane's. */
function unitsBeside({ rows, columns, view }: Stage, laneId: string): { units: readonly Unit[]; at: number } {
  const unitOf = unitsOf(columns.timeline.lanes, view);
  const all = new Map<string | number, Row[]>();
  for (const row of rows.list) addTo(all, unitOf(row.index), row);
  const isPinned = (unit: Unit) => unit.some((row) => view.pinned.includes(row.laneId));
  const own = all.get(unitOf(columns.rowOf.get(laneId) ?? -1)) ?? [];
  const units = [...all.values()].filter((unit) => isPinned(unit) === isPinned(own));
  return { units, at: units.indexOf(own) };
}

/** Puts a row, and what stands together with it, before others. */
function moving([row]: Unit = [], before?: Unit): ViewAction | undefined {
  return row && { type: 'moveLane', laneId: row.laneId, before: before?.[0]?.laneId };
}

/** Puts a row one up or down among those in sight that are pinned as it is or not; nothing at an edge. */
export function moveBy(stage: Stage, laneId: string, by: 'up' | 'down'): ViewAction | undefined {
  const { units, at } = unitsBeside(stage, laneId);
  const to = by === 'up' ? at - 1 : at + 2;
  return to < 0 || to > units.length ? undefined : moving(units[at], units[to]);
}

/** Where a row lands that is let go at a height: before the unit of which that is the upper half, or after the last. */
export function landing(
  stage: Stage,
  laneId: string,
  y: number,
): { move: ViewAction | undefined; y: number } {
  const { units, at } = unitsBeside(stage, laneId);
  const endOf = (unit: Unit | undefined) => {
    const last = unit?.at(-1);
    return last ? last.y + last.height : 0;
  };
  const found = units.findIndex((unit) => y < ((unit[0]?.y ?? 0) + endOf(unit)) / 2);
  const to = found < 0 ? units.length : found;
  // Before itself and before the next it stays.
  const move = to === at || to === at + 1 ? undefined : moving(units[at], units[to]);
  return { move, y: units[to]?.[0]?.y ?? endOf(units.at(-1)) };
}
