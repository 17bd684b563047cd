import type { ReactNode } from 'react';
import { assertNever } from '../../core/model/assert-never';
import type { SegmentType } from '../../core/model/timeline';
import { type Paint, type Pattern, SEGMENT_PATTERNS } from '../../ui/theme';

export function fillOf(type: SegmentType, id: string, paint: Paint): string {
  return SEGMENT_PATTERNS[type] === 'plain' ? paint.segment(type) : `url(#${id}-${type})`;
}

interface Tile {
  size: number;
  turn?: number;
  marks: ReactNode;
}

/** Dark marks on light bars, light ones on dark bars: `ink` is what words on the bar are written in. */
function tileOf(pattern: Exclude<Pattern, 'plain'>, ink: string): Tile {
  const row = <rect width={7} height={1.6} fill={ink} fillOpacity={0.3} />;
  const column = <rect width={1.6} height={7} fill={ink} fillOpacity={0.3} />;
  switch (pattern) {
    case 'stripes':
      return { size: 9, turn: 45, marks: <rect width={4} height={9} fill="#000" fillOpacity={0.3} /> };
    case 'back':
      return { size: 8, turn: -45, marks: <rect width={2} height={8} fill={ink} fillOpacity={0.3} /> };
    case 'dots':
      return {
        size: 7,
        marks: (
          <g fill={ink} fillOpacity={0.6}>
            <circle cx={2} cy={2} r={1.3} />
            <circle cx={5.5} cy={5.5} r={1.3} />
          </g>
        ),
      };
    case 'rows':
      return { size: 6, marks: row };
    case 'columns':
      return { size: 7, marks: column };
    case 'grid':
      return { size: 7, marks: [row, column].map((mark, place) => <g key={place}>{mark}</g>) };
    case 'cross':
      return { size: 7, turn: 45, marks: [row, column].map((mark, place) => <g key={place}>{mark}</g>) };
    default:
      return assertNever(pattern);
  }
}

interface PatternProps {
  id: string;
  type: SegmentType;
  pattern: Exclude<Pattern, 'plain'>;
  paint: Paint;
}

function PatternDef({ id, type, pattern, paint }: PatternProps) {
  const { size, turn, marks } = tileOf(pattern, paint.segmentInk(type));
  return (
    <pattern
      id={`${id}-${type}`}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={turn === undefined ? undefined : `rotate(${turn})`}
    >
      <rect width={size} height={size} fill={paint.segment(type)} />
      {marks}
    </pattern>
  );
}

// The table has every type, so its keys are all there are.
const TYPES = Object.keys(SEGMENT_PATTERNS) as SegmentType[];

/** Patterns; their ids begin with an id of the instance, for two timelines share a page. */
export function Defs({ id, paint }: { id: string; paint: Paint }) {
  return (
    <defs>
      {TYPES.map((type) => {
        const pattern = SEGMENT_PATTERNS[type];
        return pattern === 'plain' ? null : (
          <PatternDef key={type} id={id} type={type} pattern={pattern} paint={paint} />
        );
      })}
      <pattern
        id={`${id}-overrun`}
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width={2.2} height={6} fill={paint.surface('bg')} fillOpacity={0.65} />
      </pattern>
    </defs>
  );
}
