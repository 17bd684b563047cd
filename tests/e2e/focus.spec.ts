import { rest } from '../app/durations/conversations';
import { expect, paste, test, timelineOf } from './watch';

// Browsers forget the focus of what is taken from the page, and begin anew before the navigation.

test('a page that has to be loaded first has the focus when it is there', async ({ page }) => {
  await page.route(/SamplesPage/, async (route) => {
    await page.waitForTimeout(500);
    await route.continue();
  });
  await page.goto('/nowhere');
  await page.getByRole('link', { name: 'Go to the samples' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Samples' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('the keyboard goes on in the page after the question before the first import', async ({ page }) => {
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).press('Enter');
  const file = {
    name: 'one.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(rest())),
  };
  await (await choosing).setFiles([file]);
  await page.getByRole('button', { name: 'Keep them here' }).press('Enter');
  await expect(page.getByRole('grid', { name: 'Conversations' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('the keyboard goes on in the panel that a problem led to', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await page.getByRole('button', { name: 'Show in the JSON' }).first().press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'JSON' })).toBeFocused();
});

test('rows can be scrolled after a button of one of them was pressed', async ({ page }) => {
  const participants = Array.from({ length: 200 }, (_, at) => ({
    id: `p-${at}`,
    name: `Person ${at}`,
    purpose: 'agent',
    calls: [{ connectedTime: '2026-11-19T09:00:00Z', disconnectedTime: '2026-11-19T09:05:00Z' }],
  }));
  await paste(page, JSON.stringify({ id: 'many', participants }));
  const timeline = timelineOf(page);
  await timeline.getByRole('button', { name: 'Fold Person 3', exact: true }).click();
  await timeline.locator('.pt-scroll').evaluate((rows) => {
    rows.scrollTop = 4000;
  });
  await expect(timeline.getByRole('row', { name: 'Person 75,' })).toBeVisible();
  await expect(timeline.locator('[role="gridcell"]:focus')).toHaveCount(1);
  expect(await timeline.locator('.pt-scroll').evaluate((rows) => rows.scrollTop)).toBe(4000);
});
