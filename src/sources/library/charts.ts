import { HOUR } from '../../core/facts/hours';
import { assertNever } from '../../core/model/assert-never';
import { bucketOf } from '../buckets';
import { BINS, binOf, binsOf, rankOf, stepFor } from '../distribution';
import { MEASURES } from '../memory/match';
import { type ChartData, type ChartRequest, type Filter, type Measure, SourceError } from '../source';
import type { Columns } from './columns';
import { type Meanings, type Meant, rowsOf, type Tallies } from './meant';
import { selecting } from './plan';
import type { Sql, SqlValue } from './sql';
import { STATES } from './sums';
import type { Turn } from './turns';

type Of<Kind extends ChartData['kind']> = Extract<ChartData, { kind: Kind }>;
type Asked<Kind extends ChartRequest['kind']> = Extract<ChartRequest, { kind: Kind }>;

/** What a chart is made from; without `meant`, from all conversations. */
interface Ground {
  sql: Sql;
  meant: Meant | undefined;
  columns: Columns;
  turn: Turn;
}

/** Buckets of instants, and how many lie in each. */
function counted(instants: readonly number[], request: Asked<'volume'>): number[][] {
  const counts = new Map<number, number>();
  for (const at of instants) {
    const bucket = bucketOf(at, request);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return [...counts];
}

/** `bucketOf` in SQL, also before the origin. */
function bucketSql(at: string): string {
  return `? + CAST(floor((${at} - ?) / CAST(? AS REAL)) AS INTEGER) * ?`;
}

function bucketBind({ step, origin = 0 }: { step: number; origin?: number }): number[] {
  return [origin, origin, step, step];
}

/** Sums of rows that begin with a bucket, over all pieces of what is meant, in the order of the buckets. */
async function bucketSums(
  { meant, turn }: Ground,
  ask: (piece: readonly number[]) => SqlValue[][],
): Promise<number[][]> {
  const sums = new Map<number, number[]>();
  for (const piece of meant?.pieces ?? []) {
    await turn();
    for (const row of ask(piece)) {
      const [bucket = 0, ...values] = row.map(Number);
      const known = sums.get(bucket);
      if (known) for (const [place, value] of values.entries()) known[place] = (known[place] ?? 0) + value;
      else sums.set(bucket, values);
    }
  }
  return [...sums]
    .map(([bucket, values]) => [bucket, ...values])
    .sort(([one = 0], [other = 0]) => one - other);
}

function volumeOfAll(sql: Sql, request: Asked<'volume'>): number[][] {
  const whole = request.step % HOUR === 0 && (request.origin ?? 0) % HOUR === 0;
  // The hours stand ready.
  const [at, count, from] = whole ? ['hour', 'sum(count)', 'start'] : ['start', 'count(*)', 'figure'];
  const rows = sql.all(
    `SELECT ${bucketSql(at)} AS bucket, ${count} AS found FROM ${from}
     GROUP BY bucket HAVING bucket IS NOT NULL AND found > 0 ORDER BY bucket`,
    bucketBind(request),
  );
  return rows.map((row) => row.map(Number));
}

async function volume(ground: Ground, request: Asked<'volume'>): Promise<Of<'volume'>> {
  const { sql, meant, columns } = ground;
  const rows = meant
    ? await bucketSums(ground, (piece) => {
        if (meant.many) return counted(columns.valuesOf(piece, 'start'), request);
        const { text, bind } = selecting(
          `${bucketSql('f.start')} AS bucket, count(*)`,
          rowsOf(piece),
          'GROUP BY bucket HAVING bucket IS NOT NULL',
        );
        return sql.all(text, [...bucketBind(request), ...bind]);
      })
    : volumeOfAll(sql, request);
  const buckets = rows.map(([start = 0, count = 0]) => ({ start, count }));
  const undated = meant
    ? meant.count - buckets.reduce((sum, { count }) => sum + count, 0)
    : Number(sql.all('SELECT count(*) FROM figure WHERE start IS NULL')[0]?.[0]);
  return { kind: 'volume', buckets, undated };
}

/** Buckets, and the time in each state within each. */
function statesIn(columns: Columns, piece: readonly number[], request: Asked<'states'>): number[][] {
  const sums = new Map<number, number[]>();
  columns.addHours(piece, (hour, times, at) => {
    const bucket = bucketOf(hour, request);
    const known = sums.get(bucket) ?? STATES.map(() => 0);
    for (let state = 0; state < STATES.length; state++) {
      known[state] = (known[state] ?? 0) + (times[at + state] ?? 0);
    }
    sums.set(bucket, known);
  });
  return [...sums].map(([bucket, times]) => [bucket, ...times]);
}

async function states(ground: Ground, request: Asked<'states'>): Promise<Of<'states'>> {
  const { sql, meant, columns } = ground;
  const sums = (table: string) => STATES.map((state) => `sum(${table}.${state})`).join(', ');
  const rows = meant
    ? await bucketSums(ground, (piece) =>
        meant.many
          ? statesIn(columns, piece, request)
          : sql.all(
              `SELECT ${bucketSql('s.hour')} AS bucket, ${sums('s')}
               FROM json_each(?) AS found CROSS JOIN spread AS s ON s.n = found.value GROUP BY bucket`,
              [...bucketBind(request), JSON.stringify(piece)],
            ),
      )
    : sql
        .all(
          `SELECT ${bucketSql('hour.hour')} AS bucket, ${sums('hour')} FROM hour
           WHERE alerting + queued + talk + hold + parked + acw > 0 GROUP BY bucket ORDER BY bucket`,
          bucketBind(request),
        )
        .map((row) => row.map(Number));
  const buckets = rows.map((row) => {
    const [start = 0, alerting = 0, queued = 0, talk = 0, hold = 0, parked = 0, acw = 0] = row;
    return { start, alerting, queued, talk, hold, parked, acw };
  });
  return { kind: 'states', buckets };
}

/** Over all: by the measure's index alone, whose entries are counted, not read. */
function distributionOfAll(sql: Sql, { measure, some = false }: Asked<'distribution'>): Of<'distribution'> {
  const least = some ? 1 : 0;
  const one = (text: string, bind: number[] = []) => Number(sql.all(text, bind)[0]?.[0]);
  const count = one(`SELECT count(*) FROM figure WHERE ${measure} >= ${least}`);
  const none = some ? one(`SELECT count(*) FROM figure WHERE ${measure} = 0`) : 0;
  if (count === 0) return { kind: 'distribution', count, none, bins: [] };
  const at = (quantile: number) =>
    one(`SELECT ${measure} FROM figure WHERE ${measure} >= ${least} ORDER BY ${measure} LIMIT 1 OFFSET ?`, [
      rankOf(quantile, count),
    ]);
  const p90 = at(0.9);
  const step = stepFor(measure, p90);
  const max = one(`SELECT max(${measure}) FROM figure`);
  const counts = new Map<number, number>();
  for (let place = 0; place < BINS && place * step <= max; place++) {
    const until = place === BINS - 1 ? max + 1 : (place + 1) * step;
    const within = `${measure} >= ? AND ${measure} < ?`;
    const found = one(`SELECT count(*) FROM figure WHERE ${within}`, [Math.max(least, place * step), until]);
    if (found > 0) counts.set(place, found);
  }
  return { kind: 'distribution', count, none, median: at(0.5), p90, bins: binsOf(counts, step, max) };
}

function valuesOf(sql: Sql, piece: readonly number[], measure: Measure): number[] {
  const { text, bind } = selecting(`group_concat(f.${measure})`, rowsOf(piece));
  // A list of numbers, of the engine's own making.
  const values: number[] = JSON.parse(`[${String(sql.all(text, bind)[0]?.[0] ?? '')}]`);
  return values;
}

async function distribution(
  { sql, meant, columns, turn }: Ground,
  request: Asked<'distribution'>,
): Promise<Of<'distribution'>> {
  const { measure, some = false } = request;
  if (!MEASURES.includes(measure)) throw new SourceError('unsupported');
  if (!meant) return distributionOfAll(sql, request);
  const values: number[] = [];
  let none = 0;
  for (const piece of meant.pieces) {
    await turn();
    for (const value of meant.many ? columns.valuesOf(piece, measure) : valuesOf(sql, piece, measure)) {
      if (some && value === 0) none += 1;
      else values.push(value);
    }
  }
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  const [median, p90] = [sorted[rankOf(0.5, count)], sorted[rankOf(0.9, count)]];
  if (median === undefined || p90 === undefined) return { kind: 'distribution', count, none, bins: [] };
  const step = stepFor(measure, p90);
  const counts = new Map<number, number>();
  for (const value of sorted) counts.set(binOf(value, step), (counts.get(binOf(value, step)) ?? 0) + 1);
  return { kind: 'distribution', count, none, median, p90, bins: binsOf(counts, step, sorted.at(-1) ?? 0) };
}

type Entry = Of<'top'>['entries'][number];

function topOf(sql: Sql, tally: Tallies, { of, by, limit }: Asked<'top'>): Entry[] {
  const entries = sql
    .all('SELECT value, name, v FROM value WHERE choice = ?', [of])
    .flatMap(([id, name, v]): Entry[] => {
      const found = tally.get(Number(v));
      if (!found || found[by] === 0) return [];
      const named = typeof name === 'string' ? { name } : {};
      return [{ id: String(id), ...named, value: found[by], conversations: found.count }];
    });
  entries.sort((one, other) => other.value - one.value || (one.id < other.id ? -1 : 1));
  return entries.slice(0, limit);
}

function topOfAll(sql: Sql, { of, by, limit }: Asked<'top'>): Entry[] {
  const column = by === 'hold' ? 'hold' : 'unanswered';
  return sql
    .all(
      `SELECT value, name, ${column} AS total, count FROM value
       WHERE choice = ? AND total > 0 ORDER BY total DESC, value LIMIT ?`,
      [of, limit],
    )
    .map(([value, name, total, conversations]) => ({
      id: String(value),
      ...(typeof name === 'string' ? { name } : {}),
      value: Number(total),
      conversations: Number(conversations),
    }));
}

interface Question {
  filter: Filter;
  request: ChartRequest;
  turn: Turn;
}

export async function chartOf(
  sql: Sql,
  meanings: Meanings,
  { filter, request, turn }: Question,
): Promise<ChartData> {
  const meant = await meanings.of(filter, { turn });
  const ground = { sql, meant, columns: meanings.columns, turn };
  switch (request.kind) {
    case 'volume':
      return volume(ground, request);
    case 'states':
      return states(ground, request);
    case 'distribution':
      return distribution(ground, request);
    case 'top': {
      const entries = meant
        ? topOf(sql, await meanings.tallyOf(meant, turn), request)
        : topOfAll(sql, request);
      return { kind: 'top', entries };
    }
    default:
      return assertNever(request);
  }
}
