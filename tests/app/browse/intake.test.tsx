import { onlineManager } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ImportReport, Library, LibraryState, Which } from '../../../src/app/browse/library/library';
import type { Progress } from '../../../src/workers/messages';
import { conversationText } from '../../workers/conversationText';
import { openSite } from '../site';
import { amongMany, openList } from './open';
import { idOf, libraryOf } from './people';

amongMany();

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

/** Into the page's first input, for files, or its second, for a folder. */
async function upload(user: UserEvent, place: number, names: readonly string[]) {
  const input = document.querySelectorAll('input[type="file"]')[place];
  if (!(input instanceof HTMLInputElement)) throw new Error('No input for files');
  input.multiple = true; // as any input for folders is
  await user.upload(
    input,
    names.map((name) => new File(['{}'], name, { type: 'application/json' })),
  );
}

/** What is said aloud of an import, on whatever page one is. */
function heard() {
  const [bar] = screen.getAllByRole('banner');
  return bar?.querySelector('[aria-live]')?.textContent;
}

/** A library whose imports are told how far they are by the test. */
async function steered(state: Partial<LibraryState> = {}) {
  const inner = await libraryOf(0);
  const told: string[] = [];
  const given: string[] = [];
  let progress: (at: Progress) => void = () => undefined;
  let taken: (conversations: number) => void = () => undefined;
  let finish: (report: ImportReport) => void = () => undefined;
  let shown: LibraryState = { ...inner.state(), persistent: true, ...state };
  const listeners = new Set<() => void>();
  const library: Library = {
    ...inner,
    source: inner.source,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => shown,
    import(input, onProgress, onTaken) {
      given.push(input.kind === 'text' ? input.text : input.files.map(({ name }) => name).join());
      progress = onProgress;
      if (onTaken) taken = onTaken;
      const report = new Promise<ImportReport>((resolve) => {
        finish = resolve;
      });
      const tell = (word: string) => () => told.push(word);
      return { pause: tell('pause'), resume: tell('resume'), cancel: tell('cancel'), report };
    },
  };
  const site = openSite('/', sessionStorage, library);
  await screen.findByRole('button', { name: 'Import files' });
  return {
    ...site,
    library,
    told,
    given,
    change: (more: Partial<LibraryState>) =>
      act(() => {
        shown = { ...shown, ...more };
        for (const listener of listeners) listener();
      }),
    progress: (bytesRead: number, conversations: number) =>
      act(() => progress({ bytesRead, bytesTotal: 2_000_000, conversations })),
    taken: (conversations: number) => act(() => taken(conversations)),
    finish: (report: Partial<ImportReport>) =>
      act(async () => {
        finish({
          ending: 'done',
          added: 0,
          updated: 0,
          unchanged: 0,
          skipped: [],
          skippedCount: 0,
          ...report,
        });
      }),
    choose: (...names: string[]) => upload(site.user, 0, names),
    chooseFolder: (...names: string[]) => upload(site.user, 1, names),
  };
}

describe('before anything is kept', () => {
  test('the page says where it stays, and asks; nothing is imported until somebody agreed', async () => {
    const { choose, given, user } = await steered();
    expect(screen.getByText(/You are asked before anything is stored/)).toBeVisible();
    await choose('a.json');
    const question = await screen.findByRole('alertdialog', { name: /Keep these conversations/ });
    // Another page is loaded anew, and would take along what waits for the answer.
    const docs = screen.getByRole('link', { name: 'Docs' });
    expect(docs).toHaveAttribute('target', '_blank');
    expect(question).toHaveAccessibleDescription(/personal data/);
    expect(question).toHaveTextContent('names, numbers, what people wrote');
    expect(question).toHaveTextContent('stored on this device only, are sent nowhere');
    expect(within(question).getByRole('button', { name: 'Keep them here' })).toHaveFocus();
    await user.click(within(question).getByRole('button', { name: 'Don’t import' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await choose('a.json');
    await screen.findByRole('alertdialog');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(given).toEqual([]);
    await choose('a.json');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    expect(given).toEqual(['a.json']);
  });

  test('what is chosen while the question is up is asked about with it, not in its place', async () => {
    const { choose, given, user, finish } = await steered();
    await choose('a.json');
    const first = await screen.findByRole('alertdialog');
    expect(first).not.toHaveTextContent('a.json');
    await choose('b.json', 'c.json');
    await waitFor(() =>
      expect(screen.getByRole('alertdialog')).toHaveTextContent(
        'All that was chosen: a.json, b.json, c.json',
      ),
    );
    await user.click(document.body);
    await user.paste(conversationText('x', 'Ada'));
    await waitFor(() => expect(screen.getByRole('alertdialog')).toHaveTextContent('c.json, pasted text'));
    expect(screen.getByRole('button', { name: 'Keep them here' })).toHaveFocus();
    // What holds nothing takes nothing away either.
    await user.click(document.body);
    await user.paste('certainly not JSON');
    expect(await screen.findByRole('list', { name: 'Remarks on the import' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep them here' }));
    for (const [place, name] of ['a.json', 'b.json,c.json', conversationText('x', 'Ada')].entries()) {
      await waitFor(() => expect(given[place]).toBe(name));
      await finish({ added: 1 });
    }
    expect(await screen.findByText('3 new, 0 updated, 0 unchanged')).toBeVisible();
  });

  test('where nothing can be stored it says that instead', async () => {
    const { choose } = await steered({ persistent: false });
    await choose('a.json');
    const question = await screen.findByRole('alertdialog', { name: /until the page is closed/ });
    expect(question).toHaveTextContent('gone when you close the page');
    expect(within(question).getByRole('button', { name: 'Go on in memory' })).toBeVisible();
  });

  test('text that is pasted outside of any field is asked about too', async () => {
    const { user, given } = await steered();
    await user.click(document.body);
    const text = conversationText('x', 'Ada');
    await user.paste(text);
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    expect(given).toEqual([text]);
  });

  test('text that holds nothing to keep is told to, and nobody is asked about it', async () => {
    const { user, given } = await steered();
    await user.click(document.body);
    await user.paste('certainly not JSON');
    expect(await screen.findByRole('heading', { name: 'No conversation was found in this.' })).toBeVisible();
    const remarks = screen.getByRole('list', { name: 'Remarks on the import' });
    expect(within(remarks).getByRole('listitem')).toBeVisible();
    expect(remarks).toHaveTextContent(/line 1, column 1/);
    expect(heard()).toBe('The import is complete: nothing was found in it, remarks 1');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    // What comes next is asked about as ever, and the remarks on what came before are gone.
    await user.paste(conversationText('x', 'Ada'));
    expect(await screen.findByRole('alertdialog', { name: /Keep these conversations/ })).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Remarks on the import' })).toBeNull();
    expect(given).toEqual([]);
  });
});

describe('an import', () => {
  test('says how far it is, how fast and how long it takes; it can be paused and cancelled', async () => {
    const { choose, user, told, progress, taken, finish } = await steered();
    await choose('a.json', 'b.jsonl');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    const region = screen.getByRole('region', { name: 'Importing…' });
    expect(region).toHaveTextContent('Opening the files');
    progress(9000, 2);
    taken(1);
    expect(region).toHaveTextContent(/9 kB of 2 MB read, 1 conversation imported/);
    // What is only read is not in the library: a tab that dies takes it along.
    progress(500_000, 300);
    taken(120);
    expect(region).toHaveTextContent('500 kB of 2 MB read, 120 conversations imported');
    expect(region).toHaveTextContent(/ per second/);
    expect(within(region).getByRole('progressbar')).toHaveAttribute('value', '500000');
    await user.click(within(region).getByRole('button', { name: 'Pause' }));
    expect(screen.getByRole('heading', { name: 'Import paused' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(told).toEqual(['pause', 'resume', 'cancel']);
    // What is being written is waited for, and said to be.
    expect(screen.getByRole('region', { name: 'Cancelling…' })).toBeVisible();
    await finish({ ending: 'cancelled', added: 120 });
    expect(await screen.findByRole('heading', { name: 'Import cancelled' })).toBeVisible();
    expect(screen.getByText('120 new, 0 updated, 0 unchanged')).toBeVisible();
    expect(heard()).toBe('The import has stopped early: new 120, updated 0, unchanged 0');
  });

  test('is as fast as it was while it went on, and takes as long as is left at that rate', async () => {
    const { choose, user, progress } = await steered();
    await choose('a.json');
    await screen.findByRole('alertdialog');
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1000);
    onTestFinished(() => clock.mockRestore());
    await user.click(screen.getByRole('button', { name: 'Keep them here' }));
    const region = screen.getByRole('region', { name: 'Importing…' });
    clock.mockReturnValue(11_000);
    progress(500_000, 300);
    expect(region).toHaveTextContent('50 kB per second, about 30 seconds left');
    await user.click(within(region).getByRole('button', { name: 'Pause' }));
    expect(region).not.toHaveTextContent('per second');
    clock.mockReturnValue(900_000);
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    clock.mockReturnValue(910_000);
    progress(1_000_000, 600);
    expect(region).toHaveTextContent('50 kB per second, about 20 seconds left');
  });

  test('ends when another tab deletes everything, and says so; what waits behind it is not begun', async () => {
    const { choose, user, told, given, taken, finish, change } = await steered({ deletions: 3, swept: 2 });
    await choose('a.json');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    await choose('b.json');
    taken(120);
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    change({ deletions: 4, swept: 2 });
    expect(told).toEqual(['pause']);
    change({ deletions: 5, swept: 5 });
    expect(told).toEqual(['pause', 'cancel']);
    await finish({ ending: 'cancelled', added: 120 });
    expect(await screen.findByRole('heading', { name: 'Import ended' })).toBeVisible();
    expect(screen.getByText(/deleted while this import went on/)).toBeVisible();
    // These are gone: nobody is told that they are new.
    expect(screen.queryByText(/120/)).toBeNull();
    expect(heard()).toBe('The import has stopped early: conversations were deleted meanwhile');
    expect(given).toEqual(['a.json']);
    // The next one is another.
    await choose('c.json');
    await finish({ added: 1, deleted: 2 });
    expect(await screen.findByText('1 new, 0 updated, 0 unchanged')).toBeVisible();
    expect(screen.getByText(/2 that were deleted while the import went on stay deleted/)).toBeVisible();
  });

  test('what is chosen when everything was deleted is imported, though the one before has not ended yet', async () => {
    const { choose, user, given, finish, change } = await steered({ deletions: 3, swept: 2 });
    await choose('a.json');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    await choose('b.json');
    change({ deletions: 4, swept: 4 });
    await choose('c.json');
    await finish({ ending: 'cancelled', added: 120 });
    expect(given).toEqual(['a.json', 'c.json']);
  });

  test('says of nothing that it stays where the browser has cleared everything meanwhile', async () => {
    const { choose, user, finish, change } = await steered();
    await choose('a.json');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    change({ phase: 'cleared' });
    await finish({ ending: 'crashed', added: 120 });
    expect(await screen.findByRole('alert')).toHaveTextContent('The stored conversations are gone');
    expect(screen.queryByText(/until then stays/)).toBeNull();
  });

  test('reports what was skipped: the file, the place and why', async () => {
    const { choose, user, finish } = await steered();
    await choose('a.json');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    await finish({
      added: 7,
      skipped: [
        {
          file: 'a.json',
          problem: {
            code: 'invalid-json',
            severity: 'error',
            message: 'Expected a comma.',
            pointers: [],
            line: 4,
            column: 35,
          },
        },
        {
          problem: {
            code: 'unknown-format',
            severity: 'error',
            message: 'Not a conversation',
            pointers: ['/5'],
          },
        },
      ],
      skippedCount: 2,
    });
    await user.click(await screen.findByText('2 remarks on what was read or skipped'));
    const list = screen.getByRole('list', { name: 'Remarks on the import' });
    expect(list).toHaveTextContent('a.json: Expected a comma, line 4, column 35');
    expect(list).toHaveTextContent('Not a conversation, at /5');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByText(/remarks/)).toBeNull();
  });

  test('says of a dropped folder in which nothing can be opened what that is, and asks for nothing', async () => {
    const { given } = await steered();
    const shut = (_: unknown, failed: (error: Error) => void) => failed(new Error('NotReadableError'));
    const file = { isFile: true, isDirectory: false, name: 'a.json', file: shut };
    const reader = {
      entries: [file],
      readEntries: (done: (some: unknown[]) => void) => done(reader.entries.splice(0)),
    };
    const folder = { isFile: false, isDirectory: true, name: 'calls', createReader: () => reader };
    const dataTransfer = { types: ['Files'], items: [{ webkitGetAsEntry: () => folder }], files: [] };
    fireEvent(window, Object.assign(new Event('drop'), { dataTransfer }));
    expect(await screen.findByText(/^One file was left out.*: a\.json$/)).toBeVisible();
    expect(given).toEqual([]);
  });

  test('names what it left out of a folder', async () => {
    const { chooseFolder, user, given, finish } = await steered();
    await chooseFolder('a.json', '.hidden', 'b.png', 'c.pdf');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    expect(given).toEqual(['a.json']);
    await finish({ added: 1 });
    await user.click(await screen.findByText('1 remark on what was read or skipped'));
    expect(screen.getByRole('list', { name: 'Remarks on the import' })).toHaveTextContent(
      '2 files were left out, as they cannot be opened, or their names do not end like JSON, JSON Lines, HAR, text, gzip or ZIP: b.png, c.pdf',
    );
  });

  test('says of how many what had been stored could not be read any more', async () => {
    const { choose, user, finish } = await steered();
    await choose('a.json');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    await choose('b.json');
    await finish({ updated: 1, replaced: 1 });
    await finish({ updated: 3, replaced: 2 });
    expect(await screen.findByText(/^Of 3 that were updated/)).toBeVisible();
  });

  test('a second one waits for the first', async () => {
    const { choose, user, given, finish } = await steered();
    await choose('a.json');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    await choose('b.json');
    expect(given).toEqual(['a.json']);
    await finish({ added: 1 });
    await waitFor(() => expect(given).toEqual(['a.json', 'b.json']));
  });

  test('what came of the first is told with what came of the second', async () => {
    const { choose, user, given, finish } = await steered();
    const remark = (message: string) => ({
      skippedCount: 1,
      skipped: [
        {
          problem: {
            code: 'invalid-json' as const,
            severity: 'error' as const,
            message,
            pointers: [],
            line: 4,
          },
        },
      ],
    });
    await choose('a.json');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    await choose('b.json');
    await choose('c.json');
    await finish({ added: 10, ...remark('a comma is missing') });
    await waitFor(() => expect(given).toHaveLength(2));
    await finish({ added: 1, ending: 'crashed' });
    await waitFor(() => expect(given).toHaveLength(3));
    await finish({ updated: 2, ...remark('not a conversation') });
    const report = await screen.findByRole('region', { name: 'Import broke off' });
    expect(heard()).toBe('The import has stopped early: new 11, updated 2, unchanged 0, remarks 2');
    expect(within(report).queryByRole('status')).toBeNull(); // it would be heard twice
    expect(report).toHaveTextContent('11 new, 2 updated, 0 unchanged');
    const remarks = within(report).getByRole('list', { name: 'Remarks on the import', hidden: true });
    expect(remarks).toHaveAttribute('tabindex', '0');
    expect(
      within(remarks)
        .getAllByRole('listitem', { hidden: true })
        .map((each) => each.textContent),
    ).toEqual(['a.json: a comma is missing, line 4', 'c.json: not a conversation, line 4']);
    // One that begins afterwards is told alone.
    await choose('d.json');
    await finish({ added: 3 });
    expect(await screen.findByRole('region', { name: 'Import finished' })).toHaveTextContent(
      '3 new, 0 updated',
    );
  });
});

test.each([
  ['cannot be opened', 'failed', 'Nothing was deleted'],
  ['cannot be fetched', 'unreached', 'could not be loaded'],
  ['does not answer any more', 'silent', 'What was stored is safe'],
] as const)('a library that %s says so, and what works meanwhile', async (_, phase, said) => {
  const inner = await libraryOf(0);
  const state: LibraryState = { phase, persistent: false };
  openSite('/', sessionStorage, {
    ...inner,
    source: inner.source,
    subscribe: inner.subscribe,
    state: () => state,
  });
  expect(await screen.findByRole('alert')).toHaveTextContent(said);
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Paste your own' })).toHaveAttribute('href', '/paste');
  expect(await screen.findByRole('region', { name: 'Samples' })).toBeVisible();
});

test.each(['failed', 'unreached', 'silent', 'cleared'] as const)(
  'where the library is %s nobody is asked what to keep, and what is brought is told not to be imported',
  async (phase) => {
    const inner = await libraryOf(0);
    const state: LibraryState = { phase, persistent: true };
    const library: Library = {
      ...inner,
      source: inner.source,
      subscribe: inner.subscribe,
      state: () => state,
    };
    const { user } = openSite('/', sessionStorage, library);
    await screen.findByRole('alert');
    await user.click(document.body);
    await user.paste(conversationText('x', 'Ada'));
    expect(await screen.findByRole('heading', { name: 'Nothing was imported' })).toBeVisible();
    expect(heard()).toBe('The import has stopped early: there is no library to bring it to');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.queryByText(/until then stays/)).toBeNull();
    expect(localStorage.getItem('participant-timeline:library-confirmed')).toBeNull();
  },
);

test('tells of what came in and is too old to stay', async () => {
  const { choose, finish, user, library } = await steered({ retentionDays: 30 });
  const count = vi.spyOn(library.source, 'count').mockResolvedValue({ value: 2, exact: true });
  await choose('old.json');
  await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
  await finish({ added: 2 });
  expect(
    await screen.findByText(/^2 conversations of the library began before .* soon be deleted/),
  ).toBeVisible();
  const { to } = count.mock.calls.find(([{ time }]) => time)?.[0].time ?? {};
  expect(Math.abs(Date.now() - 30 * 86_400_000 - (to ?? 0))).toBeLessThan(60_000);
});

describe('what is stored', () => {
  test('is not called nothing while it is taken over from an earlier version', async () => {
    const { change } = await steered();
    const firstTime = { name: 'See who took part in a conversation, and when' };
    expect(screen.getByRole('heading', firstTime)).toBeVisible();
    change({ carrying: true });
    expect(await screen.findByText(/^The library was stored by an earlier version/)).toBeVisible();
    expect(screen.queryByRole('heading', firstTime)).toBeNull();
    change({ carrying: undefined });
    expect(await screen.findByRole('heading', firstTime)).toBeVisible();
    expect(screen.queryByText(/^The library was stored by an earlier version/)).toBeNull();
  });

  test('is shown by number, and wiped only after a question', async () => {
    const { user } = await openList(4);
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 03' }));
    await user.click(screen.getByRole('button', { name: 'Storage' }));
    expect(screen.getByText('In memory only')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Delete everything…' }));
    const question = screen.getByRole('alertdialog', {
      name: 'Delete all 4 conversations from this browser?',
    });
    await user.click(within(question).getByRole('button', { name: 'Delete everything' }));
    expect(await screen.findByRole('button', { name: 'Import files' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Import finished' })).toBeNull();
  });

  test('when wiped ends an import that goes on, before it deletes what that has written', async () => {
    const { user, library } = await openList(4);
    localStorage.setItem('participant-timeline:library-confirmed', 'true');
    const cancel = vi.fn<() => void>();
    let end: () => void = () => undefined;
    const report = new Promise<ImportReport>((resolve) => {
      const counts = { added: 0, updated: 0, unchanged: 0, skipped: [], skippedCount: 0 };
      end = () => resolve({ ending: 'cancelled', ...counts });
    });
    const [pause, resume] = [() => undefined, () => undefined];
    vi.spyOn(library, 'import').mockReturnValue({ pause, resume, cancel, report });
    const remove = vi.spyOn(library, 'remove');
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await upload(user, 0, ['a.json']);
    await user.click(await screen.findByRole('button', { name: 'Storage' }));
    await user.click(screen.getByRole('button', { name: 'Delete everything…' }));
    await user.click(screen.getByRole('button', { name: 'Delete everything' }));
    await waitFor(() => expect(cancel).toHaveBeenCalledOnce());
    expect(remove).not.toHaveBeenCalled();
    await act(async () => end());
    expect(await screen.findByRole('button', { name: 'Import files' })).toBeVisible();
    expect(remove).toHaveBeenCalledWith({ filter: {} });
    expect(screen.queryByRole('heading', { name: 'Import cancelled' })).toBeNull();
  });

  test('when wiped takes along what is personal in views, and the next import is asked about', async () => {
    const { user } = await openList(4);
    localStorage.setItem('participant-timeline:library-confirmed', 'true');
    const view = { name: 'Calls', query: 'v=1&media=call' };
    localStorage.setItem(
      'participant-timeline:views',
      JSON.stringify([{ ...view, hidden: { text: 'Ada Lovelace' } }]),
    );
    await user.click(screen.getByRole('button', { name: 'Storage' }));
    await user.click(screen.getByRole('button', { name: 'Delete everything…' }));
    await user.click(screen.getByRole('button', { name: 'Delete everything' }));
    await screen.findByRole('button', { name: 'Import files' });
    expect(JSON.parse(localStorage.getItem('participant-timeline:views') ?? '')).toEqual([view]);
    await user.upload(
      document.querySelector<HTMLInputElement>('input[type="file"]')!,
      new File([conversationText('a', 'Ada')], 'a.json', { type: 'application/json' }),
    );
    expect(await screen.findByRole('alertdialog')).toBeVisible();
  });

  test('for a shorter time: says how many that deletes before it does', async () => {
    const { user, library } = await openList(4);
    const recent = { id: 'recent', connectedTime: new Date().toISOString() };
    const text = JSON.stringify({ id: 'recent', participants: [{ id: 'p', calls: [recent] }] });
    await act(async () => void (await library.import({ kind: 'text', text }, () => undefined).report));
    await user.click(screen.getByRole('button', { name: 'Storage' }));
    const retention = screen.getByRole('combobox', { name: /Delete conversations that began/ });
    await user.selectOptions(retention, 'more than 7 days ago');
    // Nothing is deleted yet.
    expect(library.state().retentionDays).toBeUndefined();
    const question = await screen.findByRole('alertdialog', {
      name: /^Delete the 4 conversations that began before/,
    });
    await user.click(within(question).getByRole('button', { name: 'Keep' }));
    expect(retention).toHaveValue('');
    expect(library.state().conversations).toBe(5);
    await user.selectOptions(retention, 'more than 7 days ago');
    await user.click(await screen.findByRole('button', { name: 'Delete them' }));
    await waitFor(() => expect(library.state()).toMatchObject({ retentionDays: 7, conversations: 1 }));
  });

  test('for a shorter time: says of what has no start that it goes by when it came, without a network too', async () => {
    const { user, library } = await openList(4);
    const undated = vi.spyOn(library, 'undated').mockResolvedValue(2);
    onlineManager.setOnline(false);
    onTestFinished(() => onlineManager.setOnline(true));
    await user.click(screen.getByRole('button', { name: 'Storage' }));
    expect(screen.getByText(/For conversations without a start the time of import counts/)).toBeVisible();
    const retention = screen.getByRole('combobox', { name: /Delete conversations that began/ });
    await user.selectOptions(retention, 'more than 7 days ago');
    const question = await screen.findByRole('alertdialog', { name: /conversations? that began before/ });
    await waitFor(() =>
      expect(question).toHaveAccessibleDescription(
        /^2 without a start that were imported before that are deleted as well\. This cannot be/,
      ),
    );
    const [before = 0] = undated.mock.calls[0] ?? [];
    expect(Math.abs(Date.now() - 7 * 86_400_000 - before)).toBeLessThan(60_000);
  });
});

describe('an export', () => {
  /** One that is written for as long as nobody breaks it off. */
  async function endless(fail: boolean) {
    const asked: { which: Which; format: string; broken: boolean }[] = [];
    const inner = await libraryOf(3);
    const library: Library = {
      ...inner,
      source: inner.source,
      subscribe: inner.subscribe,
      state: inner.state,
      remove: inner.remove,
      setRetention: inner.setRetention,
      export(which, format, run) {
        const call = { which, format, broken: false };
        asked.push(call);
        if (fail) return Promise.reject(new Error('no'));
        return new Promise((_, reject) => {
          run?.signal?.addEventListener('abort', () => {
            call.broken = true;
            reject(new Error('aborted'));
          });
        });
      },
    };
    const site = openSite('/', sessionStorage, library);
    await screen.findByRole('grid');
    return { ...site, asked };
  }

  test('says that it is being written, and can be broken off', async () => {
    const { user, asked } = await endless(false);
    await user.click(await screen.findByRole('checkbox', { name: 'Select Customer 02' }));
    await user.click(screen.getByRole('button', { name: 'Export' }));
    expect(screen.getByText('Saves the selected conversation as a file on this device.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'CSV, one row each' }));
    expect(screen.getByText('Writing the file…')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText('Writing the file…')).toBeNull());
    expect(asked).toEqual([{ which: { ids: [idOf(2)] }, format: 'csv', broken: true }]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('that fails says so', async () => {
    const { user } = await endless(true);
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('button', { name: 'JSON Lines, complete' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That did not work');
  });
});

describe('where digits are those of Persian, one conversation is spoken of as one', () => {
  beforeEach(() => {
    const language = vi.spyOn(navigator, 'language', 'get').mockReturnValue('fa');
    return () => language.mockRestore();
  });

  test('in what is exported and deleted', async () => {
    const { user } = await openList(1, '/?v=1&media=call');
    async function exports(which: string) {
      await user.click(await screen.findByRole('button', { name: 'Export' }));
      expect(await screen.findByText(`Saves ${which} as a file on this device.`)).toBeVisible();
      await user.keyboard('{Escape}');
    }
    await exports('the one conversation found');
    await user.click(screen.getByRole('checkbox', { name: 'Select Customer 00' }));
    await exports('the selected conversation');
    await user.click(screen.getByRole('button', { name: 'Clear selection' }));
    await user.click(screen.getByRole('button', { name: 'Remove filter: Media: Voice' }));
    await exports('the one conversation');
  });

  test('in what is stored', async () => {
    const { user } = await openList(1);
    await user.click(screen.getByRole('button', { name: 'Storage' }));
    const retention = screen.getByRole('combobox', { name: /Delete conversations that began/ });
    await user.selectOptions(retention, 'more than 7 days ago');
    const shorter = { name: /^Delete the one conversation that began before/ };
    await user.click(
      within(await screen.findByRole('alertdialog', shorter)).getByRole('button', { name: 'Keep' }),
    );
    await user.click(screen.getByRole('button', { name: 'Delete everything…' }));
    expect(
      screen.getByRole('alertdialog', { name: 'Delete the one conversation from this browser?' }),
    ).toBeVisible();
  });

  test('in what is imported', async () => {
    const { choose, user, progress, taken, finish, library } = await steered({ retentionDays: 30 });
    vi.spyOn(library.source, 'count').mockResolvedValue({ value: 1, exact: true });
    await choose('a.json');
    await user.click(await screen.findByRole('button', { name: 'Keep them here' }));
    progress(9000, 1);
    taken(1);
    expect(screen.getByRole('region', { name: 'Importing…' })).toHaveTextContent(
      'read, ۱ conversation imported',
    );
    await user.click(screen.getByRole('link', { name: 'Paste' }));
    expect(
      await screen.findByRole('link', { name: /^Importing, .*, ۱ conversation imported$/ }),
    ).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Browse' }));
    await finish({ added: 1 });
    expect(
      await screen.findByText(/^One conversation of the library began before .* soon be deleted/),
    ).toBeVisible();
  });
});
