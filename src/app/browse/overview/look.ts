/** How all charts of the overview look where the library asks. */
export const AXIS_TICK = { fill: 'var(--color-muted)', fontSize: 11 };

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
