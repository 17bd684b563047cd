import { createServer } from 'vite';
import { expect, test, timelineOf } from './watch';

// What `npm start` serves is not what is tested elsewhere: modules one by one, and React in its strict mode.
test('the first command of the README shows a conversation, whose dialogs open and shut', async ({
  page,
}) => {
  test.setTimeout(120_000); // a fresh clone has its packages bundled first
  const server = await createServer({
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false },
  });
  try {
    await server.listen();
    await page.goto(server.resolvedUrls?.local[0] ?? '', { timeout: 60_000 });
    await expect(timelineOf(page)).toContainText('Maya Okafor', { timeout: 60_000 });
    await page.getByRole('link', { name: 'Open with all details' }).click();
    for (const name of ['Redact', 'Share', 'Keys']) {
      await page.getByRole('button', { name }).click();
      const dialog = page.getByRole('dialog', { name });
      await expect(dialog).toBeVisible();
      // What it is called is heard first, not how to shut it.
      await expect(dialog.getByRole('heading').first()).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
  } finally {
    await server.close();
  }
});
