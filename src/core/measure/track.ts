import type { Bounds, Totals, TrackDurations } from '../model/durations';
import type { Lane, Segment, Track } from '../model/timeline';
import { addTo } from '../model/add-to';
import { isStaff } from '../timeline/purpose';
import { contains, type Window, unionLength } from './intervals';
import { HANDLED, type StateName, noTotals, totalOf } from './totals';

/** What is measured: a window, and whether it is the whole timeline. */
export interface Scope {
  window: Window;
  whole: boolean;
}

/** The segments that count in each total. */
function countedIn(track: Track): Map<StateName, Segment[]> {
  const counted = new Map<StateName, Segment[]>();
  for (const segment of track.segments) {
    const name = totalOf(segment.type);
    if (name === undefined || segment.certainty === 'planned') continue;
    addTo(counted, name, segment);
  }
  return counted;
}

/** Whether it cannot have been shorter. */
function isCertain({ certainty, atLeast }: Segment): boolean {
  return certainty !== 'inferred' || atLeast === true;
}

function goesOn({ atLeast, end }: Segment, window: Window): boolean {
  return atLeast === true && contains(window, end);
}

// What a leg is drawn as from its start to its end: the vendor's own length of it is nearer the truth.
const STRETCHES: ReadonlySet<StateName> = new Set<StateName>(['talk', 'queued', 'ivr', 'voicemail']);

/** Lengths the data states without saying where they lie: they belong to the whole, and to no part of it. */
function addUnplaced(totals: Totals, track: Track): void {
  const lengths = new Map<StateName, number>();
  for (const { type, duration } of track.unplaced ?? []) {
    const name = totalOf(type);
    if (name !== undefined) lengths.set(name, (lengths.get(name) ?? 0) + duration);
  }
  // An offer or a hold without a place happened somewhere within the stretch that was drawn as talk. A stated
  // length of talk, which takes the place of what was drawn, has them taken out already.
  const within = ['dialing', 'contacting', 'alerting', 'hold'] as const;
  const other = within.reduce((sum, name) => sum + (lengths.get(name) ?? 0), 0);
  totals.talk = Math.max(0, totals.talk - other);
  for (const [name, length] of lengths) totals[name] = STRETCHES.has(name) ? length : totals[name] + length;
}

/**
 * Less talk than said, if an end of its own was inferred; more, if a hold or park may have ended earlier.
 * Where both are so, neither bound holds in truth, and its own end decides.
 */
function boundTalk(bounds: Bounds): void {
  const more = bounds.hold === 'atMost' || bounds.parked === 'atMost';
  if (more && bounds.talk === undefined) bounds.talk = 'atLeast';
}

/** What a hold was counted too long, talk was counted too short: their sum is exact. */
function boundHandle(bounds: Bounds): void {
  const less = HANDLED.some((name) => name !== 'hold' && bounds[name] === 'atMost');
  if (less) bounds.handle = 'atMost';
  else if (bounds.parked === 'atMost' || bounds.acw === 'atLeast') bounds.handle = 'atLeast';
}

/** Totals of one track, in ms. A segment that is inferred but adds no length leaves its total exact. */
export function measureTrack(track: Track, lane: Lane, scope: Scope): TrackDurations {
  const totals = noTotals();
  const bounds: Bounds = {};
  for (const [name, segments] of countedIn(track)) {
    const length = unionLength(segments, scope.window);
    totals[name] = length;
    const sure = segments.every(isCertain) ? length : unionLength(segments.filter(isCertain), scope.window);
    if (length > sure) bounds[name] = 'atMost';
    // After-call work goes on beyond the end that it is drawn with; talk is judged by its holds and parks.
    else if (name === 'acw' && segments.some((each) => goesOn(each, scope.window))) bounds.acw = 'atLeast';
  }
  if (scope.whole) addUnplaced(totals, track);
  boundTalk(bounds);
  if (isStaff(lane.purpose)) {
    for (const name of HANDLED) totals.handle += totals[name];
    boundHandle(bounds);
  }
  return { trackId: track.id, totals, bounds };
}
