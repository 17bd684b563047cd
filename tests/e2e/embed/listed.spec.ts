import { expect, type Page, test } from '@playwright/test';
import { type Host, type HostPage, page, startHost, startListed } from './hosts';

/** Asks once the frame is there, and keeps what comes back. */
const ASK = `
const [frame] = document.querySelectorAll('iframe');
window.heard = [];
addEventListener('message', ({ data, origin }) => window.heard.push({ ...data, origin }));
frame.addEventListener('load', () => {
  frame.contentWindow.postMessage({ protocol: 'participant-timeline', version: 1, type: 'ping', id: 'a' }, '*');
  window.asked = true;
});
frame.src = new URLSearchParams(location.search).get('site') + '/embed?parentOrigin=' + encodeURIComponent(location.origin);`;

const PAGES: { readonly [path: string]: HostPage } = {
  '/': page('<main><h1>Host</h1><iframe title="Timeline"></iframe></main><script src="/ask.js"></script>'),
  '/ask.js': { body: ASK },
};

let listed: Host;
let foreign: Host;
let site: Host;
let deaf: Host;

test.beforeAll(async () => {
  [listed, foreign] = await Promise.all([startHost(PAGES), startHost(PAGES)]);
  [site, deaf] = await Promise.all([startListed([listed.origin]), startListed([listed.origin], true)]);
});
test.afterAll(() => Promise.all([listed, foreign, site, deaf].map((each) => each.close())));

function heardOn(host: Page): Promise<string[]> {
  return host.evaluate(() => window.heard.map(({ type, id = '', origin }) => `${type} ${id} ${origin}`));
}

async function frame(host: Page, by: Host, what: Host): Promise<void> {
  await host.goto(`${by.origin}/?site=${encodeURIComponent(what.origin)}`);
  await host.waitForFunction(() => 'asked' in window);
}

test('a site built with a list of who may frame it answers those', async ({ page: host, request }) => {
  const policy = (await request.get(`${site.origin}/embed`)).headers()['content-security-policy'];
  expect(policy).toContain(`frame-ancestors 'self' ${listed.origin};`);
  for (const what of [site, deaf]) {
    await frame(host, listed, what);
    await expect.poll(() => heardOn(host)).toContain(`ready a ${what.origin}`);
  }
});

test('others get nothing: the browser shuts the frame, and where it does not, the frame is silent', async ({
  page: host,
}) => {
  await frame(host, foreign, site);
  expect(host.frames()[1]?.url()).toMatch(/^chrome-error:/);
  expect(await heardOn(host)).toEqual([]);
  await frame(host, foreign, deaf);
  const inside = host.frameLocator('iframe');
  await expect(inside.getByText('to trust a page that is not on the list of this site')).toBeVisible();
  await inside
    .locator('html')
    .evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await heardOn(host)).toEqual([]);
});

test('the site’s own docs still frame it', async ({ page: docs }) => {
  await docs.goto(`${site.origin}/docs`);
  await docs.getByRole('radio', { name: 'Frame' }).check();
  const shown = docs.frameLocator('iframe').getByRole('region', { name: 'Timeline', exact: true });
  await expect(shown).toContainText('Maya Okafor');
});
