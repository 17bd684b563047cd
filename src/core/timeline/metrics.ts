import { ALWAYS } from '../measure/intervals';
import { HANDLED, totalOf } from '../measure/totals';
import { measureTrack } from '../measure/track';
import type { Metric } from '../model/conversation';
import type { TotalName } from '../model/durations';
import type { Lane, Track } from '../model/timeline';
import { pointerTo } from './facts';
import type { DrawnLane } from './problems';
import { lasting } from './lasting';
import { lastGiven } from './lists';
import type { Tell } from './tell';

// The vendor's names for our totals. `t…Complete` and the many others measure something else.
const VENDOR_TOTALS: ReadonlyMap<string, TotalName> = new Map([
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
const CLOSE_ENOUGH = 5;
const WHOLE = { window: ALWAYS, whole: true };

/** Where the vendor's own totals of a session contradict the session's segments. Ours stay as they are. */
export function metricProblems({ lane, legs }: DrawnLane, tell: Tell): void {
  legs.forEach(({ leg }, index) => {
    const metrics = lastGiven(leg.states, ({ communication }) => communication?.metrics);
    if (metrics === undefined) return;
    for (const { stated, own } of contradicted(lane, lane.tracks[index] as Track, metrics)) {
      const { total, name, value } = stated;
      const message = `the vendor counts ${lasting(value)} as ${total} (${name}), its segments add up to ${lasting(own)}`;
      const pointers = stated.metrics.map((metric) => pointerTo(metric, 'value'));
      tell('metric-mismatch', message, pointers);
    }
  });
}

/** The totals of what still runs: the vendor has counted only what is over. */
function runningTotals({ segments }: Track): ReadonlySet<TotalName | undefined> {
  const open = segments.filter(({ certainty }) => certainty === 'running');
  const running = new Set<TotalName | undefined>(open.map(({ type }) => totalOf(type)));
  if (HANDLED.some((name) => running.has(name))) running.add('handle');
  return running;
}

/** What the vendor counted in a session, by our totals: it tells some in several parts. */
export function statedTotals(metrics: readonly Metric[]): Map<TotalName, Stated> {
  const stated = new Map<TotalName, Stated>();
  for (const metric of metrics) {
    const total = VENDOR_TOTALS.get(metric.name ?? '');
    if (total === undefined || metric.value === undefined) continue;
    const sum = stated.get(total) ?? { total, name: metric.name as string, value: 0, metrics: [] };
    sum.value += metric.value;
    sum.metrics.push(metric);
    stated.set(total, sum);
  }
  return stated;
}

interface Stated {
  total: TotalName;
  name: string;
  value: number;
  metrics: Metric[];
}

/** What the vendor counted in a session that its own segments contradict; `own` is what they add up to. */
export function contradicted(
  lane: Lane,
  track: Track,
  metrics: readonly Metric[],
): { stated: Stated; own: number }[] {
  const found: { stated: Stated; own: number }[] = [];
  const { totals } = measureTrack(track, lane, WHOLE);
  for (const stated of statedTotals(metrics).values()) {
    const own = totals[stated.total];
    if (Math.abs(stated.value - own) > CLOSE_ENOUGH) found.push({ stated, own });
  }
  // Asked of hardly any session.
  const running = found.length > 0 ? runningTotals(track) : undefined;
  return found.filter(({ stated }) => !running?.has(stated.total));
}
