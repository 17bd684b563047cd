import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLibrary } from '../../../src/app/browse/library/client';
import type { FromHost } from '../../../src/sources/library/wire';

/** A worker as a page sees it: what it is told stays here, and it says what a test has it say. */
class Silent extends EventTarget {
  static all: Silent[] = [];
  ended = false;
  private port: MessagePort | undefined;
  constructor() {
    super();
    Silent.all.push(this);
  }
  postMessage({ port }: { port?: MessagePort }): void {
    this.port ??= port;
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
  vi.stubGlobal('Worker', Silent);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
});
afterEach(() => vi.unstubAllGlobals());

test('an engine that can’t open its storage ends, so that another tab may', async () => {
  const opening = openLibrary();
  const [engine] = Silent.all;
  engine?.says({ type: 'unusable', why: 'storage' });
  await expect(opening).rejects.toThrow('storage');
  expect(engine?.ended).toBe(true);
});

test('an import ends when the engine is gone, and so does one that comes later', async () => {
  const opening = openLibrary();
  const [engine] = Silent.all;
  engine?.says({ type: 'info', info: { conversations: 0, persistent: true, bytes: 0 } });
  const library = await opening;
  const start = () => library.import({ kind: 'text', text: '{}' }, () => undefined).report;
  const report = start();
  engine?.says({ type: 'unusable', why: 'storage' });
  expect(await report).toMatchObject({ ending: 'crashed', added: 0 });
  expect(await start()).toMatchObject({ ending: 'crashed', added: 0 });
  expect(Silent.all.map(({ ended }) => ended)).toEqual([true, true, true]);
});
