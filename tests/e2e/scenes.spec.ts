import { expect, type Page, test } from '@playwright/test';
import { resolve } from 'node:path';
import { build, type InlineConfig, preview, type PreviewServer } from 'vite';
import { scenes } from '../gallery/all';
import { idOf } from '../gallery/scene';
import { agreed, difference, mosaicsOf } from './mosaic';

// One after another: each process would build the gallery for itself.
test.describe.configure({ mode: 'default' });
test.use({ viewport: { width: 2080, height: 900 }, colorScheme: 'light' });

let server: PreviewServer;
let gallery: string;

/** The gallery of scenes on a server of its own: it is no part of the site. */
test.beforeAll(async () => {
  const outDir = resolve('.temp/gallery');
  const shared: InlineConfig = { configFile: 'tests/gallery/vite.config.ts', logLevel: 'error' };
  await build({ ...shared, build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 } });
  server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  gallery = server.resolvedUrls?.local[0] ?? '';
});

test.afterAll(() => server.close());

async function open(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toHaveCount(scenes.length);
  await page.evaluate(() => document.fonts.ready);
}

for (const theme of ['light', 'dark']) {
  test(`every scene looks as agreed, ${theme}`, async ({ page }) => {
    await open(page, `${gallery}?theme=${theme}`);
    const mosaics = await mosaicsOf(page, page.locator('figure'));
    expect(mosaics).toHaveLength(scenes.length);
    const changed = scenes.flatMap((scene, at) => {
      const now = mosaics[at] ?? '';
      const found = difference(agreed(`tests/gallery/mosaics/${theme}/${idOf(scene)}.txt`, now), now);
      return found === undefined ? [] : [`${idOf(scene)}: ${found}`];
    });
    expect(changed).toEqual([]);
  });
}

test('a bar of another colour, or one that is gone, is noticed', async ({ page }) => {
  await open(page, gallery);
  const id = '4-4-hold-until-the-end-of-the-leg';
  // The others would only cost time.
  await page.addStyleTag({ content: `main > section:not([id="${id}"]) { display: none }` });
  const figure = page.locator(`[id="${id}"] figure`);
  const [before = ''] = await mosaicsOf(page, figure);
  const [again = ''] = await mosaicsOf(page, figure);
  expect(difference(before, again)).toBeUndefined();
  for (const change of ['fill: blue', 'display: none']) {
    const style = await page.addStyleTag({ content: `[data-segment="alerting"] { ${change} }` });
    const [changed = ''] = await mosaicsOf(page, figure);
    expect(difference(before, changed)).toContain('squares differ');
    await style.evaluate((element) => element.parentNode?.removeChild(element));
  }
});
