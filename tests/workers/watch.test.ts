// @vitest-environment node
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchFor, watchWorker } from '../../src/workers/watch';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** So much time goes by before each tick, as in a page that nobody looks at, or in a machine that sleeps. */
function tickAfter(...all: number[]): void {
  let now = performance.now();
  const clock = vi.spyOn(performance, 'now');
  for (const ms of all) {
    now += ms;
    clock.mockReturnValue(now);
    vi.advanceTimersToNextTimer();
  }
}

test('silence is told once, when it was as long as said', () => {
  const onSilent = vi.fn<() => void>();
  const watch = watchFor(10 * SECOND, onSilent);
  vi.advanceTimersByTime(9 * SECOND);
  watch.heard();
  vi.advanceTimersByTime(9 * SECOND);
  expect(onSilent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE);
  expect(onSilent).toHaveBeenCalledOnce();
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that has a tick a minute hears of it after minutes, as if it had one a second', () => {
  const onSilent = vi.fn<() => void>();
  watchFor(3 * MINUTE, onSilent);
  tickAfter(MINUTE, MINUTE);
  expect(onSilent).not.toHaveBeenCalled();
  tickAfter(MINUTE);
  expect(onSilent).toHaveBeenCalledOnce();
});

test('what went by before a word is no silence', () => {
  const onSilent = vi.fn<() => void>();
  const watch = watchFor(2 * MINUTE, onSilent);
  const begun = performance.now();
  const clock = vi.spyOn(performance, 'now');
  for (let minute = 1; minute < 10; minute++) {
    clock.mockReturnValue(begun + minute * MINUTE - SECOND);
    watch.heard();
    clock.mockReturnValue(begun + minute * MINUTE);
    vi.advanceTimersToNextTimer();
  }
  clock.mockReturnValue(begun + 10 * MINUTE);
  vi.advanceTimersToNextTimer();
  expect(onSilent).not.toHaveBeenCalled();
});

test('a night in which the machine slept is no silence', () => {
  const onSilent = vi.fn<() => void>();
  const watch = watchFor(2 * MINUTE, onSilent);
  tickAfter(SECOND, 10 * 60 * MINUTE, SECOND);
  expect(onSilent).not.toHaveBeenCalled();
  watch.heard();
  tickAfter(SECOND, 10 * 60 * MINUTE, SECOND);
  expect(onSilent).not.toHaveBeenCalled();
});

test('a worker is watched from its first word on', () => {
  const onSilent = vi.fn<() => void>();
  const worker = new EventTarget() as Worker;
  const end = watchWorker(worker, MINUTE, onSilent);
  vi.advanceTimersByTime(10 * MINUTE);
  expect(onSilent).not.toHaveBeenCalled();
  worker.dispatchEvent(new Event('message'));
  vi.advanceTimersByTime(MINUTE);
  expect(onSilent).toHaveBeenCalledOnce();
  end();
});

test('a worker is watched no more by who has ended that, were it by its first word', () => {
  const onSilent = vi.fn<() => void>();
  const worker = new EventTarget() as Worker;
  worker.addEventListener('message', () => end());
  const end = watchWorker(worker, MINUTE, onSilent);
  worker.dispatchEvent(new Event('message'));
  expect(vi.getTimerCount()).toBe(0);
});
