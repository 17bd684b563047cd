// @vitest-environment node
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { assert, asyncProperty, constantFrom } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Conversation, parseConversations } from '../../src/core/index';
import { Answers } from '../../src/sources/library/answers';
import { examine, joined, prepare } from '../../src/sources/library/prepared';
import { unpackConversation } from '../../src/sources/library/pack';
import { LaterVersion, migrate } from '../../src/sources/library/schema';
import { type Sql, sqlOver } from '../../src/sources/library/sql';
import { Store } from '../../src/sources/library/store';
import { chartOf } from '../../src/sources/memory/chart';
import { agent, party, rest } from '../fixtures/payload';
import { conversations, factsOfAll } from './generated';

const sqlite = await sqlite3InitModule();

function open(): { sql: Sql; store: Store; answers: Answers } {
  const sql = sqlOver(sqlite, new sqlite.oo1.DB(':memory:'));
  migrate(sql);
  const store = new Store(sql);
  return { sql, store, answers: new Answers(sql, store, { total: () => store.size() }) };
}

function read(input: unknown): Conversation[] {
  return parseConversations(input).conversations;
}

/** Nobody else wants a turn. */
const turn = () => Promise.resolve();

async function filled(all: readonly Conversation[]) {
  const library = open();
  library.store.put(all.map((conversation) => prepare(examine(conversation))));
  return library;
}

/** Every table, as text: equal when nothing differs. */
function contents(sql: Sql): string {
  const tables: [string, string][] = [
    [
      'identity JOIN conversation USING (n) JOIN figure USING (n) JOIN said USING (n)',
      'id, looks, title, start, duration, hold, hex(row), words',
    ],
    ['has JOIN value USING (v) JOIN identity USING (n)', 'choice, value, id'],
    ['value', 'choice, value, count, hold, unanswered'],
    ['spread JOIN identity USING (n)', 'id, hour, spread.talk, spread.hold'],
    ['hour WHERE alerting + queued + talk + hold + parked + acw > 0', 'hour, talk, hold, queued'],
    ['start WHERE count > 0', 'hour, count'],
  ];
  return tables
    .map(([from, columns]) =>
      sql
        .all(`SELECT ${columns} FROM ${from}`)
        .map((row) => JSON.stringify(row))
        .toSorted()
        .join('\n'),
    )
    .join('\n\n');
}

describe('the engine', () => {
  const all = conversations(25);

  test('forgets everything of what is deleted, and of what is replaced', async () => {
    const half = await filled(all.slice(0, 12));
    const whole = await filled([...all, ...all.slice(3, 9)]);
    expect(whole.store.delete(all.slice(12).map(({ id }) => id))).toBe(13);
    expect(contents(whole.sql)).toBe(contents(half.sql));
    const charts = { kind: 'top', of: 'user', by: 'hold', limit: 10 } as const;
    expect(await whole.answers.chart({}, charts, turn)).toEqual(
      chartOf(factsOfAll(all.slice(0, 12)), charts),
    );
    expect((await whole.answers.count({ text: all[20]?.id }, turn)).value).toBe(0);
    expect(whole.store.delete(['nobody’s'])).toBe(0);
  });

  test('is as new when all was deleted at once', async () => {
    const library = await filled(all);
    library.store.clear();
    expect(contents(library.sql)).toBe(contents(open().sql));
    expect((await library.answers.count({ text: 'x' }, turn)).value).toBe(0);
    library.store.put(all.map((one) => prepare(examine(one))));
    expect(contents(library.sql)).toBe(contents((await filled(all)).sql));
  });

  test('a write that fails leaves nothing behind', async () => {
    const library = await filled(all.slice(0, 3));
    const before = contents(library.sql);
    const [fourth, fifth] = all.slice(3, 5).map((conversation) => prepare(examine(conversation)));
    if (!fourth || !fifth) throw new Error('too few');
    const broken = { ...fifth, title: undefined as never };
    expect(() => library.store.put([fourth, broken])).toThrow(/NOT NULL/u);
    expect(contents(library.sql)).toBe(before);
    library.store.put([fourth, fifth]);
    expect(library.store.size()).toBe(5);
  });

  test('takes what one of a thousand says in parts of a millisecond, as it would fail them all', async () => {
    const lengths = { wrapupTimeoutMs: 1000.7, wrapup: { code: 'w', durationSeconds: 10.0005 } };
    const when = Date.UTC(2026, 10, 19, 9);
    const topic = 'v2.detail.events.conversation.two.user';
    const leg = { conversationId: 'two', participantId: 'p', sessionId: 's', mediaType: 'VOICE' };
    const told = { connectedDurationMs: 1000.25, heldDurationMs: 3.3 };
    const odd = read([
      rest([agent({ ...lengths, W0: 60, calls: [{ C: 0, E: 60, state: 'disconnected' }] })]),
      { topicName: `${topic}.start`, eventBody: { ...leg, eventTime: when } },
      { topicName: `${topic}.end`, eventBody: { ...leg, ...told, eventTime: when + 60_000 } },
    ]);
    expect(odd).toHaveLength(2);
    const library = await filled([...all, ...odd]);
    expect(library.store.size()).toBe(all.length + 2);
    const longest = { measure: 'handle', kind: 'distribution' } as const;
    expect(await library.answers.chart({}, longest, turn)).toMatchObject({ count: all.length + 2 });
    library.store.delete(odd.map(({ id }) => id));
    expect(contents(library.sql)).toBe(contents((await filled(all)).sql));
  });

  test('takes halves of letters in ids and names, again, too, and finds and forgets what has them', async () => {
    const queue = (id: string, queueId: string) => party('acd', { id, queueId, calls: [{ C: 0, E: 60 }] });
    const broken = read({ ...rest([queue('p1', 'q\ud800'), queue('p2', 'q\udc00')]), id: 'half\ud83d' });
    expect(broken).toHaveLength(1);
    const library = await filled([...all, ...broken]);
    library.store.put(broken.map((one) => prepare(examine(one))));
    expect(library.store.size()).toBe(all.length + 1);
    const [id] = library.answers.ids({ filter: { choices: { queue: ['q\ud800'] } } }, 10);
    expect(library.answers.get(id ?? '').text).toContain('half');
    expect(library.store.delete([id ?? ''])).toBe(1);
    expect(contents(library.sql)).toBe(contents((await filled(all)).sql));
  });

  test('knows the very same looks again, wherever they came from', async () => {
    const [one] = all;
    if (!one) throw new Error('too few');
    const elsewhere: Conversation = JSON.parse(
      JSON.stringify(one).replaceAll('"pointer":"', '"pointer":"/7'),
    );
    expect(examine(elsewhere).looks).toEqual(examine(one).looks);
    expect(joined(examine(one), [examine(elsewhere)]).looks).toEqual(examine(one).looks);
    const changed = structuredClone(one);
    const [look] = changed.observations;
    if (look) look.fields.externalTag = 'another';
    const both = joined(examine(one), [examine(changed)]);
    expect(both.looks).toEqual([...examine(one).looks, ...examine(changed).looks]);
    expect(unpackConversation(both.bytes).observations).toHaveLength(2);
    expect(unpackConversation(prepare(examine(one)).bytes).id).toBe(one.id);
  });

  test('joins what was once more as before: between, it was otherwise', () => {
    const [held, ended] = [true, false].map((is) => {
      const [one] = read(rest([agent({ calls: [{ C: 0, held: is, state: 'connected' }] })]));
      return one?.observations ?? [];
    });
    const again = examine({ id: 'c', observations: [...ended!, ...held!, ...ended!] });
    const other = examine({
      id: 'c',
      observations: read(rest([agent({ calls: [{ C: 5 }] })]))[0]!.observations,
    });
    for (const [one, more] of [
      [again, other],
      [other, again],
    ] as const) {
      const whole = joined(one, [more]);
      expect(whole.looks).toEqual([...one.looks, ...more.looks]);
      expect(unpackConversation(whole.bytes).observations).toHaveLength(4);
    }
  });

  test('whatever is searched for is text, never a command', async () => {
    const { answers, store } = await filled(all);
    const hostile = [
      "'; DROP TABLE conversation; --",
      '" OR 1=1',
      'NEAR(',
      'a*',
      '^x',
      '{text}: a',
      '%',
      '\\',
    ];
    await assert(
      asyncProperty(constantFrom(...hostile), async (text) => {
        expect((await answers.count({ text }, turn)).value).toBeLessThanOrEqual(all.length);
        expect((await answers.count({ attributes: [{ name: text, value: text }] }, turn)).value).toBe(0);
        expect(answers.list({ filter: {}, sort: [{ by: text as never }], limit: 1 }).rows).toHaveLength(1);
        expect(answers.list({ filter: {}, cursor: text, limit: 1 }).rows).toHaveLength(1);
      }),
    );
    expect(store.size()).toBe(all.length);
  });

  test('forgets a name with the conversation that gave it, also where others have its id', async () => {
    const { answers, store } = open();
    const called = (id: string, name?: string) => ({
      ...rest([agent({ userId: 'u-9', ...(name ? { name } : {}), calls: [{ C: 0, E: 10 }] })]),
      id,
    });
    const put = (...given: unknown[]) => void store.put(read(given).map((one) => prepare(examine(one))));
    const name = async () => {
      answers.forget();
      const { user = [] } = await answers.facets({}, ['user'], turn);
      return user.find(({ value }) => value === 'u-9')?.name;
    };
    put(called('a', 'Ann'), called('b'), called('c'), called('d', 'Ann'));
    expect(await name()).toBe('Ann');
    store.delete(['a']);
    expect(await name()).toBe('Ann');
    put(called('e', 'Anna'));
    store.delete(['d']);
    expect(await name()).toBe('Anna');
    store.delete(['e']);
    expect(await name()).toBeUndefined();
    put(called('f', 'Annette'));
    expect(await name()).toBe('Annette');
  });

  test('leaves a database of a later version alone', () => {
    const { sql } = open();
    sql.run('PRAGMA user_version = 99');
    expect(() => migrate(sql)).toThrow(LaterVersion);
  });
});

test('a long statement says in its middle, again and again, that it goes on, and is done all the same', () => {
  let steps = 0;
  const sql = sqlOver(sqlite, new sqlite.oo1.DB(':memory:'), () => (steps += 1));
  const counting = (to: number) =>
    sql.all(
      `WITH RECURSIVE c (x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM c WHERE x < ${to}) SELECT max(x) FROM c`,
    );
  expect(counting(1000)).toEqual([[1000]]);
  expect(steps).toBe(0);
  expect(counting(500_000)).toEqual([[500_000]]);
  expect(steps).toBeGreaterThan(3);
  sql.close();
});
