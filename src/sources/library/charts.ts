import { assertNever } from '../../core/model/assert-never';
import { HOUR } from '../../core/facts/hours';
import { BINS, binsOf, rankOf, stepFor } from '../distribution';
import { MEASURES } from '../memory/match';
import { type ChartData, type ChartRequest, type Filter, type Measure, SourceError } from '../source';
import { tallyOf } from './facets';
import type { Sql } from './sql';
import { clauseOf, type Where, whereOf } from './where';

type Of<Kind extends ChartData['kind']> = Extract<ChartData, { kind: Kind }>;
type Asked<Kind extends ChartRequest['kind']> = Extract<ChartRequest, { kind: Kind }>;

/** `origin + floor((at - origin) / step) * step`, also before the origin. */
function bucketSql(at: string): string {
  return `? + CAST(floor((${at} - ?) / CAST(? AS REAL)) AS INTEGER) * ?`;
}

function bucketBind({ step, origin = 0 }: { step: number; origin?: number }): number[] {
  return [origin, origin, step, step];
}

function volume(sql: Sql, where: Where, request: Asked<'volume'>): Of<'volume'> {
  const whole = request.step % HOUR === 0 && (request.origin ?? 0) % HOUR === 0;
  // Without a filter the hours stand ready.
  const rows =
    where.text === '' && whole
      ? sql.all(
          `SELECT ${bucketSql('hour')} AS bucket, sum(count) FROM start
           GROUP BY bucket HAVING sum(count) > 0 ORDER BY bucket`,
          bucketBind(request),
        )
      : sql.all(
          `SELECT ${bucketSql('start')} AS bucket, count(*) FROM conversation ${clauseOf(where)}
           GROUP BY bucket HAVING bucket IS NOT NULL ORDER BY bucket`,
          [...bucketBind(request), ...where.bind],
        );
  return {
    kind: 'volume',
    buckets: rows.map(([start, count]) => ({ start: Number(start), count: Number(count) })),
  };
}

const SUMS = 'sum(alerting), sum(queued), sum(talk), sum(hold), sum(parked), sum(acw)';

function states(sql: Sql, where: Where, request: Asked<'states'>): Of<'states'> {
  const from =
    where.text === ''
      ? 'hour WHERE alerting + queued + talk + hold + parked + acw > 0'
      : `spread WHERE n IN (SELECT n FROM conversation ${clauseOf(where)})`;
  const rows = sql.all(
    `SELECT ${bucketSql('hour')} AS bucket, ${SUMS} FROM ${from} GROUP BY bucket ORDER BY bucket`,
    [...bucketBind(request), ...where.bind],
  );
  const buckets = rows.map((row) => {
    const [start = 0, alerting = 0, queued = 0, talk = 0, hold = 0, parked = 0, acw = 0] = row.map(Number);
    return { start, alerting, queued, talk, hold, parked, acw };
  });
  return { kind: 'states', buckets };
}

function distribution(sql: Sql, where: Where, measure: Measure): Of<'distribution'> {
  if (!MEASURES.includes(measure)) throw new SourceError('unsupported');
  const known = `${measure} IS NOT NULL${where.text === '' ? '' : ` AND ${where.text}`}`;
  const ask = (columns: string, more = '', bind: number[] = []) =>
    sql.all(`SELECT ${columns} FROM conversation WHERE ${known} ${more}`, [...where.bind, ...bind]);
  const [count = 0, max = 0] = ask(`count(*), max(${measure})`)[0]?.map(Number) ?? [];
  if (count === 0) return { kind: 'distribution', count, bins: [] };
  const at = (quantile: number) =>
    Number(ask(measure, `ORDER BY ${measure} LIMIT 1 OFFSET ?`, [rankOf(quantile, count)])[0]?.[0]);
  const p90 = at(0.9);
  const step = stepFor(measure, p90);
  const rows = sql.all(
    `SELECT min(${BINS - 1}, ${measure} / ?) AS bin, count(*) FROM conversation WHERE ${known} GROUP BY bin`,
    [step, ...where.bind],
  );
  const counts = new Map<number, number>();
  // A step may be a fraction for the engine: a bin's place is the whole part.
  for (const [bin, times] of rows) {
    const place = Math.floor(Number(bin));
    counts.set(place, (counts.get(place) ?? 0) + Number(times));
  }
  return { kind: 'distribution', count, median: at(0.5), p90, bins: binsOf(counts, step, max) };
}

type Entry = Of<'top'>['entries'][number];

function topOfFew(
  sql: Sql,
  tally: NonNullable<ReturnType<typeof tallyOf>>,
  { of, by, limit }: Omit<Asked<'top'>, 'kind'>,
): Of<'top'> {
  const entries = sql
    .all('SELECT value, name, v FROM value WHERE choice = ?', [of])
    .flatMap(([id, name, v]): Entry[] => {
      const found = tally.get(Number(v));
      if (!found || found[by] === 0) return [];
      const named = typeof name === 'string' ? { name } : {};
      return [{ id: String(id), ...named, value: found[by], conversations: found.count }];
    });
  entries.sort((one, other) => other.value - one.value || (one.id < other.id ? -1 : 1));
  return { kind: 'top', entries: entries.slice(0, limit) };
}

function top(sql: Sql, where: Where, { of, by, limit, few }: Asked<'top'> & { few: number }): Of<'top'> {
  const column = by === 'hold' ? 'hold' : 'unanswered';
  if (where.text !== '') {
    const tally = tallyOf(sql, where, few);
    if (tally) return topOfFew(sql, tally, { of, by, limit });
  }
  const rows =
    where.text === ''
      ? sql.all(
          `SELECT value, name, ${column} AS total, count FROM value
           WHERE choice = ? AND total > 0 ORDER BY total DESC, value LIMIT ?`,
          [of, limit],
        )
      : sql.all(
          `SELECT value, name, sum(has.${column}) AS total, count(*) FROM value JOIN has USING (v)
           WHERE choice = ? AND n IN (SELECT n FROM conversation ${clauseOf(where)})
           GROUP BY v HAVING total > 0 ORDER BY total DESC, value LIMIT ?`,
          [of, ...where.bind, limit],
        );
  const entries = rows.map(([value, name, total, conversations]) => ({
    id: String(value),
    ...(typeof name === 'string' ? { name } : {}),
    value: Number(total),
    conversations: Number(conversations),
  }));
  return { kind: 'top', entries };
}

interface Question {
  filter: Filter;
  request: ChartRequest;
  few: number;
}

export function chartOf(sql: Sql, { filter, request, few }: Question): ChartData {
  const where = whereOf(sql, filter);
  switch (request.kind) {
    case 'volume':
      return volume(sql, where, request);
    case 'states':
      return states(sql, where, request);
    case 'distribution':
      return distribution(sql, where, request.measure);
    case 'top':
      return top(sql, where, { ...request, few });
    default:
      return assertNever(request);
  }
}
