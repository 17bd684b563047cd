import type { Duration, Instant } from '../model/time';
import type { Range } from './range';
import { DAY, HOUR, strongStep, WEEK } from './steps';

/**
 * How the clock on the wall differs from UTC. The core has no zones of its own: the page brings them.
 * `offset(t)` is wall time minus UTC at the instant `t`, in ms.
 */
export interface WallClock {
  offset(instant: Instant): Duration;
  /** Wall time at which some week begins. */
  weekStart: number;
}

/** The wall clock that shows time since an instant. */
export function elapsedClock(start: Instant): WallClock {
  return { offset: () => 0 - start, weekStart: 0 };
}

export interface Tick {
  at: Instant;
  /** Falls on a coarser step too. */
  strong: boolean;
  /** First instant of a day of this clock. */
  day: boolean;
}

function below(value: number, step: number): number {
  return Math.floor(value / step) * step;
}

function wallOf(clock: WallClock, instant: Instant): number {
  return instant + clock.offset(instant);
}

/**
 * The instant at which the wall shows `wall`.
 *
 *     gap      00:00 … 01:59:59 | 03:00     a wall time that is skipped gives the instant after the jump
 *     overlap  02:00 … 02:59:59 | 02:00 …   a wall time that comes twice gives the first
 */
export function instantOf(clock: WallClock, wall: number): Instant {
  const before = wall - clock.offset(wall - DAY);
  if (wallOf(clock, before) === wall) return before;
  const after = wall - clock.offset(wall + DAY);
  return wallOf(clock, after) === wall ? after : before;
}

/** Up to an hour, ticks follow the running time, so an hour that comes twice has its ticks twice. */
function shortTicks(range: Range, step: Duration, clock: WallClock): Instant[] {
  const ticks: Instant[] = [];
  const first = range.start - (wallOf(clock, range.start) - below(wallOf(clock, range.start), step));
  for (let at = first; at <= range.end; ) {
    if (at >= range.start) ticks.push(at);
    at += step;
    const late = wallOf(clock, at) - below(wallOf(clock, at), step);
    if (late > 0) at += step - late;
  }
  return ticks;
}

/** Over an hour, ticks follow the wall: days begin at local midnight however long the day before was. */
function longTicks(range: Range, step: Duration, clock: WallClock): Instant[] {
  const ticks: Instant[] = [];
  const origin = step >= WEEK ? clock.weekStart : 0;
  const last = wallOf(clock, range.end) + DAY;
  const from = below(wallOf(clock, range.start) - DAY - origin, step) + origin;
  for (let wall = from; wall <= last; wall += step) {
    const at = instantOf(clock, wall);
    const skipped = step < DAY && wallOf(clock, at) !== wall;
    if (!skipped && at >= range.start && at <= range.end && at !== ticks.at(-1)) ticks.push(at);
  }
  return ticks;
}

/** Ticks inside a range at multiples of a step (from `stepFor`) on the given wall clock, in order. */
export function ticksIn(range: Range, step: Duration, clock: WallClock): Tick[] {
  const instants = step <= HOUR ? shortTicks(range, step, clock) : longTicks(range, step, clock);
  const strong = strongStep(step);
  return instants.map((at) => {
    const wall = wallOf(clock, at);
    const origin = strong >= WEEK ? clock.weekStart : 0;
    // A day whose midnight is skipped begins later, with the instant after the jump; one that has two, with the first.
    const day = instantOf(clock, below(wall, DAY)) === at;
    return { at, day, strong: step !== strong && (((wall - origin) % strong) + strong) % strong === 0 };
  });
}
