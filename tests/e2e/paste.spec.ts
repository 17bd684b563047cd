import { readFileSync } from 'node:fs';
import { samples } from '../../src/sources/samples/catalogue';
import { conversationText, lines } from '../workers/conversationText';
import { expect, paste, problemsOf, richBox, test, timelineOf } from './watch';

test('each sample can be pasted, one after the other', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/paste');
  const box = await richBox(page);
  for (const { id, file } of samples) {
    await test.step(id, async () => {
      await box.fill(readFileSync(`public/samples/${file}`, 'utf8'));
      await page.getByRole('button', { name: 'Show timeline', exact: true }).click();
      await expect(timelineOf(page)).toBeVisible();
      await expect(timelineOf(page).getByRole('row').first()).toBeVisible();
      await page.getByRole('tab', { name: /^Problems/ }).click();
      await expect(problemsOf(page).or(page.getByText('No problems found.'))).toHaveCount(1);
      await page.getByRole('button', { name: 'Clear', exact: true }).click();
      await expect(timelineOf(page)).toHaveCount(0);
    });
  }
});

test('a fault is named with its line and column, and the rest is drawn', async ({ page }) => {
  await paste(page, `${conversationText('whole', 'Ada')}\n{"id": "broken",\n "participants": [,]}`);
  await expect(problemsOf(page)).toBeVisible();
  await expect(problemsOf(page).getByRole('listitem').first()).toContainText(/, line 3, column \d+/);
  await expect(timelineOf(page).getByRole('row', { name: /^Ada/ })).toBeVisible();
});

test('what was drawn comes up into sight, and what is short leaves the text where it is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await paste(page, readFileSync('public/samples/billing-call-cobrowse.json', 'utf8'));
  await expect(timelineOf(page).getByRole('row').nth(4)).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await paste(page, 'hello');
  await expect(problemsOf(page)).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('on a phone the pointer of a problem is broken between its steps', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const leg = {
    id: 'l',
    state: 'connected',
    connectedTime: '2026-01-01T10:00:00Z',
    startHoldTime: 'yesterday',
  };
  const afterCallWork = { startTime: 'now', endTime: 'then' };
  const people = Array.from({ length: 3 }, (_, at) => ({ id: `p${at}`, calls: [{ ...leg, afterCallWork }] }));
  await paste(page, JSON.stringify({ id: 'c', participants: people }));
  const items = problemsOf(page).getByRole('listitem').locator('bdi');
  await expect(items.filter({ hasText: '/participants/2/calls/0/afterCallWork/endTime' })).toHaveCount(1);
  const breaks = await items.evaluateAll((all) =>
    all.flatMap((item) => {
      const range = document.createRange();
      const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
      const ends: string[] = [];
      let before = { top: -1, sign: '' };
      while (walker.nextNode()) {
        const node = walker.currentNode as Text;
        for (let at = 0; at < node.data.length; at++) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const { top } = range.getBoundingClientRect();
          if (before.top >= 0 && top > before.top + 4) ends.push(before.sign + node.data.charAt(at));
          before = { top, sign: node.data.charAt(at) };
        }
      }
      return ends;
    }),
  );
  expect(breaks.length).toBeGreaterThan(6);
  expect(breaks.some((signs) => /\w\//.test(signs))).toBe(true);
  expect(breaks.filter((signs) => !/^[ -]|\/$/.test(signs))).toEqual([]);
});

test('text without any conversation says so', async ({ page }) => {
  await paste(page, 'certainly not JSON');
  await expect(problemsOf(page).getByRole('listitem').first()).toContainText(/line 1, column 1/);
  await expect(page.getByText('No conversation was found in this.')).toBeVisible();
});

test('of several conversations one is chosen from a list', async ({ page }) => {
  await paste(page, `${conversationText('a', 'Ada')}\n${conversationText('b', 'Ben')}`);
  const list = page.getByRole('list', { name: 'Conversations found' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(timelineOf(page).getByRole('row', { name: /^Ada/ })).toBeVisible();
  await list.getByRole('button', { name: /Ben/ }).click();
  await expect(timelineOf(page).getByRole('row', { name: /^Ben/ })).toBeVisible();
  await expect(timelineOf(page).getByRole('row', { name: /^Ada/ })).toHaveCount(0);
});

test('a whole document from the clipboard is drawn at once', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/paste');
  await page.evaluate((text) => navigator.clipboard.writeText(text), conversationText('a', 'Ada'));
  await page.getByRole('textbox').focus();
  await page.keyboard.press('Control+V');
  await expect(timelineOf(page).getByRole('row', { name: /^Ada/ })).toBeVisible();

  await page.evaluate((text) => navigator.clipboard.writeText(text), conversationText('b', 'Ben'));
  await page.getByRole('button', { name: 'Paste from clipboard' }).click();
  await expect(timelineOf(page).getByRole('row', { name: /^Ben/ })).toBeVisible();
});

test('a reload, and a visit elsewhere, keep the text and the timeline', async ({ page }) => {
  const text = conversationText('a', 'Ada');
  await paste(page, text);
  await expect(timelineOf(page)).toBeVisible();
  await page.reload();
  await expect(await richBox(page)).toHaveText(text);
  await expect(timelineOf(page)).toBeVisible();

  await page.getByRole('textbox').fill(`${text} edited`);
  await page.getByRole('link', { name: 'Browse' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Paste', exact: true }).click();
  await expect(await richBox(page)).toHaveText(`${text} edited`);
  await page.reload();
  await expect(await richBox(page)).toHaveText(`${text} edited`);
});

test('clearing can be undone', async ({ page }) => {
  await paste(page, conversationText('a', 'Ada'));
  await expect(timelineOf(page)).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect((await richBox(page)).locator('.cm-placeholder')).toBeVisible();
  await expect(timelineOf(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo clear' }).click();
  await expect(await richBox(page)).toHaveText(conversationText('a', 'Ada'));
  await expect(timelineOf(page)).toBeVisible();
});

test('a pasted conversation has an address that lasts as long as the tab', async ({ page }) => {
  await paste(page, conversationText('a/b%2F ü', 'Ada'));
  await page.getByRole('link', { name: 'Open on a page of its own' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Ada/ })).toBeVisible();
  await page.reload();
  await expect(timelineOf(page).getByRole('row', { name: /^Ada/ })).toBeVisible();
});

test('large text goes through the worker', async ({ page }) => {
  const started = page.waitForEvent('worker');
  await paste(page, lines(1000));
  await started;
  await expect(page.getByRole('heading', { name: '1,000 conversations found' })).toBeVisible();
  await expect(timelineOf(page)).toBeVisible();
});

test('a document too large for the box is drawn all the same, and lasts', async ({ page }) => {
  const text = lines(4000);
  expect(text.length).toBeGreaterThan(1_000_000);
  await page.goto('/paste');
  await page.getByRole('textbox').fill(text);
  await expect(page.getByRole('heading', { name: '4,000 conversations found' })).toBeVisible();
  await expect(page.getByText(/too large for the text box/)).toBeVisible();
  await page.getByRole('button', { name: 'Show timeline' }).click();
  await expect(page.getByRole('heading', { name: '4,000 conversations found' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: '4,000 conversations found' })).toBeVisible();
});
