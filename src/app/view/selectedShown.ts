import type { Timeline } from '../../core/index';
import { findMark, type Mark } from '../../core/view/marks';
import { type OverlayName, overlayOf, type View } from '../../core/view/view';

/** The overlay that draws a mark; others are always drawn. */
function overlayWith(mark: Mark | undefined): OverlayName | undefined {
  if (mark?.kind === 'link') return overlayOf(mark.link.kind);
  if (mark?.kind === 'role') return 'roles';
  return mark?.kind === 'limit' ? 'limits' : undefined;
}

/** What was chosen beside the timeline (by a figure, a table, the JSON) is seen: its overlay is switched on. */
export function selectedShown(timeline: Timeline, id: string | undefined, view: View): View {
  const overlay = id === undefined ? undefined : overlayWith(findMark(timeline, id));
  if (overlay === undefined || view.overlays[overlay]) return view;
  return { ...view, overlays: { ...view.overlays, [overlay]: true } };
}
