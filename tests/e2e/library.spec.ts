import type { BrowserContext, Page } from '@playwright/test';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseConversations } from '../../src/core/index';
import { conversationText, lines } from '../workers/conversationText';
import { expect, forgetAfterEach, onDisk, test, timelineOf } from './watch';

forgetAfterEach();

/** Chooses files and, the first time, agrees to their being kept. */
async function importFiles(page: Page, ...files: string[]): Promise<void> {
  const choosing = page.waitForEvent('filechooser');
  const button = page.getByRole('button', { name: 'Import files' });
  if (!(await button.isVisible())) await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Import files' }).click();
  const chooser = await choosing;
  await chooser.setFiles(files);
  const agreed = await page.evaluate(() => localStorage.getItem('participant-timeline:library-confirmed'));
  if (agreed === null) await page.getByRole('button', { name: 'Keep them here' }).click();
}

function counted(page: Page, count: string) {
  return page.getByText(new RegExp(`^${count} conversations?$`)).first();
}

async function home(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto('/');
  return page;
}

test('what was imported is there after a reload, in a second tab, and when the first has gone', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await importFiles(page, onDisk('some.jsonl', lines(120)));
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible();
  await expect(page.getByText('120 new, 0 updated, 0 unchanged')).toBeVisible();
  await page.reload();
  await expect(counted(page, '120')).toBeVisible();
  const second = await home(context);
  await expect(counted(second, '120')).toBeVisible();
  // Both tabs hear of what either does.
  await importFiles(second, onDisk('more.json', conversationText('another', 'Zelda')));
  await expect(counted(page, '121')).toBeVisible();
  await page.close();
  await second.getByRole('searchbox').fill('zelda');
  await expect(second.getByRole('link', { name: 'Zelda' }).first()).toBeVisible();
  await second.getByRole('searchbox').fill('');
  await importFiles(second, onDisk('more.json', conversationText('a third one', 'Tetra')));
  await expect(counted(second, '122')).toBeVisible();
  await second.reload();
  await expect(counted(second, '122')).toBeVisible();
});

/** What this browser keeps of the site beyond its tabs. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const files: string[] = [];
    for await (const name of root.keys()) files.push(name);
    const databases = (await indexedDB.databases()).map(({ name = '' }) => name);
    return [...files, ...databases, ...(await caches.keys()), ...Object.keys(localStorage)];
  });
}

test('an engine that hangs is told of by its page, and another tab takes over what it was asked', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await importFiles(page, onDisk('some.jsonl', lines(30)));
  await expect(counted(page, '30')).toBeVisible();
  const second = await home(context);
  await expect(counted(second, '30')).toBeVisible();
  const engine = page.workers().find((worker) => worker.url().includes('engine.worker'));
  expect(engine).toBeDefined();
  await engine?.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await second.getByRole('searchbox').fill('customer of c7');
  await page.getByRole('grid', { name: 'Conversations' }).getByRole('link').first().click();
  // A second of this page counts for a minute.
  await page.evaluate(() => {
    const now = performance.now.bind(performance);
    const begun = now();
    performance.now = () => begun + 60 * (now() - begun);
  });
  await expect(second.getByRole('link', { name: 'Customer of c7' })).toBeVisible();
  await expect(second.getByRole('link', { name: 'Customer of c8' })).toBeHidden();
  // It has asked again by itself before it says so.
  await expect(page.getByRole('alert')).toContainText('there was no answer', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(timelineOf(page)).toBeVisible();
  await page.getByRole('button', { name: 'Back to the list' }).click();
  await expect(counted(page, '30')).toBeVisible();
});

test('what another tab deletes is selected no longer', async ({ page, context }) => {
  await page.goto('/');
  await importFiles(page, onDisk('some.jsonl', lines(3)));
  await expect(counted(page, '3')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all found' }).click();
  await expect(page.getByText('3 selected')).toBeVisible();
  const second = await home(context);
  await second
    .getByRole('checkbox', { name: /^Select (?!all)/ })
    .first()
    .click();
  await second.getByRole('button', { name: 'Delete', exact: true }).click();
  await second.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('2 selected')).toBeVisible();
});

test('everything that is deleted in one tab stays so, also while another imports', async ({
  page,
  context,
}) => {
  const second = await home(context);
  await page.goto('/');
  // So many that it goes on for seconds, however fast the machine.
  await importFiles(page, onDisk('many.jsonl', lines(7000)));
  await expect(page.getByText(/[1-9][\d,]* conversations imported/)).toBeVisible();
  await second.getByRole('button', { name: 'Storage' }).click();
  await second.getByRole('button', { name: 'Delete everything…' }).click();
  await second.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Import ended' })).toBeVisible();
  await expect(page.getByText(/deleted while this import went on/)).toBeVisible();
  for (const tab of [page, second]) {
    await expect(tab.getByRole('link', { name: 'Paste your own' })).toBeVisible();
    await tab.reload();
    await expect(tab.getByRole('button', { name: 'Import files' })).toBeVisible();
    await expect(tab.getByRole('grid')).toHaveCount(0);
  }
});

test('visits keep nothing in the browser, until somebody agreed to it', async ({ page, context }) => {
  await page.goto('/');
  const second = await home(context);
  for (const path of ['/paste', '/samples', '/compare', '/docs', '/?source=library', '/']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).click();
  const chooser = await choosing;
  await chooser.setFiles(onDisk('a.jsonl', lines(30)));
  await page.getByRole('button', { name: 'Don’t import' }).click();
  expect(await kept(page)).toEqual([]);
  await importFiles(page, onDisk('some.jsonl', lines(30)));
  await expect(counted(page, '30')).toBeVisible();
  // What was open before hears of it.
  await expect(counted(second, '30')).toBeVisible();
  await page.close();
  await second.reload();
  await expect(counted(second, '30')).toBeVisible();
});

test('importing again passes over what is there, and new looks are joined', async ({ page }) => {
  await page.goto('/');
  const open = conversationText('a', 'Ada').replace('"disconnected"', '"connected"');
  await importFiles(page, onDisk('a.json', open.replace(/,"disconnectedTime":"[^"]+"/, '')));
  await expect(page.getByText('1 new, 0 updated, 0 unchanged')).toBeVisible();
  await importFiles(page, onDisk('a.json', conversationText('a', 'Ada')));
  await expect(page.getByText('0 new, 1 updated, 0 unchanged')).toBeVisible();
  await importFiles(page, onDisk('a.json', conversationText('a', 'Ada')));
  await expect(page.getByText('0 new, 0 updated, 1 unchanged')).toBeVisible();
});

/** Ends the process of a tab as a crash does, workers and all. */
async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => undefined); // nobody is left to answer
  await crashed;
}

/** `npm run kill` does it twenty times, with the whole browser by turns. */
test('a tab that is killed in the middle of an import loses nothing that was acknowledged', async ({
  context,
}) => {
  test.setTimeout(180_000);
  // So many that it goes on for seconds, however fast the machine.
  const many = onDisk('many.jsonl', lines(7000));
  const label = (page: Page) => page.getByText(/^[\d,]+ conversations?$/).first();
  const shown = async (page: Page) => Number((await label(page).textContent())?.replaceAll(/\D/g, '') ?? 0);
  let page = await home(context);
  await importFiles(page, many);
  for (const wanted of [1, 1000]) {
    const pause = page.getByRole('button', { name: 'Pause' });
    // By the second time so many may be there before the import goes on.
    await expect(pause).toBeVisible();
    await expect.poll(() => shown(page), { intervals: [50], timeout: 40_000 }).toBeGreaterThanOrEqual(wanted);
    await page.waitForTimeout(Math.random() * 300);
    const least = await shown(page);
    expect(await pause.isVisible()).toBe(true);
    await crash(page);
    const next = await home(context);
    await expect.poll(() => shown(next), { timeout: 20_000 }).toBeGreaterThanOrEqual(least);
    // Chosen again, it goes on where it was.
    await importFiles(next, many);
    page = next;
  }
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible({ timeout: 90_000 });
  const report = await page.getByText(/ new, 0 updated, /).textContent();
  const unchanged = Number(/([\d,]+) unchanged/.exec(report ?? '')?.[1]?.replaceAll(',', ''));
  expect(unchanged).toBeGreaterThanOrEqual(1000);
  await expect(counted(page, '7,000')).toBeVisible();
});

test('a spent quota ends the import, says so, and keeps what there was', async ({ page, context }) => {
  await page.goto('/');
  await importFiles(page, onDisk('some.jsonl', lines(300)));
  await expect(page.getByText('300 new, 0 updated, 0 unchanged')).toBeVisible();
  const devtools = await context.newCDPSession(page);
  const { usage } = await devtools.send('Storage.getUsageAndQuota', { origin: new URL(page.url()).origin });
  await devtools.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    quotaSize: usage + 300_000,
  });
  await importFiles(page, onDisk('many.jsonl', lines(9000)));
  await expect(page.getByRole('heading', { name: 'There is no room left' })).toBeVisible({ timeout: 30_000 });
  // Without any room it is still there, can be looked at and deleted from.
  await page.reload();
  const all = page.getByText(/^[\d,]+ conversations?$/).first();
  await expect(all).toBeVisible();
  const before = await all.textContent();
  await page.getByRole('grid').getByRole('checkbox').nth(1).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(all).not.toHaveText(before ?? '');
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin });
  await page.reload();
  const label = page.getByText(/^[\d,]+ conversations?$/).first();
  await expect(label).toBeVisible();
  const kept = Number((await label.textContent())?.replaceAll(/\D/g, ''));
  expect(kept).toBeGreaterThanOrEqual(299);
  await importFiles(page, onDisk('some.jsonl', conversationText('one more', 'Zelda')));
  await expect(counted(page, (kept + 1).toLocaleString('en-GB'))).toBeVisible();
});

test('where nothing can be stored the library works in memory, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.storage, 'getDirectory', {
      value: () => Promise.reject(new DOMException('no', 'SecurityError')),
    });
  });
  // Workers don't run init scripts: there the way in is taken away by the script itself.
  await page.route('**/engine.worker-*.js', async (route) => {
    const response = await route.fetch();
    const body = `delete FileSystemFileHandle.prototype.createSyncAccessHandle;${await response.text()}`;
    await route.fulfill({ response, body });
  });
  await page.goto('/');
  await expect(page.getByText(/does not let this page store anything/).first()).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).click();
  const chooser = await choosing;
  await chooser.setFiles(onDisk('a.jsonl', lines(30)));
  await page.getByRole('button', { name: 'Go on in memory' }).click();
  await expect(counted(page, '30')).toBeVisible();
});

test('a library whose engine cannot be fetched is not taken for none', async ({ page, complaints }) => {
  await page.goto('/');
  await importFiles(page, onDisk('a.jsonl', lines(30)));
  await expect(counted(page, '30')).toBeVisible();
  await page.route('**/engine.worker-*.js', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('What is stored here stays as it is');
  complaints.splice(0); // the browser's, of what it could not fetch
  await page.unroute('**/engine.worker-*.js');
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(counted(page, '30')).toBeVisible();
});

for (const part of ['engine.worker-*.js', 'sqlite3-*.wasm']) {
  test(`where ${part} cannot be fetched, a new visitor is not told that nothing can be kept`, async ({
    page,
    complaints,
  }) => {
    await page.route(`**/${part}`, (route) => route.abort());
    await page.goto('/');
    await expect(page.getByRole('alert')).toContainText('A part of this page could not be loaded');
    await expect(page.getByText(/does not let this page store anything/)).toHaveCount(0);
    // What is brought all the same is not lost without a word.
    await page.evaluate(() => localStorage.setItem('participant-timeline:library-confirmed', 'true'));
    await page.locator('body').focus();
    const text = conversationText('a', 'Ada');
    await page.evaluate((json) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', json);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, text);
    await expect(page.getByRole('heading', { name: 'Nothing was imported' })).toBeVisible();
    complaints.splice(0); // the browser's, of what it could not fetch
    await page.unroute(`**/${part}`);
    await page.getByRole('button', { name: 'Reload the page' }).click();
    await expect(page.getByRole('button', { name: 'Import files' })).toBeVisible();
    await importFiles(page, onDisk('a.json', text));
    await expect(page.getByText('1 new, 0 updated, 0 unchanged')).toBeVisible();
  });
}

test('all can be exported as JSON Lines, read back, and deleted', async ({ page }) => {
  await page.goto('/');
  await importFiles(page, onDisk('some.jsonl', lines(40)));
  await expect(counted(page, '40')).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /JSON Lines/ })
    .or(page.getByRole('menuitem', { name: /JSON Lines/ }))
    .click();
  const download = await downloading;
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.trim().split('\n')).toHaveLength(40);
  await page.getByRole('button', { name: 'Storage' }).click();
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Import files' })).toBeVisible();
  await importFiles(page, onDisk('back.jsonl', text));
  await expect(page.getByText('40 new, 0 updated, 0 unchanged')).toBeVisible();
});

/** Own samples, and others where they lie beside the project. */
function sampleFiles(): string[] {
  return ['public/samples', '../shared/samples']
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
}

test('samples of every form come in together, each conversation once, and come again as known', async ({
  page,
}) => {
  const files = sampleFiles();
  const ids = new Set(
    files.flatMap((file) => parseConversations(readFileSync(file, 'utf8')).conversations.map(({ id }) => id)),
  );
  expect(ids.size).toBeGreaterThan(16);
  await page.goto('/');
  await importFiles(page, ...files);
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(`${ids.size} new, 0 updated, 0 unchanged`)).toBeVisible();
  await expect(counted(page, String(ids.size))).toBeVisible();
  await importFiles(page, ...files);
  await expect(page.getByText(`0 new, 0 updated, ${ids.size} unchanged`)).toBeVisible({ timeout: 30_000 });
});

test('a packed file of thousands is read as it streams; what is broken in it is told with its line', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const all = lines(2000).split('\n');
  all.splice(1200, 0, 'no JSON at all');
  await page.goto('/');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import files' }).click();
  await (await choosing).setFiles(onDisk('many.jsonl.gz', gzipSync(all.join('\n'))));
  await page.getByRole('button', { name: 'Keep them here' }).click();
  await expect(page.getByRole('heading', { name: 'Import finished' })).toBeVisible({ timeout: 90_000 });
  await expect(counted(page, '2,000')).toBeVisible();
  await page
    .getByText(/skipped/i)
    .first()
    .click();
  await expect(page.getByText(/line 1201/)).toBeVisible();
});
