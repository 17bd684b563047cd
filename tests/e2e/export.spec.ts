import { readFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { expect, expectAccessible, test, timelineOf } from './watch';

const CALL = '/c/billing-call-cobrowse';

async function exported(page: Page, name: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function openMenu(page: Page) {
  await page.goto(CALL);
  await expect(timelineOf(page)).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
}

test('pictures: SVG that stands alone, PNG twice its size', async ({ page }) => {
  await openMenu(page);
  const svg = await exported(page, 'Picture, SVG');
  expect(svg.name).toMatch(/^conversation-[\w-]+\.svg$/);
  const text = svg.bytes.toString();
  expect(text).toContain('Jonas Weber');
  expect(text).toContain('data-segment="hold"');
  const width = Number(/<svg[^>]* width="(\d+)"/.exec(text)?.[1]);
  const png = await exported(page, 'Picture, PNG');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBe(width * 2);
});

test('the picture is copied, to be pasted into a mail or a chat', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openMenu(page);
  await page.getByRole('button', { name: 'Copy picture' }).click();
  await expect(page.getByText('The picture is on the clipboard.')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    if (!item) throw new Error('Nothing was copied');
    const { width } = await createImageBitmap(await item.getType('image/png'));
    return { types: item.types, width };
  });
  expect(copied.types).toEqual(['image/png']);
  expect(copied.width).toBeGreaterThan(1000);
  const menu = page.getByRole('button', { name: 'Export' });
  await menu.click();
  await menu.click();
  await expect(page.getByRole('button', { name: 'Copy picture' })).toBeVisible();
  await expect(page.getByText('The picture is on the clipboard.')).toBeHidden();
});

test('a browser that lets nothing be copied is told of as that, and the picture can still be saved', async ({
  page,
}) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await openMenu(page);
  await page.getByRole('button', { name: 'Copy picture' }).click();
  await expect(page.getByText('The browser did not allow copying.')).toBeVisible();
  expect((await exported(page, 'Picture, PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
});

test('files: the events as CSV, the conversation as JSON that opens again the same', async ({ page }) => {
  await openMenu(page);
  const csv = (await exported(page, 'Events, CSV')).bytes.toString();
  expect(csv).toContain('2026-11-19T09:07:00.000Z,2026-11-19T09:08:12.000Z,72000,Jonas Weber,Segment,Hold');
  const json = (await exported(page, 'Conversation, JSON')).bytes.toString();
  await page.goto('/paste');
  await page.getByRole('textbox', { name: 'Conversation JSON' }).fill(json);
  await page.getByRole('button', { name: 'Show timeline' }).click();
  await expect(timelineOf(page).getByRole('row', { name: /^Jonas Weber/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Hold 1:12/ })).toBeVisible();
});

test('the Events table is saved as it is filtered', async ({ page }) => {
  await page.goto(CALL);
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Filter events' }).fill('hold jonas');
  await expect(page.getByRole('table', { name: 'Events' }).getByRole('row')).toHaveCount(2);
  const { bytes } = await exported(page, 'Save as CSV');
  expect(bytes.toString().trim().split('\r\n')).toHaveLength(2);
});

test('redacted: seen before it is done, then on the whole page and in its files', async ({ page }) => {
  await page.goto(CALL);
  await page.getByRole('button', { name: 'Redact' }).click();
  const dialog = page.getByRole('dialog', { name: 'Redact' });
  await expect(dialog.getByRole('table')).toContainText('Jonas Weber');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Show redacted' }).click();
  await expect(page.getByText('Personal values are replaced in all that is shown')).toBeVisible();
  await expect(page.getByText('Jonas Weber')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Hold 1:12/ })).toBeVisible();

  await page.getByRole('tab', { name: 'JSON' }).click();
  const source = page.getByRole('group', { name: 'Source JSON' });
  await expect(source).toContainText('participant-timeline');
  await page.getByRole('button', { name: 'Export' }).click();
  for (const kind of ['Picture, SVG', 'Events, CSV', 'Conversation, JSON']) {
    const { bytes } = await exported(page, kind);
    expect(bytes.toString()).not.toContain('Jonas');
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Show the original' }).click();
  await expect(timelineOf(page).getByRole('row', { name: /^Jonas Weber/ })).toBeVisible();
});

test('what participants are filtered by is kept over a reload, and goes with a redaction', async ({
  page,
}) => {
  const filter = timelineOf(page).getByRole('searchbox', { name: 'Filter participants' });
  const kept = () => page.evaluate(() => JSON.stringify(history.state));
  await page.goto(CALL);
  await filter.pressSequentially('jonas');
  await expect.poll(kept).toContain('jonas');
  await page.reload();
  await expect(filter).toHaveValue('jonas');
  await page.getByRole('button', { name: 'Redact' }).click();
  await page.getByRole('button', { name: 'Show redacted' }).click();
  await expect(filter).toHaveValue('');
  expect(await kept()).not.toContain('jonas');
  await filter.fill('agent 1');
  await page.reload();
  await expect(filter).toHaveValue('');
  await expect(timelineOf(page).getByRole('row', { name: /^Jonas Weber/ })).toBeVisible();
});

test('evidence of a redacted mark leads into the redacted JSON', async ({ page }) => {
  await page.goto(CALL);
  await page.getByRole('button', { name: 'Redact' }).click();
  await page.getByRole('button', { name: 'Show redacted' }).click();
  await page.getByRole('button', { name: /^Hold 1:12/ }).click();
  const evidence = page.getByRole('list', { name: 'Places in the JSON that say so' });
  await expect(evidence).not.toContainText('not found');
  await evidence.getByRole('button').first().click();
  await expect(page.getByRole('group', { name: 'Source JSON' }).locator('.evidence').first()).toBeVisible();
});

test('a shared link holds the conversation, redacted', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(CALL);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link is on the clipboard.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('/paste#data1=');
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('button', { name: /^Hold 1:12/ })).toBeVisible();
  await expect(page.getByText('Jonas Weber')).toHaveCount(0);
  expect(page.url()).not.toContain('data1');
});
