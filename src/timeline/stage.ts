import type { TimelineColumns } from '../core/layout/columns';
import type { Rows } from '../core/layout/rows';
import type { Scene } from '../core/layout/scene';
import type { Bounds, Range } from '../core/view/range';
import type { View } from '../core/view/view';
import type { Format } from '../ui/format';
import type { Words } from '../ui/words';
import type { Dispatch } from './use-view';

/** How the room is divided: names beside the bars, or above them where it is narrow. */
export interface Shape {
  identity: 'beside' | 'above';
  /** Width of the column of names; 0 when they stand above. */
  column: number;
  /** Width of the bars' part. */
  plot: number;
  /** Width of the media of tracks, within the column. */
  tags: number;
  compact: boolean;
}

/** Room for the media of tracks beside the names, where some lane has several. */
export function tagsFor(width: number): number {
  return width < 720 ? 52 : width < 960 ? 60 : 84;
}

export function shapeFor(width: number, { compact, tags }: { compact: boolean; tags: boolean }): Shape {
  const identity = width < 600 ? 'above' : 'beside';
  const names = width < 720 ? 176 : width < 960 ? 204 : 236;
  const column = identity === 'above' ? 0 : names + (tags ? tagsFor(width) * 0.7 : 16);
  const side = identity === 'above' ? 20 : 24;
  return { identity, column, plot: Math.max(width - column - side, 160), tags: tagsFor(width), compact };
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
  range: Range;
  /** Distance of ticks, in ms. */
  step: number;
  /** Shift of the scene's window, in pixels. */
  pan: number;
  format: Format;
  words: Words;
}
