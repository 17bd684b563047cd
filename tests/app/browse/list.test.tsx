import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { fileOf, inOrder, pagesOf } from '../../../src/app/browse/library/exported';
import type { ExportRun, Which } from '../../../src/app/browse/library/library';
import { SourceError } from '../../../src/sources/source';
import { openSite } from '../site';
import { amongMany, openList } from './open';
import { BILLING, idOf, importSome, libraryOf } from './people';

amongMany();

function titles(): (string | null)[] {
  return within(screen.getByRole('grid'))
    .getAllByRole('link')
    .map((link) => link.textContent);
}

function placesIn(grid: HTMLElement): (string | null)[] {
  return within(grid)
    .getAllByRole('row')
    .map((row) => row.getAttribute('aria-rowindex'));
}

function rowOf(name: string) {
  return screen.getByRole('row', { name: new RegExp(name) });
}

function listOf(name: string) {
  return screen.getByRole('list', { name });
}

async function untilFirst(title: string): Promise<void> {
  await waitFor(() => expect(titles()[0]).toBe(title));
}

async function counted(text: string): Promise<void> {
  await waitFor(() => expect(screen.getByText(text)).toBeVisible());
}

describe('the list', () => {
  test('asks once more for a count that failed, where there is no row to show instead', async () => {
    const library = await libraryOf(3);
    const count = library.source.count.bind(library.source);
    const asked = vi.spyOn(library.source, 'count').mockRejectedValue(new SourceError('broken'));
    const { user } = openSite('/?v=1&media=video', sessionStorage, library);
    expect(await screen.findByRole('alert')).toHaveTextContent('cannot be read');
    asked.mockImplementation(count);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'No conversation matches all of this' })).toBeVisible();
  });

  test('keeps the rows that are there when something cannot be counted, however far they are from the first', async () => {
    const { user, grid, library } = await openList(420);
    within(grid).getAllByRole('link')[0]?.focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 00$/));
    const count = vi.spyOn(library.source, 'count').mockRejectedValue(new SourceError('broken'));
    await act(async () => library.remove({ ids: [idOf(5)] }));
    await waitFor(() => expect(count).toHaveBeenCalled());
    await waitFor(() => expect(titles()).not.toContain('Customer 05'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('link', { name: 'Customer 00' })).toBeVisible();
  });

  test('marks the numbers of choices that belong to what was asked before', async () => {
    const { user, library } = await openList(12);
    const counts = await screen.findByRole('list', { name: 'Media' });
    expect(counts).toHaveAttribute('data-stale', 'false');
    const facets = vi.spyOn(library.source, 'facets').mockReturnValue(new Promise(() => undefined));
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'Customer 3');
    await waitFor(() => expect(facets).toHaveBeenCalled());
    await waitFor(() => expect(listOf('Media')).toHaveAttribute('data-stale', 'true'));
    expect(listOf('Media')).toHaveAttribute('aria-busy', 'true');
  });

  test('marks the number of all, too, while it belongs to what was asked before', async () => {
    const { user, library } = await openList(12);
    await counted('12 conversations');
    vi.spyOn(library.source, 'count').mockReturnValue(new Promise(() => undefined));
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'Customer 03');
    await waitFor(() => expect(titles()).toEqual(['Customer 03']));
    expect(screen.getByText('12 conversations')).toHaveAttribute('data-stale', 'true');
  });

  test('begins with the newest, counts all, and draws only what is near', async () => {
    const { grid } = await openList(120);
    expect(screen.getByText('120 conversations')).toBeVisible();
    expect(grid).toHaveAttribute('aria-rowcount', '121');
    expect(titles()[0]).toBe('Customer 119');
    expect(titles().length).toBeLessThan(40);
    expect(screen.getByRole('columnheader', { name: 'Start' })).toHaveAttribute('aria-sort', 'descending');
  });

  test('leaves nothing behind where pages of a list that changed meanwhile hold a row twice', async () => {
    const library = await libraryOf(420);
    const list = library.source.list.bind(library.source);
    vi.spyOn(library.source, 'list').mockImplementation(async (query, signal) => {
      const page = await list(query, signal);
      return { ...page, rows: page.rows.map((row, place) => ({ ...row, id: idOf(place >> 1) })) };
    });
    sessionStorage.clear();
    openSite('/', sessionStorage, library);
    const grid = await screen.findByRole('grid', { name: 'Conversations' });
    await within(grid).findAllByRole('link');
    for (const scrollTop of [400, 4000, 800, 8000]) {
      fireEvent.scroll(grid, { target: { scrollTop } });
      const first = Math.floor(scrollTop / 38) + 2;
      await waitFor(() =>
        expect(placesIn(grid)).toEqual(expect.arrayContaining([`${first}`, `${first + 10}`])),
      );
    }
    expect(new Set(placesIn(grid)).size).toBe(placesIn(grid).length);
    expect(placesIn(grid).length).toBeLessThan(40);
  });

  test('has a tiny timeline in each row, by the drawing’s own segments', async () => {
    const { container } = await openList(4);
    const row = rowOf('Customer 03');
    const drawn = [...row.querySelectorAll('[data-segment]')].map((path) =>
      path.getAttribute('data-segment'),
    );
    expect(new Set(drawn)).toEqual(new Set(['connected', 'queued', 'alerting', 'hold', 'acw']));
    expect(row.querySelector('[data-segment="hold"]')).toHaveAttribute('fill', 'url(#preview-hold)');
    expect(container.querySelector('#preview-hold')).not.toBeNull();
    expect(rowOf('Customer 02').querySelector('[data-segment="hold"]')).toBeNull();
  });

  test('has under each head what that names', async () => {
    const { grid } = await openList(4);
    const heads = within(grid).getAllByRole('columnheader').slice(1);
    const cells = within(rowOf('Customer 03')).getAllByRole('gridcell').slice(1);
    const told = heads.map((head, at) => `${head.textContent}: ${cells[at]?.textContent}`);
    expect(told).toEqual([
      'Conversation: Customer 03',
      'Start: Nov 19, 2026 17:47:00',
      'Timeline: ',
      'Duration: 31:00',
      'Media: Voice',
      'Remarkable: Problems',
      'Queues: Walk-in desk',
      'Agents: Otto',
      'To answer: 0:10',
      'Hold: 3:00',
      'ACW: 1:00',
      'Handle: 33:50',
      'Unanswered: 0',
    ]);
  });

  test('is sorted by a column’s head, and with Shift by one besides; the address says so', async () => {
    const { user } = await openList(30);
    await user.click(screen.getByRole('button', { name: 'Hold' }));
    await untilFirst('Customer 27');
    expect(location.search).toBe('?v=1&sort=-hold');
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('button', { name: 'Conversation' }));
    await user.keyboard('{/Shift}');
    await waitFor(() => expect(location.search).toBe('?v=1&sort=-hold.title'));
    // Those that were not held stand in the order of their names.
    await waitFor(() => expect(titles().slice(9, 12)).toEqual(['Customer 00', 'Customer 01', 'Customer 02']));
  });

  test('a first click with Shift does not sort behind the start, which nothing is equal in', async () => {
    const { user } = await openList(12);
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('button', { name: 'Hold' }));
    await user.keyboard('{/Shift}');
    await waitFor(() => expect(location.search).toBe('?v=1&sort=-hold'));
  });

  test('fetches a conversation when the mouse comes near, so that it opens at once, and only once', async () => {
    const { user, library } = await openList(4);
    const get = vi.spyOn(library.source, 'get');
    await user.hover(screen.getByRole('link', { name: 'Customer 02' }));
    await waitFor(() => expect(get.mock.calls.map(([id]) => id)).toEqual([idOf(2)]));
    await user.click(screen.getByRole('link', { name: 'Customer 02' }));
    expect(await screen.findByRole('region', { name: 'Timeline' })).toBeVisible();
    expect(get.mock.calls.filter(([id]) => id === idOf(2))).toHaveLength(1);
  });

  test('keeps which columns there are, in which order and how wide', async () => {
    const { user, unmount, library } = await openList(3);
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('checkbox', { name: 'Media' }));
    await user.click(screen.getByRole('checkbox', { name: 'Longest hold' }));
    await user.click(screen.getByRole('button', { name: 'Duration further left' }));
    await user.click(screen.getByRole('button', { name: 'Duration wider' }));
    const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);
    expect(heads().slice(1, 5)).toEqual(['Conversation', 'Start', 'Duration', 'Timeline']);
    expect(heads()).toContain('Longest hold');
    expect(heads()).not.toContain('Media');
    // The first column has nowhere further to go, which the keyboard stays to hear.
    await user.click(screen.getByRole('button', { name: 'Start further left' }));
    const first = screen.getByRole('button', { name: 'Start further left' });
    expect(first).toHaveFocus();
    expect(first).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('button', { name: 'Start further right' }));
    const wide = screen.getAllByRole('row')[0]?.style.gridTemplateColumns;
    unmount();
    openSite('/', sessionStorage, library);
    await screen.findByRole('grid');
    expect(heads().slice(1, 5)).toEqual(['Conversation', 'Start', 'Duration', 'Timeline']);
    expect(screen.getAllByRole('row')[0]?.style.gridTemplateColumns).toBe(wide);
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('button', { name: 'Reset columns' }));
    expect(heads().slice(1, 5)).toEqual(['Conversation', 'Start', 'Timeline', 'Duration']);
  });
});

describe('an order of which no head tells', () => {
  const told = () => screen.queryByText(/sorted by/i)?.textContent;

  test('is told when its column is hidden, to be heard, and can be taken back', async () => {
    const { user } = await openList(6);
    await user.click(screen.getByRole('button', { name: 'Hold' }));
    await untilFirst('Customer 03');
    expect(told()).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('checkbox', { name: 'Hold' }));
    expect(told()).toBe('Sorted by Hold (highest first)');
    expect(screen.getByText('Sorted by Hold (highest first)').closest('output')).not.toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Hold' }));
    expect(told()).toBeUndefined();
    await user.click(screen.getByRole('checkbox', { name: 'Hold' }));
    await user.click(screen.getByRole('button', { name: 'Do not sort by Hold' }));
    await untilFirst('Customer 05');
    expect(told()).toBeUndefined();
    expect(location.search).toBe('');
  });

  test('is told beside what heads tell, and of the first order as well', async () => {
    await openList(6, '/?v=1&sort=title.-holds.participants');
    expect(told()).toBe('Also sorted by Holds (highest first) and Participants (lowest first)');
    fireEvent.click(screen.getByRole('button', { name: 'Do not sort by Holds and Participants' }));
    await waitFor(() => expect(told()).toBeUndefined());
    expect(location.search).toBe('?v=1&sort=title');
    cleanup();
    const { user } = await openList(6);
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('checkbox', { name: 'Start' }));
    expect(told()).toBe('Sorted by Start (newest first)');
    expect(screen.queryByRole('button', { name: /^Do not sort/ })).toBeNull();
  });

  test('is told where it is narrow, where nothing but the newest first can be seen', async () => {
    vi.stubGlobal('matchMedia', (query: string) =>
      Object.assign(new EventTarget(), { matches: query === '(max-width: 39.99rem)' }),
    );
    onTestFinished(() => void vi.unstubAllGlobals());
    await openList(6);
    expect(told()).toBeUndefined();
    cleanup();
    await openList(6, '/?v=1&sort=start');
    expect(told()).toBe('Sorted by Start (oldest first)');
  });
});

describe('by keys', () => {
  test('arrows, Home and End walk the rows, and one row is a stop', async () => {
    const { user, grid } = await openList(120);
    const stops = () =>
      within(grid)
        .getAllByRole('link')
        .filter(({ tabIndex }) => tabIndex === 0);
    stops()[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 117'));
    expect(stops()).toHaveLength(1);
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 00'));
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 01'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 119'));
  });

  test('arrows walk the cells of a row, stay in a column from row to row, and Enter opens from each', async () => {
    const { user, grid } = await openList(120);
    const column = (name: string) =>
      within(grid)
        .getAllByRole('columnheader')
        .findIndex((head) => head.textContent === name);
    const at = () =>
      [...document.activeElement!.closest('[role=row]')!.children].findIndex((cell) =>
        cell.contains(document.activeElement),
      );
    within(grid).getAllByRole('link')[0]?.focus();
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement).toBe(within(grid).getByRole('checkbox', { name: 'Select Customer 119' }));
    await user.keyboard('{ArrowLeft}{ArrowRight}');
    expect(document.activeElement).toBe(within(grid).getByRole('link', { name: 'Customer 119' }));
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(at()).toBe(column('Duration'));
    expect(document.activeElement).toHaveRole('gridcell');
    await user.keyboard('{ArrowDown}');
    await waitFor(() =>
      expect(rowOf('Customer 118')).toContainElement(document.activeElement as HTMLElement),
    );
    expect(at()).toBe(column('Duration'));
    await user.keyboard(' ');
    expect(rowOf('Customer 118')).toHaveAttribute('aria-selected', 'true');
    for (let press = 0; press < 20; press++) await user.keyboard('{ArrowRight}');
    expect(at()).toBe(within(grid).getAllByRole('columnheader').length - 1);
    await user.keyboard('{Enter}');
    expect(location.pathname).toBe(`/c/${idOf(118)}`);
  });

  test('keys go on from the cell that has the focus, however it came there', async () => {
    const { user, grid } = await openList(120);
    within(grid).getAllByRole('link')[0]?.focus();
    // As a screen reader's own cursor does.
    within(rowOf('Customer 115')).getAllByRole('gridcell').at(-1)?.focus();
    await user.keyboard(' ');
    expect(rowOf('Customer 115')).toHaveAttribute('aria-selected', 'true');
    expect(rowOf('Customer 119')).toHaveAttribute('aria-selected', 'false');
    await user.keyboard('{ArrowDown}');
    await waitFor(() =>
      expect(rowOf('Customer 114')).toContainElement(document.activeElement as HTMLElement),
    );
  });

  test('the focus stays on its row however far the others are scrolled, and goes on from there', async () => {
    const { user, grid } = await openList(420);
    within(grid).getAllByRole('link')[0]?.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 418'));
    // As by the wheel, to where none of the first hundreds is wanted any more.
    fireEvent.scroll(grid, { target: { scrollTop: 100_000 } });
    await within(grid).findByRole('link', { name: 'Customer 00' });
    expect(document.activeElement).toHaveTextContent('Customer 418');
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 417'));
    await user.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 00'));
    await user.keyboard('{Control>}{Home}{/Control}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 419'));
  });

  test('go on from the last row where the one that they reached is beyond it by now', async () => {
    const { user, grid, library } = await openList(30);
    within(grid).getAllByRole('link')[0]?.focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 00$/));
    screen.getByRole('searchbox', { name: 'Search conversations' }).focus();
    await act(async () => library.remove({ ids: Array.from({ length: 20 }, (_, at) => idOf(at)) }));
    await counted('10 conversations');
    within(grid).getByRole('link', { name: 'Customer 20' }).focus();
    await user.keyboard(' ');
    expect(rowOf('Customer 20')).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 21$/));
  });

  test('the focus goes with the last row, too, and to the one that is the last when it goes', async () => {
    const { user, grid, library } = await openList(30);
    within(grid).getAllByRole('link')[0]?.focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 00$/));
    await act(async () => library.remove({ ids: Array.from({ length: 10 }, (_, at) => idOf(at + 20)) }));
    await counted('20 conversations');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 00$/));
    await act(async () => library.remove({ ids: [idOf(0)] }));
    await counted('19 conversations');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 01$/));
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 02$/));
  });

  test('a row that is fetched takes the focus from nobody who has gone elsewhere meanwhile', async () => {
    const { user, grid, library } = await openList(320);
    const list = library.source.list.bind(library.source);
    let answer = () => undefined as void;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(library.source, 'list').mockImplementation(async (...asked) => {
      await answered;
      return list(...asked);
    });
    within(grid).getAllByRole('link')[0]?.focus();
    await user.keyboard('{End}');
    const search = screen.getByRole('searchbox', { name: 'Search conversations' });
    await user.click(search);
    answer();
    await within(grid).findByRole('link', { name: 'Customer 00' });
    await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(search).toHaveFocus();
  });

  test('/ leads to the search, but not from a field', async () => {
    const { user } = await openList(3);
    await user.keyboard('/');
    const search = screen.getByRole('searchbox', { name: 'Search conversations' });
    expect(search).toHaveFocus();
    await user.keyboard('a/b');
    expect(search).toHaveValue('a/b');
  });

  test('Space selects, with Shift a stretch, Ctrl + A all, Escape none', async () => {
    const { user, grid } = await openList(30);
    within(grid).getAllByRole('link')[0]?.focus();
    await user.keyboard(' ');
    expect(screen.getByText('1 selected')).toBeVisible();
    expect(rowOf('Customer 29')).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await counted('3 selected');
    await user.keyboard('{Control>}a{/Control}');
    await counted('30 selected');
    expect(screen.getByRole('checkbox', { name: 'Select all found' })).toBeChecked();
    await user.keyboard('{Escape}');
    expect(screen.queryByText(/selected/)).toBeNull();
  });

  test('Shift and an arrow take both rows, and nothing of what was chosen before and let go', async () => {
    const { user, grid } = await openList(30);
    within(grid).getAllByRole('link')[0]?.focus();
    await user.keyboard(' {Escape}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    await counted('2 selected');
    expect(rowOf('Customer 25')).toHaveAttribute('aria-selected', 'true');
    expect(rowOf('Customer 24')).toHaveAttribute('aria-selected', 'true');
  });

  test('go on from a row whose box was clicked', async () => {
    const { user } = await openList(30);
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 25' }));
    await user.keyboard(' ');
    expect(screen.queryByText(/selected/)).toBeNull();
    await user.keyboard(' ');
    await counted('1 selected');
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 24'));
    await user.keyboard('{Escape}');
    expect(screen.queryByText(/selected/)).toBeNull();
  });

  test('the focus goes with its row, however many come or go above it', async () => {
    const { user, grid, library } = await openList(30);
    within(grid).getAllByRole('link')[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 26$/));
    await act(async () => importSome(library, 30, 40));
    await counted('40 conversations');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 26$/));
    // It stays where it is, and those around it.
    expect(titles()[0]).toBe('Customer 29');
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 25$/));
    await act(async () => library.remove({ ids: Array.from({ length: 9 }, (_, at) => idOf(at + 28)) }));
    await counted('31 conversations');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 25$/));
    await user.keyboard(' ');
    await counted('1 selected');
    expect(rowOf('Customer 25')).toHaveAttribute('aria-selected', 'true');
    // Where it is gone, what has come to its place has it.
    await act(async () => library.remove({ ids: [idOf(25)] }));
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 24$/));
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 26$/));
    // Who is elsewhere stays there.
    const search = screen.getByRole('searchbox', { name: 'Search conversations' });
    search.focus();
    await act(async () => importSome(library, 40, 42));
    await counted('32 conversations');
    expect(search).toHaveFocus();
    // So does who is at the head, also after having been at a row.
    within(grid).getAllByRole('link').at(-1)?.focus();
    const head = within(grid).getByRole('button', { name: 'Hold' });
    head.focus();
    await act(async () => importSome(library, 42, 44));
    await counted('34 conversations');
    await waitFor(() => expect(titles()).toContain('Customer 23'));
    await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(head).toHaveFocus();
  });

  test('a key that is held down writes the history once, when it is let go', async () => {
    const { grid } = await openList(30);
    within(grid).getAllByRole('link')[0]?.focus();
    const write = vi.spyOn(history, 'replaceState');
    // At once: on a machine that is busy the time between presses would be one in which it is let go.
    for (let press = 0; press < 12; press++) fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    await waitFor(() => expect(history.state).toMatchObject({ place: { row: 12 } }));
    expect(write).toHaveBeenCalledTimes(1);
    write.mockRestore();
  });

  test('of none says no number while more is taken over from an earlier version, which goes as well', async () => {
    sessionStorage.clear();
    const library = await libraryOf(6);
    vi.spyOn(library, 'state').mockReturnValue({ ...library.state(), carrying: true });
    const { user } = openSite('/', sessionStorage, library);
    await screen.findByRole('checkbox', { name: 'Select Customer 03' });
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    const question = { name: 'Delete all conversations from this browser?' };
    expect(screen.getByRole('alertdialog', question)).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Storage' }));
    await user.click(screen.getByRole('button', { name: 'Delete everything…' }));
    expect(screen.getByRole('alertdialog', question)).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 03' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(
      screen.getByRole('alertdialog', { name: 'Delete the selected conversation from this browser?' }),
    ).toBeVisible();
  });

  test('of none means all that are found: the question says how many', async () => {
    const { user } = await openList(6);
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    expect(
      screen.getByRole('alertdialog', { name: 'Delete all 6 conversations from this browser?' }),
    ).toBeVisible();
    await user.keyboard('{Escape}');
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'Customer 04');
    await counted('1 conversation');
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    const question = screen.getByRole('alertdialog', {
      name: 'Delete the one conversation found from this browser?',
    });
    await user.click(within(question).getByRole('button', { name: 'Delete' }));
    await waitFor(() =>
      expect(screen.getByText('No conversation matches all of this', { selector: 'h2' })).toBeVisible(),
    );
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await counted('5 conversations');
  });
});

describe('a selection', () => {
  test('of more rows than it can hold is refused in so many words', async () => {
    const library = await libraryOf(30);
    const list = library.source.list.bind(library.source);
    vi.spyOn(library.source, 'count').mockResolvedValue({ value: 6000, exact: true });
    vi.spyOn(library.source, 'list').mockImplementation(async ({ filter, limit, cursor, offset }) => {
      const { rows } = await list({ filter, limit: 30 });
      const from = offset ?? Number(cursor);
      const found = Array.from({ length: limit }, (_, at) => {
        const row = rows[at % 30];
        return row ? [{ ...row, id: idOf(from + at) }] : [];
      });
      return { rows: found.flat(), ...(from + limit < 6000 ? { cursor: String(from + limit) } : {}) };
    });
    sessionStorage.clear();
    const { user } = openSite('/', sessionStorage, library);
    const grid = await screen.findByRole('grid', { name: 'Conversations' });
    await counted('6,000 conversations');
    (await within(grid).findAllByRole('link'))[0]?.focus();
    const told = /^No more than 5,000 can be selected/;
    await user.keyboard(' {Shift>}{End}{/Shift}');
    await counted('1 selected');
    expect(screen.getByText(told)).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByText(told)).toBeNull();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText(told)).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByText(told)).toBeNull();
  });

  test('goes from the row that was chosen to the one that is clicked, wherever they are by then', async () => {
    const { user, library } = await openList(6);
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 03' }));
    await act(async () => importSome(library, 6, 12));
    await counted('12 conversations');
    await untilFirst('Customer 11');
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 01' }));
    await user.keyboard('{/Shift}');
    await counted('3 selected');
    for (const at of ['03', '02', '01'])
      expect(rowOf(`Customer ${at}`)).toHaveAttribute('aria-selected', 'true');
  });

  test('of other rows is not taken for one of all that are found', async () => {
    const { user } = await openList(30);
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 29' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 28' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'Customer 04');
    await counted('1 conversation');
    const all = screen.getByRole('checkbox', { name: 'Select all found' });
    expect(all).not.toBeChecked();
    expect(all).toBePartiallyChecked();
  });

  test('is written to a file also when the list is put in another order meanwhile', async () => {
    const { user, library } = await openList(6);
    const broken = vi.fn<() => void>();
    vi.spyOn(library, 'export').mockImplementation((_which, _format, run) => {
      run?.onWritten?.(1200);
      run?.signal?.addEventListener('abort', broken);
      return new Promise(() => undefined);
    });
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('button', { name: 'CSV, one row each' }));
    await user.click(screen.getByRole('button', { name: 'Hold' }));
    await untilFirst('Customer 03');
    expect(broken).not.toHaveBeenCalled();
    expect(screen.getByText('Writing the file…')).toBeVisible();
    expect(screen.getByText('1,200 of 6')).toBeVisible();
  });

  test('is written to a file without what cannot be read any more, and says how many those are', async () => {
    const { user, library } = await openList(6);
    vi.spyOn(library, 'export').mockImplementation(async (_which, format, run) =>
      fileOf({ format, onUnread: run?.onUnread }, pagesOf(library.source, {}), async (ids) =>
        ids.slice(2).map((id) => JSON.stringify({ id })),
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('button', { name: 'JSON Lines, complete' }));
    expect(await screen.findByText('2 could not be read any more, and are not in the file.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('button', { name: 'CSV, one row each' }));
    await waitFor(() => expect(screen.queryByText(/not in the file/u)).toBeNull());
  });

  test('is written to a file in the order in which it is shown', async () => {
    const library = await libraryOf(12);
    const sort = [{ by: 'title' as const }];
    const written = async (which: Which, run?: ExportRun) => {
      const text = await (await library.export(which, 'jsonl', run)).text();
      return text.split('\n').flatMap((line) => /"id":"([^"]*)"/u.exec(line)?.[1] ?? []);
    };
    const ids = [idOf(7), idOf(2), idOf(9)];
    expect(await written({ filter: {} })).toEqual(Array.from({ length: 12 }, (_, at) => idOf(11 - at)));
    expect(await written({ filter: {} }, { sort })).toEqual(Array.from({ length: 12 }, (_, at) => idOf(at)));
    expect(await written({ ids }, { sort })).toEqual([idOf(2), idOf(7), idOf(9)]);
    expect(await written({ ids })).toEqual([idOf(9), idOf(7), idOf(2)]);
    // What the library finds by ids comes in no order of its own.
    const { rows } = await library.source.list({ filter: {}, limit: 12, sort });
    const [first = []] = inOrder(rows);
    expect(first.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, at) => idOf(11 - at)));
    expect([...inOrder(first, sort)]).toEqual([rows]);
  });

  test('of none is written as all that is found, in the order in which it is shown', async () => {
    const { user, library } = await openList(6, '/?v=1&media=call');
    const exported = vi.spyOn(library, 'export');
    await user.click(screen.getByRole('button', { name: 'Hold' }));
    await untilFirst('Customer 03');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('button', { name: 'CSV, one row each' }));
    await waitFor(() => expect(exported).toHaveBeenCalled());
    const [which, , run] = exported.mock.calls[0] ?? [];
    expect([which, run?.sort]).toEqual([
      { filter: { choices: { media: ['call'] } } },
      [{ by: 'hold', descending: true }],
    ]);
  });

  test('counts what is written of it', async () => {
    const library = await libraryOf(230);
    let clock = 0;
    const now = vi.spyOn(performance, 'now').mockImplementation(() => (clock += 1000));
    const heard: number[] = [];
    const onWritten = (count: number) => void heard.push(count);
    const ids = Array.from({ length: 3 }, (_, at) => idOf(at));
    await library.export({ filter: {} }, 'csv', { onWritten });
    await library.export({ ids }, 'jsonl', { onWritten });
    expect(heard).toEqual([200, 230, 0, 3]);
    now.mockReturnValue(0);
    heard.length = 0;
    await library.export({ filter: {} }, 'csv', { onWritten });
    expect(heard).toEqual([200]);
    now.mockRestore();
  });

  test('outlives filters and a look at one of them, and two to four can be compared', async () => {
    const { user } = await openList(12);
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 11' }));
    expect(screen.queryByRole('link', { name: 'Compare' })).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 08' }));
    await user.click(await screen.findByRole('checkbox', { name: /^Chat/ }));
    await counted('2 conversations');
    expect(screen.getByText('2 selected')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Customer 09' }));
    await screen.findByRole('heading', { level: 1, name: /Customer 09/ });
    await user.click(await screen.findByRole('button', { name: 'Back to the list' }));
    await counted('2 selected');
    await user.click(screen.getByRole('link', { name: 'Compare' }));
    await screen.findByRole('heading', { level: 1, name: 'Compare conversations' });
    expect(new URLSearchParams(location.search).get('ids')).toBe(`${idOf(11)},${idOf(8)}`);
  });

  test('lets go of what something else deletes, also while a conversation is looked at', async () => {
    const { user, library } = await openList(6);
    for (const at of ['05', '04', '03']) {
      await user.click(screen.getByRole('checkbox', { name: `Select Customer ${at}` }));
    }
    await counted('3 selected');
    await act(async () => library.remove({ ids: [idOf(5)] }));
    await counted('2 selected');
    await user.click(screen.getByRole('link', { name: 'Customer 02' }));
    await screen.findByRole('heading', { level: 1, name: /Customer 02/ });
    await act(async () => library.remove({ ids: [idOf(4), idOf(0)] }));
    history.back();
    await counted('1 selected');
    expect(rowOf('Customer 03')).toHaveAttribute('aria-selected', 'true');
  });

  test('is deleted only after a question, and then it is gone', async () => {
    const { user } = await openList(6);
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 04' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    const question = screen.getByRole('alertdialog', { name: /Delete the selected conversation/ });
    expect(question).toHaveAccessibleDescription(/cannot be|for good/i);
    await user.click(within(question).getByRole('button', { name: 'Keep' }));
    expect(screen.getByText('6 conversations')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    await counted('5 conversations');
    expect(titles()).not.toContain('Customer 04');
    expect(screen.queryByText(/selected/)).toBeNull();
  });
});

describe('from inside a conversation', () => {
  test('its neighbours in the list are a key away, and back leads to the list', async () => {
    const { user } = await openList(5, `/?v=1&queue=${BILLING}`);
    expect(titles()).toEqual(['Customer 04', 'Customer 02', 'Customer 00']);
    await user.click(screen.getByRole('link', { name: 'Customer 02' }));
    await screen.findByRole('heading', { level: 1, name: /Customer 02/ });
    await screen.findByRole('link', { name: 'Next conversation' });
    expect(screen.getByText('No. 2 in the list')).toBeVisible();
    await user.keyboard('j');
    await screen.findByRole('heading', { level: 1, name: /Customer 00/ });
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Next conversation' })).toBeNull());
    await user.keyboard('k');
    await screen.findByRole('heading', { level: 1, name: /Customer 02/ });
    await user.click(await screen.findByRole('link', { name: 'Previous conversation' }));
    await screen.findByRole('heading', { level: 1, name: /Customer 04/ });
    await user.click(await screen.findByRole('button', { name: 'Back to the list' }));
    await screen.findByRole('grid');
    expect(location.search).toBe(`?v=1&queue=${BILLING}`);
  });

  test('a key for the next one is obeyed that comes before it is known what stands beside it', async () => {
    const { user, library } = await openList(5);
    const place = library.source.place.bind(library.source);
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(library.source, 'place').mockImplementation(async (...asked) => {
      await held;
      return place(...asked);
    });
    await user.click(screen.getByRole('link', { name: 'Customer 03' }));
    await screen.findByRole('heading', { level: 1, name: /Customer 03/ });
    expect(screen.getByText('No. 2 in the list')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Next conversation' })).toBeNull();
    await user.keyboard('kj');
    expect(screen.getByRole('heading', { level: 1, name: /Customer 03/ })).toBeVisible();
    await act(async () => answer());
    await screen.findByRole('heading', { level: 1, name: /Customer 02/ });
    expect(await screen.findByText('No. 3 in the list')).toBeVisible();
  });

  test('its neighbours are those of the list as it is, however many came and went above it', async () => {
    const { user, library } = await openList(6);
    await user.click(screen.getByRole('link', { name: 'Customer 03' }));
    await screen.findByRole('heading', { level: 1, name: /Customer 03/ });
    await counted('No. 3 in the list');
    await act(async () => importSome(library, 6, 20));
    await counted('No. 17 in the list');
    expect(screen.getByRole('link', { name: 'Next conversation' })).toHaveAttribute(
      'title',
      'Next conversation: Customer 02',
    );
    await user.click(screen.getByRole('link', { name: 'Previous conversation' }));
    await screen.findByRole('heading', { level: 1, name: /Customer 04/ });
    await counted('No. 16 in the list');
    await act(async () => library.remove({ ids: Array.from({ length: 10 }, (_, at) => idOf(at + 8)) }));
    await counted('No. 6 in the list');
    // What came to its place is the next one.
    await act(async () => library.remove({ ids: [idOf(4)] }));
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'Next conversation' })).toHaveAttribute(
        'title',
        'Next conversation: Customer 03',
      ),
    );
    expect(screen.getByText('No. 6 in the list')).toBeVisible();
  });
});

test('keys that are heard all over the page are listed, and can be turned off for good', async () => {
  const { user } = await openList(3);
  const search = screen.getByRole('searchbox', { name: 'Search conversations' });
  const everywhere = () => screen.getByRole('checkbox', { name: 'Use /, J and K anywhere on the page' });
  const heard = async (key: string) => {
    await user.keyboard('{Escape}');
    (document.activeElement as HTMLElement).blur();
    await user.keyboard(key);
    return document.activeElement === search;
  };
  expect(await heard('/')).toBe(true);
  expect(search).toHaveAttribute('aria-keyshortcuts', '/');
  await user.click(screen.getByRole('button', { name: 'Keys' }));
  expect(screen.getByText('Extend the selection')).toBeVisible();
  await user.click(everywhere());
  expect(await heard('/')).toBe(false);
  expect(search).not.toHaveAttribute('aria-keyshortcuts');

  await user.click(screen.getByRole('link', { name: 'Customer 01' }));
  await screen.findByRole('heading', { level: 1, name: /Customer 01/ });
  await screen.findByRole('link', { name: 'Next conversation' });
  await user.keyboard('j');
  expect(screen.getByRole('heading', { level: 1, name: /Customer 01/ })).toBeVisible();
  cleanup();

  openSite('/', sessionStorage, await libraryOf(3));
  await user.click(await screen.findByRole('button', { name: 'Keys' }));
  expect(everywhere()).not.toBeChecked();
  await user.click(everywhere());
  expect(screen.getByRole('searchbox', { name: 'Search conversations' })).toHaveAttribute(
    'aria-keyshortcuts',
    '/',
  );
});

test('a list that is come back to is as it is by now, whatever came and went meanwhile', async () => {
  const { user, library } = await openList(6);
  await user.click(screen.getByRole('link', { name: 'Customer 03' }));
  await screen.findByRole('heading', { level: 1, name: /Customer 03/ });
  await act(async () => library.remove({ ids: [idOf(5)] }));
  history.back();
  await counted('5 conversations');
  expect(titles()).toEqual(['04', '03', '02', '01', '00'].map((at) => `Customer ${at}`));
  await user.click(screen.getByRole('link', { name: 'Paste' }));
  await screen.findByRole('textbox', { name: 'Conversation JSON' });
  await act(async () => library.remove({ ids: [idOf(4)] }));
  history.back();
  await counted('4 conversations');
  expect(titles()).toEqual(['03', '02', '01', '00'].map((at) => `Customer ${at}`));
});

test('going back leads to the row that was opened, for the keyboard too', async () => {
  const { user, grid } = await openList(30);
  within(grid).getAllByRole('link')[0]?.focus();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  await waitFor(() => expect(document.activeElement).toHaveTextContent('Customer 27'));
  await user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: /Customer 27/ });
  history.back();
  await screen.findByRole('grid', { name: 'Conversations' });
  await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 27$/));
  await user.click(screen.getByRole('link', { name: 'Customer 25' }));
  await screen.findByRole('heading', { level: 1, name: /Customer 25/ });
  history.back();
  await screen.findByRole('grid', { name: 'Conversations' });
  await waitFor(() => expect(document.activeElement).toHaveTextContent(/^Customer 25$/));
});
