// @vitest-environment node
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readInWorker, type WorkerLine } from '../../src/workers/inWorker';
import type { Batch, ParseReport, ParseRequest } from '../../src/workers/messages';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker played by the test. */
function playedWorker() {
  const requests: ParseRequest[] = [];
  const played = {
    requests,
    terminated: false,
    say: (_report: ParseReport): void => undefined,
    break: (): void => undefined,
  };
  const line: WorkerLine = {
    send: (request) => requests.push(request),
    end: () => {
      played.terminated = true;
    },
    onReport: (listener) => {
      played.say = listener;
    },
    onBreak: (listener) => {
      played.break = listener;
    },
  };
  return { played, line };
}

function start(signal?: AbortSignal) {
  const { played: worker, line } = playedWorker();
  const batches: Batch[] = [];
  const sources = [{ blob: new Blob(['{}']) }];
  const ending = readInWorker(line, { sources, onBatch: (batch) => batches.push(batch), signal });
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
    worker.break();
    expect(await ending).toBe('unstarted');
  });

  test('a worker that breaks is reported', async () => {
    const { worker, ending } = start();
    worker.say({ type: 'ready' });
    worker.break();
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
