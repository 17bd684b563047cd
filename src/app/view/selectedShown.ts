import type { Timeline } from '../../core/index';
import { findMark } from '../../core/view/marks';
import { overlayWith, type View } from '../../core/view/view';

/** What was chosen beside the timeline (by a figure, a table, the JSON) is seen: its overlay is switched on. */
export function selectedShown(timeline: Timeline, id: string | undefined, view: View): View {
  const overlay = id === undefined ? undefined : overlayWith(findMark(timeline, id));
  if (overlay === undefined || view.overlays[overlay]) return view;
  return { ...view, overlays: { ...view.overlays, [overlay]: true } };
}
