import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { fragmentOf, sample } from './hosts';

/** Sources that no host page is to pay for. */
const SITE_ONLY =
  /src\/(app|sources)\/|node_modules\/(@tanstack|recharts|wouter|@codemirror|@sqlite\.org|dexie|idb)\//;

test('a frame loads nothing of the site around it, whatever it shows', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.push(pathname);
  });
  await page.goto('/embed');
  await expect(page.getByText('Its address has neither')).toBeVisible();
  // What reads an address, mends broken text and finds comes when it is asked for.
  await page.goto(`/embed${await fragmentOf((await sample()).slice(0, -40))}`);
  await page.getByRole('gridcell').first().press('/');
  await expect(page.getByRole('search')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /, line \d+, column \d+\.$/ })).toBeVisible();
  const sources = await Promise.all(
    scripts.map(async (script) => {
      const map: { sources: string[] } = JSON.parse(await readFile(`dist${script}.map`, 'utf8'));
      return map.sources;
    }),
  );
  expect(sources.flat().some((source) => source.includes('src/timeline/'))).toBe(true);
  expect(sources.flat().filter((source) => SITE_ONLY.test(source))).toEqual([]);
});
