import { conversationText } from '../workers/conversationText';
import { expect, paste, test, timelineOf } from './watch';

test('what is chosen stands in the address at once: a reload right after it brings it back', async ({
  page,
}) => {
  await page.goto('/c/billing-call-cobrowse');
  const switchOf = (name: string) => timelineOf(page).getByRole('switch', { name, exact: true });
  await switchOf('Control').click();
  expect(page.url()).toMatch(/[?&]overlays=-control(&|$)/);
  await page.reload();
  await expect(switchOf('Control')).not.toBeChecked();
  await expect(switchOf('Roles')).toBeChecked();
});

test('a figure shows what it counts, even where that was switched off', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const control = timelineOf(page).getByRole('switch', { name: 'Control', exact: true });
  await control.click();
  await expect(page.locator('[data-link="controlling"]')).toHaveCount(0);
  await page.getByRole('button', { name: /^Under control/ }).click();
  await expect(page.getByRole('heading', { name: /controls/ })).toBeVisible();
  await expect(control).toBeChecked();
  await expect(page.locator('[data-link="controlling"]').first()).toBeVisible();
  await control.click();
  await expect(control).not.toBeChecked();
});

test('the conversation chosen of several is shown again after a reload, until another text is read', async ({
  page,
}) => {
  const rowOf = (name: RegExp) => timelineOf(page).getByRole('row', { name });
  await paste(page, `${conversationText('a', 'Ada')}\n${conversationText('b', 'Ben')}`);
  await page.getByRole('list', { name: 'Conversations found' }).getByRole('button', { name: /Ben/ }).click();
  await expect(rowOf(/^Ben/)).toBeVisible();
  await page.reload();
  await expect(rowOf(/^Ben/)).toBeVisible();
  await paste(page, `${conversationText('a', 'Abe')}\n${conversationText('b', 'Bea')}`);
  await expect(rowOf(/^Abe/)).toBeVisible();
  await page.reload();
  await expect(rowOf(/^Abe/)).toBeVisible();
});

test('the grid is as large as its rows', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const grid = timelineOf(page).getByRole('grid', { name: 'Timeline', exact: true });
  await expect(grid).toBeVisible();
  const heights = await grid.evaluate((element) => [
    element.clientHeight,
    element.parentElement?.clientHeight,
  ]);
  expect(heights[0]).toBe(heights[1]);
  // Keys work wherever the timeline was clicked.
  await grid.getByRole('row').nth(1).scrollIntoViewIfNeeded();
  const row = await grid.getByRole('row').nth(1).boundingBox();
  if (!row) throw new Error('No row');
  await page.mouse.click(row.x + row.width - 60, row.y + row.height / 2);
  await page.keyboard.press('w');
  await expect(page).toHaveURL(/[?&]from=/);
});

test('a long name without any blank stays inside the panel', async ({ page }) => {
  const agent = {
    id: 'w',
    name: 'W'.repeat(300),
    purpose: 'agent',
    calls: [{ connectedTime: '2026-11-19T09:00:00Z' }],
  };
  await paste(page, JSON.stringify({ id: 'long', participants: [agent] }));
  const list = page.getByRole('list', { name: '1 participant' });
  await expect(list).toBeVisible();
  const over = await list.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(over).toBe(0);
});

test('long names are cut at their end beside bars, and leave the events all their columns', async ({
  page,
}) => {
  const names = ['Donaudampfschifffahrtsgesellschaft', 'X'.repeat(300), 'Queue name '.repeat(27)];
  const participants = names.map((name, index) => ({
    id: `${index}`,
    name,
    purpose: 'agent',
    calls: [{ connectedTime: '2026-11-19T09:00:00Z', disconnectedTime: '2026-11-19T09:05:00Z' }],
  }));
  await page.setViewportSize({ width: 1440, height: 900 });
  await paste(page, JSON.stringify({ id: 'long', participants }));
  await page.getByRole('tab', { name: 'Durations' }).click();
  const beside = page.locator('.recharts-yAxis-tick-labels text');
  await expect(beside).toHaveCount(4);
  const cut = await beside.evaluateAll((texts) =>
    texts
      .filter((text) => {
        const chart = text.closest('svg')?.getBoundingClientRect();
        return text.getBoundingClientRect().left < (chart?.left ?? 0);
      })
      .map((text) => text.textContent),
  );
  expect(cut).toEqual([]);
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  const table = page.getByRole('table', { name: 'Events' });
  await expect(table).toBeVisible();
  const over = await table.evaluate(
    (element) => element.scrollWidth - (element.parentElement?.clientWidth ?? 0),
  );
  expect(over).toBeLessThanOrEqual(0);
});

test('what an empty box asks for can be read', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const box = timelineOf(page).getByRole('searchbox', { name: 'Filter participants' });
  const [asked, said] = await box.evaluate((element) => [
    getComputedStyle(element, '::placeholder').color,
    getComputedStyle(element).color,
  ]);
  // Of full strength, as other quiet words: half of it is too faint for many eyes.
  expect(asked).not.toMatch(/\/|, 0\.\d+\)/);
  expect(said).not.toBe('');
});

test('text without any JSON that is pasted into Browse is told of before anybody is asked', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/');
  await expect(timelineOf(page)).toBeVisible();
  await page.evaluate((text) => navigator.clipboard.writeText(text), 'certainly not JSON');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Control+V');
  await expect(page.getByRole('heading', { name: 'No conversation was found in this.' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Remarks on the import' })).toContainText('line 1, column 1');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('Enter goes to what was typed, however fast it was typed', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  await timelineOf(page).getByRole('button', { name: 'Search participants and fields' }).click();
  const box = timelineOf(page).getByRole('searchbox', { name: 'Search participants and fields' });
  await expect(box).toBeFocused();
  await box.fill('a'); // which the first participant has, too
  await expect(timelineOf(page).getByRole('search')).toContainText(/matches/);
  await box.evaluate((element) => {
    document.execCommand('insertText', false, ' natarajan');
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await expect(timelineOf(page).getByRole('search')).toContainText('1 of 1 · Priya Natarajan');
  await expect(page.getByRole('tabpanel').getByRole('heading', { name: 'Priya Natarajan' })).toBeVisible();
});
