import { conversationText } from '../workers/conversationText';
import { expect, expectAccessible, paste, problemsOf, richBox, test, timelineOf } from './watch';

test('what was typed before the editor came is in it, with the cursor and the focus', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/richEditor*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/paste');
  const box = page.getByRole('textbox', { name: 'Conversation JSON', exact: true });
  await box.pressSequentially('{"a": 1}');
  await page.keyboard.press('ArrowLeft');
  expect(await box.evaluate((element) => element.tagName)).toBe('TEXTAREA');
  release();
  await richBox(page);
  await page.keyboard.type(', "b": 2');
  await expect(box).toHaveText('{"a": 1, "b": 2}');
});

test('without the editor the plain box does it all', async ({ page, complaints }) => {
  await page.route('**/richEditor*.js', (route) => route.abort());
  await paste(page, conversationText('a', 'Ada'));
  await expect(timelineOf(page).getByRole('row', { name: /^Ada/ })).toBeVisible();
  expect(complaints.splice(0).every((text) => text.includes('ERR_FAILED'))).toBe(true);
});

test('what would turn the text around is written out where it is pasted and where it is read', async ({
  page,
}) => {
  const name = 'Ada\u202Ecod.exe\u2066\u{E0041}';
  await paste(page, conversationText('a', name));
  const written = 'Ada⟨U+202E⟩cod.exe⟨U+2066⟩⟨U+E0041⟩';
  await expect(await richBox(page)).toContainText(written);
  await page.getByRole('tab', { name: 'JSON' }).click();
  await expect(page.getByRole('group', { name: 'Source JSON' })).toContainText(written);
});

test('what replaces all of a long text leaves nothing of it', async ({ page }) => {
  await page.goto('/paste');
  const box = await richBox(page);
  await box.fill(`[\n${'  {},\n'.repeat(1000)}  {}\n]`);
  await page.reload();
  await expect(await richBox(page)).toContainText('{}');
  // As scripts and assistive technology do, before the browser has said what is selected.
  await box.evaluate((element: HTMLElement) => {
    element.focus();
    const root = element.getRootNode() as ShadowRoot & { getSelection(): Selection };
    root.getSelection().selectAllChildren(element);
    const typed = { inputType: 'insertText', data: '{"a": 1}', bubbles: true, cancelable: true };
    element.dispatchEvent(new InputEvent('beforeinput', typed));
  });
  await expect(box).toHaveText('{"a": 1}');
});

test('faults are marked in the text, and told where they are', async ({ page }) => {
  await paste(page, '{\n  "participants": [\n    oops\n  ]\n}');
  const box = await richBox(page);
  const mark = box.locator('.cm-lintRange-error').first();
  await expect(mark).toHaveText('oops');
  await mark.hover();
  await expect(page.locator('.cm-tooltip')).toContainText('line 3, column 5');
  await expect(problemsOf(page).getByRole('listitem').first()).toContainText('line 3, column 5');
  await expectAccessible(page);
});

test('without a conversation a problem leads to its place in the text', async ({ page }) => {
  await paste(page, 'certainly\nnot JSON');
  const box = await richBox(page);
  await box.press('Control+End');
  const first = problemsOf(page).getByRole('listitem').filter({ hasText: 'line 1, column 1' }).first();
  await first.getByRole('button', { name: 'Show in the JSON' }).click();
  await page.keyboard.type('x');
  await expect(box.locator('.cm-line').first()).toHaveText('xcertainly');
});

test('indenting shows the parts and is undone by one stroke', async ({ page }) => {
  await page.goto('/paste');
  const box = await richBox(page);
  await box.fill('{"id":12345678901234567890,"participants":[]}');
  await page.getByRole('button', { name: 'Indent' }).click();
  await expect(box.locator('.cm-line')).toHaveText([
    '{',
    '  "id": 12345678901234567890,',
    '  "participants": []',
    '}',
  ]);
  await box.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(box.locator('.cm-line')).toHaveText(['{"id":12345678901234567890,"participants":[]}']);
});

test('Tab leaves the editor, and Ctrl + Enter shows the timeline', async ({ page }) => {
  await page.goto('/paste');
  const box = await richBox(page);
  await box.fill(conversationText('a', 'Ada'));
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show timeline' })).toBeFocused();
  await box.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(timelineOf(page).getByRole('row', { name: /^Ada/ })).toBeVisible();
});

test('what was shown before comes back by one click, also after a reload', async ({ page }) => {
  await paste(page, conversationText('a', 'Ada'));
  await expect(timelineOf(page).getByRole('row', { name: /^Ada/ })).toBeVisible();
  const box = await richBox(page);
  await box.fill('{"participants": [');
  await page.getByRole('button', { name: 'Show timeline' }).click();
  await expect(problemsOf(page)).toBeVisible();
  const recent = page.getByRole('region', { name: 'Shown in this tab' });
  await expect(recent.getByRole('listitem')).toHaveCount(2);
  await page.reload();
  await expect(recent.getByRole('listitem')).toHaveCount(2);
  await recent.getByRole('button', { name: 'Ada', exact: true }).click();
  await expect(timelineOf(page).getByRole('row', { name: /^Ada/ })).toBeVisible();
  await expect(await richBox(page)).toHaveText(conversationText('a', 'Ada'));
  await recent.getByRole('button', { name: 'Forget all' }).click();
  await expect(recent).toHaveCount(0);
});
