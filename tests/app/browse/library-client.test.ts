// @vitest-environment node
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLibrary } from '../../../src/app/browse/library/client';
import { PAGE } from '../../../src/app/browse/library/exported';
import type { ExportRun, Library, Which } from '../../../src/app/browse/library/library';
import { parseConversations } from '../../../src/core/index';
import { Engine } from '../../../src/sources/library/engine';
import type { Host, Served } from '../../../src/sources/library/host';
import { lineOver } from '../../../src/sources/library/port';
import type { Info } from '../../../src/sources/library/wire';
import type { Row, Sort } from '../../../src/sources/source';
import { conversations } from '../../sources/generated';
import { closeLines, lineTo, NOW, parcel, Site } from '../../sources/tabs';

const all = conversations(230);
const ends: MessagePort[] = [];
let site: Site;
let host: Host;

/** The worker of a library, in this very thread. */
class EngineHere extends EventTarget {
  postMessage({ port, ...served }: Served & { port: MessagePort }): void {
    ends.push(port);
    host.serve(lineOver(port), served);
  }
  terminate(): void {}
}

beforeEach(() => {
  site = new Site();
  const open = async (onChange: (info: Info) => void) =>
    new Engine(site.sql, { persistent: false, clock: () => NOW, onChange });
  host = site.tab('only', open);
  vi.stubGlobal('Worker', EngineHere);
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => {
  for (const port of ends.splice(0)) port.close();
  vi.unstubAllGlobals();
});
afterAll(closeLines);

async function filled(): Promise<Library> {
  const library = await openLibrary();
  await lineTo(host, {}).call('put', [parcel(all)]);
  return library;
}

async function ordered(library: Library, sort: Sort[] = []): Promise<string[]> {
  const query = { filter: {}, limit: 1000, ...(sort.length > 0 ? { sort } : {}) };
  return (await library.source.list(query)).rows.map(({ id }) => id);
}

describe('a file of the library', () => {
  async function written(library: Library, which: Which, run?: ExportRun): Promise<string[]> {
    const text = await (await library.export(which, 'jsonl', run)).text();
    return text
      .split('\n')
      .flatMap((line) => (line === '' ? [] : parseConversations(line).conversations[0]!.id));
  }

  test('holds all that a filter means, each once, in the order of the list', async () => {
    const library = await filled();
    const sort: Sort[] = [{ by: 'title' }];
    expect(await written(library, { filter: {} })).toEqual(await ordered(library));
    expect(await written(library, { filter: {} }, { sort })).toEqual(await ordered(library, sort));
  });

  test.each<{ sort: Sort[] }>([
    { sort: [{ by: 'start', descending: true }] },
    { sort: [{ by: 'hold', descending: true }, { by: 'talk' }] },
  ])('holds what is selected and nothing else, in that order, too: $sort', async ({ sort }) => {
    const library = await filled();
    const ids = all.filter((_, at) => at % 13 !== 0).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(PAGE);
    const { rows } = await library.source.list({ filter: {}, limit: 1000, sort });
    const wanted = rows.filter(({ id }) => ids.includes(id));
    const found = await written(library, { ids }, { sort });
    expect(found.toSorted()).toEqual(ids.toSorted());
    // Equals may stand in any order.
    const keys = (row?: Row) => sort.map(({ by }) => row?.[by]);
    expect(found.map((id) => keys(wanted.find((row) => row.id === id)))).toEqual(wanted.map(keys));
  });

  test('has no line of what cannot be read any more, and it is told how many those are', async () => {
    const library = await filled();
    const [lost = ''] = all.map(({ id }) => id);
    site.sql.run("UPDATE document SET bytes = x'00ff' WHERE n = (SELECT n FROM identity WHERE id = ?)", [
      lost,
    ]);
    const unread: number[] = [];
    const found = await written(library, { filter: {} }, { onUnread: (count) => unread.push(count) });
    expect(found).toEqual((await ordered(library)).filter((id) => id !== lost));
    expect(unread).toEqual([1]);
  });

  test('as rows has one for each, of the values of each', async () => {
    const library = await filled();
    const [head = '', ...rows] = (await (await library.export({ filter: {} }, 'csv')).text())
      .trim()
      .split('\r\n');
    expect(head).toMatch(/^\uFEFF?id,title,start/);
    expect(rows.map((row) => row.slice(0, row.indexOf(',')))).toEqual(await ordered(library));
  });

  test('is not finished when nobody wants it any more', async () => {
    const library = await filled();
    const control = new AbortController();
    const file = library.export({ filter: {} }, 'jsonl', {
      signal: control.signal,
      onWritten: () => control.abort(new Error('no longer wanted')),
    });
    await expect(file).rejects.toThrow('no longer wanted');
  });
});

test('what is deleted is gone from the library, and pages hear of it', async () => {
  const library = await filled();
  const changed = vi.fn<() => void>();
  library.source.onChange?.(changed);
  const [one = '', other = ''] = all.map(({ id }) => id);
  expect(await library.having([one, 'nobody’s', other])).toEqual([one, other]);
  expect(await library.remove({ ids: [one] })).toBe(1);
  expect(await library.having([one, other])).toEqual([other]);
  expect(library.state()).toMatchObject({ phase: 'ready', conversations: all.length - 1 });
  await vi.waitFor(() => expect(changed).toHaveBeenCalled());
  expect(await library.remove({ filter: {} })).toBe(all.length - 1);
  expect(await library.source.count({})).toEqual({ value: 0, exact: true });
});
