import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { lines } from '../workers/conversationText';
import { startBelow } from './embed/hosts';
import { expectAccessible, timelineOf } from './watch';

const ROUTES = ['/', '/paste', '/c/some-id', '/embed'];

for (const route of ROUTES) {
  test(`${route} is there, under the page policy, and axe finds nothing`, async ({ page }) => {
    const violations: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text());
    });
    const response = await page.goto(route);
    expect(response?.status()).toBe(200);

    const headers = response?.headers() ?? {};
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    // The library's engine is WebAssembly, which only the site runs: a frame gets no way to compile any.
    const unsafe = headers['content-security-policy']?.match(/'[\w-]*unsafe[\w-]*'/g) ?? [];
    expect(unsafe).toEqual(route === '/embed' ? [] : ["'wasm-unsafe-eval'"]);
    expect(headers['content-security-policy']).toContain(
      route === '/embed' ? 'frame-ancestors *' : "frame-ancestors 'none'",
    );

    // Pages come after what is around them.
    const arrived = route === '/embed' ? page.locator('#root > *') : page.getByRole('heading', { level: 1 });
    await expect(arrived.first()).toBeVisible();
    expect(violations).toEqual([]);
    await expectAccessible(page);
  });
}

test('404.html is the app, for hosts that answer unknown paths with it', async ({ request }) => {
  const [page, fallback] = await Promise.all([request.get('/index.html'), request.get('/404.html')]);
  expect(await fallback.text()).toBe(await page.text());
});

test('the licences of what the site is made of go with it', async ({ request }) => {
  const text = await (await request.get('/licenses.txt')).text();
  for (const name of ['react', 'recharts', '@fontsource-variable/inter', '@sqlite.org/sqlite-wasm'])
    expect(text.match(new RegExp(`^## ${name} - `, 'gm'))).toHaveLength(1);
  expect(text).toContain('SIL OPEN FONT LICENSE');
});

test('built for a path of its host, it asks for nothing beside that path', async ({ page }) => {
  test.slow();
  const folder = test.info().outputPath('site');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--minify', 'false'];
  const env = { ...process.env, BASE_PATH: '/below/', NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, vite, { env });
  const site = await startBelow('/below/', folder);
  try {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${site.origin}/below/`);
    // From one page to the next, to a sample, and there by its address alone.
    await page.getByRole('link', { name: 'Paste' }).first().click();
    await expect(page).toHaveURL(`${site.origin}/below/paste`);
    // So much is read by a worker.
    await page.getByRole('textbox', { name: 'Conversation JSON', exact: true }).fill(lines(700));
    await page.getByRole('button', { name: 'Show timeline', exact: true }).click();
    await expect(timelineOf(page)).toContainText('Customer of c0');
    expect(asked.filter((path) => path.includes('worker'))).not.toEqual([]);
    await page.goto(`${site.origin}/below/c/billing-call-cobrowse`);
    await expect(timelineOf(page)).toContainText('Maya Okafor');
    await page.getByRole('link', { name: 'Docs' }).first().click();
    await page.getByRole('radio', { name: 'Frame' }).check();
    const framed = page.frameLocator('iframe').getByRole('region', { name: 'Timeline', exact: true });
    await expect(framed).toContainText('Maya Okafor');
    expect(asked.filter((path) => !path.startsWith('/below/'))).toEqual([]);
    expect(faults).toEqual([]);
  } finally {
    await site.close();
  }
});
