import { samples } from '../../src/sources/samples/catalogue';
import { expect, expectAccessible, test, timelineOf } from './watch';

for (const [path, name] of [
  ['/', 'Samples'],
  ['/paste', 'No JSON at hand?'],
] as const) {
  test(`the samples on ${path} show what they look like, and open`, async ({ page }) => {
    await page.goto(path);
    const gallery = page.getByRole('region', { name, exact: true });
    const cards = gallery.getByRole('listitem');
    await expect(cards).toHaveCount(samples.length);
    const last = cards.last();
    await expect(last.locator('[data-segment]')).toHaveCount(0);
    // What comes above it meanwhile, as the editor, may push it out of sight again.
    await expect(async () => {
      await last.scrollIntoViewIfNeeded();
      await expect(last.locator('[data-segment]').first()).toBeAttached({ timeout: 2000 });
    }).toPass();
    const parked = cards.filter({ hasText: 'Parked message' });
    await parked.scrollIntoViewIfNeeded();
    await expect(parked.locator('[data-segment=parked][data-certainty=planned]')).toHaveCount(1);
    const picture = parked.locator('svg.pt-preview');
    const filled = await picture.evaluate((svg) => svg.clientWidth / (svg.parentElement?.clientWidth ?? 0));
    expect(filled).toBeGreaterThan(0.9);
    await expectAccessible(page);
    await parked.getByRole('link').click();
    await expect(timelineOf(page)).toBeVisible();
  });
}
