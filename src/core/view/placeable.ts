import type { Timeline } from '../model/timeline';

/** Whether anything at all has a place in time; without, an axis would show a time that nobody told. */
export function placeable(timeline: Timeline): boolean {
  return timeline.lanes.some(
    ({ tracks, milestones, roles, limits }) =>
      milestones.length + roles.length + limits.length > 0 ||
      tracks.some(({ segments }) => segments.length > 0),
  );
}
