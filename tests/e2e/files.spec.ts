import { gzipSync } from 'node:zlib';
import { conversationText } from '../workers/conversationText';
import { expect, onDisk, problemsOf, richBox, test, timelineOf } from './watch';

const MEGABYTE = 1_000_000;

/** 30 MB in a file of the test's own: one that another worker wrote once more would be changed while it is read. */
function large(): string {
  const padding = 'x'.repeat(2000);
  const count = Math.ceil((30 * MEGABYTE) / (conversationText('c0').length + padding.length + 20));
  const text = Array.from({ length: count }, (_, index) =>
    conversationText(`c${index}`).replace('"participants"', `"note":"${padding}","participants"`),
  );
  return onDisk('large.jsonl', text.join('\n'));
}

test('30 MB of JSON Lines are read with progress, and the page answers meanwhile', async ({ page }) => {
  await page.goto('/paste');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(large());
  await expect(page.getByRole('progressbar', { name: 'Reading the input' })).toBeVisible();
  await page.getByRole('textbox').fill('typed meanwhile');
  await expect(page.getByRole('heading', { name: /conversations found/ })).toBeVisible({ timeout: 50_000 });
  await expect(timelineOf(page)).toBeVisible();
  await expect(page.getByText('reloading the page loses it')).toBeVisible();
  await expect(await richBox(page)).toHaveText('typed meanwhile');
});

test('reading can be cancelled, and what was read stays', async ({ page }) => {
  const file = large();
  await page.goto('/paste');
  await page.locator('input[type=file]').setInputFiles(Array.from({ length: 6 }, () => file));
  // Not before some are read: what is cancelled at once has nothing to keep.
  await expect(page.getByText(/\d,\d{3} conversations so far/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Reading was cancelled.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /conversations found/ })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
});

test('packed files one after another in one file are read to their end', async ({ page }) => {
  await page.goto('/paste');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  const half = (from: number) =>
    gzipSync(Array.from({ length: 3000 }, (_, at) => `${conversationText(`c${from + at}`)}\n`).join(''));
  const buffer = Buffer.concat([half(0), half(3000), half(6000)]);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'three.jsonl.gz', mimeType: 'application/gzip', buffer });
  await expect(page.getByRole('heading', { name: '9,000 conversations found' })).toBeVisible();
  await expect(page.getByText(/damaged/)).toHaveCount(0);
});

test('several dropped files are sources of their own', async ({ page }) => {
  await page.goto('/paste');
  await expect(page.getByRole('button', { name: 'Show timeline' })).toBeVisible();
  const files = [
    { name: 'one.json', text: conversationText('a', 'Ada') },
    { name: 'broken.json', text: '{"id": oops}' },
    { name: 'two.json', text: conversationText('b', 'Ben') },
  ];
  const data = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Drop to open')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(page.getByRole('list', { name: 'Conversations found' }).getByRole('listitem')).toHaveCount(2);
  await expect(problemsOf(page).getByRole('listitem').first()).toContainText(
    /broken\.json: .*line 1, column/,
  );
  await page.reload();
  await expect(page.getByRole('list', { name: 'Conversations found' }).getByRole('listitem')).toHaveCount(2);
});

test('a file is opened from any page, and from within the editor, whose text stays its own', async ({
  page,
  context,
}) => {
  const carrying = (name: string, text: string) =>
    page.evaluateHandle(
      ({ name, text }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], name));
        return transfer;
      },
      { name, text },
    );
  await page.goto('/samples');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.dispatchEvent('body', 'drop', {
    dataTransfer: await carrying('a.json', conversationText('a', 'Ada')),
  });
  await expect(page.getByText('Read from a.json')).toBeVisible();
  const editor = page.locator('.cm-content');
  await editor.click();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('a piece'));
  await page.keyboard.press('Control+V');
  await expect(editor).toContainText('a piece');
  await page.keyboard.type(' more');
  await page.keyboard.press('Control+V');
  await expect(editor).toContainText('a piece morea piece');
  const clipboardData = await carrying('b.json', conversationText('b', 'Ben'));
  await editor.evaluate((element, clipboardData) => {
    clipboardData.setData('text/plain', 'b.json');
    const pasted = { clipboardData, bubbles: true, cancelable: true, composed: true };
    element.dispatchEvent(new ClipboardEvent('paste', pasted));
  }, clipboardData);
  await expect(page.getByText('Read from b.json')).toBeVisible();
  await expect(editor).not.toContainText('b.json');
});
