import type { HourShare } from '../model/facts';
import type { Instant } from '../model/time';
import type { Lane, Segment } from '../model/timeline';
import { totalOf } from '../measure/totals';
import { isCustomer, isStaff } from '../timeline/purpose';

export const HOUR = 3_600_000;
/** Twelve weeks. A leg that was never ended must not fill a database. */
const MOST_HOURS = 2016;

type State = Exclude<keyof HourShare, 'hour'>;

const OF_STAFF: ReadonlySet<string> = new Set<State>(['alerting', 'talk', 'hold', 'parked', 'acw']);

function isOfStaff(total: string | undefined): total is Exclude<State, 'queued'> {
  return total !== undefined && OF_STAFF.has(total);
}

/** As the conversation's totals count: work on the lanes of staff, waiting on those of the system. */
function stateOf(segment: Segment, purpose: string): State | undefined {
  const total = totalOf(segment.type);
  if (isOfStaff(total)) return isStaff(purpose) ? total : undefined;
  return total === 'queued' && !isCustomer(purpose) ? total : undefined;
}

function noShare(hour: Instant): HourShare {
  return { hour, alerting: 0, queued: 0, talk: 0, hold: 0, parked: 0, acw: 0 };
}

/**
 * Cuts the segments of all lanes at full hours.
 *
 *     hours      │        │        │
 *     segment        ├────────┤
 *     shares         ├────┤   ┆
 *                         ├───┤
 */
export function hoursOf(lanes: readonly Lane[]): HourShare[] {
  const shares = new Map<Instant, HourShare>();
  const add = ({ start, end }: Segment, state: State): void => {
    for (let hour = Math.floor(start / HOUR) * HOUR; hour < end; hour += HOUR) {
      let share = shares.get(hour);
      if (!share) {
        if (shares.size >= MOST_HOURS) return;
        share = noShare(hour);
        shares.set(hour, share);
      }
      share[state] += Math.min(end, hour + HOUR) - Math.max(start, hour);
    }
  };
  for (const { purpose, tracks } of lanes) {
    for (const segment of tracks.flatMap(({ segments }) => segments)) {
      const state = segment.certainty === 'planned' ? undefined : stateOf(segment, purpose);
      if (state && segment.end > segment.start) add(segment, state);
    }
  }
  return [...shares.values()].sort((one, other) => one.hour - other.hour);
}
