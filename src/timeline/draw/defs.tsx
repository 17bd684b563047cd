import type { ReactNode } from 'react';
import type { SegmentType } from '../../core/model/timeline';
import type { Paint } from '../../ui/theme';

/** Types that are told apart by a pattern as well as by colour. */
const PATTERNED: readonly SegmentType[] = ['hold', 'parked', 'barging'];

export function fillOf(type: SegmentType, id: string, paint: Paint): string {
  return PATTERNED.includes(type) ? `url(#${id}-${type})` : paint.segment(type);
}

interface TileProps {
  id: string;
  colour: string;
  size: number;
  turn?: number;
  children: ReactNode;
}

function Tile({ id, colour, size, turn = 0, children }: TileProps) {
  return (
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      patternTransform={turn === 0 ? undefined : `rotate(${turn})`}
    >
      <rect width={size} height={size} fill={colour} />
      {children}
    </pattern>
  );
}

/** Patterns; their ids begin with an id of the instance, for two timelines share a page. */
export function Defs({ id, paint }: { id: string; paint: Paint }) {
  return (
    <defs>
      <Tile id={`${id}-hold`} colour={paint.segment('hold')} size={9} turn={45}>
        <rect width={4} height={9} fill="#000" fillOpacity={0.3} />
      </Tile>
      <Tile id={`${id}-parked`} colour={paint.segment('parked')} size={7}>
        <circle cx={2} cy={2} r={1.3} fill="#fff" fillOpacity={0.6} />
        <circle cx={5.5} cy={5.5} r={1.3} fill="#fff" fillOpacity={0.6} />
      </Tile>
      <Tile id={`${id}-barging`} colour={paint.segment('barging')} size={8} turn={-45}>
        <rect width={2} height={8} fill="#fff" fillOpacity={0.25} />
      </Tile>
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
