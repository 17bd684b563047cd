import { columnsOf, type TimelineColumns } from '../../core/layout/columns';
import { layoutScene } from '../../core/layout/layout';
import { type Rows, rowsOf } from '../../core/layout/rows';
import type { Scene } from '../../core/layout/scene';
import type { Timeline } from '../../core/model/timeline';
import { drawnRange } from '../../core/view/folds';
import { foldsOf } from '../../core/view/gaps';
import { boundsOf } from '../../core/view/bounds';
import { placeable } from '../../core/view/placeable';
import { type Bounds, type Range, spanOf } from '../../core/view/range';
import { scaleOf } from '../../core/view/scale';
import { stepFor } from '../../core/view/steps';
import { elapsedClock } from '../../core/view/ticks';
import { type Overlays, shownRange, type View, viewFrom, type ViewInit } from '../../core/view/view';
import { type Format, formatFor } from '../../ui/format';
import { sceneWordsOf } from '../../ui/scene-words';
import type { Theme } from '../../ui/palette';
import { plainPaint } from '../../ui/plain-paint';
import type { Paint } from '../../ui/theme';
import { english, type Words } from '../../ui/words';
import { type Shape, shapeFor } from '../stage';
import { widestMedium } from '../widest-medium';

/** How the picture of a timeline is to look as a file. */
export interface SvgOptions {
  /** In CSS pixels, from 280; the height follows from the rows. 1200 without. */
  width?: number | undefined;
  /** A file does not follow the system: `system` is `light`. */
  theme?: Theme | undefined;
  /** IANA name; without it the one of the machine. */
  timeZone?: string | undefined;
  /** BCP 47 tag; without it the one of the machine. */
  locale?: string | undefined;
  /** What is shown: range, folded lanes, overlays, clock, highlighted types. */
  view?: ViewInit | undefined;
  overlays?: Partial<Overlays> | undefined;
  /** Lower rows. */
  compact?: boolean | undefined;
}

/** All that is to be drawn into a file, laid out. */
export interface FigurePlan {
  /** Begins the ids of patterns. They differ by theme only, so that pictures may share a page. */
  id: string;
  columns: TimelineColumns;
  /** Something has a place in time; without, there is neither date nor axis. */
  timed: boolean;
  view: View;
  shape: Shape;
  /** Left end of the bars' part. */
  left: number;
  width: number;
  rows: Rows;
  scene: Scene;
  range: Range;
  step: number;
  format: Format;
  words: Words;
  paint: Paint;
}

/** Room for a label of the axis. */
const TICK_ROOM = 92;
const USUAL_WIDTH = 1200;
const LEAST_WIDTH = 280;
const MOST_WIDTH = 16_000;

function usableWidth(width = USUAL_WIDTH): number {
  return Number.isFinite(width)
    ? Math.round(Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH))
    : USUAL_WIDTH;
}

/** A host may ask for any range; one that is none shows all. */
function usableRange(view: View, bounds: Bounds): Range {
  const { start, end } = shownRange(view, bounds);
  const sound = Number.isFinite(end - start) && end > start;
  return sound ? { start, end } : shownRange({ ...view, range: undefined }, bounds);
}

/** Lays out a timeline as it would stand on a screen of that width. */
export function planFigure(timeline: Timeline, options: SvgOptions): FigurePlan {
  const { theme = 'light', timeZone, locale, compact = false } = options;
  const width = usableWidth(options.width);
  const columns = columnsOf(timeline);
  const view = viewFrom({ ...options.view, overlays: { ...options.overlays, ...options.view?.overlays } });
  const shape = shapeFor(width, { compact, wanted: widestMedium(timeline) });
  const bounds = boundsOf(timeline);
  const folds = foldsOf(bounds, view);
  const range = usableRange(view, bounds);
  const { plot } = shape;
  const rows = rowsOf(columns, view, { compact, head: shape.identity === 'above' ? 26 : 0 });
  const step = stepFor((spanOf(drawnRange(folds, range)) / plot) * TICK_ROOM);
  const format = formatFor({ locale, timeZone });
  const scene = layoutScene({
    columns,
    rows,
    visible: { from: 0, to: rows.list.length },
    window: { ...scaleOf(range, plot, folds), end: range.end, width: plot },
    overlays: view.overlays,
    words: sceneWordsOf(english, format),
    clock: view.clock === 'time' ? format.zone : elapsedClock(timeline.start),
    step,
  });
  const left = shape.identity === 'above' ? 10 : shape.column;
  const id = `pt-${theme}`;
  return {
    id,
    columns,
    timed: placeable(timeline),
    view,
    shape,
    left,
    width,
    rows,
    scene,
    range,
    step,
    format,
    words: english,
    paint: plainPaint(theme === 'system' ? 'light' : theme),
  };
}
