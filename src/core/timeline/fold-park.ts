import type { Instant } from '../model/time';
import { assumed, begunAt, changeOf, type Edge, fieldEdge, isAnother, isIn, observedAt } from './edge';
import { type Fact, lastSaid, type Leg, type LegState } from './facts';
import type { Stretch } from './fold';

/**
 * Folds `parkTime`, `resumeTime` and the state `parked` into parked stretches. `parkTime` stays after the
 * resume, so only a new value, or the state, opens a stretch.
 *
 *     P------R        R behind P: parked [P, R)
 *     P---now---R     R ahead: parked to now, planned to R
 *     P       state connected again, no R: the end is unknown
 */
export function foldParks(leg: Leg, end: Edge | undefined, now: Instant): Stretch[] {
  const parks: Stretch[] = [];
  let open: Stretch | undefined;
  // Only a look without a time shows it parked so far: the next look that has one says since when.
  let isUnseen = false;
  // It stays, too: the one that was told when a stretch was over says nothing of the next.
  let told: Fact<Instant> | undefined;
  let spent: Instant | undefined;
  for (const state of leg.states) {
    const { park, state: word } = state.said;
    const parked = isIn(word, 'parked') ? word : undefined;
    const isTold = park !== undefined && isAnother(state, 'park');
    const known = isTold ? begunAt(park.value, parks) : undefined;
    const isNew = isTold && known === undefined;
    if (known !== undefined) {
      // A later look than the one that saw it begin is the first to tell when.
      known.start = fieldEdge(park as Fact<Instant>, parked);
    } else if (open !== undefined && isNew && park.value > open.start.at) {
      boundAt(open, park);
      open = undefined;
    }
    // It was back in between, and only looks without a time showed it.
    if (open?.end === 'unknown' && parked) open = undefined;
    const isOld = open !== undefined;
    const isShown = parked && (isUnseen || !isIn(lastSaid(state.before, 'state'), 'parked'));
    if (open === undefined && (isNew || isShown)) {
      const start = isNew ? fieldEdge(park, parked) : changeOf(state, 'state');
      if (start !== undefined) {
        open = { start };
        parks.push(open);
      }
      isUnseen = !start;
    }
    told = state.said.resume ?? told;
    const resume = told?.value === spent ? undefined : told;
    if (open !== undefined && closes(open, { state, now, isOld, resume })) {
      open = undefined;
      spent = told?.value ?? spent;
    }
  }
  for (const park of parks) endWithLeg(park, end);
  return parks;
}

/** Parked anew: it was over by then, whatever resume was ahead. */
function boundAt(open: Stretch, park: Fact<Instant>): void {
  const isSooner = open.end === undefined || open.end === 'unknown' || open.end.at > park.value;
  if (isSooner) open.end = assumed(fieldEdge(park));
  delete open.planned;
}

interface Step {
  state: LegState;
  now: Instant;
  /** The stretch was open before this look. */
  isOld: boolean;
  resume: Fact<Instant> | undefined;
}

/**
 * Ends an open stretch where the look says so; whether nothing can change that. A resume that was ahead of
 * the look is a plan: a later look may show that the leg was back before it.
 *
 *     P------t---R    parked at P with a resume at R, connected at t: parked [P, t)
 */
function closes(open: Stretch, { state, now, isOld, resume }: Step): boolean {
  delete open.planned;
  const isBack = isIn(state.said.state, 'connected');
  const change = isBack ? changeOf(state, 'state') : undefined;
  if (resume !== undefined && resume.value > open.start.at) {
    if (isOld && change !== undefined && change.at < resume.value) {
      open.end = change;
      return true;
    }
    open.end = resume.value <= now ? fieldEdge(resume) : undefined;
    if (open.end === undefined) open.planned = resume;
    return resume.value <= now && !isAhead(resume, state);
  }
  if (!isBack) return false;
  // Parked and back before the look: it was over by then.
  const bounded = change !== undefined && change.at > open.start.at;
  open.end = change && isOld ? change : bounded ? assumed(change) : 'unknown';
  return change !== undefined;
}

function isAhead(resume: Fact<Instant>, state: LegState): boolean {
  const seen = observedAt(state);
  return seen !== undefined && seen.value < resume.value;
}

/** Parked and gone: until the end of the leg, which no resume confirms. */
function endWithLeg(park: Stretch, end: Edge | undefined): void {
  if (end === undefined) return;
  const { end: own } = park;
  if (own === undefined || (own !== 'unknown' && own.at > end.at)) {
    park.end = assumed(end);
  }
}
