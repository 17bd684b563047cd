import { rest } from '../app/durations/conversations';
import { expect, test } from './watch';

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
