import { memo } from 'react';
import type { BarLabel, BarPath } from '../../core/layout/scene';
import type { Paint } from '../../ui/theme';
import { fillOf } from './defs';

interface Props {
  id: string;
  paint: Paint;
  /** Types that stand out; the others step back. None: all alike. */
  highlighted: readonly string[];
}

function Bar({ bar, id, paint, highlighted }: Props & { bar: BarPath }) {
  const { type, certainty, path, sure } = bar;
  const colour = paint.segment(type);
  const fill = fillOf(type, id, paint);
  const faint = highlighted.length > 0 && !highlighted.includes(type);
  const unsure = certainty === 'planned' || certainty === 'inferred';
  return (
    <g opacity={faint ? 0.2 : undefined}>
      <path
        d={path}
        data-segment={type}
        data-certainty={certainty}
        fill={fill}
        fillOpacity={unsure ? 0.14 : undefined}
        stroke={unsure ? colour : undefined}
        strokeDasharray={unsure ? '3 2.5' : undefined}
      />
      {sure?.map(({ path, opacity }, slice) => (
        <path key={slice} d={path} fill={fill} fillOpacity={opacity} />
      ))}
    </g>
  );
}

/** One path per lane, type and certainty. */
export const Bars = memo(function Bars({ bars, ...props }: Props & { bars: readonly BarPath[] }) {
  return bars.map((bar) => <Bar key={`${bar.laneId} ${bar.type} ${bar.certainty}`} bar={bar} {...props} />);
});

export const BarLabels = memo(function BarLabels({
  labels,
  paint,
  highlighted,
}: Omit<Props, 'id'> & { labels: readonly BarLabel[] }) {
  return labels.map(({ type, certainty, x, y, text, size }, place) => {
    if (highlighted.length > 0 && !highlighted.includes(type)) return null;
    const planned = certainty === 'planned';
    return (
      <text
        key={place}
        x={x}
        y={y}
        fontSize={size}
        fontWeight={600}
        dominantBaseline="central"
        fill={planned ? paint.surface('ink') : paint.segmentInk(type)}
        // An edge in the colour of the bar keeps words clear of stripes and dots.
        stroke={planned ? undefined : paint.segment(type)}
        strokeWidth={planned ? undefined : 3}
        strokeLinejoin="round"
        paintOrder="stroke"
        unicodeBidi="isolate"
      >
        {text}
      </text>
    );
  });
});
