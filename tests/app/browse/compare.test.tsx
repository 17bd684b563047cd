import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { LibraryState } from '../../../src/app/browse/library/library';
import { comparedFrom, compareAddress } from '../../../src/app/compare/address';
import { FigureTable } from '../../../src/app/compare/FigureTable';
import { figureRows } from '../../../src/app/compare/figures';
import { SettingsProvider } from '../../../src/app/settings';
import { SourceError } from '../../../src/sources/source';
import { agent, customer, rest, T, timelineOf } from '../../fixtures/payload';
import { openSite } from '../site';
import { amongMany } from './open';
import { idOf, libraryOf, MINA } from './people';

amongMany();

describe('the figures of several', () => {
  const call = (id: string, hold: string) =>
    timelineOf(
      rest([
        customer({ id: `c-${id}`, calls: [{ C: 0, E: 100, state: 'disconnected' }] }),
        agent({ id: `a-${id}`, calls: [{ A: 0, C: 10, E: 100, state: 'disconnected', segments: hold }] }),
      ]),
    );

  test('stand side by side with their difference from the first; what none has is left out', () => {
    const rows = figureRows([
      call('a', 'Interact 10-100 client | Hold 20-30'),
      call('b', 'Interact 10-100 client | Hold 20-60'),
      call('c', 'Interact 10-100 client'),
    ]);
    const hold = rows.find(({ measure }) => measure === 'hold');
    expect(hold).toMatchObject({ values: [10_000, 40_000, 0], differences: [0, 30_000, -10_000] });
    const longest = rows.find(({ measure }) => measure === 'longestHold');
    expect(longest).toMatchObject({
      values: [10_000, 40_000, undefined],
      differences: [0, 30_000, undefined],
    });
    expect(rows.map(({ measure }) => measure)).not.toContain('parked');
  });

  test('say nothing of how long it took where nothing says when it was', () => {
    const undated = timelineOf({ id: 'u', participants: [{ id: 'p', purpose: 'agent', name: 'Ann' }] });
    const rows = figureRows([call('a', 'Interact 10-100 client'), undated]);
    const duration = rows.find(({ measure }) => measure === 'duration');
    expect(duration).toMatchObject({ values: [100_000, undefined], differences: [0, undefined] });
  });

  test('say which way the truth may lie where an end was not recorded', () => {
    const open = timelineOf(
      rest([agent({ calls: [{ A: 0, C: 10, H: 20, held: false, E: 100, state: 'disconnected' }] })]),
    );
    const rows = figureRows([open, call('b', 'Interact 10-100 client | Hold 20-60')]);
    expect(rows.find(({ measure }) => measure === 'hold')?.bounds).toEqual(['atMost', undefined]);
    expect(rows.find(({ measure }) => measure === 'longestHold')?.bounds).toEqual(['atMost', undefined]);
    // What a snapshot keeps of holds is the last one.
    expect(rows.find(({ measure }) => measure === 'holds')?.bounds).toEqual(['atLeast', undefined]);
    expect(rows.find(({ measure }) => measure === 'duration')?.bounds).toEqual([undefined, undefined]);
  });
});

test('the table of figures says which way the truth may lie', () => {
  const open = timelineOf(
    rest([agent({ calls: [{ A: 0, C: 10, H: 20, held: false, E: 100, state: 'disconnected' }] })]),
  );
  const closed = timelineOf(rest([agent({ calls: [{ A: 0, C: 10, E: 100, state: 'disconnected' }] })]));
  render(
    <SettingsProvider>
      <FigureTable timelines={[open, closed]} />
    </SettingsProvider>,
  );
  const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(rows.filter((row) => row?.startsWith('Hold'))).toEqual([
    'Holdat most1:200:00−1:20',
    'Holdsat least10−1',
  ]);
});

test('the address holds two to four ids, whatever is in them', () => {
  const ids = ['a,b', 'c d/é', '100%', 'd'];
  const address = compareAddress(ids, 'clock');
  expect(comparedFrom(address.slice(address.indexOf('?')))).toEqual({ ids, align: 'clock' });
  expect(comparedFrom('?ids=a,a,b,c,d,e&align=soon')).toEqual({ ids: ['a', 'b', 'c', 'd'], align: 'start' });
});

describe('comparing', () => {
  async function open(ids: string[]) {
    sessionStorage.clear();
    const site = openSite(compareAddress(ids), sessionStorage, await libraryOf(6));
    await screen.findByRole('region', { name: 'Timeline' });
    return site;
  }

  test('draws them under one another, told apart by letters, and lines them up anew', async () => {
    const { user } = await open([idOf(3), idOf(2)]);
    const timeline = screen.getByRole('region', { name: 'Timeline' });
    const names = within(timeline)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent ?? '');
    expect(names.filter((name) => name.startsWith('A · '))).toHaveLength(3);
    expect(names.filter((name) => name.startsWith('B · '))).toHaveLength(3);
    const compared = within(screen.getByRole('list', { name: 'Compare' }));
    expect(compared.getAllByText(/^Nov 19, 2026 \d\d:47:00$/)).toHaveLength(2);
    const table = screen.getByRole('table', { name: 'Figures' });
    expect(within(table).getByRole('row', { name: /^Hold \d/ })).toHaveTextContent('Hold3:000:00−3:00');
    const begins = (name: RegExp) =>
      within(within(screen.getByRole('region', { name: 'Timeline' })).getAllByRole('row', { name })[0]!)
        .getAllByRole('gridcell')[0]
        ?.getAttribute('aria-label');
    // Moved to the start of A, only the time since then is true of B.
    expect([begins(/^A · /), begins(/^B · /)]).toEqual([
      'A · Customer 03, connected, 0:00 to 30:00, 30 minutes, recorded',
      'B · Customer 02, connected, 0:00 to 30:00, 30 minutes, recorded',
    ]);
    await user.click(screen.getByRole('button', { name: 'Clock time' }));
    await waitFor(() => expect(location.search).toContain('align=clock'));
    expect(screen.getByRole('button', { name: 'Clock time' })).toHaveAttribute('aria-pressed', 'true');
    expect(begins(/^A · /)).toMatch(/^A · Customer 03, connected, .*(17|5):47:00/);
    expect(begins(/^B · /)).toMatch(/^B · Customer 02, connected, .*(16|4):47:00/);
    expect(location.href).not.toMatch(/Customer|Mina|Otto/);
  });

  test('says of a conversation that came under two names that it is one', async () => {
    const complaints = vi.spyOn(console, 'error');
    const { user } = await open(['7c1e9f0a-52d4-4b6e-9c03-5d8e2f41ca91', idOf(2), 'billing-call-cobrowse']);
    const compared = screen.getByRole('list', { name: 'Compare' });
    const twin = 'billing-call-cobrowse is the same conversation as A.';
    expect(await within(compared).findByText(twin)).toBeVisible();
    expect(await screen.findByText(`Compared: A Maya Okafor, B Customer 02, ${twin}`)).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Figures' });
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Figure', 'A', 'B', 'B against A']);
    await user.click(screen.getByRole('button', { name: 'Remove Maya Okafor' }));
    expect(await screen.findByText('Compared: A Customer 02, B Maya Okafor')).toBeInTheDocument();
    expect(complaints).not.toHaveBeenCalled();
    complaints.mockRestore();
  });

  test('takes one more from the samples, and one away', async () => {
    const { user } = await open([idOf(3), idOf(2)]);
    const chooser = screen.getByRole('combobox', { name: 'Add a conversation' });
    // Some browsers choose with each arrow: what is passed by is not added.
    await user.selectOptions(chooser, 'Parked message');
    await user.selectOptions(chooser, 'Billing call with co-browse');
    expect(comparedFrom(location.search).ids).toEqual([idOf(3), idOf(2)]);
    await user.click(screen.getByRole('button', { name: 'Add' }));
    expect(
      await screen.findByText('Compared: A Customer 03, B Customer 02, C Maya Okafor'),
    ).toBeInTheDocument();
    expect(chooser).toHaveValue('');
    await waitFor(() => expect(screen.getByRole('columnheader', { name: 'C against A' })).toBeVisible());
    await user.click(screen.getByRole('button', { name: 'Remove Customer 03' }));
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'C against A' })).toBeNull());
    expect(comparedFrom(location.search).ids[0]).toBe(idOf(2));
    expect(screen.getByText('Compared: A Customer 02, B Maya Okafor')).toBeInTheDocument();
  });

  test('takes what is pasted, one after another, and says what is wrong with what cannot be read', async () => {
    const { user } = await open([idOf(3), idOf(2)]);
    const pasteOne = async (text: string) => {
      await user.click(screen.getByRole('button', { name: 'Paste one' }));
      await user.click(screen.getByRole('textbox', { name: 'JSON of a conversation to compare' }));
      await user.paste(text);
      await user.click(screen.getByRole('button', { name: 'Add to the comparison' }));
    };
    await pasteOne('{"id": oops}');
    expect(await screen.findByRole('alert')).toHaveTextContent('line 1, column');
    await user.keyboard('{Escape}');
    const call = [customer({ name: 'Pasted', calls: [{ C: 0, E: 90, state: 'disconnected' }] })];
    await pasteOne(JSON.stringify(rest(call, { id: 'first pasted' })));
    await waitFor(() => expect(screen.getByRole('columnheader', { name: 'C against A' })).toBeVisible());
    // None of them is left out without a word.
    await pasteOne(JSON.stringify(['fourth', 'fifth'].map((id) => rest(call, { id }))));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '2 conversations are in it, and there is room for one more.',
    );
    await user.keyboard('{Escape}');
    await pasteOne(JSON.stringify(rest(call, { id: 'second pasted' })));
    await waitFor(() => expect(screen.getByRole('columnheader', { name: 'D against A' })).toBeVisible());
    expect(comparedFrom(location.search).ids).toEqual([idOf(3), idOf(2), 'first pasted', 'second pasted']);
    expect(screen.queryByRole('button', { name: 'Paste one' })).toBeNull();
  });

  const call = (id: string) =>
    rest([customer({ name: 'Dropped', calls: [{ C: 0, E: 90, state: 'disconnected' }] })], { id });
  function drop(...all: object[]) {
    const text = JSON.stringify(all);
    const file = new File([text], 'dropped.json');
    // jsdom has none.
    Object.defineProperty(file, 'stream', { value: () => new Response(text).body });
    const dataTransfer = { types: ['Files'], items: [], files: [file] };
    fireEvent(window, Object.assign(new Event('drop'), { dataTransfer }));
  }

  test('takes what is dropped or pasted anywhere, as long as there is room', async () => {
    const { user } = await open([idOf(3), idOf(2)]);
    drop(call('dropped'));
    await waitFor(() => expect(screen.getByRole('columnheader', { name: 'C against A' })).toBeVisible());
    await user.click(document.body);
    await user.paste(JSON.stringify(call('pasted')));
    await waitFor(() => expect(screen.getByRole('columnheader', { name: 'D against A' })).toBeVisible());
    expect(comparedFrom(location.search).ids).toEqual([idOf(3), idOf(2), 'dropped', 'pasted']);
    drop(call('one too many'));
    expect(await screen.findByRole('textbox', { name: 'Conversation JSON' })).toBeVisible();
    expect((await screen.findAllByText(/Dropped/)).length).toBeGreaterThan(0);
  });

  test('opens in Paste what holds no conversation', async () => {
    await open([idOf(3), idOf(2)]);
    drop({ nothing: 'known' });
    expect(await screen.findByRole('list', { name: 'Problems' })).toBeVisible();
    expect(location.pathname).toBe('/paste');
  });

  test('tells no time of one of which nothing says when it was', async () => {
    await open([idOf(3), idOf(2)]);
    drop({ id: 'undated', participants: [{ id: 'p', purpose: 'agent', name: 'Ann' }] });
    expect(await screen.findByText('Compared: A Customer 03, B Customer 02, C Ann')).toBeInTheDocument();
    const compared = within(screen.getByRole('list', { name: 'Compare' }));
    expect(compared.getAllByText(/^Nov 19, 2026/)).toHaveLength(2);
    expect(compared.queryByText(/19(69|70)/)).toBeNull();
  });

  test('says which is not here', async () => {
    await open([idOf(3), 'gone']);
    expect(await screen.findByText('gone is not in this browser.')).toBeVisible();
  });

  test('says of what the library does not tell that it could not be loaded, and asks once more', async () => {
    sessionStorage.clear();
    const library = await libraryOf(6);
    const get = library.source.get.bind(library.source);
    const asked = vi.spyOn(library.source, 'get');
    asked.mockImplementation((id) => (id === idOf(2) ? Promise.reject(new SourceError('broken')) : get(id)));
    const { user } = openSite(compareAddress([idOf(3), idOf(2)]), sessionStorage, library);
    expect(await screen.findByRole('alert')).toHaveTextContent('cannot be read');
    expect(screen.queryByText(/is not in this browser/)).toBeNull();
    expect(screen.getByText('Compared: A Customer 03')).toBeInTheDocument();
    asked.mockImplementation(get);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Compared: A Customer 03, B Customer 02')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('an agent’s day', () => {
  test('has a lane for each conversation, and walks the days', async () => {
    sessionStorage.clear();
    const { user } = openSite(`/agent/${MINA}`, sessionStorage, await libraryOf(6));
    expect(await screen.findByRole('heading', { level: 1, name: 'The day of Mina Farahani' })).toBeVisible();
    const timeline = await screen.findByRole('region', { name: 'Timeline' });
    const names = within(timeline)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent ?? '');
    expect(names.map((name) => /Customer \d\d/.exec(name)?.[0])).toEqual([
      'Customer 00',
      'Customer 02',
      'Customer 04',
    ]);
    await user.click(screen.getByRole('button', { name: 'Day before' }));
    expect(await screen.findByText('No conversations of this agent on this day.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to the library' })).toHaveAttribute('href', '/');
    expect(screen.getByRole('heading', { level: 1, name: 'The day of Mina Farahani' })).toBeVisible();
    expect(location.search).toBe('?day=2026-11-18');
  });

  test('is the last within the time that is chosen, and says that filters leave others out', async () => {
    sessionStorage.clear();
    const query = `v=1&from=${T}&to=${T + 4.5 * 3_600_000}`;
    const { user } = openSite(`/agent/${MINA}?${query}&media=chat`, sessionStorage, await libraryOf(40));
    const names = async () => {
      const timeline = await screen.findByRole('region', { name: 'Timeline' });
      return within(timeline)
        .getAllByRole('rowheader')
        .map(({ textContent }) => /Customer \d\d/.exec(textContent ?? '')?.[0]);
    };
    expect(await names()).toEqual(['Customer 04']);
    expect(screen.getByText('Only conversations that match the filters of Browse are shown.')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Show the whole day' }));
    await waitFor(async () => expect(await names()).toEqual([0, 2, 4, 6, 8].map((at) => `Customer 0${at}`)));
    expect(screen.queryByText('Only conversations that match the filters of Browse are shown.')).toBeNull();
    expect(location.search).toBe('?day=2026-11-19');
  });

  test('has what began the day before and goes on in it', async () => {
    sessionStorage.clear();
    // Midnight is at 19:30 UTC there, two minutes before the end of the eleventh.
    localStorage.setItem('participant-timeline:zone', 'Asia/Kabul');
    onTestFinished(() => localStorage.clear());
    openSite(`/agent/${MINA}?day=2026-11-20`, sessionStorage, await libraryOf(14));
    const timeline = await screen.findByRole('region', { name: 'Timeline' });
    const names = within(timeline).getAllByRole('rowheader');
    expect(names.map(({ textContent }) => /Customer \d\d/.exec(textContent ?? '')?.[0])).toEqual([
      'Customer 10',
      'Customer 12',
    ]);
  });

  test('says how many of its conversations cannot be read', async () => {
    sessionStorage.clear();
    const library = await libraryOf(6);
    const get = library.source.get.bind(library.source);
    vi.spyOn(library.source, 'get').mockImplementation((id) =>
      id === idOf(2) ? Promise.reject(new SourceError('broken')) : get(id),
    );
    openSite(`/agent/${MINA}`, sessionStorage, library);
    expect(await screen.findByText('1 could not be read.')).toBeVisible();
    const timeline = await screen.findByRole('region', { name: 'Timeline' });
    expect(within(timeline).getAllByRole('rowheader')).toHaveLength(2);
  });

  test('of a library that cannot be opened says so, and waits for nothing', async () => {
    const library = await libraryOf(0);
    const state: LibraryState = { phase: 'failed', persistent: false };
    vi.spyOn(library.source, 'list').mockRejectedValue(new SourceError('broken'));
    openSite(`/agent/${MINA}`, sessionStorage, {
      ...library,
      source: library.source,
      subscribe: library.subscribe,
      state: () => state,
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('cannot be read');
  });
});
