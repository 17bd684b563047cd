import type { WallClock } from '../core/view/ticks';

const QUARTER_HOUR = 900_000;
/** Monday, 5 January 1970, on the wall. */
const A_MONDAY = 4 * 86_400_000;

function usableZone(timeZone: string | undefined): string {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
    return timeZone ?? known; // as it was chosen: some engines turn Asia/Kolkata into Asia/Calcutta
  } catch {
    return 'UTC'; // an unknown zone from a host or an address is no reason to draw nothing
  }
}

/** Whether the browser knows a time zone of that name. */
export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

export interface Zone extends WallClock {
  /** IANA name. */
  name: string;
}

/** The wall clock of a zone, by Intl. Offsets change at quarter hours only, so they are kept by those. */
export function zoneFor(timeZone?: string): Zone {
  const name = usableZone(timeZone);
  const format = new Intl.DateTimeFormat('en', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();
  const measured = (instant: number): number => {
    const part: { [type: string]: number } = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    const wall = new Date(0);
    wall.setUTCFullYear(year, month - 1, day);
    wall.setUTCHours(hour, minute, second);
    return wall.getTime() - Math.floor(instant / 1000) * 1000;
  };
  return {
    name,
    weekStart: A_MONDAY,
    offset(instant) {
      if (!Number.isFinite(instant) || Math.abs(instant) > 8.64e15) return 0;
      const quarter = Math.floor(instant / QUARTER_HOUR);
      const kept = known.get(quarter);
      if (kept !== undefined) return kept;
      const offset = measured(quarter * QUARTER_HOUR);
      if (known.size > 5000) known.clear();
      known.set(quarter, offset);
      return offset;
    },
  };
}
