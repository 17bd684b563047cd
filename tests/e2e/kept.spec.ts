import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { conversationText } from '../workers/conversationText';
import { expect, test } from './watch';

// Browsers keep pages for going back to; Playwright's don't, unless they are started so.
let browser: Browser;
test.beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
test.afterAll(() => browser?.close());

test('a page that is kept for going back to leaves the library to the others, and has it again', async ({
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL });
  const first = await context.newPage();
  await first.goto('/');
  const choosing = first.waitForEvent('filechooser');
  await first.getByRole('button', { name: 'Import files' }).click();
  const buffer = Buffer.from(conversationText('a', 'Ada'));
  await (await choosing).setFiles([{ name: 'a.json', mimeType: 'application/json', buffer }]);
  await first.getByRole('button', { name: 'Keep them here' }).click();
  const ada = { name: 'Ada' };
  await expect(first.getByRole('link', ada)).toBeVisible();
  const second = await context.newPage();
  await second.goto('/');
  await expect(second.getByRole('link', ada)).toBeVisible();
  await first.goto('/?v=1&sort=-duration');
  await expect(first.getByRole('link', ada)).toBeVisible();
  await first.goto('/docs');
  await expect(first.getByRole('heading', { level: 1 })).toBeVisible();
  await first.goBack();
  await expect(first.getByRole('link', ada)).toBeVisible();
  await second.getByRole('searchbox', { name: 'Search conversations' }).fill('nobody');
  await expect(second.getByRole('heading', { name: 'No conversation matches all of this' })).toBeVisible();
  await context.close();
});
