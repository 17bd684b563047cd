// @vitest-environment node
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { relocate } from '../../src/core/export/relocate';
import { type Conversation, parseConversations } from '../../src/core/index';
import { Answers } from '../../src/sources/library/answers';
import { carrySome } from '../../src/sources/library/carry';
import { DOCUMENT_DICTIONARY } from '../../src/sources/library/dictionary';
import { Engine } from '../../src/sources/library/engine';
import { startEngine } from '../../src/sources/library/open';
import { packDocument, packLook } from '../../src/sources/library/pack';
import { examine, prepare } from '../../src/sources/library/prepared';
import { leftBehind, migrate } from '../../src/sources/library/schema';
import { type Sql, sqlOver } from '../../src/sources/library/sql';
import { Store } from '../../src/sources/library/store';
import { conversations } from './generated';

const sqlite = await startEngine();
const all = conversations(150);
const turn = () => Promise.resolve();

/** A database as the first version of this site left it. */
function firstVersion(documents: readonly Conversation[]): Sql {
  const sql = sqlOver(sqlite, new sqlite.oo1.DB(':memory:'));
  migrate(sql, 1);
  for (const conversation of documents) {
    sql.run(
      `INSERT INTO conversation (id, title, row, looks, had, duration) VALUES (?, 'old', x'00', '[1]', '[]', 1)`,
      [conversation.id],
    );
    const bytes = deflateSync(strToU8(JSON.stringify(relocate(conversation))), {
      dictionary: strToU8(DOCUMENT_DICTIONARY),
    });
    sql.run('INSERT INTO document (n, bytes) VALUES (last_insert_rowid(), ?)', [bytes]);
    sql.run(`INSERT INTO search (rowid, text) VALUES (last_insert_rowid(), 'old')`);
  }
  sql.run(`INSERT INTO setting (name, value) VALUES ('retentionDays', '36500')`);
  return sql;
}

function withoutPointers(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, item: unknown) => (key === 'pointer' ? undefined : item));
}

/** As the second version left it; it had taken over all but `waiting` from the first one. */
function secondVersion(documents: readonly Conversation[], waiting: readonly Conversation[] = []): Sql {
  const sql = firstVersion(waiting);
  migrate(sql, 2);
  if (waiting.length === 0)
    for (const table of ['conversation_1', 'document_1']) sql.run(`DROP TABLE ${table}`);
  for (const conversation of documents) {
    sql.run(`INSERT INTO figure (duration, had) VALUES (1, '[1]')`);
    const n = Number(sql.all('SELECT last_insert_rowid()')[0]?.[0]);
    sql.run(`INSERT INTO identity (id, n, looks) VALUES (?, ?, '[1]')`, [conversation.id, n]);
    sql.run(`INSERT INTO conversation (n, title, row) VALUES (?, 'old', x'00')`, [n]);
    const bytes = deflateSync(strToU8(JSON.stringify(withoutPointers(conversation))), {
      dictionary: strToU8(DOCUMENT_DICTIONARY),
    });
    sql.run('INSERT INTO document (n, bytes) VALUES (?, ?)', [n, bytes]);
    for (const [table, column] of [
      ['said', 'n, words'],
      ['search', 'rowid, words'],
      ['mention', 'rowid, mentions'],
    ]) {
      sql.run(`INSERT INTO ${table} (${column}) VALUES (?, 'old')`, [n]);
    }
    sql.run('INSERT INTO has (v, n) VALUES (1, ?)', [n]);
  }
  return sql;
}

/** As the third version left it: coded as today, but for words, titles and shares. */
function thirdVersion(documents: readonly Conversation[], waiting: readonly Conversation[] = []): Sql {
  const sql = secondVersion(waiting);
  migrate(sql, 3);
  if (waiting.length === 0)
    for (const table of ['conversation_2', 'document_2']) sql.run(`DROP TABLE ${table}`);
  new Store(sql).put(
    documents.map((one) => ({ ...prepare(examine(one)), title: 'old', words: 'old', mentions: 'old' })),
  );
  return sql;
}

/** As the fifth version left it: nobody could be chosen there by what they did. */
function fifthVersion(documents: readonly Conversation[], waiting: readonly Conversation[] = []): Sql {
  const sql = thirdVersion(waiting);
  migrate(sql, 5);
  if (waiting.length === 0)
    for (const table of ['conversation_3', 'document_3']) sql.run(`DROP TABLE ${table}`);
  const before = documents.map((one) => {
    const { values, ...prepared } = prepare(examine(one));
    const row = Uint8Array.of(0);
    return { ...prepared, row, values: values.filter(({ choice }) => !choice.endsWith('By')) };
  });
  new Store(sql).put(before);
  return sql;
}

/** Columns of each table, without those that the search keeps for itself. */
function tablesOf(sql: Sql): string[] {
  const found = sql.all(
    `SELECT t.name || ': ' || group_concat(c.name, ' ') FROM sqlite_master AS t, pragma_table_info(t.name) AS c
     WHERE t.type = 'table' AND t.name NOT GLOB 'search_*' AND t.name NOT GLOB 'mention_*' AND t.name NOT GLOB 'sqlite_*'
     GROUP BY t.name ORDER BY t.name`,
  );
  return found.map(([told]) => String(told));
}

async function opened(sql: Sql, now = 0): Promise<Engine> {
  const engine = new Engine(sql, { persistent: true, clock: () => now, onChange: () => undefined });
  await engine.begin();
  return engine;
}

function fresh(): Sql {
  const sql = sqlOver(sqlite, new sqlite.oo1.DB(':memory:'));
  migrate(sql);
  new Store(sql).put(all.map((one) => prepare(examine(one))));
  return sql;
}

/** Everything that stands in a database, but for numbers. */
function contents(sql: Sql): string[] {
  const rows = sql.all(
    `SELECT id, looks, start, duration, hold, title, hex(row), hex(bytes), words FROM identity
     JOIN figure USING (n) JOIN conversation USING (n) JOIN document USING (n) JOIN said USING (n) ORDER BY id`,
  );
  return rows.map((row) => JSON.stringify(row));
}

/** All that is chosen by, with counts and shares. */
function values(sql: Sql): unknown[] {
  return sql.all(`SELECT choice, value, name, count, hold, unanswered FROM value ORDER BY choice, value`);
}

function expectAll(sql: Sql): void {
  const [found, wanted] = [sql, fresh()].map((one) => ({ contents: contents(one), values: values(one) }));
  expect(found).toEqual(wanted);
  const answers = new Answers(sql, new Store(sql), { total: () => all.length });
  for (const { id } of all.slice(0, 5)) {
    expect(parseConversations(answers.get(id).text).conversations[0]?.id).toBe(id);
  }
  expect(leftBehind(sql)).toEqual([]);
  const names = sql.all(`SELECT name FROM sqlite_master WHERE name LIKE '%\\__' ESCAPE '\\'`);
  expect(names).toEqual([['sqlite_autoindex_value_1']]);
}

describe('a new database', () => {
  test('has at once what one has that went through all versions, and nothing to take over', async () => {
    const sql = fresh();
    expect(leftBehind(sql)).toEqual([]);
    const old = firstVersion(all);
    await opened(old);
    const tables = (database: Sql) =>
      database.all('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name');
    expect(tables(sql)).toEqual(tables(old));
    expect(sql.all('PRAGMA user_version')).toEqual(old.all('PRAGMA user_version'));
  });

  test('has the columns that stand in browsers: another, of a new measure, too, takes a step of its own', () => {
    expect(tablesOf(fresh())).toEqual([
      'conversation: n title row',
      'document: n bytes',
      'figure: n start duration timeToAnswer talk hold longestHold holds acw parked handle cobrowse controlled unanswered transfers participants had',
      'has: v n',
      'hour: hour alerting queued talk hold parked acw',
      'identity: id n looks',
      'mention: mentions',
      'said: n words',
      'search: words',
      'setting: name value',
      'spread: n hour alerting queued talk hold parked acw',
      'start: hour count',
      'undated: n since',
      'value: v choice value name count hold unanswered',
    ]);
  });
});

describe('a database of the first version', () => {
  test('is taken over with all that it holds, and its settings', async () => {
    const sql = firstVersion(all);
    const engine = await opened(sql);
    expect(engine.info()).toMatchObject({ conversations: all.length, retentionDays: 36_500 });
    expectAll(sql);
  });

  test('is taken over in steps, of which any may be the last before the tab ends', async () => {
    const sql = firstVersion(all);
    migrate(sql);
    expect(carrySome(sql, new Store(sql))).toBe(true);
    const engine = await opened(sql);
    expect(engine.info().conversations).toBe(all.length);
    expectAll(sql);
  });

  test('what was imported before its turn came is joined with what there was', async () => {
    const sql = firstVersion(all);
    migrate(sql);
    const [one] = all;
    if (!one) throw new Error('too few');
    const later = structuredClone(one);
    for (const { fields } of later.observations) fields.externalTag = 'another';
    const store = new Store(sql);
    store.put([prepare(examine(later))]);
    await opened(sql);
    expect(new Set(store.looksOf([one.id]).get(one.id))).toEqual(
      new Set([...examine(one).looks, ...examine(later).looks]),
    );
  });

  test('is deleted with all that waits in it', async () => {
    const sql = firstVersion(all);
    migrate(sql);
    // Nothing stood in the versions that it went through.
    expect(leftBehind(sql)).toHaveLength(4);
    new Store(sql).clear();
    const engine = await opened(sql);
    expect(engine.info().conversations).toBe(0);
    const answers = new Answers(sql, new Store(sql), { total: () => 1 });
    expect((await answers.count({ text: 'conversation' }, turn)).value).toBe(0);
  });
});

describe('a database of the third version', () => {
  test('is taken over with all that it holds, its words and titles anew', async () => {
    const sql = thirdVersion(all);
    const engine = await opened(sql);
    expect(engine.info()).toMatchObject({ conversations: all.length, retentionDays: 36_500 });
    expectAll(sql);
  });

  test('is taken over while nobody asks, and pages hear of it now and then only', async () => {
    const heard: [number, boolean][] = [];
    const engine = new Engine(thirdVersion(all), {
      persistent: true,
      clock: () => 0,
      onChange: ({ conversations, carrying = false }) => heard.push([conversations, carrying]),
    });
    const begun = engine.begin();
    const answers: unknown[] = [];
    for (let asked = 0; asked < 5; asked++) {
      await new Promise((settle) => engine.ask(`ask ${asked}`, { op: 'count', args: [{}], settle }));
      answers.push(engine.info().conversations);
    }
    // Five questions are answered before all is taken over.
    expect(Number(answers.at(-1))).toBeLessThan(all.length);
    await begun;
    expect(heard).toEqual([
      [0, true],
      [all.length, false],
    ]);
  });

  test('is taken over with what it had not yet taken over from the second, in steps', async () => {
    const sql = thirdVersion(all.slice(0, 90), all.slice(80));
    migrate(sql);
    expect(leftBehind(sql)).toHaveLength(3);
    expect(carrySome(sql, new Store(sql))).toBe(true);
    const engine = await opened(sql);
    expect(engine.info().conversations).toBe(all.length);
    expectAll(sql);
  });

  test('is taken over but for what no version could read', async () => {
    const sql = thirdVersion(all);
    sql.run("UPDATE document SET bytes = x'00ff' WHERE n = 3");
    const engine = await opened(sql);
    expect(engine.info().conversations).toBe(all.length - 1);
    expect(leftBehind(sql)).toEqual([]);
  });

  test('is taken over but for what can be read and is no conversation', async () => {
    const sql = thirdVersion(all);
    const [one] = all;
    if (!one) throw new Error('too few');
    // A byte of another value may still be a word, and an object of another shape.
    const looks = one.observations.map((look) => packLook({ ...look, participants: [null as never] }));
    sql.run('UPDATE document SET bytes = ? WHERE n = 3', [packDocument(one.id, looks)]);
    const engine = await opened(sql);
    expect(engine.info().conversations).toBe(all.length - 1);
    expect(leftBehind(sql)).toEqual([]);
  });

  test('is deleted with all that waits in it', async () => {
    const sql = thirdVersion(all.slice(0, 9), all.slice(9, 12));
    migrate(sql);
    new Store(sql).clear();
    expect((await opened(sql)).info().conversations).toBe(0);
    expect(leftBehind(sql)).toEqual([]);
  });
});

describe('a database of the fourth version', () => {
  test('says the same, and from now on it is known how long what has no start has been there', async () => {
    const sql = sqlOver(sqlite, new sqlite.oo1.DB(':memory:'));
    migrate(sql, 4);
    const undated: Conversation[] = [{ id: 'undated', observations: [] }];
    const given = [...all.slice(0, 9), ...undated].map((one) => prepare(examine(one)));
    new Store(sql).put(given);
    const before = contents(sql);
    const engine = await opened(sql);
    expect(leftBehind(sql)).toEqual([]);
    expect(contents(sql)).toEqual(before);
    expect(engine.info().conversations).toBe(10);
    expect(sql.all('SELECT id, since FROM undated JOIN identity USING (n)')).toEqual([['undated', 0]]);
  });
});

describe('a database of the fifth version', () => {
  const DAY = 86_400_000;
  const undated = (...ids: string[]): Conversation[] => ids.map((id) => ({ id, observations: [] }));

  function sinces(sql: Sql): unknown[] {
    return sql.all('SELECT id, since FROM undated LEFT JOIN identity USING (n) ORDER BY id');
  }

  test('is taken over with all that it holds, and its settings; agents are chosen by what they did', async () => {
    const sql = fifthVersion(all);
    const counted = () => sql.all(`SELECT sum(count) FROM value WHERE choice = 'unansweredBy'`)[0]?.[0];
    expect(counted()).toBeNull();
    const engine = await opened(sql);
    expect(engine.info()).toMatchObject({ conversations: all.length, retentionDays: 36_500 });
    expectAll(sql);
    expect(counted()).toBeGreaterThan(20);
  });

  test('is taken over with what it had not yet taken over from the third, in steps', async () => {
    const sql = fifthVersion(all.slice(0, 90), all.slice(80));
    migrate(sql);
    expect(leftBehind(sql)).toHaveLength(2);
    expect(carrySome(sql, new Store(sql))).toBe(true);
    const engine = await opened(sql);
    expect(engine.info().conversations).toBe(all.length);
    expectAll(sql);
  });

  test('keeps what has no start as long as was promised, and nothing else goes in its place', async () => {
    const sql = fifthVersion([...all.slice(0, 20), ...undated('old', 'new'), ...all.slice(20, 30)]);
    const store = new Store(sql);
    const now = Date.UTC(2026, 10, 20);
    // What is gone has left gaps: conversations get other numbers.
    store.delete(all.slice(0, 10).map(({ id }) => id));
    store.delete(['new']);
    store.noteUndated(now - 9 * DAY);
    store.put(undated('new').map((one) => prepare(examine(one))));
    store.noteUndated(now - DAY);
    migrate(sql);
    expect(carrySome(sql, new Store(sql))).toBe(true);
    store.set('retentionDays', '5');
    await opened(sql, now);
    expect(sql.all('SELECT id FROM identity ORDER BY id').flat()).toEqual(
      [...all.slice(10, 30).map(({ id }) => id), 'new'].sort(),
    );
    expect(sinces(sql)).toEqual([['new', now - DAY]]);
  });

  test('has what was added to meanwhile begin anew', async () => {
    const sql = fifthVersion(undated('one', 'other'));
    new Store(sql).noteUndated(1);
    migrate(sql);
    const [added] = parseConversations({
      id: 'one',
      participants: [{ id: 'p', purpose: 'agent' }],
    }).conversations;
    if (!added) throw new Error('No conversation in the payload');
    new Store(sql).put([prepare(examine(added))]);
    await opened(sql, 5);
    expect(sinces(sql)).toEqual([
      ['one', 5],
      ['other', 1],
    ]);
  });

  test('is taken over to its end where what came meanwhile has lost its document', async () => {
    const sql = fifthVersion([...undated('one'), ...all.slice(0, 30)]);
    new Store(sql).noteUndated(1);
    migrate(sql);
    const store = new Store(sql);
    store.put(undated('one').map((one) => prepare(examine(one))));
    store.noteUndated(2);
    sql.run('DELETE FROM document');
    await opened(sql, 5).catch(() => undefined);
    expect(leftBehind(sql)).toEqual([]);
    expect(sinces(sql)).toEqual([['one', 2]]);
  });

  test('is deleted with all that waits in it', async () => {
    const sql = fifthVersion([...all.slice(0, 9), ...undated('one')], all.slice(9, 12));
    new Store(sql).noteUndated(1);
    migrate(sql);
    new Store(sql).clear();
    expect((await opened(sql)).info().conversations).toBe(0);
    expect(leftBehind(sql)).toEqual([]);
    expect(sinces(sql)).toEqual([]);
  });
});

describe('a database of the second version', () => {
  test('is taken over with all that it holds, and its settings', async () => {
    const sql = secondVersion(all);
    const engine = await opened(sql);
    expect(engine.info()).toMatchObject({ conversations: all.length, retentionDays: 36_500 });
    expectAll(sql);
  });

  test('is taken over with what it had not yet taken over from the first, in steps', async () => {
    const sql = secondVersion(all.slice(0, 90), all.slice(80));
    migrate(sql);
    expect(leftBehind(sql)).toHaveLength(4);
    expect(carrySome(sql, new Store(sql))).toBe(true);
    const engine = await opened(sql);
    expect(engine.info().conversations).toBe(all.length);
    expectAll(sql);
  });

  test('is deleted with all that waits in it', async () => {
    const sql = secondVersion(all.slice(0, 9), all.slice(9, 12));
    migrate(sql);
    new Store(sql).clear();
    expect((await opened(sql)).info().conversations).toBe(0);
    expect(leftBehind(sql)).toEqual([]);
  });
});
