// @vitest-environment node
import { afterAll, describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/core/index';
import { sourceOver } from '../../src/sources/library/source';
import { type Caller, createCaller } from '../../src/sources/library/caller';
import { Engine } from '../../src/sources/library/engine';
import { Host } from '../../src/sources/library/host';
import { openUnkept, startEngine } from '../../src/sources/library/open';
import { unpacked, unpackRows } from '../../src/sources/library/pack';
import { inParcel } from '../../src/sources/library/parcel';
import { examine, workOut } from '../../src/sources/library/prepared';
import { leftBehind, migrate } from '../../src/sources/library/schema';
import type { Sql } from '../../src/sources/library/sql';
import { atOnce } from '../../src/sources/library/steps';
import { Store } from '../../src/sources/library/store';
import type { FromHost, Info, Op } from '../../src/sources/library/wire';
import { describeSource } from './contract';
import { conversations } from './generated';
import { afterAWhile, callerOf, closeLines, lineTo, NOW, parcel, Site } from './tabs';

const sqlite = await startEngine();
const all = conversations(8);
const DAY = 86_400_000;
/** More than are deleted in one go. */
const many: Conversation[] = Array.from({ length: 450 }, (_, at) => ({ id: `many-${at}`, observations: [] }));

/** Files that take nothing more while there is no room: what a spent quota looks like. */
function narrow(sql: Sql, hasRoom: () => boolean): Sql {
  const look = () => {
    if (!hasRoom()) throw Object.assign(new Error('disk I/O error'), { resultCode: 778 });
  };
  return {
    all: (text, bind) => sql.all(text, bind),
    run: (text, bind) => sql.run(text, bind),
    transaction: (work) => {
      look();
      sql.transaction(work);
    },
    *transactionOf(work) {
      look();
      yield* sql.transactionOf(work);
    },
    close: () => sql.close(),
  };
}

afterAll(closeLines);

function parcelled(from: number, to: number) {
  return parcel(all.slice(from, to));
}

describeSource('the library, over its line', async (documents) => {
  const caller = callerOf(new Site().tab('only'));
  await caller.call('put', [parcel(documents)]);
  return sourceOver(caller);
});

describeSource('the library, where a filter means more than few', async (documents) => {
  const site = new Site();
  const open = async (onChange: (info: Info) => void) =>
    new Engine(site.sql, { persistent: false, clock: () => NOW, onChange, few: 0 });
  const caller = callerOf(site.tab('only', open));
  await caller.call('put', [parcel(documents)]);
  return sourceOver(caller);
});

describe('two tabs', () => {
  test('share one library, which one of them has open', async () => {
    const site = new Site();
    const one = callerOf(site.tab('one'));
    const told: FromHost[] = [];
    const other = site.tab('two');
    const two = callerOf(other, told);
    await one.call('put', [parcelled(0, 3)]);
    expect(await two.call('count', [{}])).toEqual({ value: 3, exact: true });
    await two.call('put', [parcelled(3, 5)]);
    expect(await one.call('count', [{}])).toEqual({ value: 5, exact: true });
    expect(site.opened).toEqual(['one']);
    const infos = told.flatMap((message) => (message.type === 'info' ? [message.info.conversations] : []));
    expect(infos.at(-1)).toBe(5);
    // Who comes later need not wait for a change to be told how it is.
    const toldLater: FromHost[] = [];
    await callerOf(other, toldLater).call('count', [{}]);
    expect(toldLater).toMatchObject([{ type: 'info', info: { conversations: 5 } }]);
  });

  test('when one ends, the other takes over, and nothing that was acknowledged or asked is lost', async () => {
    const site = new Site(0);
    const one = callerOf(site.tab('one'));
    const two = callerOf(site.tab('two'));
    await one.call('put', [parcelled(0, 2)]);
    // Asked of a tab that is gone before it can answer.
    site.whileWriting = () => site.kill('one');
    const late = two.call('put', [parcelled(2, 4)]);
    const asked = two.call('list', [{ filter: {}, limit: 10 }]);
    expect(await late).toMatchObject({ added: 2 });
    expect((await asked).rows.length).toBeGreaterThanOrEqual(2); // that it is written may come later
    expect(await two.call('count', [{}])).toEqual({ value: 4, exact: true });
    expect(site.opened).toEqual(['one', 'two']);
  });

  test('a question that comes before anybody has the library open is answered when somebody has', async () => {
    const site = new Site();
    let open: (() => void) | undefined;
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = site.tab('slow', async () => {
      await opening;
      return new Engine(site.sql, { persistent: true, clock: () => NOW, onChange: () => undefined });
    });
    const asked = callerOf(site.tab('other')).call('count', [{}]);
    const own = callerOf(slow).call('count', [{}]);
    await afterAWhile(); // both have come to where they wait
    open?.();
    expect(await asked).toEqual({ value: 0, exact: true });
    expect(await own).toEqual({ value: 0, exact: true });
  });

  test('storage that can’t be opened is told, and every question says so', async () => {
    const site = new Site();
    const told: FromHost[] = [];
    const host = site.tab('one', () => Promise.reject(new Error('damaged')));
    const caller = callerOf(host, told);
    await expect(caller.call('count', [{}])).rejects.toMatchObject({ kind: 'broken' });
    const toldLater: FromHost[] = [];
    await expect(callerOf(host, toldLater).call('info', [])).rejects.toMatchObject({ kind: 'broken' });
    const ofImport = lineTo(host, { partyId: 'import' });
    await expect(ofImport.call('looks', [['a']])).rejects.toMatchObject({ kind: 'broken' });
    expect(await host.hangUp('import')).toEqual({ added: 0, updated: 0 });
    for (const each of [told, toldLater]) expect(each).toContainEqual({ type: 'unusable', why: 'storage' });
  });
});

describe('the engine', () => {
  test('answers nobody who no longer asks', async () => {
    const caller = callerOf(new Site().tab('only'));
    await caller.call('put', [parcelled(0, 2)]);
    const control = new AbortController();
    const asked = caller.call('list', [{ filter: {}, limit: 1 }], control.signal);
    control.abort(new Error('left the page'));
    await expect(asked).rejects.toThrow('left the page');
    expect(await caller.call('count', [{}])).toEqual({ value: 2, exact: true });
  });

  test('counts what is there, whatever is written how often', async () => {
    const caller = callerOf(new Site().tab('only'));
    const documents = parcelled(0, 5);
    await caller.call('put', [documents]);
    await caller.call('put', [documents]);
    expect((await caller.call('info', [])).conversations).toBe(5);
    expect(await caller.call('remove', [{ ids: ['nobody’s', all[0]?.id ?? ''] }])).toBe(1);
    expect(await caller.call('remove', [{ ids: [all[0]?.id ?? ''] }])).toBe(0);
    expect((await caller.call('info', [])).conversations).toBe(4);
    expect(await caller.call('remove', [{ filter: {} }])).toBe(4);
    expect(await caller.call('remove', [{ filter: {} }])).toBe(0);
    expect((await caller.call('info', [])).conversations).toBe(0);
  });

  describe('before anything is kept', () => {
    function unkept(open: () => Promise<Sql>): Caller {
      const { sql, keep } = openUnkept(sqlite, open);
      return callerOf(
        new Site().tab(
          'only',
          async (onChange) => new Engine(sql, { persistent: true, keep, clock: () => NOW, onChange }),
        ),
      );
    }

    test('looking and deleting open no files; the first import does, once', async () => {
      const files = new Site().sql;
      let opened = 0;
      const caller = unkept(async () => {
        opened++;
        return files;
      });
      expect(await caller.call('info', [])).toMatchObject({ conversations: 0, persistent: true, bytes: 0 });
      expect((await sourceOver(caller).list({ filter: {}, limit: 5 })).rows).toEqual([]);
      expect(await caller.call('facets', [{}, ['media']])).toMatchObject({ media: [] });
      expect(await caller.call('remove', [{ filter: {} }])).toBe(0);
      expect(opened).toBe(0);
      await caller.call('put', [parcelled(0, 2)]);
      await caller.call('put', [parcelled(2, 3)]);
      expect(opened).toBe(1);
      expect(files.all('SELECT count(*) FROM figure')).toEqual([[3]]);
      const { bytes, ...info } = await caller.call('info', []);
      expect(info).toMatchObject({ conversations: 3, persistent: true });
      expect(bytes).toBeGreaterThan(0);
    });

    test('how long to keep is something to keep', async () => {
      const files = new Site().sql;
      const caller = unkept(async () => files);
      await caller.call('setRetention', [30]);
      expect(files.all('SELECT value FROM setting')).toEqual([['30']]);
    });

    test('files that cannot be opened are told of, and tried again with the next import', async () => {
      const files = new Site().sql;
      let failing = true;
      const caller = unkept(async () => {
        if (failing) throw new Error('another tab has them');
        return files;
      });
      await expect(caller.call('put', [parcelled(0, 1)])).rejects.toMatchObject({ kind: 'broken' });
      expect(await caller.call('count', [{}])).toEqual({ value: 0, exact: true });
      failing = false;
      await caller.call('put', [parcelled(0, 1)]);
      expect(files.all('SELECT count(*) FROM figure')).toEqual([[1]]);
    });

    test('files for which the browser has no room say so', async () => {
      const caller = unkept(() => Promise.reject(new DOMException('', 'QuotaExceededError')));
      await expect(caller.call('put', [parcelled(0, 1)])).rejects.toMatchObject({ kind: 'full' });
    });

    test('files without room for the first table leave what there was, and are tried again', async () => {
      const { sql } = new Site();
      let room = false;
      let closed = 0;
      const files = { ...narrow(sql, () => room), close: () => closed++ };
      const caller = unkept(async () => files);
      await expect(caller.call('put', [parcelled(0, 1)])).rejects.toMatchObject({ kind: 'full' });
      expect(closed).toBe(1);
      expect(await caller.call('info', [])).toMatchObject({ conversations: 0, persistent: true, bytes: 0 });
      expect((await sourceOver(caller).list({ filter: {}, limit: 5 })).rows).toEqual([]);
      room = true;
      await caller.call('put', [parcelled(0, 1)]);
      expect(sql.all('SELECT count(*) FROM figure')).toEqual([[1]]);
    });

    test('a browser that has files and cannot use them keeps in memory, and says so', async () => {
      const caller = unkept(() => Promise.reject(new DOMException('no backend', 'NotSupportedError')));
      await caller.call('put', [parcelled(0, 2)]);
      expect(await caller.call('info', [])).toMatchObject({ conversations: 2, persistent: false });
    });
  });

  test('figures follow what is written', async () => {
    const caller = callerOf(new Site().tab('only'));
    const media = async () =>
      (await caller.call('facets', [{}, ['media']])).media?.map(({ count }) => count) ?? [];
    const sum = (counts: number[]) => counts.reduce((one, other) => one + other, 0);
    expect(sum(await media())).toBe(0);
    await caller.call('put', [parcelled(0, 4)]);
    expect(sum(await media())).toBe(4);
    await caller.call('remove', [{ filter: {} }]);
    expect(sum(await media())).toBe(0);
  });

  test('neither writes without end keep figures from being answered, nor figures without end writes', async () => {
    const caller = callerOf(new Site().tab('only'));
    const order: string[] = [];
    /** Two at a time always wait, as those of an import do. */
    const keepAsking = async (what: string, ask: () => Promise<unknown>) => {
      for (let left = 6; left > 0; left--) {
        await ask();
        order.push(what);
      }
    };
    const put = () => caller.call('put', [parcelled(0, 1)]);
    const facets = () => caller.call('facets', [{ ranges: { hold: { min: 1 } } }, ['queue', 'user']]);
    await Promise.all([
      keepAsking('write', put),
      keepAsking('write', put),
      keepAsking('figure', facets),
      keepAsking('figure', facets),
    ]);
    expect(order.slice(0, 8).filter((what) => what === 'write').length).toBeGreaterThanOrEqual(2);
    expect(order.slice(0, 8).filter((what) => what === 'figure').length).toBeGreaterThanOrEqual(2);
  });

  test('lets others see what is left while many are deleted', async () => {
    const caller = callerOf(new Site().tab('only'));
    await caller.call('put', [parcel(many)]);
    const seen = new Set<number>();
    const removed = caller.call('remove', [{ ids: many.map(({ id }) => id) }]);
    for (let left = many.length; left > 0; seen.add(left)) {
      left = (await caller.call('info', [])).conversations;
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(await removed).toBe(many.length);
    expect([...seen].some((left) => left > 0 && left < many.length)).toBe(true);
  });

  test('tells what is gone also when not all could be deleted', async () => {
    const site = new Site();
    let left = Number.POSITIVE_INFINITY;
    const told: FromHost[] = [];
    const open = async (onChange: (info: Info) => void) =>
      new Engine(
        narrow(site.sql, () => left-- > 0),
        { persistent: true, clock: () => NOW, onChange },
      );
    const caller = callerOf(site.tab('only', open), told);
    await caller.call('put', [parcel(many)]);
    await expect.poll(() => leftBehind(site.sql), { timeout: 10_000 }).toEqual([]);
    left = 1;
    await expect(caller.call('remove', [{ ids: many.map(({ id }) => id) }])).rejects.toMatchObject({
      kind: 'full',
    });
    const { conversations: still } = await caller.call('info', []);
    expect(still).toBeLessThan(many.length);
    expect(told.at(-1)).toMatchObject({ type: 'info', info: { conversations: still } });
  });

  test('answers also what it cannot understand', async () => {
    const caller = callerOf(new Site().tab('only'));
    await expect(caller.call('count', [null as never])).rejects.toMatchObject({ kind: 'broken' });
    await expect(caller.call('list', [null as never])).rejects.toMatchObject({ kind: 'broken' });
    expect(await caller.call('count', [{}])).toEqual({ value: 0, exact: true });
  });

  test('forgets what is older than it may be, also when it is opened', async () => {
    const site = new Site();
    const caller = callerOf(site.tab('one'));
    await caller.call('put', [parcelled(0, 8)]);
    // The first tab has begun: what it does after its death here, no dead one could.
    await expect.poll(() => leftBehind(site.sql), { timeout: 10_000 }).toEqual([]);
    const { rows } = await sourceOver(caller).list({ filter: {}, limit: 8, sort: [{ by: 'start' }] });
    const starts = rows.map(({ start }) => start ?? 0);
    const middle = starts[4] ?? 0;
    const days = (NOW - middle) / 86_400_000;
    await caller.call('setRetention', [days]);
    const kept = starts.filter((start) => start >= middle).length;
    expect(await caller.call('info', [])).toMatchObject({ conversations: kept, retentionDays: days });
    await caller.call('put', [parcelled(0, 8)]);
    site.kill('one');
    const next = callerOf(site.tab('two'));
    await expect
      .poll(async () => (await next.call('info', [])).conversations, { timeout: 10_000 })
      .toBe(kept);
    await next.call('setRetention', [undefined]);
    expect((await next.call('info', [])).retentionDays).toBeUndefined();
  });

  test('says that there is no room left, and keeps what it had', async () => {
    const site = new Site();
    const caller = callerOf(site.tab('one'));
    await caller.call('put', [parcelled(0, 2)]);
    const pages = Number(site.sql.all('PRAGMA page_count')[0]?.[0]);
    site.sql.all(`PRAGMA max_page_count = ${pages}`);
    const many = parcel(conversations(200));
    await expect(caller.call('put', [many])).rejects.toMatchObject({ kind: 'full' });
    expect(await caller.call('count', [{}])).toEqual({ value: 2, exact: true });
    expect((await caller.call('info', [])).conversations).toBe(2);
  });

  test.each([[{ ids: [all[0]?.id ?? ''] }], [{ filter: {} }]])(
    'deletes %j also where no room is left, with what was set aside',
    async (which) => {
      const { sql } = new Site();
      let room = true;
      const giveRoom = async () => {
        room = true;
      };
      const open = async (onChange: (info: Info) => void) =>
        new Engine(
          narrow(sql, () => room),
          { persistent: true, clock: () => NOW, onChange, giveRoom },
        );
      const caller = callerOf(new Site().tab('one', open));
      await caller.call('put', [parcelled(0, 2)]);
      // It has begun: what it then does needs room.
      await expect.poll(() => leftBehind(sql), { timeout: 10_000 }).toEqual([]);
      room = false;
      await expect(caller.call('put', [parcelled(2, 3)])).rejects.toMatchObject({ kind: 'full' });
      const gone = 'ids' in which ? 1 : 2;
      expect(await caller.call('remove', [which])).toBe(gone);
      expect((await caller.call('info', [])).conversations).toBe(2 - gone);
    },
  );

  test('knows that everything is gone also where there is no room to tidy up behind it', async () => {
    const { sql } = new Site();
    const told: Info[] = [];
    const full = (text: string) => {
      if (text === 'VACUUM') throw Object.assign(new Error('disk full'), { resultCode: 13 });
    };
    const narrowed: Sql = {
      all: (text, bind) => sql.all(text, bind),
      run: (text, bind) => {
        full(text);
        sql.run(text, bind);
      },
      transaction: (work) => sql.transaction(work),
      transactionOf: (work) => sql.transactionOf(work),
      close: () => sql.close(),
    };
    const open = async (onChange: (info: Info) => void) =>
      new Engine(narrowed, {
        persistent: true,
        clock: () => NOW,
        onChange: (info) => {
          told.push(info);
          onChange(info);
        },
      });
    const caller = callerOf(new Site().tab('one', open));
    await caller.call('put', [parcelled(0, 2)]);
    await expect(caller.call('remove', [{ filter: {} }])).rejects.toMatchObject({ kind: 'full' });
    expect(await caller.call('count', [{}])).toEqual({ value: 0, exact: true });
    expect(told.at(-1)?.conversations).toBe(0);
  });

  test('has the files to itself also when something goes wrong after they were opened', async () => {
    const { sql } = new Site();
    migrate(sql);
    const store = new Store(sql);
    store.put(atOnce(inParcel(parcelled(0, 2))));
    store.set('retentionDays', '1');
    let held: Promise<void> | undefined;
    const host = new Host({
      name: 'one',
      channel: { send: () => undefined, listen: () => undefined },
      whenFree: (work) => {
        held = work();
      },
      open: async (onChange) =>
        new Engine(
          narrow(sql, () => false),
          { persistent: true, clock: () => Date.UTC(2100, 0, 1), onChange },
        ),
    });
    await expect(held).resolves.toBeUndefined();
    expect(await callerOf(host).call('count', [{}])).toEqual({ value: 2, exact: true });
  });

  test('deletes what grows old while it is open', async () => {
    let now = NOW;
    const hours: (() => void)[] = [];
    const told: Info[] = [];
    const options = { persistent: true, clock: () => now, onChange: (info: Info) => told.push(info) };
    const { sql } = new Site();
    const engine = new Engine(sql, { ...options, hourly: (work) => hours.push(work) });
    const call = (op: 'put' | 'setRetention' | 'count', args: unknown[]) =>
      new Promise((settle) => engine.ask(op, { op, args, settle }));
    await engine.begin();
    await call('put', [parcelled(0, 3)]);
    for (const work of hours) work();
    await call('count', [{}]);
    expect(engine.info().conversations).toBe(3); // nobody said that they are to go
    const starts = all.slice(0, 3).map((one) => workOut(examine(one)).facts.start ?? now);
    now = Math.min(...starts) + 86_400_000;
    await call('setRetention', [1]);
    expect(engine.info().conversations).toBe(3);
    const before = told.length;
    now += 1;
    for (const work of hours) work();
    await expect.poll(() => told.slice(before).map(({ conversations }) => conversations)).toEqual([2]);
    expect(engine.info().conversations).toBe(2);
  });

  test('deletes what has no start so long after it came', async () => {
    let now = NOW;
    const hours: (() => void)[] = [];
    const options = { persistent: true, clock: () => now, onChange: () => undefined };
    const { sql } = new Site();
    const open = () => new Engine(sql, { ...options, hourly: (work) => hours.push(work) });
    const call = (engine: Engine, op: Op, args: unknown[]) =>
      new Promise((settle) => engine.ask(op, { op, args, settle }));
    const hour = async (engine: Engine) => {
      hours.at(-1)?.();
      // A write, too: its turn comes after.
      await call(engine, 'remove', [{ ids: [] }]);
    };
    const engine = open();
    await engine.begin();
    await call(engine, 'put', [parcel(many.slice(0, 3))]);
    await hour(engine);
    now += 5 * DAY;
    await call(engine, 'put', [parcel(many.slice(3, 5))]);
    await hour(engine);
    now += 3 * DAY;
    // Asked before it is done: three are older than a week.
    expect(await call(engine, 'undated', [now - 7 * DAY])).toEqual({ ok: true, value: 3 });
    expect(await call(engine, 'undated', [now - 9 * DAY])).toEqual({ ok: true, value: 0 });
    await call(engine, 'setRetention', [7]);
    expect(engine.info().conversations).toBe(2);
    now += 4 * DAY - 1;
    await hour(engine);
    expect(engine.info().conversations).toBe(2);
    now += 2;
    const next = open();
    await next.begin();
    expect(next.info().conversations).toBe(0);
    expect(sql.all('SELECT * FROM undated')).toEqual([]);
  });

  test('deletes what grows old also where there was no room for that when it was opened', async () => {
    let room = false;
    const hours: (() => void)[] = [];
    const { sql } = new Site();
    migrate(sql);
    const store = new Store(sql);
    store.put(atOnce(inParcel(parcelled(0, 2))));
    store.set('retentionDays', '1');
    const engine = new Engine(
      narrow(sql, () => room),
      {
        persistent: true,
        clock: () => Date.UTC(2100, 0, 1),
        onChange: () => undefined,
        hourly: (work) => hours.push(work),
      },
    );
    await engine.begin();
    expect(engine.info().conversations).toBe(2);
    room = true;
    for (const work of hours) work();
    await expect.poll(() => engine.info().conversations).toBe(0);
  });

  test('says how it is also where a browser does not tell how much room there is', async () => {
    const told: Info[] = [];
    const options = { persistent: true, clock: () => NOW, onChange: (info: Info) => told.push(info) };
    const quota = () => Promise.reject(new TypeError('not told'));
    await new Engine(new Site().sql, { ...options, quota }).begin();
    expect(told[0]).toMatchObject({ conversations: 0, persistent: true });
    expect(told[0]).not.toHaveProperty('quota');
  });

  describe('of which one conversation is damaged', () => {
    const ids = all.slice(0, 4).map(({ id }) => id);
    const limit = { filter: {}, limit: 10 };

    /** `what`: a column of packed bytes, of the second of four. */
    async function damaged(...what: ('row' | 'bytes')[]) {
      const site = new Site();
      const caller = callerOf(site.tab('one'));
      await caller.call('put', [parcelled(0, 4)]);
      const whole = (await sourceOver(caller).list(limit)).rows;
      for (const column of what) {
        const table = column === 'row' ? 'conversation' : 'document';
        site.sql.run(
          `UPDATE ${table} SET ${column} = x'00ff' WHERE n = (SELECT n FROM identity WHERE id = ?)`,
          [ids[1] ?? ''],
        );
      }
      return { site, caller, whole };
    }

    test('shows its row anew from its document', async () => {
      const { caller, whole } = await damaged('row');
      expect((await sourceOver(caller).list(limit)).rows).toEqual(whole);
      const rows = await unpacked((mended) => caller.call('rows', [ids, mended]), unpackRows);
      expect(rows.map(({ id }) => id)).toEqual(ids);
    });

    test('shows where it stood what says that nothing of it can be read', async () => {
      const { caller, whole } = await damaged('row', 'bytes');
      const { rows } = await sourceOver(caller).list(limit);
      expect(rows.map(({ id, start }) => ({ id, start }))).toEqual(
        whole.map(({ id, start }) => ({ id, start })),
      );
      const its = rows.find(({ id }) => id === ids[1]);
      expect(its).toMatchObject({ title: ids[1], problems: [{ severity: 'error', count: 1 }] });
      expect(rows.filter((row) => row !== its)).toEqual(whole.filter(({ id }) => id !== ids[1]));
      await expect(caller.call('get', [ids[1] ?? ''])).rejects.toMatchObject({ kind: 'broken' });
    });

    test('exports all others', async () => {
      const { caller } = await damaged('bytes');
      expect(await caller.call('texts', [ids])).toHaveLength(3);
    });

    test.each([{ ids: ids.slice(1, 2) }, { filter: { time: { to: Date.UTC(2100, 0, 1) } } }])(
      'deletes it by %o',
      async (which) => {
        const { caller } = await damaged('row', 'bytes');
        const gone = 'ids' in which ? 1 : 4;
        expect(await caller.call('remove', [which])).toBe(gone);
        expect((await caller.call('info', [])).conversations).toBe(4 - gone);
      },
    );

    test('deletes it also where its row tells the id of another', async () => {
      const { caller, site } = await damaged();
      const rowOf = '(SELECT row FROM conversation JOIN identity USING (n) WHERE id = ?)';
      site.sql.run(`UPDATE conversation SET row = ${rowOf} WHERE n = (SELECT n FROM identity WHERE id = ?)`, [
        ids[0] ?? '',
        ids[1] ?? '',
      ]);
      const which = { filter: { time: { to: Date.UTC(2100, 0, 1) } } };
      expect(await caller.call('remove', [which])).toBe(4);
    });
  });

  test('gives rows and documents of what is there, in the order asked', async () => {
    const caller = callerOf(new Site().tab('one'));
    await caller.call('put', [parcelled(0, 3)]);
    const ids = [all[2]?.id ?? '', 'nobody’s', all[0]?.id ?? ''];
    expect(unpackRows(await caller.call('rows', [ids])).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    const texts = await caller.call('texts', [ids]);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain(ids[0]);
  });

  test('a line that broke leaves nobody waiting', async () => {
    const info: Info[] = [];
    const caller = createCaller({ send: () => undefined, listen: () => undefined });
    const asked = caller.call('count', [{}]);
    caller.end();
    await expect(asked).rejects.toMatchObject({ kind: 'unreachable' });
    await expect(caller.call('info', []).then((one) => info.push(one))).rejects.toMatchObject({
      kind: 'unreachable',
    });
  });
});
