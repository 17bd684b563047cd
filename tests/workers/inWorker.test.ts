// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readInWorker, type WorkerLike } from '../../src/workers/inWorker';
import type { Batch, ParseReport, ParseRequest } from '../../src/workers/messages';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker played by the test. */
class PlayedWorker extends EventTarget implements WorkerLike {
  requests: ParseRequest[] = [];
  terminated = false;
  postMessage(message: ParseRequest): void {
    this.requests.push(message);
  }
  terminate(): void {
    this.terminated = true;
  }
  say(report: ParseReport): void {
    this.dispatchEvent(new MessageEvent('message', { data: report }));
  }
}

function start(signal?: AbortSignal) {
  const worker = new PlayedWorker();
  const batches: Batch[] = [];
  const sources = [{ blob: new Blob(['{}']) }];
  const ending = readInWorker(worker, { sources, onBatch: (batch) => batches.push(batch), signal });
  return { worker, batches, ending };
}

describe('readInWorker', () => {
  test('asks once the worker is ready, gathers, and ends it', async () => {
    const { worker, batches, ending } = start();
    expect(worker.requests).toHaveLength(0);
    worker.say({ type: 'ready' });
    expect(worker.requests).toHaveLength(1);
    worker.say({ type: 'batch', batch: { conversations: [], bytes: new Uint8Array(0), problems: [] } });
    worker.say({ type: 'done' });
    expect(await ending).toBe('done');
    expect(batches).toHaveLength(1);
    expect(worker.terminated).toBe(true);
  });

  test('a worker that goes silent is ended and reported', async () => {
    const { worker, ending } = start();
    worker.say({ type: 'ready' });
    await vi.advanceTimersByTimeAsync(9000);
    worker.say({ type: 'alive' });
    await vi.advanceTimersByTimeAsync(9000);
    expect(worker.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(2000);
    expect(await ending).toBe('silent');
    expect(worker.terminated).toBe(true);
  });

  test('a worker that never starts leaves the reading to the page', async () => {
    const { worker, ending } = start();
    worker.dispatchEvent(new Event('error'));
    expect(await ending).toBe('unstarted');
  });

  test('a worker that breaks is reported', async () => {
    const { worker, ending } = start();
    worker.say({ type: 'ready' });
    worker.dispatchEvent(new Event('error'));
    expect(await ending).toBe('crashed');
  });

  test('cancelling ends it at once', async () => {
    const control = new AbortController();
    const { worker, ending } = start(control.signal);
    worker.say({ type: 'ready' });
    control.abort();
    expect(worker.terminated).toBe(true);
    expect(await ending).toBe('cancelled');
  });
});
