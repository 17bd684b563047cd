import { useCallback, useId, useMemo } from 'react';
import { columnsOf, type TimelineColumns } from '../core/layout/columns';
import { layoutScene } from '../core/layout/layout';
import { rowsIn, rowsOf, type Rows, type RowSpan } from '../core/layout/rows';
import { panOf, type Window, windowOf } from '../core/layout/window';
import type { Timeline } from '../core/model/timeline';
import { drawnRange, type Folds } from '../core/view/folds';
import { boundsIn, foldsOf } from '../core/view/gaps';
import { boundsOf } from '../core/view/bounds';
import { type Bounds, type Range, spanOf } from '../core/view/range';
import { scaleOf } from '../core/view/scale';
import { stepFor } from '../core/view/steps';
import { elapsedClock } from '../core/view/ticks';
import { type RowChoice, shownRange, type View } from '../core/view/view';
import { type Format, sinceStart } from '../ui/format';
import { sceneWordsOf } from '../ui/scene-words';
import type { Words } from '../ui/words';
import type { Shape, Stage } from './stage';
import type { Scrolled } from './use-size';

/** Room for a label of the axis. */
const TICK_ROOM = 84;
const OVERSCAN = 240;
/** Up to so many lanes all rows stand on the page; more get a scrollbar of their own. */
export const ALL_ROWS_UNTIL = 40;

/** What depends on the data alone. */
export function useData(timeline: Timeline) {
  return useMemo(() => ({ columns: columnsOf(timeline), bounds: boundsOf(timeline) }), [timeline]);
}

function useRows(columns: TimelineColumns, view: View, shape: Shape): Rows {
  const { overlays, folded, hidden, pinned, moved, grouped, joined, filter } = view;
  const { identity, compact } = shape;
  return useMemo(() => {
    const choice: RowChoice = { folded, hidden, pinned, moved, grouped, joined, filter };
    return rowsOf(columns, { overlays, ...choice }, { compact, head: identity === 'above' ? 26 : 0 });
  }, [columns, overlays, folded, hidden, pinned, moved, grouped, joined, filter, compact, identity]);
}

/** The same object as long as its numbers are the same: while panning inside the window nothing is laid out. */
function useWindow(range: Range, plot: number, folds: Folds): Window {
  const { start, origin, end, width, pixelsPerMs } = windowOf(range, plot, folds);
  return useMemo(
    () => ({ start, origin, end, width, pixelsPerMs, folds }),
    [start, origin, end, width, pixelsPerMs, folds],
  );
}

function useFolds(bounds: Bounds, { idle, opened }: View): Folds {
  return useMemo(() => foldsOf(bounds, { idle, opened }), [bounds, idle, opened]);
}

/** The rows to be drawn, but for those that stay in sight. */
function spanOfRows(rows: Rows, { top, height }: Scrolled): RowSpan {
  const { count } = rows.stuck;
  const to = rows.list.length;
  if (to <= ALL_ROWS_UNTIL) return { from: count, to };
  const visible = rowsIn(rows, top - OVERSCAN, top + height + OVERSCAN);
  return { from: Math.max(count, visible.from), to: Math.max(count, visible.to) };
}

interface SceneInput {
  columns: TimelineColumns;
  rows: Rows;
  window: Window;
  view: View;
  scrolled: Scrolled;
  step: number;
  format: Format;
  words: Words;
}

function useScenes({ columns, rows, window, view, scrolled, step, format, words }: SceneInput) {
  const { overlays, clock: mode } = view;
  const { start } = columns.timeline;
  const sceneOf = useCallback(
    (from: number, to: number) =>
      layoutScene({
        columns,
        rows,
        visible: { from, to },
        window,
        overlays,
        words: sceneWordsOf(words, format),
        clock: mode === 'time' ? format.zone : elapsedClock(start),
        step,
      }),
    [columns, rows, window, overlays, mode, start, step, format, words],
  );
  const { from, to } = spanOfRows(rows, scrolled);
  const scene = useMemo(() => sceneOf(from, to), [sceneOf, from, to]);
  const { count } = rows.stuck;
  const pins = useMemo(() => (count > 0 ? sceneOf(0, count) : undefined), [sceneOf, count]);
  return { scene, pins };
}

interface Options {
  data: ReturnType<typeof useData>;
  view: View;
  dispatch: Stage['dispatch'];
  asked: Stage['asked'];
  shape: Shape;
  scrolled: Scrolled;
  format: Format;
  words: Words;
  readOnly: boolean;
  present: boolean;
}

export function ignore(): void {}

/** From view and size to what is drawn; each part is worked out only when what it depends on changes. */
export function useStage(options: Options): Stage {
  const { data, view, shape, scrolled, format, words, readOnly, present, asked } = options;
  const dispatch = readOnly ? ignore : options.dispatch;
  const { columns } = data;
  const id = `pt${useId().replaceAll(/[^\w-]/g, '')}`;
  const range = shownRange(view, data.bounds);
  const folds = useFolds(data.bounds, view);
  const bounds = useMemo(() => boundsIn(data.bounds, folds), [data.bounds, folds]);
  const window = useWindow(range, shape.plot, folds);
  const scale = scaleOf(range, shape.plot, folds);
  const rows = useRows(columns, view, shape);
  const step = stepFor((spanOf(drawnRange(folds, range)) / shape.plot) * TICK_ROOM);
  const { scene, pins } = useScenes({ columns, rows, window, view, scrolled, step, format, words });
  const pan = panOf(window, range);
  const { start } = columns.timeline;
  // Said as the axis has it: of conversations that were moved to one start no other time is true.
  const said = useMemo(
    () => (view.clock === 'time' ? format : sinceStart(format, start)),
    [view.clock, format, start],
  );
  return {
    id,
    columns,
    bounds,
    view,
    dispatch,
    shape,
    rows,
    scene,
    pins,
    range,
    scale,
    step,
    pan,
    format: said,
    words,
    readOnly,
    present,
    asked,
  };
}
