import { contradicted, statedTotals } from '../../core/timeline/metrics';
import type { Bounds, Lane, LaneDurations, SegmentType, Timeline, TotalName, Totals } from '../../core/index';
import { measure } from '../../core/index';
import { OF_SYSTEMS } from '../../core/measure/totals';
import { isStaff } from '../../core/timeline/purpose';
import { connectedAs } from '../../core/timeline/words';
import { markId } from '../../core/view/mark-id';
import type { Range } from '../../timeline/index';

/** Totals that are time in one state; `handle` is a sum of others. */
export type StateName = Exclude<TotalName, 'handle'>;

/** In the order of a usual call. */
export const STATES: readonly StateName[] = [
  'dialing',
  'contacting',
  'ivr',
  'queued',
  'alerting',
  'talk',
  'hold',
  'parked',
  'voicemail',
  'acw',
];

/** The segment type whose colour a state has. */
export function typeOf(state: StateName): SegmentType {
  return state === 'talk' ? 'connected' : state;
}

export interface StateTime {
  total: TotalName;
  time: number;
  bound?: 'atMost' | 'atLeast';
  /** What the vendor counted, */
  vendor?: number;
  /** and why it is not ours: its segments contradict it, or it is not of all sessions. */
  beside?: 'differs' | 'partial';
  /** Id of the longest segment in this state. */
  longest?: string;
  /** What the data allows for each stretch in this state, */
  limit?: number;
  /** and whether one took longer. */
  over?: true;
}

/** Segment types that a total is made of. */
export function typesOf(total: TotalName): SegmentType[] {
  if (total === 'handle') return ['dialing', 'contacting', 'connected', 'hold', 'acw'];
  return [typeOf(total)];
}

type Limited = Pick<StateTime, 'limit' | 'over'>;

/** The times that the participant's own data allows, and whether they were kept. */
function limitsOf({ participant, tracks }: Lane): Map<TotalName, Limited> {
  const { alertingTimeoutMs, wrapupTimeoutMs } = participant;
  const segments = tracks.flatMap((track) => track.segments);
  const over = segments.some(({ type, overrunFrom }) => type === 'acw' && overrunFrom !== undefined);
  const limits = new Map<TotalName, Limited>();
  if (alertingTimeoutMs !== undefined) limits.set('alerting', { limit: alertingTimeoutMs });
  if (wrapupTimeoutMs !== undefined || over)
    limits.set('acw', { limit: wrapupTimeoutMs, ...(over && { over }) });
  return limits;
}

export interface RowGroup {
  id: string;
  /** Absent: the conversation as a whole. */
  lane?: Lane;
  times: StateTime[];
  sum: number;
}

type Vendor = Pick<StateTime, 'vendor' | 'beside'>;

/** What the vendor counted: it does so session by session, and not in all of them. */
function vendorTotals(lane: Lane, { totals, tracks }: LaneDurations): Map<TotalName, Vendor> {
  const all = new Map<TotalName, { vendor: number; own: number; wrong: boolean }>();
  const sessions = lane.participant.sessions ?? [];
  for (const [place, session] of sessions.entries()) {
    const { id, metrics = [] } = session;
    // Without an id of its own a session is the track in its place.
    const inPlace = lane.tracks.length === sessions.length ? lane.tracks[place] : undefined;
    const track = lane.tracks.find((one) => one.id === id) ?? inPlace;
    const own = tracks.find(({ trackId }) => trackId === track?.id)?.totals;
    const wrong = track ? contradicted(lane, track, session).map(({ stated }) => stated.total) : [];
    for (const { total, value } of statedTotals(metrics).values()) {
      const sum = all.get(total) ?? { vendor: 0, own: 0, wrong: false };
      sum.vendor += value;
      sum.own += own?.[total] ?? 0;
      sum.wrong ||= wrong.includes(total);
      all.set(total, sum);
    }
  }
  return new Map(
    [...all].map(([total, { vendor, own, wrong }]) => {
      const beside = wrong ? 'differs' : own < totals[total] ? 'partial' : undefined;
      return [total, { vendor, beside }];
    }),
  );
}

interface Longest {
  id: string;
  length: number;
}

/** The longest segment of each type, as far as it lies within the range. */
function longestOf(lane: Lane, range: Range | undefined): Map<SegmentType, Longest> {
  const longest = new Map<SegmentType, Longest>();
  for (const track of lane.tracks) {
    for (const [index, { type, certainty, ...segment }] of track.segments.entries()) {
      if (certainty === 'planned') continue;
      const start = Math.max(segment.start, range?.start ?? segment.start);
      const length = Math.min(segment.end, range?.end ?? segment.end) - start;
      if (length < 0 || length <= (longest.get(type)?.length ?? -1)) continue;
      longest.set(type, {
        id: markId({ kind: 'segment', laneId: lane.id, trackId: track.id, index }),
        length,
      });
    }
  }
  return longest;
}

interface Parts {
  totals: Totals;
  bounds: Bounds;
  vendor: ReadonlyMap<TotalName, Vendor>;
  longest: ReadonlyMap<SegmentType, Longest>;
  limits: ReadonlyMap<TotalName, Limited>;
}

function timesOf({ totals, bounds, vendor, longest, limits }: Parts): StateTime[] {
  const names: readonly TotalName[] = [...STATES, 'handle'];
  return names
    .filter((name) => totals[name] > 0 || bounds[name] !== undefined || (vendor.get(name)?.vendor ?? 0) > 0)
    .map((total) => ({
      total,
      time: totals[total],
      bound: bounds[total],
      ...vendor.get(total),
      longest: total === 'handle' ? undefined : longest.get(typeOf(total))?.id,
      ...limits.get(total),
    }));
}

function sumOf(times: readonly StateTime[]): number {
  return times.reduce((sum, { total, time }) => (total === 'handle' ? sum : sum + time), 0);
}

/** Of a lane's what counts in the conversation: of waiting what its connection is, and the work of staff. */
function countingOf(purpose: string, longest?: ReadonlyMap<SegmentType, Longest>): Map<SegmentType, Longest> {
  const isWaiting = (type: SegmentType) => OF_SYSTEMS.some((name) => name === type);
  return new Map(
    [...(longest ?? [])].filter(([type]) =>
      isWaiting(type) ? type === connectedAs(purpose) : isStaff(purpose),
    ),
  );
}

/** The longer of two, state by state. */
function longestOfAll(all: readonly ReadonlyMap<SegmentType, Longest>[]): Map<SegmentType, Longest> {
  const longest = new Map<SegmentType, Longest>();
  for (const [type, one] of all.flatMap((map) => [...map])) {
    if (one.length > (longest.get(type)?.length ?? -1)) longest.set(type, one);
  }
  return longest;
}

/**
 * Time per state: the conversation first, then each participant who spent any. The vendor counts whole
 * sessions only, so within a range its figures are left out.
 */
export function timesOfAll(timeline: Timeline, range: Range | undefined) {
  const durations = measure(timeline, range);
  const longest = timeline.lanes.map((lane) => longestOf(lane, range));
  const none = new Map<TotalName, Vendor>();
  const counting = timeline.lanes.map(({ purpose }, index) => countingOf(purpose, longest[index]));
  const limits = new Map<TotalName, Limited>();
  const whole = timesOf({ ...durations.conversation, vendor: none, longest: longestOfAll(counting), limits });
  const groups: RowGroup[] = [{ id: '', times: whole, sum: sumOf(whole) }];
  for (const [index, lane] of timeline.lanes.entries()) {
    const measured = durations.lanes[index];
    if (!measured) continue;
    const vendor = range ? none : vendorTotals(lane, measured);
    const limits = limitsOf(lane);
    const times = timesOf({ ...measured, vendor, longest: longest[index] ?? new Map(), limits });
    if (times.length > 0) groups.push({ id: lane.id, lane, times, sum: sumOf(times) });
  }
  return { conversation: durations.conversation, groups };
}
