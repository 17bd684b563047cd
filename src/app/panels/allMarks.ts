import type { Timeline } from '../../core/index';
import { laneMark, linkMarks, type Mark, segmentMark } from '../../core/view/marks';

function present(marks: (Mark | undefined)[]): Mark[] {
  return marks.filter((mark) => mark !== undefined);
}

/** Every mark of a timeline but the lanes themselves. */
export function marksOf(timeline: Timeline): Mark[] {
  const ofLanes = timeline.lanes.flatMap((lane) => [
    ...lane.tracks.flatMap((track) => track.segments.map((_, index) => segmentMark(lane, track, index))),
    ...lane.roles.map((_, index) => laneMark(lane, 'role', index)),
    ...lane.milestones.map((_, index) => laneMark(lane, 'milestone', index)),
    ...lane.limits.map((_, index) => laneMark(lane, 'limit', index)),
  ]);
  return present([...ofLanes, ...linkMarks(timeline)]);
}
