import { conversationText, lines } from '../workers/conversationText';
import { expect, paste, problemsOf, type State, test, testStates, timelineOf } from './watch';

const STATES: State[] = [
  {
    name: 'browse',
    async reach(page) {
      await page.goto('/');
      await expect(timelineOf(page)).toBeVisible();
    },
  },
  {
    name: 'the samples as a list',
    async reach(page) {
      await page.goto('/?v=1&source=samples');
      await expect(page.getByRole('grid', { name: 'Conversations' }).getByRole('link').first()).toBeVisible();
    },
  },
  {
    name: 'conversation with a selection and its events',
    async reach(page) {
      await page.goto('/c/billing-call-cobrowse');
      await timelineOf(page).getByRole('gridcell').first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Events', exact: true }).click();
      await expect(page.getByRole('table', { name: 'Events' })).toBeVisible();
    },
  },
  {
    name: 'conversation that is not there',
    async reach(page) {
      await page.goto('/c/nowhere');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  {
    name: 'page that is not there',
    async reach(page) {
      await page.goto('/nowhere');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  {
    name: 'empty paste page',
    async reach(page) {
      await page.goto('/paste');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  {
    name: 'paste page with problems',
    async reach(page) {
      await paste(page, `${conversationText('a')}\n{"id": oops}`);
      await expect(problemsOf(page)).toBeVisible();
    },
  },
  {
    name: 'paste page with several conversations',
    async reach(page) {
      await paste(page, lines(60));
      await expect(timelineOf(page)).toBeVisible();
    },
  },
];

testStates(STATES);

test('the skip link leads to the content', async ({ page }) => {
  await page.goto('/paste');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the filters can be passed over on the way to what they leave', async ({ page }) => {
  await page.goto('/?v=1&source=samples');
  const list = page.getByRole('grid', { name: 'Conversations' });
  await expect(list).toBeVisible();
  const skip = page.getByRole('link', { name: 'Skip the filters' });
  await page.getByRole('main').focus();
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(skip).not.toBeFocused();
  await expect(page.getByRole('region', { name: 'Filters' }).locator(':focus')).toHaveCount(0);
  const search = page.getByRole('searchbox', { name: 'Search conversations' });
  for (let steps = 0; steps < 4; steps++)
    if (!(await search.evaluate((field) => field === document.activeElement)))
      await page.keyboard.press('Tab');
  await expect(search).toBeFocused();
  await expect(list).toBeVisible();
});

test('the chosen theme lasts', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/paste');
  await page.getByLabel('Theme').selectOption('dark');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await expect.poll(ground).toBe('rgb(11, 18, 32)');
  await page.reload();
  await expect.poll(ground).toBe('rgb(11, 18, 32)');
});
