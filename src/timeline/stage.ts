import type { TimelineColumns } from '../core/layout/columns';
import type { Rows } from '../core/layout/rows';
import type { Scene } from '../core/layout/scene';
import type { Bounds, Range } from '../core/view/range';
import type { TimeScale } from '../core/view/scale';
import type { View } from '../core/view/view';
import type { Format } from '../ui/format';
import type { Words } from '../ui/words';
import type { Dispatch } from './use-view';

/** How the room is divided: names beside the bars, or above them where it is narrow. */
export interface Shape {
  width: number;
  identity: 'beside' | 'above';
  /** Width of the column of names; 0 when they stand above. */
  column: number;
  /** Width of the bars' part. */
  plot: number;
  /** Width of the media of tracks, within the column. */
  tags: number;
  compact: boolean;
}

/** The most room that the media of tracks take beside the names. */
function mostTags(width: number): number {
  return width < 960 ? 80 : 104;
}

/** `wanted` is the width of the longest medium that is named beside tracks; 0 where no lane has several. */
export function shapeFor(width: number, { compact, wanted }: { compact: boolean; wanted: number }): Shape {
  const tags = wanted === 0 ? 0 : Math.min(Math.ceil(wanted) + 8, mostTags(width));
  const identity = width < 600 ? 'above' : 'beside';
  const wide = width >= 1200; // there names and media need not share their room
  const names = width < 720 ? 188 : width < 860 ? 208 : wide ? 256 : 236;
  const column = identity === 'above' ? 0 : names + (tags > 0 ? tags * (wide ? 1 : 0.7) : 16);
  const side = identity === 'above' ? 20 : 24;
  return { width, identity, column, plot: Math.max(width - column - side, 160), tags, compact };
}

/** All that the parts of the timeline share. */
export interface Stage {
  id: string;
  columns: TimelineColumns;
  bounds: Bounds;
  view: View;
  dispatch: Dispatch;
  shape: Shape;
  rows: Rows;
  scene: Scene;
  /** Of the rows that stay in sight. */
  pins?: Scene;
  range: Range;
  /** Of the screen; folded gaps are in it. */
  scale: TimeScale;
  /** Distance of ticks, in ms. */
  step: number;
  /** Shift of the scene's window, in pixels. */
  pan: number;
  format: Format;
  words: Words;
  /** To be looked at only: what the host's view says stays. */
  readOnly: boolean;
  /** Whether a host says what time it is; else the picture ends with its data. */
  present: boolean;
  /** What the host selected last: another object each time, be it the same mark. */
  asked: { id: string } | undefined;
}
