import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';

/** Sources that no host page is to pay for. */
const SITE_ONLY =
  /src\/(app|sources)\/|node_modules\/(@tanstack|recharts|wouter|@codemirror|@sqlite\.org|dexie|idb)\//;

test('a frame loads nothing of the site around it', async ({ page }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js')) scripts.push(pathname);
  });
  await page.goto('/embed');
  await expect(page.getByText('Its address has neither')).toBeVisible();
  expect(scripts.length).toBeGreaterThan(0);
  const sources = await Promise.all(
    scripts.map(async (script) => {
      const map: { sources: string[] } = JSON.parse(await readFile(`dist${script}.map`, 'utf8'));
      return map.sources;
    }),
  );
  expect(sources.flat().some((source) => source.includes('src/timeline/'))).toBe(true);
  expect(sources.flat().filter((source) => SITE_ONLY.test(source))).toEqual([]);
});
