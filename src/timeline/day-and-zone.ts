import type { Range } from '../core/view/range';
import type { Format } from '../ui/format';

/** The first day of a conversation that is in sight: before its start is some air, which may be of the day before. */
export function dayIn(format: Format, { start, end }: Range, first: number): string {
  return format.date(Math.max(start, Math.min(first, end)));
}

/** The zone and its names at the time, two where clocks are changed meanwhile; `UTC` need not be said twice. */
export function zoneIn(format: Format, { start, end }: Range): string {
  const { name } = format.zone;
  const names = [...new Set([format.zoneName(start), format.zoneName(end)])].join('/');
  return name === names ? name : `${name} (${names})`;
}
