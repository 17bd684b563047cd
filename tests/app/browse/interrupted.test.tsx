import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ImportReport, Library } from '../../../src/app/browse/library/library';
import { interruptedImports, openRecord } from '../../../src/app/browse/library/records';
import { openSite } from '../site';
import { amongMany } from './open';
import { libraryOf } from './people';

amongMany();

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
  Reflect.deleteProperty(navigator, 'locks');
});

function files(...names: string[]) {
  return { kind: 'files', files: names.map((name) => new File(['{}'], name)) } as const;
}

/** The locks of a browser in which tabs live and die: each is held by one, others wait for it. */
function locks() {
  const held = new Map<string, Promise<void>>();
  const dying: (() => void)[] = [];
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: {
      async request(name: string, work: () => void | Promise<void>) {
        const before = held.get(name);
        if (before) await before;
        const died = new Promise<void>((resolve) => dying.push(resolve));
        const over = Promise.race([Promise.resolve(work()), died]);
        held.set(name, over);
        await over;
        held.delete(name);
      },
      query: () => Promise.resolve({ held: [...held.keys()].map((name) => ({ name })) }),
    },
  });
  return {
    crash: async () => {
      for (const die of dying) die();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

describe('the record of an import', () => {
  test('is nobody’s to tell of while its tab lives, and is told of when that died', async () => {
    const { crash } = locks();
    openRecord(files('a.jsonl', 'b.jsonl')).taken(2000);
    expect(await interruptedImports()).toEqual([]);
    await crash();
    expect(await interruptedImports()).toMatchObject([
      { names: ['a.jsonl', 'b.jsonl'], files: 2, taken: 2000 },
    ]);
  });

  test('is told of as soon as its tab died, to who looked before', async () => {
    const { crash } = locks();
    openRecord(files('a.jsonl'));
    const told: string[] = [];
    expect(await interruptedImports(({ names }) => told.push(...names))).toEqual([]);
    expect(told).toEqual([]);
    await crash();
    expect(told).toEqual(['a.jsonl']);
  });

  test('that ended well is not told of to who waited', async () => {
    locks();
    const record = openRecord(files('a.jsonl'));
    const told: string[] = [];
    await interruptedImports(({ names }) => told.push(...names));
    record.end();
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual([]);
  });

  test('is gone when the import ends, however it does', async () => {
    const { crash } = locks();
    const record = openRecord(files('a.jsonl'));
    record.taken(10);
    record.end();
    await crash();
    expect(await interruptedImports()).toEqual([]);
    expect(localStorage).toHaveLength(0);
  });

  test('without locks begins to be told of by the next page', async () => {
    openRecord(files('a.jsonl'));
    expect(await interruptedImports()).toEqual([]);
    vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(Date.now() + 1000);
    expect(await interruptedImports()).toHaveLength(1);
    vi.restoreAllMocks();
  });

  test('that something else wrote is no record', async () => {
    const record = { names: ['a'], files: 1, taken: 0, at: 0 };
    const written = [{}, { names: 'a' }, { names: [1] }, { files: '1' }, { taken: null }, { at: '0' }];
    for (const [place, wrong] of written.entries()) {
      const text = JSON.stringify({ ...record, ...wrong });
      localStorage.setItem(`participant-timeline:importing:${place}`, text);
    }
    localStorage.setItem('participant-timeline:importing:y', 'oops');
    localStorage.setItem('participant-timeline:importing:z', 'null');
    // The first is one.
    expect(await interruptedImports()).toEqual([{ id: '0', ...record }]);
  });
});

/** A library that stays, whose import is told how far it is by the test. */
async function steered(path = '/') {
  const inner = await libraryOf(2);
  localStorage.setItem('participant-timeline:library-confirmed', 'true');
  let taken: (count: number) => void = () => undefined;
  let progress: (read: number, conversations: number) => void = () => undefined;
  let finish: (report: ImportReport) => void = () => undefined;
  const state = { ...inner.state(), persistent: true };
  const library: Library = {
    ...inner,
    source: inner.source,
    subscribe: inner.subscribe,
    state: () => state,
    import(_, onProgress, onTaken) {
      taken = (count) => onTaken?.(count);
      progress = (bytesRead, conversations) => onProgress({ bytesRead, bytesTotal: 100, conversations });
      const report = new Promise<ImportReport>((resolve) => {
        finish = resolve;
      });
      const nothing = () => undefined;
      return { pause: nothing, resume: nothing, cancel: nothing, report };
    },
  };
  const site = openSite(path, sessionStorage, library);
  return {
    ...site,
    taken: (count: number) => taken(count),
    progress: (read: number, count: number) => progress(read, count),
    finish: () =>
      finish({ ending: 'done', added: 1, updated: 0, unchanged: 0, skipped: [], skippedCount: 0 }),
  };
}

/** A tab died when so many conversations of it had been taken. */
async function interrupted(name: string, taken: number): Promise<void> {
  const { crash } = locks();
  openRecord(files(name)).taken(taken);
  await crash();
}

function input(): HTMLInputElement {
  const [first] = document.querySelectorAll<HTMLInputElement>('input[type="file"]');
  if (!first) throw new Error('No input for files');
  return first;
}

describe('an interrupted import', () => {
  test('is told of with its file and what was taken, and goes on with the same file', async () => {
    await interrupted('march.jsonl', 12_000);
    const { user, taken, finish } = await steered();
    const told = await screen.findByRole('region', { name: 'An import was interrupted' });
    expect(told).toHaveTextContent('march.jsonl');
    expect(told).toHaveTextContent('12,000 conversations had been taken, and are in the library.');
    expect(within(told).getByRole('button', { name: 'Choose the files again' })).toBeVisible();
    await user.upload(input(), files('march.jsonl').files.slice());
    await screen.findByRole('region', { name: 'Importing…' });
    expect(screen.queryByRole('region', { name: 'An import was interrupted' })).toBeNull();
    taken(13_000);
    expect(Object.keys(localStorage).filter((key) => key.includes('importing'))).toHaveLength(1);
    finish();
    await screen.findByRole('heading', { name: 'Import finished' });
    expect(Object.keys(localStorage).filter((key) => key.includes('importing'))).toEqual([]);
  });

  test('can be dismissed, and is not told of again', async () => {
    await interrupted('march.jsonl', 0);
    const { user, unmount } = await steered();
    const told = await screen.findByRole('region', { name: 'An import was interrupted' });
    expect(told).toHaveTextContent('Nothing of it had been taken yet.');
    await user.click(within(told).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('region', { name: 'An import was interrupted' })).toBeNull();
    unmount();
    expect(await interruptedImports()).toEqual([]);
  });

  test('of another file stays told of', async () => {
    await interrupted('march.jsonl', 5);
    const { user, finish } = await steered();
    await screen.findByRole('region', { name: 'An import was interrupted' });
    await user.upload(input(), files('april.jsonl').files.slice());
    await screen.findByRole('region', { name: 'Importing…' });
    finish();
    expect(await screen.findByRole('region', { name: 'An import was interrupted' })).toBeVisible();
  });
});

test('an import that goes on is seen and heard on every other page, with the way back to it', async () => {
  const { user, progress, taken, finish } = await steered();
  await screen.findByRole('button', { name: 'Import' });
  await user.click(screen.getByRole('button', { name: 'Import' }));
  await user.upload(input(), files('may.jsonl').files.slice());
  await screen.findByRole('region', { name: 'Importing…' });
  const bar = screen.getByRole('banner');
  expect(within(bar).queryByRole('link', { name: /^Importing/ })).toBeNull();
  await user.click(screen.getByRole('link', { name: 'Paste' }));
  progress(30, 1900);
  taken(1200);
  const link = await within(bar).findByRole('link', { name: 'Importing, 30%, 1,200 conversations imported' });
  expect(within(bar).getByText(/^The import has read 25%/)).toBeInTheDocument();
  progress(40, 2100);
  taken(1300);
  await within(bar).findByRole('link', { name: 'Importing, 40%, 1,300 conversations imported' });
  // Steps are told, not every move.
  expect(within(bar).getByText(/^The import has read 25%/)).toBeInTheDocument();
  finish();
  expect(
    await within(bar).findByText('The import is complete: new 1, updated 0, unchanged 0'),
  ).toBeInTheDocument();
  await user.click(await within(bar).findByRole('link', { name: 'Import finished' }));
  expect(link).not.toBeInTheDocument();
  expect(location.pathname).toBe('/');
  expect(await screen.findByRole('heading', { name: 'Import finished' })).toBeVisible();
  await user.click(screen.getByRole('link', { name: 'Paste' }));
  expect(within(bar).queryByRole('link', { name: 'Import finished' })).toBeNull();
});
