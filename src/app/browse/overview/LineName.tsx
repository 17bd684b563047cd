interface LineNameProps {
  name: string;
  /** Pixels over the bars: each line's name has a row of its own there, so that none lies on another. */
  above: number;
  side: 'before' | 'after';
  /** Given by the chart. */
  viewBox?: { x?: number; y?: number };
}

/** What a line across the bars means, beside its upper end. */
export function LineName({ name, above, side, viewBox }: LineNameProps) {
  const { x = 0, y = 0 } = viewBox ?? {};
  return (
    <g>
      <path d={`M${x} ${y}V${y - above - 4}`} stroke="var(--color-ink)" strokeDasharray="3 3" />
      <text
        x={side === 'after' ? x + 4 : x - 4}
        y={y - above}
        dy="0.32em"
        textAnchor={side === 'after' ? 'start' : 'end'}
        fill="var(--color-ink)"
        fontSize={11}
      >
        {name}
      </text>
    </g>
  );
}
