import { configure, screen, within } from '@testing-library/react';
import { vi } from 'vitest';
import { openSite } from '../site';
import { libraryOf } from './people';

/**
 * For the tests of a file. A list is many elements: asking each by role whether it can be seen, and four hundred
 * zones besides, is what takes the time here; what must be seen is asked for in so many words.
 */
export function amongMany(): void {
  configure({ defaultHidden: true, asyncUtilTimeout: 30_000 });
  vi.spyOn(Intl, 'supportedValuesOf').mockReturnValue(['Europe/Berlin']);
  vi.setConfig({ testTimeout: 60_000 });
}

/** The home with a library of so many conversations, when its first rows are there. */
export async function openList(count: number, path = '/') {
  sessionStorage.clear();
  localStorage.clear();
  const site = openSite(path, sessionStorage, await libraryOf(count));
  const grid = await screen.findByRole('grid', { name: 'Conversations' });
  await within(grid).findAllByRole('link');
  return { ...site, grid };
}
