import { ALWAYS } from '../measure/intervals';
import { HANDLED, totalOf } from '../measure/totals';
import { measureTrack } from '../measure/track';
import type { Metric } from '../model/conversation';
import type { TotalName } from '../model/durations';
import type { Lane, Track } from '../model/timeline';
import { pointerTo } from './facts';
import type { DrawnLane } from './problems';
import { lastGiven } from './lists';
import type { Tell } from './tell';

// The vendor's names for our totals. `t…Complete` and the many others measure something else.
export const VENDOR_TOTALS: ReadonlyMap<string, TotalName> = new Map([
  ['tDialing', 'dialing'],
  ['tContacting', 'contacting'],
  ['tAlert', 'alerting'],
  ['tIvr', 'ivr'],
  ['tAcd', 'queued'],
  ['tVoicemail', 'voicemail'],
  ['tTalk', 'talk'],
  ['tHeld', 'hold'],
  ['tPark', 'parked'],
  ['tAcw', 'acw'],
  ['tHandle', 'handle'],
]);

/** In ms: more than this apart, the vendor's total and ours contradict each other; less is rounding. */
export const CLOSE_ENOUGH = 5;
const WHOLE = { window: ALWAYS, whole: true };

/** Where the vendor's own totals of a session contradict the session's segments. Ours stay as they are. */
export function metricProblems({ lane, legs }: DrawnLane, tell: Tell): void {
  legs.forEach(({ leg }, index) => {
    const metrics = lastGiven(leg.states, ({ communication }) => communication?.metrics);
    if (metrics !== undefined) compare(metrics, { lane, track: lane.tracks[index] as Track }, tell);
  });
}

/** The totals of what still runs: the vendor has counted only what is over. */
function runningTotals({ segments }: Track): ReadonlySet<TotalName | undefined> {
  const open = segments.filter(({ certainty }) => certainty === 'running');
  const running = new Set<TotalName | undefined>(open.map(({ type }) => totalOf(type)));
  if (HANDLED.some((name) => running.has(name))) running.add('handle');
  return running;
}

function compare(
  metrics: readonly Metric[],
  { lane, track }: { lane: Lane; track: Track },
  tell: Tell,
): void {
  const { totals } = measureTrack(track, lane, WHOLE);
  const running = runningTotals(track);
  const stated = new Map<TotalName, { name: string; value: number; pointers: string[] }>();
  for (const metric of metrics) {
    const total = VENDOR_TOTALS.get(metric.name ?? '');
    if (total === undefined || metric.value === undefined || running.has(total)) continue;
    const sum = stated.get(total) ?? { name: metric.name as string, value: 0, pointers: [] };
    sum.value += metric.value;
    sum.pointers.push(pointerTo(metric, 'value'));
    stated.set(total, sum);
  }
  for (const [total, { name, value, pointers }] of stated) {
    if (Math.abs(value - totals[total]) <= CLOSE_ENOUGH) continue;
    const message = `the vendor counts ${value} ms as ${total} (${name}), its segments add up to ${totals[total]} ms`;
    tell('metric-mismatch', message, pointers);
  }
}
