import { assertNever } from '../../core/model/assert-never';
import type { Facts, Share } from '../../core/model/facts';
import type { Instant } from '../../core/model/time';
import { bucketOf } from '../buckets';
import { binOf, binsOf, rankOf, stepFor } from '../distribution';
import { doersOf } from '../choices';
import type { ChartData, ChartRequest, Top } from '../source';

type Of<Kind extends ChartData['kind']> = Extract<ChartData, { kind: Kind }>;
type States = Of<'states'>['buckets'][number];

function inOrder<B extends { start: Instant }>(buckets: ReadonlyMap<Instant, B>): B[] {
  return [...buckets.values()].sort((one, other) => one.start - other.start);
}

function volume(rows: readonly Facts[], request: { step: number; origin?: Instant }): Of<'volume'> {
  const buckets = new Map<Instant, { start: Instant; count: number }>();
  for (const { start: at } of rows) {
    if (at === undefined) continue;
    const start = bucketOf(at, request);
    const bucket = buckets.get(start);
    if (bucket) bucket.count += 1;
    else buckets.set(start, { start, count: 1 });
  }
  const undated = rows.filter(({ start }) => start === undefined).length;
  return { kind: 'volume', buckets: inOrder(buckets), undated };
}

function states(rows: readonly Facts[], request: { step: number; origin?: Instant }): Of<'states'> {
  const buckets = new Map<Instant, States>();
  for (const share of rows.flatMap(({ hours }) => hours)) {
    const start = bucketOf(share.hour, request);
    const bucket = buckets.get(start) ?? {
      start,
      alerting: 0,
      queued: 0,
      talk: 0,
      hold: 0,
      parked: 0,
      acw: 0,
    };
    for (const state of ['alerting', 'queued', 'talk', 'hold', 'parked', 'acw'] as const) {
      bucket[state] += share[state];
    }
    buckets.set(start, bucket);
  }
  return { kind: 'states', buckets: inOrder(buckets) };
}

function distribution(
  rows: readonly Facts[],
  { measure, some = false }: Extract<ChartRequest, { kind: 'distribution' }>,
): Of<'distribution'> {
  const all = rows.map((facts) => facts[measure]).filter((value) => value !== undefined);
  const values = all.filter((value) => !some || value > 0);
  const none = all.length - values.length;
  values.sort((one, other) => one - other);
  const count = values.length;
  const median = values[rankOf(0.5, count)];
  const p90 = values[rankOf(0.9, count)];
  if (median === undefined || p90 === undefined) return { kind: 'distribution', count: 0, none, bins: [] };
  const step = stepFor(measure, p90);
  const counts = new Map<number, number>();
  for (const value of values) counts.set(binOf(value, step), (counts.get(binOf(value, step)) ?? 0) + 1);
  const bins = binsOf(counts, step, values.at(-1) ?? 0);
  return { kind: 'distribution', count, none, median, p90, bins };
}

function sharesOf(facts: Facts, of: Top['of']): readonly Share[] {
  if (of === 'unansweredBy') return doersOf(facts, of);
  return of === 'queue' ? facts.queues : facts.users;
}

function top(rows: readonly Facts[], request: Extract<ChartRequest, { kind: 'top' }>): Of<'top'> {
  const entries = new Map<string, Of<'top'>['entries'][number]>();
  for (const facts of rows) {
    const counted = new Set<string>();
    for (const share of sharesOf(facts, request.of)) {
      const id = share.id ?? share.name ?? '';
      const again = counted.has(id);
      counted.add(id);
      const entry = entries.get(id);
      if (!entry) {
        const { name } = share;
        entries.set(id, { id, ...(name ? { name } : {}), value: share[request.by], conversations: 1 });
        continue;
      }
      entry.value += share[request.by];
      if (!again) entry.conversations += 1;
      if (share.name) entry.name ??= share.name;
    }
  }
  const found = [...entries.values()].filter(({ value }) => value > 0);
  found.sort((one, other) => other.value - one.value || (one.id < other.id ? -1 : 1));
  return { kind: 'top', entries: found.slice(0, request.limit) };
}

/** A figure over the rows given. */
export function chartOf(rows: readonly Facts[], request: ChartRequest): ChartData {
  switch (request.kind) {
    case 'volume':
      return volume(rows, request);
    case 'states':
      return states(rows, request);
    case 'distribution':
      return distribution(rows, request);
    case 'top':
      return top(rows, request);
    default:
      return assertNever(request);
  }
}
