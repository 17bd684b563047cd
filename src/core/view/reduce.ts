import { assertNever } from '../model/assert-never';
import type { Duration, Instant } from '../model/time';
import type { SegmentLook } from '../model/look';
import { drawnRange, fromDrawn, toDrawn } from './folds';
import { boundsIn, foldsOf } from './gaps';
import { keepEqual } from './keep-equal';
import { type Bounds, clampRange, padded, type Range, rangeOf, spanOf } from './range';
import { reduceRows, type RowAction, toggled } from './reduce-rows';
import { type OverlayName, shownRange, type View } from './view';

export type ViewAction =
  /** `factor` over 1 comes nearer; the instant `at` keeps its place on the screen. */
  | { type: 'zoomAt'; factor: number; at: Instant }
  | { type: 'zoomBy'; factor: number }
  /** In drawn time, in which a folded gap is short. */
  | { type: 'panBy'; by: Duration }
  | { type: 'panByShare'; share: number }
  | { type: 'show'; range: Range }
  /** Like `show`, with some air at both sides. */
  | { type: 'zoomTo'; range: Range }
  | { type: 'reveal'; range: Range }
  /** The stretch in which the conversation happens: what one sees at first. */
  | { type: 'fit' }
  /** All of it, far ends and all. */
  | { type: 'fitAll' }
  | { type: 'select'; id?: string }
  | { type: 'toggleOverlay'; overlay: OverlayName }
  | { type: 'toggleClock' }
  | { type: 'measure'; range?: Range }
  /** Folds all idle gaps, or gives them their full width. */
  | { type: 'toggleIdle' }
  /** Opens or folds the gap that begins at an instant. */
  | { type: 'toggleGap'; start: Instant }
  | RowAction
  | { type: 'toggleHighlight'; segment: SegmentLook }
  /** Takes a whole new view. */
  | { type: 'replace'; view: View }
  | { type: 'clear' };

function zoomedAt(range: Range, factor: number, at: Instant): Range {
  return rangeOf(at - (at - range.start) / factor, spanOf(range) / factor);
}

/** Moves the least that brings a stretch into sight; one of which enough can be seen stays where it is. */
function revealing(shown: Range, wanted: Range): Range {
  const span = spanOf(shown);
  const margin = span * 0.05;
  const seen = Math.min(shown.end, wanted.end) - Math.max(shown.start, wanted.start);
  if (seen >= 0 && seen >= Math.min(spanOf(wanted), span * 0.15)) return shown;
  if (spanOf(wanted) > span - 2 * margin) return rangeOf(wanted.start - margin, span);
  if (wanted.start < shown.start) return rangeOf(wanted.start - margin, span);
  return rangeOf(wanted.end + margin - span, span);
}

type Motion = Extract<
  ViewAction,
  { type: 'zoomAt' | 'zoomBy' | 'panBy' | 'panByShare' | 'show' | 'zoomTo' | 'reveal' | 'fit' | 'fitAll' }
>;

/** Zooms and moves in drawn time, so that a fold passes by as fast as everything else. */
function reduceMotion(view: View, action: Motion, bounds: Bounds): View {
  const folds = foldsOf(bounds, view);
  const { whole, extent } = boundsIn(bounds, folds);
  const seen = (range?: Range) => drawnRange(folds, shownRange({ ...view, range }, bounds));
  const shown = seen(view.range);
  const show = (drawn: Range): View => {
    if (!Number.isFinite(drawn.start) || !Number.isFinite(drawn.end)) return view;
    const inside = clampRange(drawn, drawnRange(folds, extent));
    const start = fromDrawn(folds, inside.start);
    return { ...view, range: rangeOf(start, fromDrawn(folds, inside.end) - start) };
  };
  switch (action.type) {
    case 'zoomAt':
      return show(zoomedAt(shown, action.factor, toDrawn(folds, action.at)));
    case 'zoomBy':
      return show(zoomedAt(shown, action.factor, (shown.start + shown.end) / 2));
    case 'panBy':
      return show(rangeOf(shown.start + action.by, spanOf(shown)));
    case 'panByShare':
      return show(rangeOf(shown.start + spanOf(shown) * action.share, spanOf(shown)));
    case 'show':
      return show(seen(action.range));
    case 'zoomTo':
      return show(padded(seen(action.range), 0.08));
    case 'reveal': {
      const range = revealing(shown, drawnRange(folds, action.range));
      return range === shown ? view : show(range);
    }
    case 'fit':
      return { ...view, range: undefined };
    case 'fitAll':
      return show(seen(whole));
    default:
      return assertNever(action);
  }
}

/** The one way a view changes. Pure; gives back the same object when nothing changed. */
export function reduceView(view: View, action: ViewAction, bounds: Bounds): View {
  return keepEqual(view, reduced(view, action, bounds));
}

function reduced(view: View, action: ViewAction, bounds: Bounds): View {
  switch (action.type) {
    // All folded or all open makes all of it fit again; a single gap opens in its place.
    case 'toggleIdle':
      return { ...view, idle: view.idle === 'shown' ? 'folded' : 'shown', opened: [], range: undefined };
    case 'toggleGap': {
      const opened = view.idle === 'folded' ? view.opened : bounds.gaps.map(({ start }) => start);
      return { ...view, idle: 'folded', opened: toggled(opened, action.start) };
    }
    // A range that is none, or lies outside, is what fits.
    case 'replace': {
      const { range } = action.view;
      return range ? reduceMotion(action.view, { type: 'show', range }, bounds) : action.view;
    }
    case 'select':
      return { ...view, selected: action.id };
    case 'toggleOverlay': {
      const shown = !view.overlays[action.overlay];
      return { ...view, overlays: { ...view.overlays, [action.overlay]: shown } };
    }
    case 'toggleClock':
      return { ...view, clock: view.clock === 'time' ? 'elapsed' : 'time' };
    case 'measure':
      return { ...view, measured: action.range };
    case 'toggleHighlight':
      return { ...view, highlighted: toggled(view.highlighted, action.segment) };
    case 'clear':
      return { ...view, selected: undefined, measured: undefined, highlighted: [] };
    case 'toggleFold':
    case 'hide':
    case 'unhide':
    case 'togglePin':
    case 'moveLane':
    case 'restoreOrder':
    case 'toggleGrouped':
    case 'toggleJoined':
    case 'filter':
      return reduceRows(view, action);
    case 'zoomAt':
    case 'zoomBy':
    case 'panBy':
    case 'panByShare':
    case 'show':
    case 'zoomTo':
    case 'reveal':
    case 'fit':
    case 'fitAll':
      return reduceMotion(view, action, bounds);
    default:
      return assertNever(action);
  }
}
