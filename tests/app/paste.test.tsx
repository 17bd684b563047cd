import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { conversationText } from '../workers/conversationText';
import { box, openSite } from './site';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

async function show(text: string) {
  const site = openSite('/paste');
  fireEvent.input(await box(), { target: { value: text } });
  await site.user.click(screen.getByRole('button', { name: 'Show timeline' }));
  return site;
}

describe('the paste page', () => {
  test('draws what was pasted', async () => {
    const { user } = await show(conversationText('a', 'Ada'));
    expect(await screen.findByRole('heading', { name: 'Conversation with Ada' })).toBeVisible();
    await user.click(await screen.findByRole('tab', { name: 'Problems' }));
    expect(screen.getByText('No problems found.')).toBeVisible();
  });

  test('says nothing of what a text holds that was cancelled before anything was read', async () => {
    const { session } = openSite('/paste');
    await box();
    const reading = session.open({ kind: 'text', text: conversationText('a').padEnd(200_000) });
    session.cancel();
    await act(() => reading);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Reading was cancelled. Until then no conversation had been read.',
    );
    expect(screen.queryByText('No conversation was found in this.')).toBeNull();
    expect(screen.queryByText('No problems found.')).toBeNull();
  });

  test('lists problems with line and column, once each', async () => {
    await show(`${conversationText('a', 'Ada')}\n{"id": oops}`);
    const lists = await screen.findAllByRole('list', { name: 'Problems' });
    expect(lists).toHaveLength(1);
    const items = within(lists[0] ?? document.body).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent(/^Error.*, line 2, column \d+, at \/1$/);
    expect(new Set(items.map((item) => item.textContent)).size).toBe(items.length);
    expect(screen.getByRole('heading', { name: 'Conversation with Ada' })).toBeVisible();
  });

  test('tells line, column and path of what could not be read in sound JSON', async () => {
    await show('{"id": "c", "participants": [\n  {"id": "a", "name": "Ada", "calls": []},\n  5]}');
    const list = await screen.findByRole('list', { name: 'Problems' });
    expect(within(list).getAllByRole('listitem')[0]).toHaveTextContent(
      /Not a participant: 5, line 3, column 3, at \/participants\/1$/,
    );
  });

  test('says what was pasted in place of a conversation, and where its JSON is', async () => {
    const { user } = await show('https://apps.mypurecloud.com/directory/#/interactions/7c1e');
    expect(await screen.findByText(/^This is an address/)).toBeVisible();
    expect(
      screen.getByText(/^0 conversations found, 1 problem in reading. This is an address/),
    ).toHaveAttribute('aria-live', 'polite');
    expect(screen.getByText('GET /api/v2/conversations/{conversationId}')).not.toBeVisible();
    await user.click(screen.getByText('Where do I get the JSON?'));
    expect(screen.getByText('GET /api/v2/conversations/{conversationId}')).toBeVisible();
  });

  test.each([
    ['no conversation', '{"hello": "world"}', 'No conversation was found in this.'],
    ['nobody', '{"id": "empty", "participants": []}', /no participant was found/],
  ])('offers samples where a text holds %s', async (_, text, said) => {
    await show(text);
    expect(await screen.findByText(said)).toBeVisible();
    const main = within(screen.getByRole('main'));
    expect(main.getByText(/^Paste the JSON of a conversation/)).toBeVisible();
    expect(main.getByRole('link', { name: 'Go to the samples' })).toHaveAttribute('href', '/samples');
    // One is there already.
    expect(main.queryByRole('link', { name: 'Paste' })).toBeNull();
    expect(screen.queryByText(/^Select a mark or a participant/)).toBeNull();
  });

  test('says what to do when there is nothing to show', async () => {
    await show('   ');
    expect(screen.getByText(/nothing to show yet/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'No JSON at hand?' })).toBeVisible();
  });

  test('says nothing of a broken link any more once something else was opened', async () => {
    const { user, session } = openSite('/paste');
    await box();
    const alert = () => screen.queryByText(/^This link is broken/);
    act(() => {
      window.location.hash = 'data1=broken';
    });
    await waitFor(() => expect(alert()).toBeVisible());
    expect(location.hash).toBe('');
    fireEvent.input(await box(), { target: { value: conversationText('a', 'Ada') } });
    expect(alert()).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show timeline' }));
    await waitFor(() => expect(alert()).toBeNull());
    act(() => session.clear());
    expect(alert()).toBeNull();
  });

  test('says nothing of a text that is no longer there', async () => {
    const { user } = await show('{"id": oops}');
    expect(await screen.findByRole('list', { name: 'Problems' })).toHaveTextContent('line 1');
    // Where there is no conversation, no heading of one is between.
    expect(screen.getByRole('heading', { name: 'Problems', level: 2 })).toBeVisible();
    fireEvent.input(await box(), { target: { value: '  ' } });
    await user.click(screen.getByRole('button', { name: 'Show timeline' }));
    await waitFor(() => expect(screen.queryByText(/oops|Expected/)).toBeNull());
    expect(screen.getByRole('list', { name: 'Problems' })).toHaveTextContent('The input is empty');
  });

  test('keeps nothing of a text of blanks among what was shown', async () => {
    const { session } = await show(conversationText('a', 'Ada'));
    await session.open({ kind: 'text', text: ' \n ' });
    await session.open({ kind: 'text', text: '{"id": oops}' });
    const items = within(await screen.findByRole('region', { name: 'Shown in this tab' }));
    await waitFor(() => expect(items.getAllByRole('listitem')).toHaveLength(2));
    expect(session.state().recent.map(({ input }) => input)).toEqual([
      { kind: 'text', text: '{"id": oops}' },
      { kind: 'text', text: conversationText('a', 'Ada') },
    ]);
  });

  test('writes out in names what would turn them around', async () => {
    await show(conversationText('a', 'Ada\u202e'));
    const items = within(await screen.findByRole('region', { name: 'Shown in this tab' }));
    expect(items.getByRole('button', { name: 'Forget Ada⟨U+202E⟩' })).toBeVisible();
  });

  test('says truly what the result was read from, whatever became of the box since', async () => {
    const line = () => screen.queryByText(/^Read from/)?.textContent;
    const { user, session } = await show(conversationText('a', 'Ada'));
    await waitFor(() => expect(line()).toBe('Read from the text box'));
    fireEvent.input(await box(), { target: { value: conversationText('b', 'Ben') } });
    await waitFor(() => expect(line()).toMatch(/^Read from the text box as it was before/));
    expect(screen.getByRole('heading', { name: 'Conversation with Ada' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show timeline' }));
    await waitFor(() => expect(line()).toBe('Read from the text box'));
    const file = new File([conversationText('c', 'Cem')], 'cem.json');
    await session.open({ kind: 'files', files: [file] });
    await waitFor(() => expect(line()).toBe('Read from cem.json'));
    fireEvent.input(await box(), { target: { value: conversationText('b', 'Bea') } });
    session.flush();
    expect(line()).toBe('Read from cem.json');
    const many = Array.from({ length: 12 }, (_, at) => new File([conversationText(`m${at}`)], `${at}.json`));
    await session.open({ kind: 'files', files: many });
    await waitFor(() =>
      expect(line()).toBe('Read from 0.json, 1.json, 2.json, 3.json, 4.json and 7 other files'),
    );
    await user.click(screen.getByRole('button', { name: 'Show timeline' }));
    await waitFor(() => expect(line()).toBe('Read from the text box'));
  });

  test('filters many by name or id, and says where none is left', async () => {
    const all = Array.from({ length: 9 }, (_, at) => conversationText(`id-${at}`, at === 4 ? 'Zoë' : 'Ada'));
    const { user } = await show(all.join('\n'));
    const rows = () =>
      screen.queryAllByRole('button', { name: /\d participant/ }).map((row) => row.textContent);
    expect(rows()).toHaveLength(9);
    const filter = screen.getByRole('searchbox', { name: 'Filter by name or id' });
    await user.type(filter, 'zoe');
    expect(rows()).toEqual([expect.stringContaining('Zoë')]);
    await user.clear(filter);
    await user.type(filter, 'ID-7');
    expect(rows()).toHaveLength(1);
    await user.type(filter, 'x');
    expect(rows()).toEqual([]);
    expect(screen.getByText('None of the conversations found has this in its name or id.')).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Conversations found' })).toBeNull();
  });

  test('shows the one chosen of several', async () => {
    const { user } = await show(`${conversationText('a', 'Ada')}\n${conversationText('b', 'Ben')}`);
    await user.click(await screen.findByRole('button', { name: /^Ben/ }));
    expect(screen.getByRole('heading', { name: 'Conversation with Ben' })).toBeVisible();
    expect(screen.getByRole('button', { name: /^Ben/ })).toHaveAttribute('aria-pressed', 'true');
  });

  test('a sample replaces the text, which can be had back', async () => {
    const { user } = await show('my own text');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Try a sample' }), 'Parked message');
    await waitFor(async () => expect((await box()).value).toContain('participants'));
    await user.click(screen.getByRole('button', { name: 'Undo clear' }));
    expect(await box()).toHaveValue('my own text');
  });

  test('what was typed can be had back after a second sample too', async () => {
    const site = openSite('/paste');
    fireEvent.input(await box(), { target: { value: 'typed, but not shown' } });
    const samples = screen.getByRole('combobox', { name: 'Try a sample' });
    await screen.findByRole('option', { name: 'Parked message' });
    await site.user.selectOptions(samples, 'Parked message');
    await waitFor(async () => expect((await box()).value).toContain('participants'));
    const { value } = await box();
    await site.user.selectOptions(samples, 'File that means harm');
    await waitFor(async () => expect((await box()).value).not.toBe(value));
    await site.user.click(screen.getByRole('button', { name: 'Undo clear' }));
    expect(await box()).toHaveValue('typed, but not shown');
  });

  test('a sample that was changed by hand can be had back after the next', async () => {
    const site = openSite('/paste');
    const samples = screen.getByRole('combobox', { name: 'Try a sample' });
    fireEvent.input(await box(), { target: { value: 'typed first' } });
    await screen.findByRole('option', { name: 'Parked message' });
    await site.user.selectOptions(samples, 'Parked message');
    await waitFor(async () => expect((await box()).value).toContain('participants'));
    fireEvent.input(await box(), { target: { value: 'the sample, changed' } });
    await site.user.selectOptions(samples, 'File that means harm');
    await waitFor(async () => expect((await box()).value).not.toBe('the sample, changed'));
    await site.user.click(screen.getByRole('button', { name: 'Undo clear' }));
    expect(await box()).toHaveValue('the sample, changed');
  });

  test('from one sample the keys go on to the next', async () => {
    const { user } = await show('my own text');
    const samples = screen.getByRole('combobox', { name: 'Try a sample' });
    for (const title of ['Parked message', 'File that means harm']) {
      await user.selectOptions(samples, title);
      expect(samples).toHaveFocus();
      expect(samples).toHaveDisplayValue(title);
    }
    await waitFor(async () => expect((await box()).value).toContain('participants'));
    expect(samples).toBeInTheDocument();
    expect(samples).toHaveFocus();
    await user.tab();
    expect(samples).toHaveDisplayValue('Choose a sample…');
  });

  test('files beyond storage are named as lost by a reload', async () => {
    const { session } = openSite('/paste');
    const file = new File([conversationText('a')], 'huge.json');
    Object.defineProperty(file, 'size', { value: 5_000_000 });
    Object.defineProperty(file, 'stream', { value: () => new Response(conversationText('a')).body });
    await session.open({ kind: 'files', files: [file] });
    expect(await screen.findByText(/reloading the page loses it/)).toBeVisible();
    expect(screen.getByText('huge.json')).toBeVisible();
    await session.open({ kind: 'text', text: conversationText('b', 'Ben') });
    const items = within(await screen.findByRole('region', { name: 'Shown in this tab' }));
    await waitFor(() =>
      expect(
        items.getAllByRole('listitem').map((item) => item.textContent.endsWith(' · lost by a reload')),
      ).toEqual([false, true]),
    );
    expect(screen.queryByText(/reloading the page loses it/)).toBeNull();
  });

  test('where the browser keeps nothing it says that a reload loses everything', async () => {
    openSite('/paste', null);
    expect(await screen.findByText(/^This browser does not let this page store anything/)).toBeVisible();
  });

  test('of what was shown one is forgotten, or all; what is forgotten is stored no more', async () => {
    const { user, session } = await show(conversationText('a', 'Ada'));
    await session.open({ kind: 'text', text: conversationText('b', 'Ben') });
    const items = within(await screen.findByRole('region', { name: 'Shown in this tab' }));
    await user.click(await items.findByRole('button', { name: 'Forget Ada' }));
    expect(items.getAllByRole('listitem')).toHaveLength(1);
    const stored = () => sessionStorage.getItem('participant-timeline:recent') ?? '';
    expect(stored()).toContain('Ben');
    expect(stored()).not.toContain('Ada');
    await user.click(items.getByRole('button', { name: 'Forget all' }));
    expect(screen.queryByRole('region', { name: 'Shown in this tab' })).toBeNull();
    expect(stored()).not.toContain('Ben');
  });
});

describe('nothing typed is lost', () => {
  test('by a reload right after typing', async () => {
    const { unmount } = openSite('/paste');
    fireEvent.input(await box(), { target: { value: 'half a document' } });
    fireEvent(window, new Event('pagehide'));
    unmount();
    openSite('/paste');
    expect(await box()).toHaveValue('half a document');
  });

  test('by going elsewhere and back', async () => {
    const { user } = openSite('/paste');
    fireEvent.input(await box(), { target: { value: 'half a document' } });
    await user.click(screen.getByRole('link', { name: 'Browse' }));
    await user.click(screen.getByRole('link', { name: 'Paste' }));
    expect(await box()).toHaveValue('half a document');
  });

  test('what is shown stays shown after a reload, though the text was edited', async () => {
    const { unmount } = await show(conversationText('a', 'Ada'));
    await screen.findByRole('heading', { name: 'Conversation with Ada' });
    fireEvent.input(await box(), { target: { value: 'edited' } });
    fireEvent(window, new Event('pagehide'));
    await waitFor(() => expect(sessionStorage.getItem('participant-timeline:opened')).toContain('Ada'));
    unmount();
    openSite('/paste');
    expect(await box()).toHaveValue('edited');
    expect(await screen.findByRole('heading', { name: 'Conversation with Ada' })).toBeVisible();
  });
});
