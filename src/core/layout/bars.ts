import type { Certainty, Segment, Track, Unsure } from '../model/timeline';
import type { Pixel } from '../view/pixel';
import { toPixel } from '../view/scale';
import type { Column, LaneColumns, TrackColumns } from './columns';
import { type Bar, mergedBars } from './merge';
import type { Row } from './rows';
import type { BarLabel, BarPath, LanePath, SceneWords } from './scene';
import { type Box, boxPath, crossPath, openPath, roundPath } from './shapes';
import { fitting } from './text';
import type { Window } from './window';

export interface LaneBars {
  bars: BarPath[];
  labels: BarLabel[];
  overruns: LanePath[];
  unanswered: LanePath[];
}

const RADIUS: Pixel = 3;
const FADE: readonly number[] = [0.75, 0.5, 0.25];
const FADE_WIDTH: Pixel = 27;
/** Between the edge of a bar and its words. */
export const LABEL_PADDING: Pixel = 7;
const LABEL_SIZE: Pixel = 12;
/** Narrower bars never have room for words. */
const LEAST_ROOM: Pixel = 24;

/** Paths under way, by lane, type and certainty. */
interface Draft {
  path: string;
  sure: string[];
}

interface Job {
  lane: LaneColumns;
  row: Row;
  window: Window;
  words: SceneWords;
  drafts: Map<string, { column: Column; draft: Draft }>;
  labels: BarLabel[];
  overrun: string;
  crosses: string;
}

/**
 * Bars under a pixel are lower the later their type is drawn, so that where many share a pixel each type
 * keeps a band of its own and none covers another.
 *
 *     connected  ██████
 *     hold       ██████  over it, from here down
 *     acw        ██████  and over both
 */
function boxOf(bar: Bar, band: { y: Pixel; height: Pixel }, rank: number): Box {
  const lower = bar.widened ? band.height * 0.7 * rank : 0;
  const gap = bar.right - bar.left > 6 ? 1 : 0;
  return { left: bar.left, right: bar.right - gap, top: band.y + lower, bottom: band.y + band.height };
}

function shapeOf(box: Box, certainty: Certainty): string {
  const wide = box.right - box.left > 4;
  if (certainty === 'running' && wide) return openPath(box);
  return wide ? roundPath(box, RADIUS) : boxPath(box);
}

/** Ends of a bar that come from a rule, and lie in the window. */
interface Fading {
  left: boolean;
  right: boolean;
}

function fadingOf(bar: Bar, whole: Bar, unsure: Unsure | undefined): Fading {
  return {
    left: unsure !== undefined && bar.left === whole.left,
    right: unsure !== 'start' && bar.right === whole.right,
  };
}

/**
 * The part of an inferred bar that is sure, and slices for the fade of what is not:  ████▓▒░  ░▒▓████  ░▒▓██▓▒░
 * A bar that is tiny has nothing to fade. Gives back the part that is sure.
 */
function addInferred(sure: string[], box: Box, fading: Fading): Box {
  const add = (slice: number, left: Pixel, right: Pixel) => {
    sure[slice] = (sure[slice] ?? '') + boxPath({ ...box, left, right });
  };
  const length = box.right - box.left;
  const ends = length <= 4 ? 0 : Number(fading.left) + Number(fading.right);
  const width = ends === 0 ? 0 : Math.min(FADE_WIDTH, (length * 0.6) / ends);
  const slice = width / FADE.length;
  const left = box.left + (fading.left ? width : 0);
  const right = box.right - (fading.right ? width : 0);
  add(0, left, right);
  if (width > 0) {
    for (const place of FADE.keys()) {
      const far = slice * place;
      if (fading.right) add(place + 1, right + far, right + far + slice);
      if (fading.left) add(place + 1, left - far - slice, left - far);
    }
  }
  return { ...box, left, right };
}

/** Where words of a bar may stand: not in a fold at either of its ends. */
function sayable(box: Box, window: Window): { left: Pixel; right: Pixel } {
  let left = Math.max(box.left, 0);
  let right = Math.min(box.right, window.width);
  for (const { start, end } of window.folds) {
    const fold = { left: toPixel(window, start) - 1, right: toPixel(window, end) + 1 };
    if (fold.left <= left && left < fold.right) left = fold.right;
    if (fold.left < right && right <= fold.right) right = fold.left;
  }
  return { left, right };
}

function addLabel(job: Job, segment: Segment, box: Box): void {
  const size = box.bottom - box.top < 18 ? 11 : LABEL_SIZE;
  const { left, right } = sayable(box, job.window);
  const texts = job.words.segment(segment);
  const text = fitting(texts, size, right - left - 2 * LABEL_PADDING);
  if (text === undefined) return;
  const { type, certainty } = segment;
  const y = (box.top + box.bottom) / 2;
  job.labels.push({ type, certainty, x: left + LABEL_PADDING, y, text, size, texts, right });
}

/** Hatches and crosses; gives back how far words may go without lying on them. */
function addDetails(job: Job, segment: Segment, box: Box): Pixel {
  let free = box.right;
  if (segment.overrunFrom !== undefined) {
    const left = Math.min(Math.max(toPixel(job.window, segment.overrunFrom), box.left), box.right);
    job.overrun += boxPath({ ...box, left, right: Math.max(box.right, left + 1) });
    free = left;
  }
  if (segment.unanswered) {
    const middle = (box.top + box.bottom) / 2;
    job.crosses += crossPath(box.right - Math.min(8, (box.right - box.left) / 2), middle, 3);
    free = Math.min(free, box.right - 12);
  }
  return free;
}

function draftOf(job: Job, column: Column): Draft {
  const key = `${column.type} ${column.certainty}`;
  const known = job.drafts.get(key);
  if (known) return known.draft;
  const draft: Draft = { path: '', sure: [] };
  job.drafts.set(key, { column, draft });
  return draft;
}

/** Never beyond the window by much: renderers slow down, and lose precision, on huge coordinates. */
function clipped(bar: Bar, window: Window): Bar {
  const left = Math.max(bar.left, -40);
  return { ...bar, left, right: Math.min(Math.max(bar.right, left + 0.5), window.width + 40) };
}

/** A bar on the picture, and where words of its own may stand. */
interface Placed {
  box: Box;
  room: Box;
  /** Absent of several that are too small to be told apart. */
  segment?: Segment;
}

function addColumn(
  job: Job,
  column: Column,
  { track, band, rank }: { track: Track; band: Row['tracks'][number]; rank: number },
): Placed[] {
  const draft = draftOf(job, column);
  return mergedBars(column, job.window, job.window.end).map((whole) => {
    const bar = clipped(whole, job.window);
    const box = boxOf(bar, band, rank);
    draft.path += shapeOf(box, column.certainty);
    const segment = track.segments[column.index[bar.first] ?? -1];
    const room =
      column.certainty === 'inferred'
        ? addInferred(draft.sure, box, fadingOf(bar, whole, segment?.unsure))
        : box;
    if (!segment || bar.first !== bar.last) return { box, room };
    return { box, room: { ...room, right: Math.min(room.right, addDetails(job, segment, box)) }, segment };
  });
}

/** A mark narrower than a letter leaves words that lie on it legible. */
function covers({ left, right }: Box, room: Box): boolean {
  return right - left > LABEL_PADDING && left < room.right && right > room.left;
}

/**
 * The widest part of a bar that nothing covers which is drawn later: words of two bars in one place can neither
 * be read.
 *
 *     connected   ███░░░░░░██████████      room   ███      ██████████
 *     acw            ██████                                ‾‾‾‾‾‾‾‾‾‾
 */
function uncovered(room: Box, above: readonly (readonly Placed[])[]): Box {
  const lids = above.flatMap((bars) => bars.flatMap(({ box }) => (covers(box, room) ? [box] : [])));
  if (lids.length === 0) return room;
  lids.sort((one, other) => one.left - other.left);
  let widest = { ...room, right: room.left };
  let { left } = room;
  for (const lid of [...lids, { left: room.right, right: room.right }]) {
    if (lid.left - left > widest.right - widest.left) widest = { ...room, left, right: lid.left };
    left = Math.max(left, lid.right);
  }
  return widest;
}

function addTrack(job: Job, { track, columns }: TrackColumns, band: Row['tracks'][number]): void {
  const layers = columns.map((column, place) =>
    addColumn(job, column, { track, band, rank: place / columns.length }),
  );
  if (job.row.folded) return;
  for (const [place, layer] of layers.entries()) {
    for (const [index, { segment, room }] of layer.entries()) {
      if (!segment || room.right - room.left < LEAST_ROOM) continue;
      addLabel(job, segment, uncovered(room, [layer.slice(index + 1), ...layers.slice(place + 1)]));
    }
  }
}

/** Everything on the bars of one row. */
export function barsOf(lane: LaneColumns, row: Row, stage: { window: Window; words: SceneWords }): LaneBars {
  const job: Job = { lane, row, ...stage, drafts: new Map(), labels: [], overrun: '', crosses: '' };
  for (const [index, track] of lane.tracks.entries()) {
    const band = row.tracks[index];
    if (band) addTrack(job, track, band);
  }
  const laneId = row.laneId;
  const bars: BarPath[] = [];
  for (const { column, draft } of job.drafts.values()) {
    if (draft.path === '') continue;
    const { type, certainty } = column;
    const sure = draft.sure.map((path, place) => ({
      path,
      opacity: place === 0 ? 1 : (FADE[place - 1] ?? 0),
    }));
    bars.push({ laneId, type, certainty, path: draft.path, ...(sure.length > 0 && { sure }) });
  }
  const some = (path: string) => (path === '' ? [] : [{ laneId, path }]);
  return { bars, labels: job.labels, overruns: some(job.overrun), unanswered: some(job.crosses) };
}
