import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { Page } from '@playwright/test';
import { conversationText, lines } from '../workers/conversationText';
import { expect, expectAccessible, forgetAfterEach, onDisk, test, timelineOf } from './watch';

forgetAfterEach();

async function agree(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep them here' }).click();
}

function counted(page: Page, count: string) {
  return page.getByText(new RegExp(`^${count} conversations?$`)).first();
}

test('a folder comes in with all that can be read in it, packed files and folders within', async ({
  page,
}, info) => {
  const folder = info.outputPath('folder');
  mkdirSync(join(folder, 'within'), { recursive: true });
  writeFileSync(join(folder, 'one.json'), conversationText('one', 'Ada'));
  writeFileSync(join(folder, 'within', 'more.jsonl.gz'), gzipSync(lines(20)));
  writeFileSync(join(folder, 'within', 'logo.png'), 'no JSON at all');
  writeFileSync(join(folder, 'old.zip'), zipSync({ 'old/two.json': strToU8(conversationText('two', 'Bo')) }));
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a folder' }).click();
  await (await choosing).setFiles(folder);
  await agree(page);
  await expect(page.getByText('22 new, 0 updated, 0 unchanged')).toBeVisible();
  await page.getByText('1 remark on what was read or skipped').click();
  await expect(page.getByText(/^One file was left out, .*: logo\.png$/)).toBeVisible();
  await expect(counted(page, '22')).toBeVisible();
});

test('dropped files come in, and so does what is pasted beside any field', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  const files = [
    { name: 'a.json', text: conversationText('a', 'Ada') },
    { name: 'b.jsonl', text: lines(5) },
  ];
  const dataTransfer = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await expect(page.getByText('Drop to import')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer });
  await expect(page.getByText('Drop to import')).toBeHidden();
  await agree(page);
  await expect(page.getByText('6 new, 0 updated, 0 unchanged')).toBeVisible();
  await page.evaluate((text) => navigator.clipboard.writeText(text), conversationText('pasted', 'Zelda'));
  await page.getByRole('heading', { name: 'Import finished' }).click();
  await page.keyboard.press('Control+V');
  await expect(page.getByText('1 new, 0 updated, 0 unchanged')).toBeVisible();
  await expect(counted(page, '7')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Zelda' }).first()).toBeVisible();
});

async function importLines(page: Page, count: number): Promise<void> {
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).click();
  await (await choosing).setFiles(onDisk('some.jsonl', lines(count)));
  await agree(page);
  await expect(counted(page, String(count))).toBeVisible();
}

/** A network that is away is complained of by the browser itself, which looks for the page's icon. */
test.describe('without a network', () => {
  const offline = /ERR_INTERNET_DISCONNECTED/;

  test('the library answers: searched, sorted, opened', async ({ page, context, complaints }) => {
    await importLines(page, 40);
    const grid = page.getByRole('grid', { name: 'Conversations' });
    await grid.getByRole('link').first().click();
    await expect(timelineOf(page)).toBeVisible();
    await context.setOffline(true);
    await page.goBack();
    await page.getByRole('button', { name: 'Duration', exact: true }).click();
    await expect(page).toHaveURL(/sort=-duration/);
    const name = (await grid.getByRole('link').nth(3).textContent()) ?? '';
    await page.getByRole('searchbox', { name: 'Search conversations' }).fill(name);
    await expect(page.getByRole('button', { name: /^Remove filter: “/ })).toBeVisible();
    await grid.getByRole('link', { name }).first().click();
    await expect(timelineOf(page)).toBeVisible();
    await expect(page.getByText('No. 1 in the list')).toBeVisible();
    for (const text of complaints.splice(0)) expect(text).toMatch(offline);
  });

  test('what nobody has looked at yet opens as well, with its neighbours and panels; and so do the charts', async ({
    page,
    context,
    complaints,
  }) => {
    await importLines(page, 40);
    // Fetched while nothing else is to do.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/DurationsPanel')),
    );
    await context.setOffline(true);
    await page.getByRole('grid', { name: 'Conversations' }).getByRole('link').first().click();
    await expect(timelineOf(page)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Next conversation' })).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Details' })).toBeVisible();
    await page.goBack();
    await page.getByRole('button', { name: 'Overview' }).click();
    await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
    for (const text of complaints.splice(0)) expect(text).toMatch(offline);
  });

  test('whoever is quicker than that gets the conversation all the same', async ({
    page,
    context,
    complaints,
  }) => {
    await page.route(/Neighbours|PanelArea/, (route) => route.abort());
    await importLines(page, 3);
    await context.setOffline(true);
    await page.getByRole('grid', { name: 'Conversations' }).getByRole('link').first().click();
    await expect(timelineOf(page)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Conversation');
    complaints.splice(0); // the browser's, of what it could not fetch
  });
});

test('storage that is cleared under an open page is told, and the next opening begins anew', async ({
  page,
  context,
}) => {
  await importLines(page, 40);
  const devtools = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page.getByRole('alert')).toContainText('The stored conversations are gone');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page.getByRole('button', { name: 'Import files' })).toBeVisible();
  await importLines(page, 5);
});

test('an import whose tab dies is told of by the next, and goes on with the same file', async ({
  context,
}) => {
  let page = await context.newPage();
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).click();
  const file = onDisk('many.jsonl', lines(2500));
  await (await choosing).setFiles(file);
  await agree(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('heading', { name: 'Import paused' })).toBeVisible();
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => undefined); // nobody is left to answer
  await crashed;
  page = await context.newPage();
  await page.goto('/');
  const told = page.getByRole('region', { name: 'An import was interrupted' });
  await expect(told).toContainText('many.jsonl');
  const again = page.waitForEvent('filechooser');
  await told.getByRole('button', { name: 'Choose the files again' }).click();
  await (await again).setFiles(file);
  await expect(told).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible({ timeout: 40_000 });
  await expect(counted(page, '2,500')).toBeVisible();
  await page.reload();
  await expect(counted(page, '2,500')).toBeVisible();
  await expect(told).toBeHidden();
});

/** So many that they are one batch, and so long that working it out and writing it takes longer than reading it. */
function oneLongBatch(): string {
  const [participant] = JSON.parse(conversationText('long')).participants;
  return Array.from({ length: 900 }, (_, at) => {
    const participants = Array.from({ length: 80 }, (__, place) => ({
      ...participant,
      id: `${at}-${place}`,
      name: `Nadia ${at} ${place}`,
    }));
    return JSON.stringify({ id: `long-${at}`, participants });
  }).join('\n');
}

test('a cancelled import undoes what it was writing: what it says is stored is there, and the next comes in', async ({
  page,
}) => {
  await importLines(page, 40);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  let choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).click();
  await (await choosing).setFiles(onDisk('long.jsonl', oneLongBatch()));
  const progress = page.getByRole('progressbar', { name: 'Importing…' });
  await expect
    .poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value / bar.max), { intervals: [20] })
    .toBe(1);
  // All is read; handed over and written it is in seconds.
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('heading', { name: 'Import cancelled' })).toBeVisible();
  await expect(page.getByText('0 new, 0 updated, 0 unchanged', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).click();
  await (await choosing).setFiles(onDisk('next.json', conversationText('next', 'Zelda')));
  await expect(page.getByText('1 new, 0 updated, 0 unchanged')).toBeVisible();
  await expect(counted(page, '41')).toBeVisible();
  await page.getByRole('searchbox').fill('nadia');
  await expect(page.getByRole('heading', { name: 'No conversation matches all of this' })).toBeVisible();
});
