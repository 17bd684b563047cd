import { expect, test } from '../watch';
import { type Host, page, sample, startHost } from './hosts';

/** What shrinks to fit what it holds. */
const AROUND = {
  'inline-block': 'display: inline-block',
  float: 'float: left',
  positioned: 'position: absolute',
  'max-content': 'width: max-content',
  'fit-content': 'width: fit-content',
  'table cell': 'display: table-cell',
};

let host: Host;

test.beforeAll(async () => {
  const text = (await sample()).replaceAll('</', String.raw`<\/`);
  host = await startHost({
    '/': page(
      `<div id="around"><participant-timeline><script type="application/json">${text}</script></participant-timeline></div><script type="module" src="/lib/element.js"></script>`,
    ),
  });
});

test.afterAll(() => host.close());

for (const [name, style] of Object.entries(AROUND)) {
  test(`around it all shrinks to fit: ${name}`, async ({ page: hostPage }) => {
    const width = () =>
      hostPage.locator('participant-timeline').evaluate((element) => element.getBoundingClientRect().width);
    await hostPage.setViewportSize({ width: 1000, height: 700 });
    await hostPage.goto(host.origin);
    await hostPage.locator('#around').evaluate((element, css) => element.setAttribute('style', css), style);
    await expect.poll(width).toBeGreaterThan(600);
    // Where there is less room it takes that, but for a width that was asked for.
    await hostPage.setViewportSize({ width: 400, height: 700 });
    if (name !== 'max-content') await expect.poll(width).toBeLessThanOrEqual(400);
  });
}
