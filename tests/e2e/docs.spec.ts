import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { Locator, Page } from '@playwright/test';
import { expect, expectAccessibleInBoth, expectNothingOver, test } from './watch';

const live = (page: Page) => page.locator('#live');
const codeIn = (place: Locator) => place.locator('pre').first();
const timelineIn = (place: Pick<Locator, 'getByRole'>) =>
  place.getByRole('region', { name: 'Timeline', exact: true });

async function openDocs(page: Page, form?: string): Promise<Locator> {
  await page.goto('/docs');
  await expect(timelineIn(live(page))).toBeVisible();
  if (form !== undefined) await page.getByRole('radio', { name: form }).check();
  return live(page);
}

test('the React component follows the controls, and so does its code', async ({ page }) => {
  const section = await openDocs(page);
  await section.getByLabel('Theme').selectOption('dark');
  await section.getByLabel('Compact').check();
  await section.getByLabel('Peers').check();
  const root = section.locator('.pt-root').first();
  await expect(root).toHaveAttribute('data-theme', 'dark');
  await expect(root).toHaveAttribute('data-compact', '');
  await expect(section.getByRole('switch', { name: 'Peers' })).toBeChecked();
  for (const prop of ['theme="dark"', 'compact', 'overlays={{ peers: true }}', 'timeZone="UTC"']) {
    await expect(codeIn(section)).toContainText(prop);
  }
  await section.getByLabel('Conversation', { exact: true }).selectOption('unanswered-offers');
  await expect(timelineIn(section)).not.toContainText('Maya Okafor');
});

test('the element follows the controls, and tells of what is chosen', async ({ page }) => {
  const section = await openDocs(page, 'Custom element');
  const element = section.locator('participant-timeline');
  await expect(timelineIn(element)).toContainText('Maya Okafor');
  await section.getByLabel('Time zone').selectOption('America/New_York');
  await expect(element).toHaveAttribute('time-zone', 'America/New_York');
  await expect(timelineIn(element)).toContainText('America/New_York');
  await expect(codeIn(section)).toContainText('time-zone="America/New_York"');
  await timelineIn(element).getByRole('gridcell').first().focus();
  await page.keyboard.press('Enter');
  await expect(section.getByRole('region', { name: 'What it tells you' })).toContainText('select');
});

test('the frame is shown under the policy of this page, and keeps its conversation when loaded anew', async ({
  page,
}) => {
  const section = await openDocs(page, 'Frame');
  const frame = page.frameLocator('iframe[title="Conversation timeline"]');
  await expect(frame.getByRole('region', { name: 'Timeline', exact: true })).toContainText('Maya Okafor');
  await section.getByLabel('Clock').selectOption('elapsed');
  await expect(page.locator('iframe')).toHaveAttribute('src', /clock=elapsed/);
  const timeline = frame.getByRole('region', { name: 'Timeline', exact: true });
  // Until the new page has come the old one is there, with the same conversation.
  await expect(timeline).toContainText('Time since start');
  await expect(timeline).toContainText('Maya Okafor');
  await expect(codeIn(section)).toContainText('clock=elapsed');
  await expect(codeIn(section)).toContainText('parentOrigin=https://dashboard.example.com');
  await frame.getByRole('gridcell').first().focus();
  await page.keyboard.press('Enter');
  await expect(section.getByRole('region', { name: 'What it tells you' })).toContainText('select');
});

test('links into the docs and out of them get the policy of each page', async ({ page }) => {
  const policyOf = async (go: () => Promise<unknown>, path: string) => {
    const answered = page.waitForResponse(
      (response) => response.request().isNavigationRequest() && new URL(response.url()).pathname === path,
    );
    await go();
    return (await answered).headers()['content-security-policy'];
  };
  const pages = page.getByRole('navigation', { name: 'Pages' });
  expect(await policyOf(() => page.goto('/'), '/')).toContain("frame-src 'none'");
  const docs = pages.getByRole('link', { name: 'Docs' });
  expect(await policyOf(() => docs.click(), '/docs')).toContain("frame-src 'self'");
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put the timeline into your page');
  const out = pages.getByRole('link', { name: 'Paste' });
  expect(await policyOf(() => out.click(), '/paste')).toContain("frame-src 'none'");
});

test('code is copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const section = await openDocs(page);
  await section.getByLabel('Read only').check();
  await section.getByRole('button', { name: 'Copy: Conversation.tsx' }).click();
  await expect(section.getByText('Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.trimEnd()).toBe(await codeIn(section).innerText());
  expect(copied).toContain('      readOnly\n');
});

test('colours are drawn on component and element, said as a rule, warned of where weak, and reset', async ({
  page,
}) => {
  const section = await openDocs(page);
  const colours = page.getByRole('region', { name: 'Colours' });
  const rule = section.locator('figure', { hasText: 'your.css' });
  const drawn = () =>
    timelineIn(section).evaluate((region) => {
      const probe = region.appendChild(document.createElement('span'));
      probe.style.color = 'var(--pt-accent)';
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    });
  await colours.getByText('Surfaces and words').click();
  await colours.getByLabel('--pt-accent').fill('#ffee00');
  await expect.poll(drawn).toBe('rgb(255, 238, 0)');
  await expect(rule).toContainText('--pt-accent: light-dark(#ffee00, ');
  await expect(colours.getByText(/1\.\d : 1 on the background, less than 4\.5 : 1/)).toBeVisible();
  await page.getByRole('radio', { name: 'Custom element' }).check();
  await expect(section.locator('participant-timeline')).toBeVisible();
  await expect.poll(drawn).toBe('rgb(255, 238, 0)');
  await colours.getByRole('button', { name: 'Reset all' }).click();
  await expect.poll(drawn).not.toBe('rgb(255, 238, 0)');
  await expect(rule).toHaveCount(0);
});

test('axe finds nothing on the page, nor in any form, in light nor in dark', async ({ page }) => {
  test.slow(); // a long page
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const section = await openDocs(page);
  await expectAccessibleInBoth(page);
  await page.getByRole('radio', { name: 'Custom element' }).check();
  await expect(timelineIn(section.locator('participant-timeline'))).toBeVisible();
  await expectAccessibleInBoth(page, '#live');
  await page.getByRole('radio', { name: 'Frame' }).check();
  await expect(timelineIn(page.frameLocator('iframe'))).toBeVisible();
  await expectAccessibleInBoth(page, '#live');
});

test('nothing runs over the side, from 320 to 2560 px', async ({ page }) => {
  await openDocs(page);
  await expectNothingOver(page, [320, 390, 768, 1440, 2560]);
});

/** A host page on an origin of its own, made of what the docs show. */
function serveHost(files: Record<string, string>): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const body = files[request.url ?? ''];
    response.statusCode = body === undefined ? 404 : 200;
    const type = request.url?.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
    response.setHeader('Content-Type', type);
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve({ origin: `http://localhost:${port}`, server });
    });
  });
}

test('the recipe without the package shows a conversation on a page of another origin', async ({
  page,
  baseURL,
}) => {
  const site = baseURL ?? '';
  const recipe = readFileSync('src/app/docs/recipes/protocol.txt', 'utf8');
  const conversation = readFileSync('public/samples/billing-call-cobrowse.json', 'utf8');
  const files: Record<string, string> = {
    '/conversation.js': `window.conversation = ${conversation};`,
    '/page.js': recipe.replace('https://timeline.example.com', site),
    '/favicon.ico': '',
  };
  const { origin, server } = await serveHost(files);
  files['/'] = `<!doctype html><title>A dashboard</title><script src="/conversation.js"></script>
    <iframe id="timeline" title="Conversation timeline" src="${site}/embed?parentOrigin=${origin}"></iframe>
    <script src="/page.js"></script>`;
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  try {
    await page.goto(origin);
    const frame = page.frameLocator('#timeline');
    await expect(frame.getByRole('region', { name: 'Timeline', exact: true })).toContainText('Maya Okafor');
    await expect(page.locator('#timeline')).toHaveAttribute('height', /^\d{3}/);
    expect(said).toEqual([expect.stringMatching(/^loaded/)]);
  } finally {
    server.close();
  }
});
