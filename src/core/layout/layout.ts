import type { Pixel } from '../view/pixel';
import { isOn, overlayAt, type Overlays } from '../view/view';
import { openParts } from '../view/folds';
import { toPixel } from '../view/scale';
import { type Tick, ticksIn, type WallClock } from '../view/ticks';
import type { Duration } from '../model/time';
import { barsOf } from './bars';
import type { TimelineColumns } from './columns';
import { linksOf } from './links';
import { limitsOf, milestonesOf } from './milestones';
import { ribbonsOf } from './ribbons';
import type { Row, Rows, RowSpan } from './rows';
import type { Break, Scene, SceneWords } from './scene';
import type { Window } from './window';

export interface Stage {
  columns: TimelineColumns;
  rows: Rows;
  /** Rows to be drawn. */
  visible: RowSpan;
  window: Window;
  overlays: Overlays;
  words: SceneWords;
  clock: WallClock;
  /** Distance of ticks, from `stepFor`. */
  step: Duration;
}

/** Lays out the visible rows of a window. Work grows with what is visible, not with the timeline. */
export function layoutScene(stage: Stage): Scene {
  const { columns, rows, visible, window, overlays, words } = stage;
  const shown = rows.list.slice(visible.from, visible.to);
  const scene: Scene = {
    window,
    rows: shown,
    height: rows.height,
    ticks: ticksOf(stage).map((tick) => ({ ...tick, x: toPixel(window, tick.at) })),
    breaks: breaksOf(window),
    bars: [],
    labels: [],
    overruns: [],
    unanswered: [],
    milestones: [],
    limits: [],
    ribbons: [],
    links: [],
    ...(columns.timeline.live && { now: toPixel(window, columns.timeline.end) }),
  };
  for (const row of shown) addRow(scene, row, stage);
  scene.links = linksOf({ columns, rows, window, overlays, words }, bandOf(shown));
  return scene;
}

/** A fold has no ticks: between its edges no distance can be read. */
function ticksOf({ window, step, clock }: Stage): Tick[] {
  return openParts(window.folds, window).flatMap((part) => ticksIn(part, step, clock));
}

function breaksOf(window: Window): Break[] {
  return window.folds
    .map(({ start, end }) => ({ start, end, left: toPixel(window, start), right: toPixel(window, end) }))
    .filter(({ left, right }) => right > 0 && left < window.width);
}

function bandOf(rows: readonly Row[]): { top: Pixel; bottom: Pixel } {
  const last = rows.at(-1);
  return { top: rows[0]?.y ?? 0, bottom: last ? last.y + last.height : 0 };
}

function addRow(scene: Scene, row: Row, stage: Stage): void {
  const { columns, window, words, overlays } = stage;
  const lane = columns.lanes[row.index];
  if (!lane) return;
  const { bars, labels, overruns, unanswered } = barsOf(lane, row, { window, words });
  scene.bars.push(...bars);
  scene.labels.push(...labels);
  scene.overruns.push(...overruns);
  scene.unanswered.push(...unanswered);
  if (row.folded) return;
  const milestones = milestonesOf(lane, row, window);
  scene.milestones.push(...milestones.filter(({ kind }) => isOn(overlayAt(kind), overlays)));
  if (overlays.limits) scene.limits.push(...limitsOf(lane, row, window));
  if (overlays.roles) scene.ribbons.push(...ribbonsOf(lane, row, { window, words, columns }));
}
