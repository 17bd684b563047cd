import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import {
  type IdsBetween,
  MOST_SELECTED,
  SelectedContext,
  useNewSelected,
  useSelection,
} from '../../../src/app/browse/list/useSelection';
import { useTask } from '../../../src/app/browse/parts/useTask';

/** A promise, and the way to settle it. */
function later<T>() {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    settle = resolve;
  });
  return { promise, settle: (value: T) => act(async () => settle(value)) };
}

describe('what takes its time', () => {
  const work = (name: string, run: (signal: AbortSignal) => Promise<void>, cancellable = true) => ({
    name,
    cancellable,
    run,
  });

  test('is done one after the other: what is deleted is exported first', async () => {
    const exported = later<void>();
    const remove = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const { result } = renderHook(() => useTask());
    act(() => result.current[1](work('export', () => exported.promise)));
    act(() => result.current[1](work('delete', remove, false)));
    await act(async () => undefined);
    expect(result.current[0]).toMatchObject({ kind: 'running', name: 'export' });
    expect(remove).not.toHaveBeenCalled();
    await exported.settle();
    expect(remove).toHaveBeenCalledOnce();
    expect(result.current[0]).toEqual({ kind: 'idle' });
  });

  test('tells how much of it is done', async () => {
    const { result } = renderHook(() => useTask());
    const ended = later<void>();
    let tell: (done: number) => void = () => undefined;
    act(() =>
      result.current[1]({
        name: 'export',
        cancellable: true,
        run(_, telling) {
          tell = telling;
          return ended.promise;
        },
      }),
    );
    await act(async () => undefined);
    act(() => tell(200));
    expect(result.current[0]).toMatchObject({ kind: 'running', name: 'export', done: 200 });
    await ended.settle();
    expect(result.current[0]).toEqual({ kind: 'idle' });
  });

  test('leaving the page breaks off what may be, and begins nothing of it that still waits', async () => {
    const deleted = later<void>();
    const signals: AbortSignal[] = [];
    const waiting = vi.fn<() => Promise<void>>(() => Promise.resolve());
    const { result, unmount } = renderHook(() => useTask());
    act(() =>
      result.current[1](
        work(
          'delete',
          (signal) => {
            signals.push(signal);
            return deleted.promise;
          },
          false,
        ),
      ),
    );
    act(() => result.current[1](work('export', waiting)));
    unmount();
    await deleted.settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    expect(waiting).not.toHaveBeenCalled();
  });
});

describe('a selection', () => {
  const row = (place: number, id: string) => ({ place, id });
  function select(idsBetween: IdsBetween) {
    function Around({ children }: { children: ReactNode }) {
      return <SelectedContext value={useNewSelected()}>{children}</SelectedContext>;
    }
    return renderHook(() => useSelection('library', idsBetween), { wrapper: Around }).result;
  }

  test('that was cleared stays so, whatever was being fetched for it', async () => {
    const ids = later<string[]>();
    const result = select(() => ids.promise);
    act(() => result.current.all(3));
    act(() => result.current.clear());
    act(() => result.current.click(row(0, 'one'), false));
    await ids.settle(['one', 'two', 'three']);
    expect([...result.current.ids]).toEqual(['one']);
  });

  test('stays what it was where rows cannot be fetched', async () => {
    const result = select(() => Promise.reject(new Error('no answer')));
    act(() => result.current.all(3));
    await act(async () => undefined);
    expect(result.current.ids.size).toBe(0);
  });

  test('refuses more rows at once than can be selected, until something else is selected', async () => {
    const between = vi.fn<IdsBetween>(() => Promise.resolve(['one', 'two']));
    const result = select(between);
    act(() => result.current.click(row(0, 'one'), false));
    for (const refused of [
      () => result.current.click(row(MOST_SELECTED, 'last'), true),
      () => result.current.stretch(row(MOST_SELECTED + 7, 'last'), row(3, 'three')),
      () => result.current.all(MOST_SELECTED + 1),
    ]) {
      between.mockResolvedValueOnce(null);
      await act(async () => refused());
      expect(result.current.tooMany).toBe(true);
      expect([...result.current.ids]).toEqual(['one']);
    }
    // It still begins at the row chosen last.
    await act(async () => result.current.click(row(1, 'two'), true));
    expect(between).toHaveBeenLastCalledWith(row(0, 'one'), row(1, 'two'));
    expect(result.current.tooMany).toBe(false);
    expect([...result.current.ids]).toEqual(['one', 'two']);
    between.mockResolvedValueOnce(null);
    await act(async () => result.current.all(MOST_SELECTED + 1));
    act(() => result.current.clear());
    expect(result.current.tooMany).toBe(false);
  });

  test('begins at the row chosen last, also when it was chosen while others were being fetched', async () => {
    const ids = later<null>();
    const between = vi.fn<IdsBetween>(() => ids.promise);
    const result = select(between);
    act(() => result.current.click(row(0, 'one'), false));
    act(() => result.current.click(row(9, 'ten'), true));
    act(() => result.current.click(row(4, 'five'), false));
    await ids.settle(null);
    await act(async () => result.current.click(row(6, 'seven'), true));
    expect(between).toHaveBeenLastCalledWith(row(4, 'five'), row(6, 'seven'));
  });
});
