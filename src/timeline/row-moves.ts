import type { ViewAction } from '../core/view/reduce';
import type { Stage } from './stage';

/** Ids of the lanes of the rows that stand alone or first, from top to bottom: joined legs move as one. */
function heads({ rows }: Stage): string[] {
  return rows.list.filter(({ joined }) => !joined).map(({ laneId }) => laneId);
}

/** Puts a row one up or down among those in sight that are pinned as it is or not; nothing at an edge. */
export function moveBy(stage: Stage, laneId: string, by: 'up' | 'down'): ViewAction | undefined {
  const { pinned } = stage.view;
  const ids = heads(stage).filter((id) => pinned.includes(id) === pinned.includes(laneId));
  const at = ids.indexOf(laneId);
  if (at < 0) return undefined;
  if (by === 'up') return at === 0 ? undefined : { type: 'moveLane', laneId, before: ids[at - 1] };
  if (at === ids.length - 1) return undefined;
  return { type: 'moveLane', laneId, before: ids[at + 2] };
}

/** The row before which a row lands that is let go at a height; `undefined` after the last. */
export function landing(stage: Stage, y: number): { before?: string; y: number } {
  const rows = stage.rows.list.filter(({ joined }) => !joined);
  const next = rows.find((row) => y < row.y + row.height / 2);
  const last = rows.at(-1);
  return next ? { before: next.laneId, y: next.y } : { y: last ? last.y + last.height : 0 };
}
