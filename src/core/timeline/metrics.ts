import { ALWAYS } from '../measure/intervals';
import { HANDLED, totalOf } from '../measure/totals';
import { measureTrack } from '../measure/track';
import type { Communication, Metric } from '../model/conversation';
import type { TotalName } from '../model/durations';
import type { Lane, Track } from '../model/timeline';
import { recordedSegment } from '../model/vendor/communication';
import { pointerTo } from './facts';
import type { DrawnLane } from './problems';
import { lasting } from './lasting';
import { lastGiven } from './lists';
import type { Tell } from './tell';
import { segmentTypeOf } from './words';

// The vendor's names for our totals. `t…Complete` and the many others measure something else.
const VENDOR_TOTALS = new Map(
  Object.entries<TotalName>({
    tDialing: 'dialing',
    tContacting: 'contacting',
    tAlert: 'alerting',
    tIvr: 'ivr',
    tAcd: 'queued',
    tVoicemail: 'voicemail',
    tTalk: 'talk',
    tHeld: 'hold',
    tPark: 'parked',
    tAcw: 'acw',
    tHandle: 'handle',
  }),
);

/** In ms: more than this apart, the vendor's total and ours contradict each other; less is rounding. */
const CLOSE_ENOUGH = 5;
const WHOLE = { window: ALWAYS, whole: true };

type Session = Pick<Communication, 'metrics' | 'segments'>;

/** Where the vendor's own totals of a session contradict the session's segments. Ours stay as they are. */
export function metricProblems({ lane, legs }: DrawnLane, tell: Tell): void {
  legs.forEach(({ leg }, index) => {
    const session = lastGiven(leg.states, ({ communication }) => communication?.metrics && communication);
    if (session === undefined) return;
    for (const { stated, own } of contradicted(lane, lane.tracks[index] as Track, session)) {
      const { total, name, value } = stated;
      const message = `the vendor counts ${lasting(value)} as ${total} (${name}), its segments add up to ${lasting(own)}`;
      const pointers = stated.metrics.map((metric) => pointerTo(metric, 'value'));
      tell('metric-mismatch', message, pointers);
    }
  });
}

/**
 * The totals that the vendor need not share: of what still runs it has counted only what is over, and where a time of a
 * record is none, which is told when it is read, ours is a guess.
 */
function openTotals(
  { segments }: Track,
  lane: Lane,
  { segments: records = [] }: Session,
): ReadonlySet<TotalName | undefined> {
  const open = new Set<TotalName | undefined>();
  for (const { certainty, type } of segments) if (certainty === 'running') open.add(totalOf(type));
  for (const { type = '', unknownFields } of records)
    if (unknownFields?.some(([key]) => recordedSegment.spellings.get(key)?.field.kind === 'time'))
      open.add(totalOf(segmentTypeOf(type, lane.purpose)));
  if (HANDLED.some((name) => open.has(name))) open.add('handle');
  return open;
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
export function contradicted(lane: Lane, track: Track, session: Session): { stated: Stated; own: number }[] {
  const found: { stated: Stated; own: number }[] = [];
  const { totals } = measureTrack(track, lane, WHOLE);
  let open: ReadonlySet<TotalName | undefined> | undefined;
  for (const stated of statedTotals(session.metrics ?? []).values()) {
    const own = totals[stated.total];
    if (Math.abs(stated.value - own) <= CLOSE_ENOUGH) continue;
    open ??= openTotals(track, lane, session); // asked of hardly any session
    if (!open.has(stated.total)) found.push({ stated, own });
  }
  return found;
}
