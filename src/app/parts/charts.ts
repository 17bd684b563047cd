import { clip } from '../../timeline/figure/clip';

/** How all charts look where their library asks. */
export const AXIS_TICK = { fill: 'var(--color-muted)', fontSize: 11 };

/** Fills what is around it. Told to eyes alone: each chart has a table beside it that says the same. */
export const CHART = {
  responsive: true,
  accessibilityLayer: false,
  // Where text runs from right to left, time and lengths still grow to the right.
  style: { width: '100%', height: '100%', direction: 'ltr' },
} as const;

export const TOOLTIP = {
  cursor: { fill: 'var(--color-hover)' },
  contentStyle: {
    background: 'var(--color-surface)',
    border: '1px solid var(--color-line)',
    borderRadius: 6,
    fontSize: 12,
  },
  labelStyle: { color: 'var(--color-ink)', fontWeight: 600 },
  itemStyle: { color: 'var(--color-ink)', padding: 0 },
  wrapperStyle: { zIndex: 10 },
  isAnimationActive: false,
} as const;

/** Room for the names beside bars, */
export const NAME_ROOM = 116;
/** and how much of it is kept free before the bar. */
const GAP = 10;

/** So much of a name as has room beside its bar. */
export function shortName(name: string, size: number): string {
  return clip(name, size, NAME_ROOM - GAP);
}

/** Of it a line in the colour of the ground may take one. */
const LEAST = 3;

/**
 * What is there is seen, however small beside the rest: half a minute of an offer beside eight hours of work, one
 * conversation among a thousand. Of stacked bars Recharts hands on the sum, so the datum is asked.
 */
export function leastSize<Key extends string>(
  data: readonly { [key in Key]?: unknown }[],
  key: Key,
): (sum: unknown, index: number) => number {
  return (_, index) => (Number(data[index]?.[key] ?? 0) > 0 ? LEAST : 0);
}
