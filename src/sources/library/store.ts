import type { HourShare } from '../../core/model/facts';
import { ALL_CHOICES, valuesOf } from '../choices';
import { MEASURES } from '../memory/match';
import type { Choice } from '../source';
import type { Prepared } from './prepared';
import type { Sql, SqlValue } from './sql';
import { type Had, readHad, STATES, Sums, writeHad } from './sums';

/** What is taken back when a conversation is replaced or deleted. */
interface Stored {
  n: number;
  looks: number[];
  had: Had[];
  start: number | null;
}

const ADD_SPREAD = `INSERT INTO spread (n, hour, ${STATES.join(', ')})
  VALUES (?, ?, ${STATES.map(() => '?').join(', ')})`;

/** What attributes are among the choices: values to be equal to, but no list to choose from. */
export const ATTRIBUTE = 'attribute';

export function attributeValue({ name, value }: { name: string; value: string }): string {
  return JSON.stringify([name, value]);
}

/** Begins and ends with a line break, so that every part of it, however short, lies within some trigram. */
function searched(text: string): string {
  return `\n${text}\n`;
}

/** Writes. Everything that is counted over all conversations changes with them, in one transaction. */
export class Store {
  /** Numbers of values, by choice and value. */
  private readonly numbers = new Map<string, number>();

  constructor(private readonly sql: Sql) {}

  /** Looks of a conversation that is there, to see whether anything is new. */
  looks(id: string): number[] | undefined {
    return this.stored(id)?.looks;
  }

  document(id: string): Uint8Array | undefined {
    const [row] = this.sql.all('SELECT bytes FROM document JOIN conversation USING (n) WHERE id = ?', [id]);
    return row?.[0] instanceof Uint8Array ? row[0] : undefined;
  }

  /** Conversations in it; counts them all. */
  size(): number {
    return Number(this.sql.all('SELECT count(*) FROM conversation')[0]?.[0]);
  }

  /** Bytes of the database. */
  bytes(): number {
    const pragma = (name: string) => Number(this.sql.all(`PRAGMA ${name}`)[0]?.[0]);
    return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  }

  setting(name: string): string | undefined {
    const [row] = this.sql.all('SELECT value FROM setting WHERE name = ?', [name]);
    return typeof row?.[0] === 'string' ? row[0] : undefined;
  }

  /** Without a value the setting is taken back. */
  set(name: string, value: string | undefined): void {
    if (value === undefined) this.sql.run('DELETE FROM setting WHERE name = ?', [name]);
    else this.sql.run('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)', [name, value]);
  }

  /** All of them, or, when it throws, none. Answers how many were not there before. */
  put(all: readonly Prepared[]): number {
    let added = 0;
    this.whole((sums) => {
      for (const one of all) {
        if (!this.remove(one.id, sums)) added += 1;
        this.insert(one, sums);
      }
    });
    return added;
  }

  /** How many there were. */
  delete(ids: readonly string[]): number {
    let count = 0;
    this.whole((sums) => {
      for (const id of ids) if (this.remove(id, sums)) count += 1;
    });
    return count;
  }

  /** All conversations at once. Of what they said nothing is left in the files either. */
  clear(): void {
    const tables = ['document', 'has', 'value', 'spread', 'hour', 'start', 'conversation'];
    this.whole(() => {
      for (const table of tables) this.sql.run(`DELETE FROM ${table}`);
      for (const index of ['search', 'mention']) {
        this.sql.run(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`);
      }
    });
    this.numbers.clear();
    this.sql.run('VACUUM');
    this.sql.all('PRAGMA wal_checkpoint(truncate)');
  }

  private whole(work: (sums: Sums) => void): void {
    try {
      this.sql.transaction(() => {
        const sums = new Sums();
        work(sums);
        sums.write(this.sql);
      });
    } catch (error) {
      // Numbers given within it are none.
      this.numbers.clear();
      throw error;
    }
  }

  private spread(n: number): HourShare[] {
    return this.sql.all(`SELECT hour, ${STATES.join(', ')} FROM spread WHERE n = ?`, [n]).map((row) => {
      const [hour = 0, alerting = 0, queued = 0, talk = 0, hold = 0, parked = 0, acw = 0] = row.map(Number);
      return { hour, alerting, queued, talk, hold, parked, acw };
    });
  }

  private stored(id: string): Stored | undefined {
    const [row] = this.sql.all('SELECT n, looks, had, start FROM conversation WHERE id = ?', [id]);
    if (!row) return undefined;
    const looks: number[] = JSON.parse(String(row[1]));
    const start = typeof row[3] === 'number' ? row[3] : null;
    return {
      n: Number(row[0]),
      looks,
      had: readHad(String(row[2])),
      start,
    };
  }

  private insert({ id, facts, looks, row, bytes }: Prepared, sums: Sums): void {
    const { text, ids, hours } = facts;
    const had = this.values(facts);
    const columns: SqlValue[] = [
      id,
      facts.title.toLowerCase(),
      facts.start ?? null,
      ...MEASURES.map((measure) => facts[measure] ?? null),
      row,
      JSON.stringify(looks),
      writeHad(had),
    ];
    this.sql.run(
      `INSERT INTO conversation (id, title, start, ${MEASURES.join(', ')}, row, looks, had)
       VALUES (${columns.map(() => '?').join(', ')})`,
      columns,
    );
    const n = Number(this.sql.all('SELECT last_insert_rowid()')[0]?.[0]);
    this.sql.run('INSERT INTO document (n, bytes) VALUES (?, ?)', [n, bytes]);
    this.sql.run('INSERT INTO search (rowid, text) VALUES (?, ?)', [n, searched(text)]);
    for (const { v, hold, unanswered } of had) {
      this.sql.run('INSERT INTO has (v, n, hold, unanswered) VALUES (?, ?, ?, ?)', [v, n, hold, unanswered]);
      sums.value({ v, hold, unanswered }, 1);
    }
    this.sql.run('INSERT INTO mention (rowid, ids) VALUES (?, ?)', [n, ids.join(' ')]);
    for (const share of hours) {
      this.sql.run(ADD_SPREAD, [n, share.hour, ...STATES.map((state) => share[state])]);
      sums.hour(share, 1);
    }
    if (facts.start !== undefined) sums.start(facts.start, 1);
  }

  private remove(id: string, sums: Sums): boolean {
    const known = this.stored(id);
    if (!known) return false;
    const { n, had, start } = known;
    for (const one of had) {
      this.sql.run('DELETE FROM has WHERE v = ? AND n = ?', [one.v, n]);
      sums.value(one, -1);
    }
    for (const share of this.spread(n)) sums.hour(share, -1);
    for (const table of ['spread', 'document', 'conversation']) {
      this.sql.run(`DELETE FROM ${table} WHERE n = ?`, [n]);
    }
    for (const table of ['search', 'mention']) this.sql.run(`DELETE FROM ${table} WHERE rowid = ?`, [n]);
    if (start !== null) sums.start(start, -1);
    return true;
  }

  private values(facts: Prepared['facts']): Had[] {
    const had = new Map<number, Had>();
    const add = (
      choice: string,
      value: string,
      more: { name?: string; hold?: number; unanswered?: number },
    ) => {
      const v = this.numberOf(choice, value, more.name);
      const known = had.get(v) ?? { v, hold: 0, unanswered: 0 };
      known.hold += more.hold ?? 0;
      known.unanswered += more.unanswered ?? 0;
      had.set(v, known);
    };
    for (const choice of ALL_CHOICES) {
      for (const { value, name } of valuesOf(facts, choice)) add(choice, value, { name });
    }
    for (const [choice, shares] of [
      ['queue', facts.queues],
      ['user', facts.users],
    ] as const satisfies [Choice, typeof facts.queues][]) {
      for (const { id, name, hold, unanswered } of shares) {
        const value = id ?? name;
        if (value !== undefined) add(choice, value, { hold, unanswered });
      }
    }
    for (const attribute of facts.attributes) add(ATTRIBUTE, attributeValue(attribute), {});
    return [...had.values()];
  }

  /** Of a value that is new, a new one; a name that was not known is taken note of. */
  private numberOf(choice: string, value: string, name: string | undefined): number {
    const key = `${choice} ${value} ${name === undefined ? '' : 'named'}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.sql.run(
      `INSERT INTO value (choice, value, name, count, hold, unanswered) VALUES (?, ?, ?, 0, 0, 0)
       ON CONFLICT DO UPDATE SET name = coalesce(name, excluded.name)`,
      [choice, value, name ?? null],
    );
    const [row] = this.sql.all('SELECT v FROM value WHERE choice = ? AND value = ?', [choice, value]);
    const v = Number(row?.[0]);
    if (this.numbers.size > 100_000) this.numbers.clear();
    this.numbers.set(key, v);
    return v;
  }
}
