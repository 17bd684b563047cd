import { assertNever } from '../model/assert-never';
import type { Duration, Instant } from '../model/time';
import type { SegmentType } from '../model/timeline';
import { type Bounds, clampRange, padded, type Range, rangeOf, spanOf } from './range';
import { type OverlayName, shownRange, type View } from './view';

export type ViewAction =
  /** `factor` over 1 comes nearer; the instant `at` keeps its place on the screen. */
  | { type: 'zoomAt'; factor: number; at: Instant }
  | { type: 'zoomBy'; factor: number }
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
  | { type: 'toggleFold'; laneId: string }
  | { type: 'toggleHighlight'; segment: SegmentType }
  | { type: 'clear' };

function toggled<T>(list: readonly T[], item: T): T[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

function zoomedAt(range: Range, factor: number, at: Instant): Range {
  const safe = Number.isFinite(factor) && factor > 0 ? factor : 1;
  const span = spanOf(range) / safe;
  return rangeOf(at - (at - range.start) / safe, span);
}

function middle(range: Range): Instant {
  return (range.start + range.end) / 2;
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

function ranged(view: View, bounds: Bounds, range: Range): View {
  if (!Number.isFinite(range.start) || !Number.isFinite(range.end)) return view;
  const shown = clampRange(range, bounds.extent);
  const before = view.range;
  return before && before.start === shown.start && before.end === shown.end
    ? view
    : { ...view, range: shown };
}

/** The one way a view changes. Pure; gives back the same object when nothing changed. */
export function reduceView(view: View, action: ViewAction, bounds: Bounds): View {
  const shown = shownRange(view, bounds);
  switch (action.type) {
    case 'zoomAt':
      return ranged(view, bounds, zoomedAt(shown, action.factor, action.at));
    case 'zoomBy':
      return ranged(view, bounds, zoomedAt(shown, action.factor, middle(shown)));
    case 'panBy':
      return ranged(view, bounds, rangeOf(shown.start + action.by, spanOf(shown)));
    case 'panByShare':
      return ranged(view, bounds, rangeOf(shown.start + spanOf(shown) * action.share, spanOf(shown)));
    case 'show':
      return ranged(view, bounds, action.range);
    case 'zoomTo':
      return ranged(view, bounds, padded(action.range, 0.08));
    case 'reveal': {
      const range = revealing(shown, action.range);
      return range === shown ? view : ranged(view, bounds, range);
    }
    case 'fit':
      return view.range ? { ...view, range: undefined } : view;
    case 'fitAll':
      return ranged(view, bounds, bounds.whole);
    case 'select':
    case 'toggleOverlay':
    case 'toggleClock':
    case 'measure':
    case 'toggleFold':
    case 'toggleHighlight':
    case 'clear':
      return reduceChoice(view, action);
    default:
      return assertNever(action);
  }
}

type Choice = Exclude<
  ViewAction,
  { type: 'zoomAt' | 'zoomBy' | 'panBy' | 'panByShare' | 'show' | 'zoomTo' | 'reveal' | 'fit' | 'fitAll' }
>;

function reduceChoice(view: View, action: Choice): View {
  switch (action.type) {
    case 'select':
      return view.selected === action.id ? view : { ...view, selected: action.id };
    case 'toggleOverlay': {
      const shown = !view.overlays[action.overlay];
      return { ...view, overlays: { ...view.overlays, [action.overlay]: shown } };
    }
    case 'toggleClock':
      return { ...view, clock: view.clock === 'time' ? 'elapsed' : 'time' };
    case 'measure':
      return { ...view, measured: action.range };
    case 'toggleFold':
      return { ...view, folded: toggled(view.folded, action.laneId) };
    case 'toggleHighlight':
      return { ...view, highlighted: toggled(view.highlighted, action.segment) };
    case 'clear':
      return { ...view, selected: undefined, measured: undefined, highlighted: [] };
    default:
      return assertNever(action);
  }
}
