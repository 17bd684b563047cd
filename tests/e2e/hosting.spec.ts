import { expect, test } from '@playwright/test';
import { expectAccessible } from './watch';

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
