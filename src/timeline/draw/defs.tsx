import type { ReactNode } from 'react';
import { assertNever } from '../../core/model/assert-never';
import type { SegmentLook } from '../../core/model/look';
import { type Pattern, PATTERN_OPACITY, SEGMENT_PATTERNS } from '../../ui/patterns';
import type { Paint } from '../../ui/theme';

export function fillOf(type: SegmentLook, id: string, paint: Paint): string {
  return SEGMENT_PATTERNS[type] === 'plain' ? paint.segment(type) : `url(#${id}-${type})`;
}

/** One tile of a pattern, drawn with lines in the ink of words. */
function tileOf(pattern: Exclude<Pattern, 'plain'>): { size: number; turn?: number; path: string } {
  switch (pattern) {
    case 'stripes':
      return { size: 9, turn: 45, path: 'M0 0h4v9h-4Z' };
    case 'dots':
      return {
        size: 7,
        path: 'M.7 2a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0ZM4.2 5.5a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0Z',
      };
    case 'pins':
      return { size: 6, path: 'M0 0h1.5v6h-1.5Z' };
    case 'rails':
      return { size: 5, path: 'M0 1.75h5v1.5h-5Z' };
    case 'hatch':
      return { size: 6, turn: -45, path: 'M0 0h1.6v6h-1.6Z' };
    case 'grid':
      return { size: 7, path: 'M0 0h7v1.2h-5.8v5.8h-1.2Z' };
    case 'weave':
      return { size: 7, turn: 45, path: 'M0 0h7v1.2h-5.8v5.8h-1.2Z' };
    default:
      return assertNever(pattern);
  }
}

interface TileProps {
  id: string;
  size: number;
  turn?: number;
  children: ReactNode;
}

function Tile({ id, size, turn, children }: TileProps) {
  return (
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={turn === undefined ? undefined : `rotate(${turn})`}
    >
      {children}
    </pattern>
  );
}

function isType(type: string): type is SegmentLook {
  return Object.hasOwn(SEGMENT_PATTERNS, type);
}

const PATTERNED = Object.entries(SEGMENT_PATTERNS).flatMap(([type, pattern]) =>
  pattern === 'plain' || !isType(type) ? [] : [{ type, ...tileOf(pattern) }],
);

/** Patterns; their ids begin with an id of the instance, for two timelines share a page. */
export function Defs({ id, paint }: { id: string; paint: Paint }) {
  return (
    <defs>
      {PATTERNED.map(({ type, size, turn, path }) => (
        <Tile key={type} id={`${id}-${type}`} size={size} turn={turn}>
          <rect width={size} height={size} fill={paint.segment(type)} />
          <path d={path} fill={paint.segmentInk(type)} fillOpacity={PATTERN_OPACITY} />
        </Tile>
      ))}
      <Tile id={`${id}-overrun`} size={6} turn={-45}>
        <rect width={2.2} height={6} fill={paint.surface('bg')} fillOpacity={0.65} />
      </Tile>
    </defs>
  );
}
