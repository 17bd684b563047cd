import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { SourceError } from '../../../src/sources/source';
import { amongMany, openList } from './open';
import { BILLING } from './people';

amongMany();

const WAIT = { timeout: 30_000 };

async function openOverview(count = 12, path = '/') {
  const site = await openList(count, path);
  await site.user.click(screen.getByRole('button', { name: 'Overview' }));
  await screen.findByRole('region', { name: 'Overview' });
  return site;
}

/** The same as a table. */
async function twinOf({ user }: Awaited<ReturnType<typeof openOverview>>, title: string) {
  const button = await screen.findByRole('button', { name: `${title} as a table` }, WAIT);
  await user.click(button);
  return screen.findByRole('table', { name: title }, WAIT);
}

function at(elements: HTMLElement[], place: number): HTMLElement {
  const found = elements.at(place);
  if (!found) throw new Error('No such element');
  return found;
}

/** Waits until the list has but this one. */
async function foundOnly(title: string): Promise<void> {
  await waitFor(() =>
    expect(
      within(screen.getByRole('grid'))
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual([title]),
  );
}

function cellsOf(table: HTMLElement): string[] {
  return within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent).join(' | '));
}

describe('the overview', () => {
  test('has a chart for each question, each with a table that says the same', async () => {
    await openOverview();
    const region = screen.getByRole('region', { name: 'Overview' });
    await waitFor(
      () =>
        expect(
          within(region)
            .getAllByRole('heading', { level: 3 })
            .map(({ textContent }) => textContent),
        ).toEqual([
          'Conversations over time',
          'Time by state, per hour',
          'To answer',
          'Hold, of 3 with any',
          'ACW, of 12 with any',
          'Handle, of 12 with any',
          'Queues by hold',
          'Agents by hold',
          'Queues by unanswered offers',
          'Agents by unanswered offers',
        ]),
      WAIT,
    );
    expect(within(region).getAllByRole('button', { name: /as a table$/ })).toHaveLength(10);
  });

  test('says so where it cannot tell from when to when, and asks once more', async () => {
    const site = await openList(12);
    const list = site.library.source.list.bind(site.library.source);
    const failing = vi.spyOn(site.library.source, 'list');
    failing.mockImplementation((query, signal) =>
      query.limit === 1 ? Promise.reject(new SourceError('broken')) : list(query, signal),
    );
    await site.user.click(screen.getByRole('button', { name: 'Overview' }));
    const chart = await screen.findByRole('region', { name: 'Conversations over time' }, WAIT);
    expect(await within(chart).findByRole('alert')).toHaveTextContent('Could not be counted.');
    failing.mockImplementation(list);
    await site.user.click(within(chart).getByRole('button', { name: 'Try again' }));
    expect(cellsOf(await twinOf(site, 'Conversations over time'))).toHaveLength(12);
  });

  test('stays a table, and keeps the keyboard, when that was asked for before it was known how wide bars are', async () => {
    const { user, library } = await openList(12);
    const list = library.source.list.bind(library.source);
    let answer = () => undefined as void;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    vi.spyOn(library.source, 'list').mockImplementation(async (query, signal) => {
      if (query.limit === 1) await answered;
      return list(query, signal);
    });
    await user.click(screen.getByRole('button', { name: 'Overview' }));
    const button = await screen.findByRole('button', { name: 'Conversations over time as a table' }, WAIT);
    await user.click(button);
    await act(async () => answer());
    const table = await screen.findByRole('table', { name: 'Conversations over time' }, WAIT);
    expect(cellsOf(table)).toHaveLength(12);
    expect(button).toHaveFocus();
  });

  test('sums by queue, and a name filters by it', async () => {
    const site = await openOverview();
    const table = await twinOf(site, 'Queues by hold');
    // Held were 3, 6 and 9 for as many minutes; 6 was Billing's.
    expect(cellsOf(table)).toEqual(['Walk-in desk | 12:00 | 6', 'Billing | 6:00 | 6']);
    await site.user.click(within(table).getByRole('button', { name: 'Billing' }));
    await waitFor(() => expect(location.search).toBe(`?v=1&queue=${BILLING}`));
    await waitFor(() => expect(screen.getByText('6 conversations')).toBeVisible());
  });

  test('distributes holds among those that were held, with median and 90%', async () => {
    const site = await openOverview();
    const table = await twinOf(site, 'Hold, of 3 with any');
    expect(screen.getByText('Median 6:00, 90% within 9:00')).toBeVisible();
    expect(screen.getByText('75% have none')).toBeVisible();
    expect(cellsOf(table).map((row) => row.split(' | ')[1])).toEqual(['1', '1', '1']);
    await site.user.click(at(within(table).getAllByRole('button'), -1));
    await foundOnly('Customer 09');
    expect(location.search).toMatch(/^\?v=1&hold=\d+-$/);
  });

  test('has bars that choose no more than they count, whatever was chosen before', async () => {
    const site = await openOverview(12, '/?v=1&hold=0-400000');
    const table = await twinOf(site, 'Hold, of 2 with any');
    await site.user.click(at(within(table).getAllByRole('button'), -1));
    await foundOnly('Customer 06');
    expect(location.search).toMatch(/^\?v=1&hold=\d+-400000$/);
  });

  test('counts over time, and a bar is a stretch of time to filter by', async () => {
    const site = await openOverview();
    const table = await twinOf(site, 'Conversations over time');
    expect(cellsOf(table)).toHaveLength(12);
    await site.user.click(at(within(table).getAllByRole('button'), 3));
    await foundOnly('Customer 03');
    expect(location.search).toMatch(/^\?v=1&from=\d+&to=\d+$/);
  });

  test('tells of each hour how long each state lasted in it, and is filtered by it', async () => {
    const site = await openOverview();
    const table = await twinOf(site, 'Time by state, per hour');
    const heads = within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(heads.join(' | ')).toBe('From | Talk | Hold | ACW | Alerting | Queue');
    expect(cellsOf(table).slice(2, 4)).toEqual([
      'Nov 19, 2026 16:00 | 29:50 | 0:00 | 1:00 | 0:04 | 0:10',
      'Nov 19, 2026 17:00 | 29:50 | 3:00 | 1:00 | 0:04 | 0:10',
    ]);
    await site.user.click(at(within(table).getAllByRole('button'), 3));
    await foundOnly('Customer 03');
  });

  test('has bars for what there is, however far a filter of time reaches', async () => {
    const site = await openOverview(12, '/?v=1&from=-900000000000&to=1900000000000');
    const table = await twinOf(site, 'Conversations over time');
    expect(cellsOf(table)).toHaveLength(12);
    expect(screen.getByText('Each bar: 1 hour')).toBeVisible();
  });

  test('says how many have no place over time, as nobody knows when they began', async () => {
    const site = await openOverview(3);
    await screen.findByText('Each bar: 1 hour', undefined, WAIT);
    const undated = Array.from({ length: 2 }, (_, place) => ({
      id: `undated-${place}`,
      participants: [{ id: `p-${place}`, purpose: 'agent', name: 'Undated', calls: [{ id: `c-${place}` }] }],
    }));
    const text = JSON.stringify(undated);
    await act(async () => void (await site.library.import({ kind: 'text', text }, () => undefined).report));
    await screen.findByText('Each bar: 1 hour; 2 without a start not shown', undefined, WAIT);
    await site.user.click(screen.getByRole('searchbox'));
    await site.user.paste('Undated');
    const told = await screen.findByText('2 without a start', undefined, WAIT);
    expect(told.closest('section')).toHaveAccessibleName('Conversations over time');
  });

  test('has nothing to draw where nothing is found', async () => {
    const { user } = await openOverview(3);
    await user.click(screen.getByRole('searchbox'));
    await user.paste('nobody');
    await screen.findByRole('heading', { name: 'No conversation matches all of this' });
    expect(screen.queryByRole('region', { name: 'Overview' })).toBeNull();
  });
});
