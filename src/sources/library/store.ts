import type { HourShare } from '../../core/model/facts';
import type { Instant } from '../../core/model/time';
import { MEASURES } from '../memory/match';
import type { Prepared, PreparedValue } from './prepared';
import type { Put } from './wire';
import { Deletions } from './deletions';
import { forgetNames } from './names';
import { leftBehind } from './schema';
import type { Sql } from './sql';
import { atOnce, NO_STEPS, type Steps } from './steps';
import { count } from './stored';
import { type Had, readHad, STATES, Sums, writeHad } from './sums';

/** What is taken back when a conversation is replaced or deleted. */
interface Stored {
  n: number;
  had: Had[];
  start: number | null;
}

const ADD_FIGURE = `INSERT INTO figure (n, start, ${MEASURES.join(', ')}, had)
  VALUES (?, ?, ${MEASURES.map(() => '?').join(', ')}, ?)`;
const ADD_SPREAD = `INSERT INTO spread (n, hour, ${STATES.join(', ')})
  VALUES (?, ?, ${STATES.map(() => '?').join(', ')})`;
/** All of a batch that have a value at once, in the order in which they stand: a statement each would take most of the time. */
const ADD_HAS = 'INSERT INTO has (v, n) SELECT ?, value FROM json_each(?)';
const DELETIONS = 'deletions';
const BY_NUMBER = ['figure', 'conversation', 'document', 'spread', 'said', 'undated'];

/** What is written with a batch, at its end. */
interface Batch {
  sums: Sums;
  /** Numbers of the conversations that have a value, by its number. */
  has: Map<number, number[]>;
  /** The last number that was given to a conversation. */
  last: number;
  /** Numbers of what was removed. */
  gone: number[];
  /** Numbers of the values that it had. */
  left: Set<number>;
}

/** Whether all of some looks are among others; either may have one more than once, as events may come. */
function isWithin(some: readonly number[], others: readonly number[]): boolean {
  return some.every((look) => others.includes(look));
}

/** Writes. Everything that is counted over all conversations changes with them, in one transaction. */
export class Store {
  /** Numbers of values, by choice and value. */
  private readonly numbers = new Map<string, number>();
  private gone: number[] | 'all' = [];
  readonly deletions: Deletions;

  constructor(private readonly sql: Sql) {
    this.deletions = new Deletions(Number(this.setting(DELETIONS) ?? 0));
  }

  /** Looks of those that are there, to see whether anything is new. */
  looksOf(ids: readonly string[]): Map<string, number[]> {
    const rows = this.sql.all('SELECT id, looks FROM identity WHERE id IN (SELECT value FROM json_each(?))', [
      JSON.stringify(ids),
    ]);
    return new Map(rows.map(([id, looks]): [string, number[]] => [String(id), JSON.parse(String(looks))]));
  }

  document(id: string): Uint8Array | undefined {
    const [row] = this.sql.all('SELECT bytes FROM document JOIN identity USING (n) WHERE id = ?', [id]);
    return row?.[0] instanceof Uint8Array ? row[0] : undefined;
  }

  /** Conversations in it; counts them all. */
  size(): number {
    return Number(this.sql.all('SELECT count(*) FROM figure')[0]?.[0]);
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

  /**
   * All of them, or, when it throws, none; `alsoDo` with them. Left as it was is only what another tab wrote
   * meanwhile: of which a look is there by now that the new one does not have, as it must not be lost, or of
   * which all looks are there, as there is nothing to do. Looks that cannot be read any more are not there.
   */
  put(all: readonly Prepared[], alsoDo: () => void = () => undefined): Put {
    return atOnce(this.putting(all, alsoDo));
  }

  /** The same in steps, between which nobody else may ask the engine anything. */
  *putting(all: readonly Prepared[], alsoDo: () => void = () => undefined): Steps<Put> {
    const done: Put = { added: 0, updated: 0, refused: [] };
    yield* this.whole((batch) => this.putEach(all, { batch, done, alsoDo }));
    return done;
  }

  private *putEach(
    all: readonly Prepared[],
    { batch, done, alsoDo }: { batch: Batch; done: Put; alsoDo: () => void },
  ): Steps<void> {
    const known = this.looksOf(all.map(({ id }) => id));
    for (const one of all) {
      const looks = known.get(one.id);
      const there = one.lost ? looks?.filter((look) => !one.lost?.includes(look)) : looks;
      if (there && (isWithin(one.looks, there) || !isWithin(there, one.looks))) {
        done.refused.push(one.id);
        continue;
      }
      if (looks) this.remove(one.id, batch);
      count({ added: looks ? 0 : 1, updated: looks ? 1 : 0, replaced: one.lost ? 1 : 0 }, done);
      this.insert(one, batch);
      known.set(one.id, one.looks);
      yield;
    }
    alsoDo();
  }

  /** How many there were. */
  delete(ids: readonly string[]): number {
    let gone: string[] = [];
    this.inOne((batch) => {
      gone = ids.filter((id) => this.remove(id, batch));
      if (gone.length > 0) this.countDeletion();
    });
    if (gone.length > 0) this.deletions.note(gone);
    return gone.length;
  }

  /** All conversations at once. Of what they said nothing is left in the files either. */
  clear(): void {
    const left = leftBehind(this.sql).flatMap(({ conversations, documents }) => [conversations, documents]);
    this.inOne(() => {
      this.countDeletion();
      for (const table of [...BY_NUMBER, ...left, 'identity', 'has', 'value', 'hour', 'start']) {
        this.sql.run(`DELETE FROM ${table}`);
      }
      for (const index of ['search', 'mention']) {
        this.sql.run(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`);
      }
    });
    this.deletions.noteAll();
    this.numbers.clear();
    this.gone = 'all';
    this.sql.run('VACUUM');
    this.sql.all('PRAGMA wal_checkpoint(truncate)');
  }

  /** Takes note of conversations without a start that came since: of these nothing else says how old they are. */
  noteUndated(now: Instant): void {
    const unknown = 'FROM figure WHERE start IS NULL AND n NOT IN (SELECT n FROM undated)';
    if (this.sql.all(`SELECT 1 ${unknown} LIMIT 1`).length === 0) return;
    this.sql.transaction(() => this.sql.run(`INSERT INTO undated (n, since) SELECT n, ? ${unknown}`, [now]));
  }

  /** Those of them that were there before. */
  undatedBefore(before: Instant): string[] {
    return this.sql
      .all('SELECT id FROM identity JOIN undated USING (n) WHERE since < ?', [before])
      .map(([id]) => String(id));
  }

  /** Numbers that conversations had which are gone, since this was asked for last. */
  takeGone(): readonly number[] | 'all' {
    const { gone } = this;
    this.gone = [];
    return gone;
  }

  private countDeletion(): void {
    this.set(DELETIONS, String(this.deletions.count + 1));
  }

  private inOne(work: (batch: Batch) => void): void {
    atOnce(
      this.whole((batch) => {
        work(batch);
        return NO_STEPS;
      }),
    );
  }

  private *whole(work: (batch: Batch) => Iterable<void>): Steps<void> {
    const batch: Batch = {
      sums: new Sums(),
      has: new Map(),
      last: this.lastNumber(),
      gone: [],
      left: new Set(),
    };
    try {
      yield* this.sql.transactionOf(() => this.filled(batch, work));
    } catch (error) {
      // Numbers given within it are none.
      this.numbers.clear();
      throw error;
    }
    if (this.gone !== 'all') for (const n of batch.gone) this.gone.push(n);
  }

  private *filled(batch: Batch, work: (batch: Batch) => Iterable<void>): Steps<void> {
    yield* work(batch);
    yield* this.flush(batch);
    batch.sums.write(this.sql);
    if (batch.gone.length > 0) this.forgetUnused(batch);
  }

  /** Values that nobody has any more, and what nobody calls them any more: names of people are among them. */
  private forgetUnused({ left }: Batch): void {
    const unused = this.sql.all('SELECT 1 FROM value WHERE count = 0 LIMIT 1').length > 0;
    if (unused) this.sql.run('DELETE FROM value WHERE count = 0');
    // Numbers may be given to others, and names are to be taken note of again.
    if (forgetNames(this.sql, left) || unused) this.numbers.clear();
  }

  /** No number is given twice, even when what had it is gone. */
  private lastNumber(): number {
    return Number(this.sql.all("SELECT seq FROM sqlite_sequence WHERE name = 'figure'")[0]?.[0] ?? 0);
  }

  private *flush({ has }: Batch): Steps<void> {
    for (const v of [...has.keys()].sort((one, other) => one - other)) {
      this.sql.run(ADD_HAS, [v, JSON.stringify(has.get(v))]);
      yield;
    }
    has.clear();
  }

  private spread(n: number): HourShare[] {
    return this.sql.all(`SELECT hour, ${STATES.join(', ')} FROM spread WHERE n = ?`, [n]).map((row) => {
      const [hour = 0, alerting = 0, queued = 0, talk = 0, hold = 0, parked = 0, acw = 0] = row.map(Number);
      return { hour, alerting, queued, talk, hold, parked, acw };
    });
  }

  private stored(id: string): Stored | undefined {
    const [row] = this.sql.all('SELECT n, had, start FROM identity JOIN figure USING (n) WHERE id = ?', [id]);
    if (!row) return undefined;
    const start = typeof row[2] === 'number' ? row[2] : null;
    return { n: Number(row[0]), had: readHad(String(row[1])), start };
  }

  private insert(one: Prepared, batch: Batch): void {
    const { sql } = this;
    const { sums, has } = batch;
    const had = one.values.map((value) => this.hadOf(value));
    const n = (batch.last += 1);
    sql.run(ADD_FIGURE, [n, one.start, ...one.figures, writeHad(had)]);
    sql.run('INSERT INTO identity (id, n, looks) VALUES (?, ?, ?)', [one.id, n, JSON.stringify(one.looks)]);
    sql.run('INSERT INTO conversation (n, title, row) VALUES (?, ?, ?)', [n, one.title, one.row]);
    sql.run('INSERT INTO document (n, bytes) VALUES (?, ?)', [n, one.bytes]);
    sql.run('INSERT INTO said (n, words) VALUES (?, ?)', [n, one.words]);
    sql.run('INSERT INTO search (rowid, words) VALUES (?, ?)', [n, one.words]);
    sql.run('INSERT INTO mention (rowid, mentions) VALUES (?, ?)', [n, one.mentions]);
    for (const each of had) {
      const others = has.get(each.v);
      if (others) others.push(n);
      else has.set(each.v, [n]);
      sums.value(each, 1);
    }
    for (const share of one.hours) {
      sql.run(ADD_SPREAD, [n, share.hour, ...STATES.map((state) => share[state])]);
      sums.hour(share, 1);
    }
    if (one.start !== null) sums.start(one.start, 1);
  }

  private remove(id: string, batch: Batch): boolean {
    const known = this.stored(id);
    if (!known) return false;
    const { n, had, start } = known;
    const { sums } = batch;
    // It may have come in this very batch.
    atOnce(this.flush(batch));
    for (const one of had) {
      this.sql.run('DELETE FROM has WHERE v = ? AND n = ?', [one.v, n]);
      sums.value(one, -1);
      batch.left.add(one.v);
    }
    for (const share of this.spread(n)) sums.hour(share, -1);
    for (const table of BY_NUMBER) this.sql.run(`DELETE FROM ${table} WHERE n = ?`, [n]);
    for (const table of ['search', 'mention']) this.sql.run(`DELETE FROM ${table} WHERE rowid = ?`, [n]);
    this.sql.run('DELETE FROM identity WHERE id = ?', [id]);
    batch.gone.push(n);
    if (start !== null) sums.start(start, -1);
    return true;
  }

  private hadOf({ choice, value, name, hold, unanswered }: PreparedValue): Had {
    return { v: this.numberOf(choice, value, name), hold, unanswered };
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
