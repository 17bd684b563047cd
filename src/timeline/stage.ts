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
  compact: boolean;
}

export function shapeFor(width: number, compact: boolean): Shape {
  const identity = width < 600 ? 'above' : 'beside';
  const column = identity === 'above' ? 0 : width < 720 ? 176 : width < 960 ? 204 : 248;
  const side = identity === 'above' ? 20 : 24;
  return { identity, column, plot: Math.max(width - column - side, 160), compact };
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
