import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { useRows } from '../../../src/app/browse/list/useRows';
import { factsOf } from '../../../src/core/facts/facts';
import { createMemorySource, type Held } from '../../../src/sources/memory/memory';
import { forgetConversations } from '../../../src/sources/queries';
import type { ConversationSource } from '../../../src/sources/source';

const NOTHING = factsOf({ id: '', observations: [] });
const LISTING = { filter: {} };

/** Conversations by when they started, the newest first in the list. */
function sourceOf(starts: number[]) {
  const held = () =>
    new Map(
      starts.map((start): [string, Held] => [
        `at ${start}`,
        { facts: { ...NOTHING, id: `at ${start}`, start }, original: () => Promise.resolve('') },
      ]),
    );
  const listeners = new Set<() => void>();
  const source: ConversationSource = {
    ...createMemorySource('some', () => Promise.resolve(held())),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { source, tell: () => listeners.forEach((listener) => listener()) };
}

function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}

describe('the rows of a list', () => {
  test('stand where they belong when something came or went before the pages in sight', async () => {
    const starts = upTo(350);
    const { source, tell } = sourceOf(starts);
    const queries = new QueryClient();
    source.onChange?.(() => void forgetConversations(queries, source));
    const { result, rerender } = renderHook(
      ({ first }: { first: number }) =>
        useRows(source, LISTING, {
          spans: [{ first, last: first + 20 }],
          kept: 0,
          count: { value: starts.length, exact: true },
        }),
      {
        initialProps: { first: 0 },
        wrapper: ({ children }: { children: ReactNode }) => (
          <QueryClientProvider client={queries}>{children}</QueryClientProvider>
        ),
      },
    );
    const shown = (from: number, to: number) =>
      upTo(to - from).map((at) => result.current.rowAt(from + at)?.start);
    const wanted = (from: number, to: number) => starts.toSorted((one, other) => other - one).slice(from, to);
    const look = (first: number) =>
      waitFor(() => {
        rerender({ first });
        expect(result.current.loading).toBe(false);
        expect(shown(first, first + 20)).toEqual(wanted(first, first + 20));
      });
    for (const first of [0, 90, 190]) await look(first);
    // Newer ones come …
    starts.push(...upTo(10).map((at) => 1000 + at));
    act(tell);
    for (const first of [190, 90, 0, 290]) await look(first);
    expect(result.current.total).toBe(360);
    // … and some in the middle go.
    starts.splice(100, 150);
    act(tell);
    for (const first of [90, 0, 190]) await look(first);
    expect(result.current.total).toBe(210);
  });
});
