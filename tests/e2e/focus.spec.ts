import type { Locator } from '@playwright/test';
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

function manyPeople(length: number): string {
  const participants = Array.from({ length }, (_, at) => ({
    id: `p-${at}`,
    name: `Person ${at}`,
    purpose: 'agent',
    calls: [{ connectedTime: '2026-11-19T09:00:00Z', disconnectedTime: '2026-11-19T09:05:00Z' }],
  }));
  return JSON.stringify({ id: 'many', participants });
}

test('rows can be scrolled after a button of one of them was pressed', async ({ page }) => {
  await paste(page, manyPeople(200));
  const timeline = timelineOf(page);
  await timeline.getByRole('button', { name: 'Fold Person 3', exact: true }).click();
  await timeline.locator('.pt-scroll').evaluate((rows) => {
    rows.scrollTop = 4000;
  });
  await expect(timeline.getByRole('row', { name: 'Person 75,' })).toBeVisible();
  await expect(timeline.locator('[role="gridcell"]:focus')).toHaveCount(1);
  expect(await timeline.locator('.pt-scroll').evaluate((rows) => rows.scrollTop)).toBe(4000);
});

/** How much of what has the focus is in sight, and nothing over it. */
function seenOfFocused(): number {
  const element = document.activeElement ?? document.body;
  const { left, top, width, height } = element.getBoundingClientRect();
  const parts = [0.05, 0.25, 0.5, 0.75, 0.95];
  const seen = parts.filter((part) => {
    const there = document.elementFromPoint(left + width * part, top + height / 2);
    return there !== null && element.contains(there);
  });
  return seen.length / parts.length;
}

test('what has the focus is seen where switches, types and columns go on beyond the side', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/c/billing-call-cobrowse');
  await page.getByRole('button', { name: 'Events', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Events' })).toBeVisible();
  const walk = async (first: Locator, key: string, last: Locator) => {
    await first.focus();
    for (let steps = 0; steps < 20; steps++) {
      await expect.poll(() => page.evaluate(seenOfFocused)).toBeGreaterThanOrEqual(0.6);
      if (await last.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
    }
    throw new Error('Never there');
  };
  const named = (role: 'switch' | 'button', name: string) => page.getByRole(role, { name, exact: true });
  await walk(named('switch', 'Roles'), 'ArrowRight', named('switch', 'Limits'));
  await walk(named('switch', 'Limits'), 'ArrowLeft', named('switch', 'Roles'));
  const types = page.getByRole('toolbar', { name: 'Segment types' }).getByRole('button');
  await walk(types.first(), 'ArrowRight', types.last());
  await walk(types.last(), 'ArrowLeft', types.first());
  const heads = page.getByRole('columnheader').getByRole('button');
  await walk(heads.first(), 'Tab', heads.last());
  await walk(heads.last(), 'Shift+Tab', heads.first());
});

/** In whole pixels of the screen. */
function boundsOn(element: Element): { top: number; bottom: number } {
  const { top, bottom } = element.getBoundingClientRect();
  return { top: Math.ceil(top), bottom: Math.floor(bottom) };
}

for (const width of [1280, 390]) {
  test(`at ${width} px the axis stays in sight, and what has the focus is not behind it`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await paste(page, manyPeople(30));
    const timeline = timelineOf(page);
    // On a small screen the page moves to what was asked for, which must not come after the focus.
    await expect(timeline).toBeInViewport();
    await timeline.getByRole('gridcell').last().focus();
    const axis = timeline.locator('.pt-axis');
    await expect(axis).toBeInViewport({ ratio: 1 });
    for (let row = 0; row < 28; row++) {
      // Rows come into sight a moment after they have the focus.
      await expect(async () => {
        const { top, bottom } = await timeline.locator('.pt-row:focus-within').evaluate(boundsOn);
        expect(top).toBeGreaterThanOrEqual((await axis.evaluate(boundsOn)).bottom);
        expect(bottom).toBeLessThanOrEqual(700);
      }).toPass({ timeout: 5000 });
      await page.keyboard.press('ArrowUp');
    }
    await expect(timeline.locator(':focus')).toHaveAccessibleName(/^Person 1, /);
    await timeline.getByRole('row', { name: /^Person 20/ }).scrollIntoViewIfNeeded();
    const bar = await timeline.locator('[data-segment="connected"]').nth(20).boundingBox();
    if (!bar) throw new Error('No bar');
    await page.mouse.move(bar.x + 2, bar.y + bar.height / 2);
    await expect(axis).toContainText(/09:00:\d\d\.\d{3}/);
    await expect(axis).toBeInViewport({ ratio: 1 });
  });
}

test('what a button opens does not lie over what has the focus', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const button = page.getByRole('button', { name: 'Export', exact: true });
  await button.press('Enter');
  const last = page.getByRole('button', { name: 'Print, or save as PDF' });
  await last.focus();
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  await expect(page.getByRole('button', { name: 'Share' })).toBeFocused();
});

test('a press on empty ground is no reason to frame all rows', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const grid = timelineOf(page).getByRole('grid');
  const place = await grid.boundingBox();
  if (!place) throw new Error('No rows');
  await page.mouse.click(place.x + place.width - 4, place.y + 50);
  await expect(grid).toBeFocused();
  await expect(grid).toHaveCSS('outline-style', 'none');
  await page.keyboard.press('ArrowDown');
  await expect(grid.locator(':focus')).toHaveRole('gridcell');
});

test('a link leads to the top of its page, also for who went to a part of this one before', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await page.goto('/samples');
  const link = page.getByRole('link', { name: 'Billing call with co-browse', exact: true });
  // Drawn at once the second time: the page is as high as it will be.
  await link.click();
  await expect(timelineOf(page)).toBeVisible();
  await page.goBack();
  await page.evaluate(() => {
    location.hash = 'content';
  });
  await link.focus();
  await page.evaluate(() => window.scrollTo(0, 300));
  await link.press('Enter');
  await expect(timelineOf(page)).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('the keyboard goes on at the button that opened a dialog, however that is shut', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const button = page.getByRole('button', { name: 'Redact', exact: true });
  for (const shut of ['Close', 'Cancel']) {
    await button.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: shut }).press('Enter');
    await expect(button).toBeFocused();
  }
});

test('the keyboard goes on at the way back from what was redacted, and then where that began', async ({
  page,
}) => {
  await page.goto('/c/billing-call-cobrowse');
  const button = page.getByRole('button', { name: 'Redact', exact: true });
  const back = page.getByRole('button', { name: 'Show the original' });
  await button.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Show redacted' }).press('Enter');
  await expect(back).toBeFocused();
  await back.press('Enter');
  await expect(button).toBeFocused();
});

test('the day of an agent can be typed digit by digit', async ({ page }) => {
  await page.goto('/agent/bdd24099-7adf-4df6-9b8c-978fe96348e6?v=1&source=samples');
  const field = page.getByLabel('Day', { exact: true });
  await field.focus();
  // The first of January is written alike wherever the month stands.
  for (const digit of '01012025') await page.keyboard.press(digit);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('2025-01-01');
  expect(new URL(page.url()).searchParams.get('day')).toBe('2025-01-01');
  await page.getByRole('button', { name: 'Day before' }).click();
  await expect(field).toHaveValue('2024-12-31');
});

test('a name that is pressed tells of the participant, not of its first segment', async ({ page }) => {
  await page.goto('/c/billing-call-cobrowse');
  const tip = page.locator('.pt-tip').filter({ visible: true });
  // What shows the facts is there by now.
  await page.locator('.pt-body [data-segment="hold"]').first().hover();
  await expect(tip).toContainText('Hold');
  await page.locator('.pt-identity').getByText('Jonas Weber', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Jonas Weber', exact: true })).toBeVisible();
  await expect(timelineOf(page).getByRole('gridcell', { name: /^Jonas Weber/ })).toBeFocused();
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  expect(await tip.count()).toBe(0);
  await page.keyboard.press('ArrowRight');
  await expect(tip).toContainText('Connected');
});
