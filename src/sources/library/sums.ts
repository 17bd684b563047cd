import { HOUR } from '../../core/facts/hours';
import type { HourShare } from '../../core/model/facts';
import type { Instant } from '../../core/model/time';
import type { Sql } from './sql';

/** What a conversation has of one value. */
export interface Had {
  /** Number of the value. */
  v: number;
  hold: number;
  unanswered: number;
}

/** What stands between the brackets of a JSON array, so that such lists join with a comma to one. */
export function writeHad(all: readonly Had[]): string {
  return all
    .map(({ v, hold, unanswered }) => (hold === 0 && unanswered === 0 ? v : `[${v},${hold},${unanswered}]`))
    .join(',');
}

/** As it is written: mostly nothing but the number of the value. */
export type WrittenHad = number | readonly [v: number, hold: number, unanswered: number];

/** Of one list, or of several that were joined. */
export function parseHad(list: string): readonly WrittenHad[] {
  // Written above.
  const all: WrittenHad[] = JSON.parse(`[${list}]`);
  return all;
}

export function readHad(list: string): Had[] {
  return parseHad(list).map((one) => {
    const [v, hold, unanswered] = typeof one === 'number' ? [one, 0, 0] : one;
    return { v, hold, unanswered };
  });
}

export const STATES = [
  'alerting',
  'queued',
  'talk',
  'hold',
  'parked',
  'acw',
] as const satisfies (keyof HourShare)[];

const MARKS = STATES.map(() => '?').join(', ');
const SUMS = STATES.map((state) => `${state} = ${state} + excluded.${state}`).join(', ');
const ADD_VALUE =
  'UPDATE value SET count = count + ?, hold = hold + ?, unanswered = unanswered + ? WHERE v = ?';
const ADD_HOUR = `INSERT INTO hour (hour, ${STATES.join(', ')}) VALUES (?, ${MARKS}) ON CONFLICT DO UPDATE SET ${SUMS}`;
const ADD_START =
  'INSERT INTO start (hour, count) VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count';

function add(sums: Map<number, number[]>, key: number, more: readonly number[]): void {
  const known = sums.get(key);
  if (!known) sums.set(key, [...more]);
  else for (const [place, value] of more.entries()) known[place] = (known[place] ?? 0) + value;
}

/** What changes in the counts and sums over all: gathered during a write, written once at its end. */
export class Sums {
  private readonly values = new Map<number, number[]>();
  private readonly hours = new Map<number, number[]>();
  private readonly starts = new Map<number, number[]>();

  value({ v, hold, unanswered }: Had, by: 1 | -1): void {
    add(this.values, v, [by, by * hold, by * unanswered]);
  }

  hour(share: HourShare, by: 1 | -1): void {
    const times = STATES.map((state) => by * share[state]);
    add(this.hours, share.hour, times);
  }

  start(at: Instant, by: 1 | -1): void {
    add(this.starts, Math.floor(at / HOUR) * HOUR, [by]);
  }

  write(sql: Sql): void {
    for (const [v, sums] of this.values) sql.run(ADD_VALUE, [...sums, v]);
    for (const [hour, sums] of this.hours) sql.run(ADD_HOUR, [hour, ...sums]);
    for (const [hour, sums] of this.starts) sql.run(ADD_START, [hour, ...sums]);
  }
}
