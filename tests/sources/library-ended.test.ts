// @vitest-environment node
import { afterAll, describe, expect, test } from 'vitest';
import { breathe, Turns } from '../../src/sources/library/turns';
import { sourceOver } from '../../src/sources/library/source';
import type { ToHost } from '../../src/sources/library/wire';
import { conversations } from './generated';
import { afterAWhile, callerOf, closeLines, lineTo, parcel, Site } from './tabs';

const all = conversations(60);

afterAll(closeLines);

describe('a batch that is being written', () => {
  test('is seen by nobody before it is whole', async () => {
    const site = new Site(0);
    const caller = callerOf(site.tab('only'));
    await caller.call('put', [parcel(all.slice(0, 10))]);
    const source = sourceOver(caller);
    const asked: Promise<number>[] = [];
    site.whileWriting = () => {
      asked.push(source.list({ filter: {}, limit: 100 }).then(({ rows }) => rows.length));
    };
    await caller.call('put', [parcel(all.slice(10))]);
    expect(asked.length).toBeGreaterThan(50);
    const seen = new Set(await Promise.all(asked));
    expect([...seen]).toEqual([60]);
    const { media = [] } = await source.facets({}, ['media']);
    expect(media.reduce((sum, each) => sum + each.count, 0)).toBe(60);
  });

  test('is not read ahead, however long it takes', async () => {
    const turns = new Turns<string>();
    let written = false;
    const settled = new Promise<string>((settle) => {
      const run = async (turn: () => Promise<void>) => {
        for (let step = 0; step < 1000; step++) await turn();
        written = true;
        return 'done';
      };
      turns.ask('put', { kind: 'put', run, settle });
    });
    await turns.rest();
    expect(written).toBe(true);
    expect(await settled).toBe('done');
  });
});

describe('lines that end', () => {
  /** Puts on an import's line, the second when the first is stored; both lines may be of different tabs. */
  async function writing(site: Site, holder: string, other: string) {
    const hosts = { holder: site.tab(holder), other: site.tab(other) };
    const page = callerOf(hosts.holder);
    const line = lineTo(hosts.other, { partyId: 'import' });
    await line.call('put', [parcel(all.slice(0, 20))]);
    const second = line.call('put', [parcel(all.slice(20, 50))]);
    const third = line.call('put', [parcel(all.slice(50))]);
    let answered = 0;
    for (const each of [second, third]) void each.finally(() => (answered += 1)).catch(() => undefined);
    // On its way, and begun.
    for (let times = 0; times < 20; times++) await breathe();
    return { ...hosts, page, answered: () => answered };
  }

  test('have what is written over them undone, and what waits is not begun', async () => {
    const { other, page, answered } = await writing(new Site(0), 'one', 'two');
    expect(answered()).toBe(0);
    expect(await other.hangUp('import')).toEqual({ added: 20, updated: 0 });
    expect(await page.call('count', [{}])).toEqual({ value: 20, exact: true });
    // Undone to the last row: the same comes in as if it had never been begun.
    expect(await page.call('put', [parcel(all)])).toMatchObject({ added: 40, refused: { length: 20 } });
    const { media = [] } = await page.call('facets', [{}, ['media']]);
    expect(media.reduce((sum, each) => sum + each.count, 0)).toBe(60);
  });

  test('have nothing begun by the next tab either, when the one that writes ends', async () => {
    const site = new Site(0);
    const { other } = await writing(site, 'one', 'two');
    const stored = other.hangUp('import');
    site.kill('one');
    expect(await stored).toEqual({ added: 20, updated: 0 });
    expect(site.opened).toEqual(['one', 'two']);
    await afterAWhile();
    expect(await callerOf(other).call('count', [{}])).toEqual({ value: 20, exact: true });
  });

  test('tell also what was stored without anybody left to hear of it', async () => {
    const host = new Site().tab('only');
    let ask: (message: ToHost) => void = () => undefined;
    const listen = (listener: typeof ask) => {
      ask = listener;
    };
    host.serve({ send: () => undefined, listen }, { partyId: 'import' });
    ask({ type: 'ask', id: '1', op: 'put', args: [parcel(all.slice(0, 20))] });
    const page = callerOf(host);
    await expect.poll(async () => (await page.call('info', [])).conversations).toBe(20);
    expect(await host.hangUp('import')).toEqual({ added: 20, updated: 0 });
    // On its way when they ended.
    ask({ type: 'ask', id: '2', op: 'put', args: [parcel(all.slice(20))] });
    await afterAWhile();
    expect(await page.call('count', [{}])).toEqual({ value: 20, exact: true });
  });
});
