import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { isTooShort } from '../../../src/app/browse/filters/short';
import type { Library } from '../../../src/app/browse/library/library';
import { openSite } from '../site';
import { amongMany } from './open';
import { libraryOf } from './people';

amongMany();

describe('a search is too short', () => {
  test.each(['a', ' jo ', 'a b c', '12', 'жу'])('of %j: no index helps', (text) => {
    expect(isTooShort(text)).toBe(true);
  });

  test.each(['', '  ', 'ada', 'a lovelace', '王伟', '김', 'שי'])('not of %j', (text) => {
    expect(isTooShort(text)).toBe(false);
  });
});

/** As if so many were in it. */
async function libraryThatSays(conversations: number): Promise<Library> {
  const inner = await libraryOf(12);
  const state = { ...inner.state(), conversations };
  return { ...inner, source: inner.source, subscribe: inner.subscribe, state: () => state };
}

test('in a large library two letters ask nothing, and say why; three do', async () => {
  sessionStorage.clear();
  const { user } = openSite('/', sessionStorage, await libraryThatSays(1_000_000));
  const box = await screen.findByRole('searchbox', { name: 'Search conversations' });
  await user.type(box, '07');
  expect(screen.getByText('A library of this size is searched from 3 letters on.')).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(screen.queryByRole('button', { name: /^Remove filter: “/ })).toBeNull();
  await user.clear(box);
  await user.type(box, 'r 07');
  expect(screen.getByText('A library of this size is searched from 3 letters on.')).toBeVisible();
  await user.clear(box);
  await user.type(box, 'customer 07');
  expect(await screen.findByRole('button', { name: 'Remove filter: “customer 07”' })).toBeVisible();
  await waitFor(() => expect(screen.getByText('1 conversation')).toBeVisible());
  expect(screen.queryByText(/is searched from 3 letters/)).toBeNull();
  // Back to what is too short: nothing filters, rather than what nobody sees any more.
  await user.clear(box);
  await user.type(box, 'cu');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Remove filter: “/ })).toBeNull());
  expect(box).toHaveValue('cu');
});

test('in a small one two letters are enough', async () => {
  sessionStorage.clear();
  const { user } = openSite('/', sessionStorage, await libraryThatSays(12));
  await user.type(await screen.findByRole('searchbox', { name: 'Search conversations' }), '07');
  expect(await screen.findByRole('button', { name: 'Remove filter: “07”' })).toBeVisible();
  await waitFor(() => expect(screen.getByText('1 conversation')).toBeVisible());
});
