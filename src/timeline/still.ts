import { columnsOf, type TimelineColumns } from '../core/layout/columns';
import { layoutScene } from '../core/layout/layout';
import { type Rows, rowsOf } from '../core/layout/rows';
import type { Scene } from '../core/layout/scene';
import type { Timeline } from '../core/model/timeline';
import { drawnRange } from '../core/view/folds';
import { foldsOf } from '../core/view/gaps';
import { boundsOf } from '../core/view/bounds';
import { outside, type Range, spanOf } from '../core/view/range';
import { scaleOf } from '../core/view/scale';
import { stepFor } from '../core/view/steps';
import { elapsedClock } from '../core/view/ticks';
import { shownRange, type View } from '../core/view/view';
import type { Format } from '../ui/format';
import { sceneWordsOf } from '../ui/scene-words';
import type { Words } from '../ui/words';

export interface StillOptions {
  view: View;
  /** Width of the bars' part, in pixels. */
  plot: number;
  compact: boolean;
  /** Height of a line above the bars of each lane. */
  head: number;
  /** Lanes from the top; without it all. */
  most?: number;
  format: Format;
  words: Words;
}

export interface Still {
  columns: TimelineColumns;
  rows: Rows;
  scene: Scene;
  range: Range;
  /** How much there is that is not shown. */
  beyond: ReturnType<typeof outside>;
  /** Distance of ticks, in ms. */
  step: number;
}

/** Room for a label of the axis. */
const TICK_ROOM = 92;

/** The scene of a timeline that nobody pans: for previews and files. */
export function stillOf(timeline: Timeline, options: StillOptions): Still {
  const { view, plot, compact, head, most = timeline.lanes.length, format, words } = options;
  const columns = columnsOf(timeline);
  const bounds = boundsOf(timeline);
  const folds = foldsOf(bounds, view);
  const range = shownRange(view, bounds);
  const rows = rowsOf(columns, view, { compact, head });
  const step = stepFor((spanOf(drawnRange(folds, range)) / plot) * TICK_ROOM);
  const scene = layoutScene({
    columns,
    rows,
    visible: { from: 0, to: Math.min(most, rows.list.length) },
    window: { ...scaleOf(range, plot, folds), end: range.end, width: plot },
    overlays: view.overlays,
    words: sceneWordsOf(words, format),
    clock: view.clock === 'time' ? format.zone : elapsedClock(timeline.start),
    step,
  });
  return { columns, rows, scene, range, beyond: outside(range, bounds), step };
}
