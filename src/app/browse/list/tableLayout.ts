import type { CSSProperties } from 'react';
import type { Tracked } from './useTrack';

export interface ColumnSize {
  id: string;
  /** In pixels. */
  size: number;
}

/** How the parts of the table are laid out, as styles. */
export interface TableLayout {
  /** Columns of the grid that each row is. */
  template: string;
  head: CSSProperties;
  /** As high as all rows would be. */
  body: CSSProperties;
  /** Over the body, and always in sight: rows are drawn in it. */
  window: CSSProperties;
  row: (place: number) => CSSProperties;
}

export const HEAD_HEIGHT = 36;
const CHECK_WIDTH = 40;

/**
 * Rows are placed one by one, in a window that stays where it is. `top` lies above it:
 *
 *     ┌ body ────────────┐ ─┬─
 *     │                  │  │ top
 *     │┌ window ────────┐│ ─┴─
 *     ││ row 41         ││   41 · height − top
 *     ││ row 42         ││
 *     │└────────────────┘│
 *     └──────────────────┘
 */
export function onScreen(
  columns: readonly ColumnSize[],
  { track, height }: Tracked,
  top: number,
): TableLayout {
  const sizes = columns.map(({ id, size }) => (id === 'title' ? `minmax(${size}px, 1fr)` : `${size}px`));
  const template = [`${CHECK_WIDTH}px`, ...sizes].join(' ');
  const minWidth = columns.reduce((sum, { size }) => sum + size, CHECK_WIDTH);
  return {
    template,
    head: { minWidth },
    body: { height, minWidth },
    window: { top: HEAD_HEIGHT, height: Math.min(track.window, track.rows * track.row) },
    row: (place) => ({
      gridTemplateColumns: template,
      height: track.row,
      transform: `translateY(${place * track.row - top}px)`,
    }),
  };
}

/** Rows follow one another. A sheet is as wide as it is: each column gets its share, and nothing is chosen there. */
export function onPaper(columns: readonly ColumnSize[]): TableLayout {
  const template = ['0px', ...columns.map(({ size }) => `minmax(0, ${size}fr)`)].join(' ');
  return {
    template,
    head: { minWidth: 0 },
    body: {},
    window: {},
    row: () => ({ gridTemplateColumns: template }),
  };
}
