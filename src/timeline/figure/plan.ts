import type { Timeline } from '../../core/model/timeline';
import { placeable } from '../../core/view/placeable';
import type { Overlays, View, ViewInit } from '../../core/view/view';
import { viewFrom } from '../../core/view/view-from';
import { type Format, formatFor, sinceStart } from '../../ui/format';
import type { Theme } from '../../ui/palette';
import { plainPaint } from '../../ui/plain-paint';
import type { Paint } from '../../ui/theme';
import { english, type Words } from '../../ui/words';
import { type Shape, shapeFor } from '../stage';
import { type Still, stillOf } from '../still';
import { widestMedium } from '../widest-medium';

/** How the picture of a timeline looks as a file. */
export interface SvgOptions {
  /** In CSS pixels, 280 or more. Default: 1200. The height follows from the rows. */
  width?: number | undefined;
  /** Default: `light`. A file cannot follow the system, so `system` is `light`, too. */
  theme?: Theme | undefined;
  /** IANA name. Default: the machine's. */
  timeZone?: string | undefined;
  /** BCP 47 tag. Default: the machine's. */
  locale?: string | undefined;
  /** What is shown: range, folded lanes, overlays, clock, highlighted types. */
  view?: ViewInit | undefined;
  /** Which overlays are on. A `view` that names overlays wins. */
  overlays?: Partial<Overlays> | undefined;
  /** Lower rows, for cards. */
  compact?: boolean | undefined;
}

/** All that is to be drawn into a file, laid out. */
export interface FigurePlan extends Still {
  /** Begins the ids of patterns. They differ by theme only, so that pictures may share a page. */
  id: string;
  /** Something has a place in time; without, there is neither date nor axis. */
  timed: boolean;
  view: View;
  shape: Shape;
  /** Left end of the bars' part. */
  left: number;
  width: number;
  format: Format;
  words: Words;
  paint: Paint;
}

const USUAL_WIDTH = 1200;
const LEAST_WIDTH = 280;
const MOST_WIDTH = 16_000;

function usableWidth(width = USUAL_WIDTH): number {
  return Number.isFinite(width)
    ? Math.round(Math.min(Math.max(width, LEAST_WIDTH), MOST_WIDTH))
    : USUAL_WIDTH;
}

/** Lays out a timeline as it would stand on a screen of that width. */
export function planFigure(timeline: Timeline, options: SvgOptions): FigurePlan {
  const { theme = 'light', timeZone, locale, compact = false } = options;
  const width = usableWidth(options.width);
  const view = viewFrom(options.view, options.overlays);
  const shape = shapeFor(width, { compact, wanted: widestMedium(timeline) });
  const isAbove = shape.identity === 'above';
  const format = formatFor({ locale, timeZone });
  const drawn = { view, plot: shape.plot, compact, head: isAbove ? 26 : 0, format, words: english };
  return {
    ...stillOf(timeline, drawn),
    id: `pt-${theme}`,
    timed: placeable(timeline),
    view,
    shape,
    left: isAbove ? 10 : shape.column,
    width,
    format: view.clock === 'elapsed' ? sinceStart(format, timeline.start) : format,
    words: english,
    paint: plainPaint(theme === 'system' ? 'light' : theme),
  };
}
