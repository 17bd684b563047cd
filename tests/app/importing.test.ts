// @vitest-environment node
import { afterAll, describe, expect, test, vi } from 'vitest';
import { importSources } from '../../src/app/browse/library/importing';
import { Intake } from '../../src/app/browse/library/intake';
import {
  type Delivery,
  type Order,
  type OrderLine,
  serveWorkshop,
  type Workshop,
  workshopOver,
} from '../../src/app/browse/library/workshop';
import { exportConversations, parseConversations } from '../../src/core/index';
import { type Caller, createCaller } from '../../src/sources/library/caller';
import { Encoder } from '../../src/sources/library/coding/encode';
import { Engine } from '../../src/sources/library/engine';
import { Host, type Line } from '../../src/sources/library/host';
import { openMemory, startEngine } from '../../src/sources/library/open';
import { looksIn, packDocument, unpackRows } from '../../src/sources/library/pack';
import { examine, prepare } from '../../src/sources/library/prepared';
import type { Sql } from '../../src/sources/library/sql';
import { Store } from '../../src/sources/library/store';
import type { FromHost, Op, ToHost } from '../../src/sources/library/wire';
import type { Progress } from '../../src/workers/messages';
import { event } from '../fixtures/stream';
import { conversations } from '../sources/generated';
import { lineOver } from '../../src/sources/library/port';

const sqlite = await startEngine();
const ports: MessagePort[] = [];
afterAll(() => {
  for (const port of ports) port.close();
});

/** A library in memory; `before` is called before each question reaches it. All its lines are of one import. */
function library(before: (op: Op) => void = () => undefined, slice?: number) {
  const sql = openMemory(sqlite);
  const host = new Host({
    name: 'only',
    channel: { send: () => undefined, listen: () => undefined },
    whenFree: (work) => void work(),
    open: async (onChange) => new Engine(sql, { persistent: false, clock: Date.now, onChange, slice }),
  });
  /** A line of its own, as each worker has one. */
  function line(): Line<FromHost, ToHost> {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const ours = lineOver<ToHost, FromHost>(port1);
    host.serve(
      {
        send: ours.send,
        listen: (listener) =>
          ours.listen((message) => {
            if (message.type === 'ask') before(message.op);
            listener(message);
          }),
      },
      { partyId: 'import' },
    );
    return lineOver(port2);
  }
  /** The page's. */
  function own(): Caller {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    host.serve(lineOver(port1));
    return createCaller(lineOver(port2));
  }
  return { sql, caller: createCaller(line()), line, own, hangUp: () => host.hangUp('import') };
}

const all = conversations(450);

/** The batch of that number finds no room. */
function endRoom(sql: Sql, number: number): void {
  const transactionOf = sql.transactionOf.bind(sql);
  let begun = 0;
  sql.transactionOf = (work) => {
    begun += 1;
    if (begun === number) sql.all(`PRAGMA max_page_count = ${Number(sql.all('PRAGMA page_count')[0]?.[0])}`);
    return transactionOf(work);
  };
}

function lines(from: number, to: number): string {
  return all
    .slice(from, to)
    .map((one) => `${JSON.stringify(JSON.parse(exportConversations([one])))}\n`)
    .join('');
}

interface Options {
  onProgress?: (progress: Progress) => void;
  going?: () => Promise<void> | undefined;
  batch?: number;
  onTaken?: (conversations: number) => void;
  workshop?: Workshop;
}

async function importText(caller: Caller, text: string, options: Options = {}) {
  return importSources([{ blob: new Blob([text]) }], caller, {
    onProgress: () => undefined,
    going: () => undefined,
    ...options,
  });
}

async function count(caller: Caller): Promise<number> {
  return (await caller.call('count', [{}])).value;
}

describe('importing', () => {
  test('puts all there is into the library, and leaves what is there alone', async () => {
    const { caller } = library();
    expect(await importText(caller, lines(0, 450))).toEqual({
      ending: 'done',
      added: 450,
      updated: 0,
      unchanged: 0,
      skipped: [],
      skippedCount: 0,
    });
    expect(await importText(caller, lines(400, 450))).toMatchObject({ added: 0, updated: 0, unchanged: 50 });
    expect(await count(caller)).toBe(450);
  });

  test('joins more with what came twice, as events do', async () => {
    const { caller } = library();
    const [ringing, talking] = (['alerting', 'connected'] as const).map((state, at) =>
      event('eventTime', [at, { id: 'a', purpose: 'agent', state }]),
    );
    await importText(caller, JSON.stringify([ringing, ringing]));
    expect(await importText(caller, JSON.stringify([talking]))).toMatchObject({ ending: 'done', updated: 1 });
    expect(await importText(caller, JSON.stringify([ringing, talking]))).toMatchObject({ unchanged: 1 });
  });

  test('tells how many are acknowledged, batch by batch, none before it is stored', async () => {
    const { caller } = library();
    const told: number[] = [];
    const stored: Promise<number>[] = [];
    await importText(caller, lines(0, 250), {
      batch: 100,
      onTaken: (conversations) => {
        told.push(conversations);
        stored.push(count(caller));
      },
    });
    expect(told).toEqual([100, 200, 250]);
    for (const [place, there] of (await Promise.all(stored)).entries()) {
      expect(there).toBeGreaterThanOrEqual(told[place] ?? 0);
    }
    await importText(caller, lines(0, 250), {
      batch: 100,
      onTaken: (conversations) => told.push(conversations),
    });
    expect(told.slice(3)).toEqual([100, 200, 250]);
  });

  test('joins new looks with those that are there', async () => {
    const { caller } = library();
    const look = (state: string, more: object = {}) =>
      JSON.stringify({
        id: 'c-1',
        participants: [
          {
            id: 'p-1',
            purpose: 'agent',
            name: 'Ann',
            calls: [{ id: 'l-1', state, connectedTime: '2026-11-19T09:00:00.000Z', ...more }],
          },
        ],
      });
    const ended = look('disconnected', { disconnectedTime: '2026-11-19T09:05:00.000Z' });
    await importText(caller, look('connected'));
    expect(await importText(caller, ended)).toMatchObject({ added: 0, updated: 1, unchanged: 0 });
    expect(await importText(caller, ended)).toMatchObject({ added: 0, updated: 0, unchanged: 1 });
    const [row] = unpackRows((await caller.call('list', [{ filter: {}, limit: 5 }])).rows);
    expect(row).toMatchObject({ id: 'c-1', live: false, duration: 300_000 });
    const { text } = await caller.call('get', ['c-1']);
    expect(parseConversations(text).conversations[0]?.observations).toHaveLength(2);
  });

  describe('of a conversation whose stored document is damaged', () => {
    /** The first of all, as another look has it. */
    function tagged(tag: string) {
      const piece = structuredClone(all[0]);
      if (!piece) throw new Error('too few');
      for (const { fields } of piece.observations) fields.externalTag = tag;
      return piece;
    }
    const textOf = (tag: string) => `${JSON.stringify(JSON.parse(exportConversations([tagged(tag)])))}\n`;
    const lookOf = (tag: string) => examine(tagged(tag)).looks;

    async function tagsIn(caller: Caller) {
      const { text } = await caller.call('get', [String(all[0]?.id)]);
      return parseConversations(text).conversations[0]?.observations.map(({ fields }) => fields.externalTag);
    }

    test.each(['here', 'elsewhere'])(
      'a new look takes the place of what cannot be read, worked out %s',
      async (where) => {
        const { caller, sql, line } = library();
        await importText(caller, textOf('before') + lines(1, 3));
        sql.run("UPDATE document SET bytes = x'00ff' WHERE n = (SELECT n FROM identity WHERE id = ?)", [
          String(all[0]?.id),
        ]);
        const { port1, port2 } = new MessageChannel();
        ports.push(port1, port2);
        serveWorkshop(lineOver(port2), createCaller(line()));
        const workshop = workshopOver([
          {
            send: (order, transfer) => port1.postMessage(order, transfer),
            listen: (listener) => lineOver<Delivery, Order>(port1).listen(listener),
          },
        ]);
        const report = await importText(
          caller,
          textOf('after') + lines(1, 5),
          where === 'elsewhere' ? { workshop } : {},
        );
        expect(report).toMatchObject({ ending: 'done', added: 2, updated: 1, unchanged: 2, replaced: 1 });
        expect(await tagsIn(caller)).toEqual(['after']);
        // What was lost may be brought again.
        expect(await importText(caller, textOf('before'))).toMatchObject({ updated: 1 });
        expect(await tagsIn(caller)).toEqual(['after', 'before']);
      },
    );

    test('looks of it that are whole stay', async () => {
      const { caller, sql } = library();
      await importText(caller, textOf('one'));
      await importText(caller, textOf('two'));
      const id = String(all[0]?.id);
      const { looks } = looksIn((await caller.call('document', [id])) ?? new Uint8Array());
      const [one = new Uint8Array(), two = new Uint8Array()] = looks;
      const bent = one.slice();
      bent.fill(255, 10, 20);
      sql.run('UPDATE document SET bytes = ? WHERE n = (SELECT n FROM identity WHERE id = ?)', [
        packDocument(id, [bent, two]),
        id,
      ]);
      expect(await importText(caller, textOf('three'))).toMatchObject({ updated: 1, replaced: 1 });
      expect(await tagsIn(caller)).toEqual(['two', 'three']);
      const [known] = await caller.call('looks', [[id]]);
      expect(known).toEqual([...lookOf('two'), ...lookOf('three')]);
    });
  });

  test('joins what another tab wrote meanwhile, instead of writing over it', async () => {
    const [one] = all;
    if (!one) throw new Error('too few');
    const other = structuredClone(one);
    for (const { fields } of other.observations) fields.externalTag = 'from the other tab';
    let puts = 0;
    const { caller, sql } = library((op) => {
      if (op !== 'put') return;
      puts += 1;
      // It was asked about, was not there, and is there by the time it is to be written.
      if (puts === 1) new Store(sql).put([prepare(examine(other))]);
    });
    expect(await importText(caller, lines(0, 2))).toMatchObject({ ending: 'done', added: 1, updated: 1 });
    expect(puts).toBe(2);
    const { text } = await caller.call('get', [one.id]);
    expect(parseConversations(text).conversations[0]?.observations).toHaveLength(2);
  });

  test('leaves alone what another tab took from the same file meanwhile, and does not call it new', async () => {
    const [one] = all;
    if (!one) throw new Error('too few');
    let puts = 0;
    const { caller, sql } = library((op) => {
      if (op !== 'put') return;
      puts += 1;
      if (puts === 1) new Store(sql).put([prepare(examine(one))]);
    });
    expect(await importText(caller, lines(0, 2))).toMatchObject({ added: 1, updated: 0, unchanged: 1 });
    expect(puts).toBe(1);
  });

  test('joins a conversation that goes on in the next batches', async () => {
    const { caller } = library();
    const pieces = Array.from({ length: 7 }, (_, place) => {
      const piece = structuredClone(all[0]);
      if (!piece) throw new Error('too few');
      for (const { fields } of piece.observations) fields.externalTag = `piece ${place}`;
      return `${JSON.stringify(JSON.parse(exportConversations([piece])))}\n`;
    });
    // Each piece in a batch of its own, with others between and behind.
    const text = pieces.map((piece, place) => piece + lines(10 + place * 2, 12 + place * 2)).join('');
    const padding = ' '.repeat(300_000);
    const report = await importText(caller, `${padding}\n${text}`, { batch: 3 });
    expect(report).toMatchObject({ ending: 'done', added: 15 });
    const { text: kept } = await caller.call('get', [String(all[0]?.id)]);
    expect(parseConversations(kept).conversations[0]?.observations).toHaveLength(7);
  });

  test('asks about the next batch before it works out the one ahead', async () => {
    const asked: Op[] = [];
    const { caller } = library((op) => asked.push(op));
    await importText(caller, lines(0, 90), { batch: 30 });
    expect(asked.slice(0, 2)).toEqual(['looks', 'looks']);
    // One at the end asks about nothing.
    expect(asked.toSorted()).toEqual(['looks', 'looks', 'looks', 'looks', 'put', 'put', 'put']);
  });

  test('has others work out and write what it reads, some batches at a time', async () => {
    const asked: Op[] = [];
    const { caller, line } = library((op) => asked.push(op));
    const running = [0, 0];
    let most = 0;
    let haveTwo = () => {};
    const two = new Promise<void>((resolve) => {
      haveTwo = resolve;
    });
    const orders = running.map((_, place): OrderLine => {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1, port2);
      serveWorkshop(lineOver(port2), createCaller(line()));
      return {
        send(order, transfer) {
          running[place] = (running[place] ?? 0) + 1;
          most = Math.max(most, running[0] ?? 0, running[1] ?? 0);
          if (most === 2) haveTwo();
          port1.postMessage(order, transfer);
        },
        listen(listener) {
          lineOver<Delivery, Order>(port1).listen(async (delivery) => {
            // However fast they are: one has two batches before any is told to be done with one.
            await two;
            running[place] = (running[place] ?? 0) - 1;
            listener(delivery);
          });
        },
      };
    });
    const report = await importText(caller, lines(0, 450), { batch: 30, workshop: workshopOver(orders) });
    expect(report).toMatchObject({ ending: 'done', added: 450 });
    expect(await count(caller)).toBe(450);
    expect(most).toBe(2);
    expect(await importText(caller, lines(0, 450))).toMatchObject({ added: 0, unchanged: 450 });
  });

  test('stores the same, whichever thread works it out, and whether it was read for the first time', async () => {
    const here = library();
    const elsewhere = library();
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    serveWorkshop(lineOver(port2), createCaller(elsewhere.line()));
    const workshop = workshopOver([
      {
        send: (order, transfer) => port1.postMessage(order, transfer),
        listen: (listener) => lineOver<Delivery, Order>(port1).listen(listener),
      },
    ]);
    // New ones, the same again, new ones among them, and pieces of those.
    const text = lines(0, 300) + lines(0, 120) + lines(80, 360) + lines(200, 240) + lines(340, 450);
    const reports = [
      await importText(here.caller, text, { batch: 30 }),
      await importText(elsewhere.caller, text, { batch: 30, workshop }),
    ];
    expect(reports[0]).toMatchObject({ ending: 'done', added: 450 });
    expect(reports[1]).toEqual(reports[0]);
    for (const table of [
      'identity',
      'figure',
      'conversation',
      'document',
      'value',
      'has',
      'spread',
      'said',
    ]) {
      const rows = (sql: typeof here.sql) => sql.all(`SELECT * FROM ${table} ORDER BY 1, 2`);
      expect(rows(here.sql).length).toBeGreaterThan(0);
      expect(rows(here.sql)).toEqual(rows(elsewhere.sql));
    }
  });

  test('tells of an id with half of a letter in it as it is stored, whichever batch it came in', async () => {
    const { caller } = library();
    const [one] = all;
    if (!one) throw new Error('too few');
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const halved = ids.map((id) => exportConversations([{ ...one, id: `${id}\ud83d` }]));
    await importText(caller, halved.map((text) => `${JSON.stringify(JSON.parse(text))}\n`).join(''), {
      batch: 1,
    });
    const rows = unpackRows((await caller.call('list', [{ filter: {}, limit: 5 }])).rows);
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.map((id) => `${id}\ufffd`));
  });

  test('takes what tells of lengths that cannot be, and all that comes with it', async () => {
    const { caller } = library();
    const topic = 'v2.detail.events.conversation';
    const told = ['1e300', '1e999', '5e18'].flatMap((length, at) => {
      const leg = `"participantId":"p","sessionId":"s","mediaType":"VOICE","userId":"u","queueId":"q"`;
      const lineOf = (what: string, more: string) =>
        `{"topicName":"${topic}.c${at}.user.${what}","eventBody":{"conversationId":"c${at}",${leg},${more}}}`;
      return [
        lineOf('start', '"eventTime":1700000000000'),
        lineOf('end', `"eventTime":1700000060000,"connectedDurationMs":${length},"heldDurationMs":${length}`),
      ];
    });
    expect(await importText(caller, `${told.join('\n')}\n${lines(0, 3)}`)).toMatchObject({
      ending: 'done',
      added: 6,
    });
    const longest = { kind: 'distribution', measure: 'handle' } as const;
    expect(await caller.call('chart', [{}, longest])).toMatchObject({ count: 6 });
  });

  test('ends when another who writes finds no room left, and everything it counted is there', async () => {
    const { caller, sql, line } = library();
    endRoom(sql, 3);
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    serveWorkshop(lineOver(port2), createCaller(line()));
    const orders: OrderLine = {
      send: (order, transfer) => port1.postMessage(order, transfer),
      listen: (listener) => lineOver<Delivery, Order>(port1).listen(listener),
    };
    const report = await importText(caller, lines(0, 450), { batch: 100, workshop: workshopOver([orders]) });
    expect(report.ending).toBe('full');
    expect(report.added).toBe(200);
    expect(await count(caller)).toBe(200);
  });

  test('counts a conversation once that comes in pieces', async () => {
    const { caller } = library();
    const report = await importText(caller, lines(0, 3) + lines(1, 4) + lines(0, 1));
    expect(report).toMatchObject({ added: 4, updated: 0, unchanged: 0 });
    expect(await count(caller)).toBe(4);
  });

  test('packs a conversation of many pieces once, not anew with each of them', async () => {
    const written: number[] = [];
    const workshop: Workshop = {
      most: 1,
      isHere: true,
      write(whole) {
        written.push(...whole.map(({ looks }) => looks.length));
        return Promise.resolve({ added: whole.length, updated: 0, refused: [] });
      },
    };
    const intake = new Intake({ library: library().caller, workshop, batch: 100 });
    const [one] = all;
    if (!one) throw new Error('too few');
    const pieces = Array.from({ length: 50 }, (_, at) =>
      one.observations.map((look) => ({ ...look, fields: { ...look.fields, externalTag: `${at}` } })),
    );
    const packed = vi.spyOn(Encoder.prototype, 'done');
    for (const observations of pieces) intake.add({ ...one, observations });
    await intake.end();
    // Each look, and each piece; then the whole.
    expect(packed).toHaveBeenCalledTimes(50 * one.observations.length + 50 + 1);
    expect(written).toEqual([50 * one.observations.length]);
    packed.mockRestore();
  });

  test('reports what it skipped, with place and reason, and imports the rest', async () => {
    const { caller } = library();
    const report = await importText(caller, `${lines(0, 2)}{"id": oops}\n${lines(2, 4)}`);
    expect(report).toMatchObject({ ending: 'done', added: 4 });
    expect(report.skippedCount).toBeGreaterThan(0);
    expect(report.skipped[0]?.problem).toMatchObject({ code: 'invalid-json', line: 3 });
  });

  describe('of what is deleted while it goes on', () => {
    test('one conversation stays deleted, and is told of', async () => {
      const { caller, own } = library();
      const page = own();
      await importText(caller, lines(0, 10));
      let gone: Promise<number> | undefined;
      const report = await importText(caller, lines(0, 450), {
        batch: 100,
        onTaken: () => {
          gone ??= page.call('remove', [{ ids: [all[3]?.id ?? '', all[449]?.id ?? ''] }]);
        },
        going: () => gone?.then(() => undefined),
      });
      expect(await gone).toBe(1);
      expect(report).toMatchObject({ ending: 'done', added: 440, unchanged: 10 });
      const again = await importText(caller, lines(0, 10));
      expect(again).toMatchObject({ ending: 'done', added: 0, unchanged: 9, deleted: 1 });
      expect(await count(caller)).toBe(449);
    });

    test('everything ends it, and nothing of it is there', async () => {
      const { caller, own } = library();
      const page = own();
      let gone: Promise<number> | undefined;
      const report = await importText(caller, lines(0, 450), {
        batch: 50,
        onTaken: () => {
          gone ??= page.call('remove', [{ filter: {} }]);
        },
      });
      expect(report.ending).toBe('deleted');
      await gone;
      expect(await count(page)).toBe(0);
    });
  });

  describe('whose threads are ended in the middle', () => {
    /** When so many conversations are acknowledged, and the next are being written. It never ends by itself. */
    async function endedAt(taken: number) {
      let puts = 0;
      let end: (() => void) | undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const { caller, own, hangUp, sql } = library(
        (op) => (puts += Number(op === 'put')),
        0, // it pauses after each conversation, and hears of its end in the first pause
      );
      void importText(caller, lines(0, 450), {
        batch: 100,
        onTaken: (conversations) => conversations === taken && end?.(),
      });
      await ended;
      return { stored: await hangUp(), own: own(), puts: () => puts, sql };
    }

    test('what is being written is undone, and nothing more is begun', async () => {
      const { stored, own, puts, sql } = await endedAt(100);
      expect(stored).toEqual({ added: 100, updated: 0 });
      expect(await count(own)).toBe(100);
      const begun = puts();
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(puts()).toBe(begun);
      expect(await count(own)).toBe(100);
      for (const table of ['figure', 'document', 'said', 'identity', 'search']) {
        expect(sql.all(`SELECT count(*) FROM ${table}`)).toEqual([[100]]);
      }
    });

    test('its rest comes in by another import, as if it had never begun', async () => {
      const { own } = await endedAt(200);
      expect(await importText(own, lines(0, 450))).toMatchObject({ added: 250, unchanged: 200 });
      expect(await count(own)).toBe(450);
    });
  });

  test('waits while it is paused', async () => {
    const { caller } = library();
    let resume: (() => void) | undefined;
    const paused = new Promise<void>((resolve) => {
      resume = resolve;
    });
    let asked = 0;
    const running = importText(caller, lines(0, 450), {
      going() {
        asked += 1;
        return asked === 10 ? paused : undefined;
      },
    });
    const moment = new Promise((resolve) => setTimeout(resolve, 300, 'paused'));
    expect(await Promise.race([running, moment])).toBe('paused');
    expect(await count(caller)).toBe(0);
    resume?.();
    await running;
    expect(await count(caller)).toBe(450);
  });

  test('ends when there is no room left, and everything it counted is there', async () => {
    const { caller, sql } = library();
    endRoom(sql, 2);
    const report = await importText(caller, lines(0, 450), { batch: 400 });
    expect(report.ending).toBe('full');
    expect(report.added).toBe(400);
    expect(await count(caller)).toBe(400);
  });

  test('tells how far it is', async () => {
    const { caller } = library();
    const seen: Progress[] = [];
    const text = lines(0, 300);
    await importText(caller, text, { onProgress: (progress) => seen.push(progress) });
    const last = seen.at(-1);
    const bytes = new TextEncoder().encode(text).length;
    expect(last).toEqual({ bytesRead: bytes, bytesTotal: bytes, conversations: 300 });
  });
});
