import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { conversationText } from '../../workers/conversationText';
import { box, openSite } from '../site';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

interface Copied {
  text?: string;
  files?: File[];
}

/** Pastes into an element what a clipboard holds; answers whether the element still takes it itself. */
function paste(into: Element, { text = '', files = [] }: Copied): boolean {
  const clipboardData = { files, getData: (type: string) => (type === 'text/plain' ? text : '') };
  return fireEvent(
    into,
    Object.assign(new Event('paste', { bubbles: true, cancelable: true, composed: true }), { clipboardData }),
  );
}

const file = (name: string, id: string) =>
  new File([conversationText(id, 'Ada')], name, { type: 'application/json' });
const readFrom = () => screen.queryByText(/^Read from/)?.textContent;

describe('on the paste page', () => {
  test('text that is pasted beside the box is shown as well', async () => {
    openSite('/paste');
    const area = await box();
    expect(paste(document.body, { text: conversationText('a', 'Ada') })).toBe(false);
    expect(await screen.findByRole('heading', { name: 'Conversation with Ada' })).toBeVisible();
    expect(area).not.toBeInTheDocument();
    expect(await box()).toHaveValue(conversationText('a', 'Ada'));
  });

  test('what is pasted into the box stays the box’s', async () => {
    openSite('/paste');
    expect(paste(await box(), { text: 'piece' })).toBe(true);
    expect(readFrom()).toBeUndefined();
  });

  test('so does what is pasted into an editor within a shadow root', async () => {
    openSite('/paste');
    await box();
    const shadow = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const field = shadow.appendChild(document.createElement('textarea'));
    expect(paste(field, { text: conversationText('a', 'Ada') })).toBe(true);
    expect(readFrom()).toBeUndefined();
    shadow.host.remove();
  });

  test('a file that is pasted is opened, also from within the box, whose text would be its name', async () => {
    openSite('/paste');
    expect(paste(await box(), { text: 'a.json', files: [file('a.json', 'a')] })).toBe(false);
    await waitFor(() => expect(readFrom()).toBe('Read from a.json'));
    expect(await box()).toHaveValue('');
  });

  test('a picture of what was copied, beside its text, is not meant', async () => {
    openSite('/paste');
    await box();
    const picture = new File(['x'], 'image.png', { type: 'image/png' });
    expect(paste(document.body, { text: conversationText('a', 'Ada'), files: [picture] })).toBe(false);
    await waitFor(() => expect(readFrom()).toBe('Read from the text box'));
    expect(paste(document.body, { files: [picture] })).toBe(true);
  });

  test('a folder that is dropped is opened, and what is left out of it is told', async () => {
    const { session } = openSite('/paste');
    await box();
    const entry = (one: File) => ({
      isFile: true,
      isDirectory: false,
      name: one.name,
      file: (done: (file: File) => void) => done(one),
    });
    const left = [entry(file('a.json', 'a')), entry(new File([''], 'logo.png'))];
    const reader = { readEntries: (done: (some: unknown[]) => void) => done(left.splice(0)) };
    const folder = { isFile: false, isDirectory: true, name: 'calls', createReader: () => reader };
    const dataTransfer = { types: ['Files'], items: [{ webkitGetAsEntry: () => folder }], files: [] };
    fireEvent(window, Object.assign(new Event('drop'), { dataTransfer }));
    await waitFor(() => expect(readFrom()).toBe('Read from a.json'));
    expect(session.state().opened?.outcome?.problems.map(({ problem }) => problem.message)).toEqual([
      expect.stringContaining('logo.png'),
    ]);
  });

  test('of many files only some are named, also among what was shown before', async () => {
    const { session } = openSite('/paste');
    await box();
    await session.open({
      kind: 'files',
      files: Array.from({ length: 8 }, (_, at) => new File(['[]'], `${at}.json`)),
    });
    expect(
      await screen.findByRole('button', { name: '0.json, 1.json, 2.json, 3.json, 4.json and 3 other files' }),
    ).toBeVisible();
  });
});

describe('on a page with no place of its own for it', () => {
  test('a file that is dropped opens in Paste', async () => {
    openSite('/compare');
    await screen.findByRole('heading', { level: 1 });
    const dataTransfer = { types: ['Files'], items: [], files: [file('a.json', 'a')] };
    fireEvent(window, Object.assign(new Event('drop'), { dataTransfer }));
    // That page is loaded first.
    await screen.findByRole('heading', { name: /^Paste, drop/ }, { timeout: 10_000 });
    await waitFor(() => expect(readFrom()).toBe('Read from a.json'));
    expect(location.pathname).toBe('/paste');
  });

  test('text that is pasted there does so, too', async () => {
    openSite('/samples');
    await screen.findByRole('heading', { level: 1 });
    paste(document.body, { text: conversationText('a', 'Ada') });
    // That page is loaded first.
    await screen.findByRole('heading', { name: /^Paste, drop/ }, { timeout: 10_000 });
    expect(await screen.findByRole('heading', { name: 'Conversation with Ada' })).toBeVisible();
    expect(location.pathname).toBe('/paste');
  });
});
