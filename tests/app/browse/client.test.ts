import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NoEngine, openLibrary } from '../../../src/app/browse/library/client';
import { Unreached } from '../../../src/app/browse/library/unreached';
import type { FromImport } from '../../../src/app/browse/library/import.worker';
import type { Stored } from '../../../src/sources/library/stored';
import type { FromHost } from '../../../src/sources/library/wire';
import type { FoundProblem } from '../../../src/workers/messages';

/** A worker as a page sees it: what it is told stays here, and it says what a test has it say. */
class Silent extends EventTarget {
  static all: Silent[] = [];
  /** What it says was stored when an import ends. */
  static stored: Stored | undefined;
  ended = false;
  private port: MessagePort | undefined;
  constructor() {
    super();
    Silent.all.push(this);
  }
  postMessage({ port, hangUp }: { port?: MessagePort; hangUp?: string }): void {
    this.port ??= port;
    if (hangUp !== undefined && Silent.stored) port?.postMessage(Silent.stored);
  }
  says(message: FromHost): void {
    this.port?.postMessage(message);
  }
  terminate(): void {
    this.ended = true;
    this.port?.close();
  }
}

beforeEach(() => {
  Silent.all = [];
  Silent.stored = undefined;
  vi.stubGlobal('Worker', Silent);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('an engine that can’t open its storage ends, so that another tab may', async () => {
  const opening = openLibrary();
  const [engine] = Silent.all;
  engine?.says({ type: 'unusable', why: 'storage' });
  await expect(opening).rejects.toThrow('storage');
  expect(engine?.ended).toBe(true);
});

describe('an engine that does not start', () => {
  const starts = {
    'of which the script cannot be fetched': (engine?: Silent) => engine?.dispatchEvent(new Event('error')),
    'of which more cannot be fetched': (engine?: Silent) => engine?.says({ type: 'unusable', why: 'engine' }),
  };

  test.each(Object.entries(starts))('%s is out of reach, where the browser could run it', async (_, fail) => {
    const opening = openLibrary().catch((error: unknown) => error);
    fail(Silent.all[0]);
    expect(await opening).toBeInstanceOf(Unreached);
  });

  test.each(Object.entries(starts))('%s is none, where the browser has no WebAssembly', async (_, fail) => {
    vi.stubGlobal('WebAssembly', undefined);
    const opening = openLibrary().catch((error: unknown) => error);
    fail(Silent.all[0]);
    expect(await opening).toBeInstanceOf(NoEngine);
  });
});

test('where no worker may be started there is no engine, and nothing is missing', async () => {
  vi.stubGlobal('Worker', undefined);
  await expect(openLibrary()).rejects.toBeInstanceOf(NoEngine);
});

test('an engine that breaks down when it is open has stopped: what was stored can be opened again', async () => {
  const opening = openLibrary();
  const [engine] = Silent.all;
  const info = { conversations: 3, persistent: true, bytes: 0, deletions: 0, swept: 0 };
  engine?.says({ type: 'info', info });
  const library = await opening;
  engine?.dispatchEvent(new Event('error'));
  expect(library.state().phase).toBe('silent');
});

test('an import ends when the engine is gone, and so does one that comes later', async () => {
  const opening = openLibrary();
  const [engine] = Silent.all;
  engine?.says({
    type: 'info',
    info: { conversations: 0, persistent: true, bytes: 0, deletions: 0, swept: 0 },
  });
  const library = await opening;
  const start = () => library.import({ kind: 'text', text: '{}' }, () => undefined).report;
  const report = start();
  engine?.says({ type: 'unusable', why: 'storage' });
  expect(await report).toMatchObject({ ending: 'crashed', added: 0 });
  expect(await start()).toMatchObject({ ending: 'crashed', added: 0 });
  expect(Silent.all.map(({ ended }) => ended)).toEqual([true, true, true]);
});

/** An import of a file that is large enough for one worker to read and others to work out. */
async function startLarge() {
  vi.stubGlobal('navigator', { hardwareConcurrency: 4 });
  const opening = openLibrary();
  Silent.all[0]?.says({
    type: 'info',
    info: { conversations: 0, persistent: true, bytes: 0, deletions: 0, swept: 0 },
  });
  const library = await opening;
  vi.useFakeTimers();
  const text = ' '.repeat(1_000_000);
  const run = library.import({ kind: 'text', text }, () => undefined);
  const [engine, ...workers] = Silent.all;
  const speak = (each: Silent, data: FromImport = { type: 'alive' }) =>
    each.dispatchEvent(new MessageEvent('message', { data }));
  return { run, report: run.report, engine, workers, speak };
}

test.each(['reads', 'works out', 'works out, too'])(
  'an import ends when the worker that %s is heard no more, for it dies without an event',
  async (which) => {
    const { report, workers, speak } = await startLarge();
    expect(workers).toHaveLength(3);
    for (const each of workers) speak(each);
    const counts = { added: 1000, updated: 0, unchanged: 2 };
    const [reader] = workers;
    if (reader) speak(reader, { type: 'taken', conversations: 1002, counts });
    const dead = workers[['reads', 'works out', 'works out, too'].indexOf(which)];
    let over = false;
    void report.then(() => (over = true));
    for (let second = 0; second < 115; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      for (const each of workers) if (each !== dead) speak(each);
    }
    expect(over).toBe(false);
    // What was stored until then stays, and is told, though nobody may have been left to hear of it.
    Silent.stored = { added: 2000, updated: 1 };
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await report).toMatchObject({ ending: 'crashed', added: 2000, updated: 1, unchanged: 2 });
    expect(workers.map(({ ended }) => ended)).toEqual([true, true, true]);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test('an import whose workers are still to be fetched is waited for, however slow the network is', async () => {
  const { report } = await startLarge();
  let over = false;
  void report.then(() => (over = true));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(over).toBe(false);
});

test('an import that is cancelled ends all its workers at once, and tells what is stored and was skipped', async () => {
  const { run, workers, engine, speak } = await startLarge();
  const [reader] = workers;
  const skipped = (message: string): FoundProblem => ({
    problem: { code: 'invalid-json', severity: 'error', message, pointers: [''] },
  });
  const progress = { bytesRead: 1, bytesTotal: 2, conversations: 0 };
  if (reader) {
    speak(reader, { type: 'progress', progress, skipped: [skipped('one')], skippedCount: 1 });
    speak(reader, {
      type: 'progress',
      progress,
      skipped: [skipped('two'), skipped('three')],
      skippedCount: 5,
    });
    speak(reader, { type: 'taken', conversations: 7, counts: { added: 4, updated: 0, unchanged: 3 } });
  }
  Silent.stored = { added: 5, updated: 1, replaced: 1 };
  run.cancel();
  expect(await run.report).toEqual({
    ending: 'cancelled',
    added: 5,
    updated: 1,
    unchanged: 3,
    replaced: 1,
    skipped: [skipped('one'), skipped('two'), skipped('three')],
    skippedCount: 5,
  });
  expect(workers.map(({ ended }) => ended)).toEqual([true, true, true]);
  expect(engine?.ended).toBe(false);
});

test('an import that is cancelled ends also where the engine is gone before it can tell what is stored', async () => {
  const { run, engine } = await startLarge();
  run.cancel();
  engine?.says({ type: 'unusable', why: 'storage' });
  vi.useRealTimers();
  expect(await run.report).toMatchObject({ ending: 'cancelled', added: 0 });
});

describe('an engine that dies or loops, which raises no event', () => {
  async function opened() {
    const opening = openLibrary();
    const [engine] = Silent.all;
    engine?.says({
      type: 'info',
      info: { conversations: 3, persistent: true, bytes: 0, deletions: 0, swept: 0 },
    });
    const library = await opening;
    vi.useFakeTimers();
    const beat = () => engine?.dispatchEvent(new MessageEvent('message', { data: { type: 'alive' } }));
    beat();
    return { library, engine, beat };
  }

  test('is ended when it was silent for long: who waits for an answer gets none, and the page says why', async () => {
    const { library, engine } = await opened();
    const phases: string[] = [];
    library.subscribe(() => phases.push(library.state().phase));
    const asked = library.having(['one']).catch((error: unknown) => error);
    const { report } = library.import({ kind: 'text', text: '{}' }, () => undefined);
    await vi.advanceTimersByTimeAsync(115_000);
    expect(engine?.ended).toBe(false);
    expect(phases).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(engine?.ended).toBe(true);
    expect(phases).toEqual(['silent']);
    expect(await asked).toMatchObject({ kind: 'unreachable' });
    expect(await report).toMatchObject({ ending: 'crashed' });
    await expect(library.having(['one'])).rejects.toMatchObject({ kind: 'unreachable' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is none that says now and then that it is there, whatever it does so long', async () => {
    const { library, engine, beat } = await opened();
    void library.having(['one']).catch(() => undefined);
    for (let minute = 0; minute < 60; minute++) {
      await vi.advanceTimersByTimeAsync(60_000);
      beat();
    }
    expect(engine?.ended).toBe(false);
    expect(library.state().phase).toBe('ready');
  });

  test('fails to open, where it never came so far', async () => {
    const opening = openLibrary();
    const [engine] = Silent.all;
    vi.useFakeTimers();
    const failed = opening.catch((error: unknown) => error);
    engine?.dispatchEvent(new MessageEvent('message', { data: { type: 'alive' } }));
    await vi.advanceTimersByTimeAsync(125_000);
    expect(await failed).toBeInstanceOf(Error);
    expect(engine?.ended).toBe(true);
  });
});
