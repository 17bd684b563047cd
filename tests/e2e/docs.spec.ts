import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { type Host, SITE, startHost } from './embed/hosts';
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

/** What a recipe says, for the site that is tested. */
const recipe = (name: string) =>
  readFileSync(`src/app/docs/recipes/${name}.txt`, 'utf8').replace('https://timeline.example.com', SITE);
const billing = readFileSync('public/samples/billing-call-cobrowse.json', 'utf8');

/** Opens a page of another origin. */
async function openHost(page: Page, files: Record<string, string>, query = ''): Promise<Host> {
  const pages = Object.entries(files).map(([path, body]) => [path, { body }]);
  const host = await startHost(Object.fromEntries(pages));
  await page.goto(`${host.origin}/${query}`);
  return host;
}

test('the recipe without the package shows a conversation on a page of another origin', async ({ page }) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const host = await openHost(page, {
    '/': `<!doctype html><title>A dashboard</title><script>window.conversation = ${billing}</script>
      <iframe id="timeline" title="Conversation timeline"></iframe>
      <script>timeline.src = '${SITE}/embed?parentOrigin=' + location.origin</script>
      <script src="/page.js"></script>`,
    '/page.js': recipe('protocol'),
  });
  try {
    await expect(timelineIn(page.frameLocator('#timeline'))).toContainText('Maya Okafor');
    await expect(page.locator('#timeline')).toHaveAttribute('height', /^\d{3}/);
    expect(said).toEqual([expect.stringMatching(/^loaded/)]);
  } finally {
    await host.close();
  }
});

test('the controller of a portal sends what there is when its frame has loaded, and what comes later', async ({
  page,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  // In place of AngularJS, which draws the iframe first and gives it its address then.
  const host = await openHost(page, {
    '/': `<!doctype html><title>A portal</title><div id="widget"></div><script>const api = {}</script>
      <script src="/controller.js"></script><script>
      const c = { data: { conversation: ${billing} } };
      const trusting = { trustAsResourceUrl: (address) => address };
      const scope = { $watch: (what, tell) => { scope.changed = tell; tell(); } };
      api.controller.call(c, scope, trusting, [widget]);
      widget.append(document.createElement('iframe'));
      widget.firstChild.src = c.address;
      </script>`,
    '/controller.js': recipe('servicenow'),
  });
  try {
    const timeline = timelineIn(page.frameLocator('iframe'));
    await expect(timeline).toContainText('Maya Okafor');
    const other = readFileSync('public/samples/unanswered-offers.json', 'utf8');
    await page.evaluate(`c.data.conversation = ${other}; scope.changed()`);
    await expect(timeline).not.toContainText('Maya Okafor');
    expect(said).toEqual([]); // nothing was sent to an empty page
  } finally {
    await host.close();
  }
});

test('the client application shows the conversation, and says when it is not up to date', async ({
  page,
  complaints,
}) => {
  const answers: (number | undefined)[] = [undefined, 200, 401];
  const asked: string[] = [];
  await page.route('https://api.mypurecloud.com/**', async (route) => {
    const status = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(new URL(route.request().url()).pathname);
    if (status === undefined) return route.abort();
    const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
    return route.fulfill({ status, headers, body: status === 200 ? billing : '{}' });
  });
  await page.clock.install();
  const host = await openHost(
    page,
    {
      '/': `<!doctype html><title>A widget</title><script>window.signIn = async () => 'token'</script>
        <script type="importmap">{ "imports": { "participant-timeline/element": "/lib/element.js" } }</script>
        ${recipe('genesys-html')}`,
      '/widget.js': recipe('genesys'),
    },
    '?conversationId=7c1e%2F9',
  );
  try {
    const status = page.getByText(/^Not up to date/);
    await expect(status).toHaveText(/^Not up to date: ./);
    await page.clock.runFor(10_000);
    await expect(timelineIn(page)).toContainText('Maya Okafor');
    await expect(status).toHaveCount(0);
    await page.clock.runFor(10_000);
    await expect(status).toHaveText('Not up to date: Genesys answered 401');
    await expect(timelineIn(page)).toContainText('Maya Okafor');
    complaints.splice(0); // the browser's, of what it could not fetch
    expect(new Set(asked)).toEqual(new Set(['/api/v2/conversations/7c1e%2F9']));
  } finally {
    await host.close();
  }
});
