import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { amongMany, openList } from './browse/open';
import { rest } from './durations/conversations';
import { box, openSite } from './site';

amongMany();

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

/** What a screen reader would be told at once: a live region that was there before its text. */
function heard(text: string | RegExp): Promise<HTMLElement> {
  return screen.findByText(text, { selector: 'output, [aria-live=polite], [aria-live=polite] *' });
}

describe('the keyboard is not sent back to the start of the page', () => {
  test('by sorting: the head that was pressed keeps the focus, and can be pressed again', async () => {
    const { user } = await openList(30);
    const head = () => within(screen.getByRole('columnheader', { name: 'Hold' })).getByRole('button');
    head().focus();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: 'Hold' })).toHaveAttribute('aria-sort', 'descending'),
    );
    await waitFor(() => expect(head()).toHaveFocus());
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: 'Hold' })).toHaveAttribute('aria-sort', 'ascending'),
    );
    await waitFor(() => expect(head()).toHaveFocus());
  });

  test('by taking off the filters that left nothing', async () => {
    const { user } = await openList(10);
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'zzzz');
    await user.click(await screen.findByRole('button', { name: 'Clear all filters' }));
    const grid = await screen.findByRole('grid', { name: 'Conversations' });
    // Behind the filters, where the list that is there again begins.
    await waitFor(() => expect(document.body).not.toHaveFocus());
    expect(document.activeElement).toContainElement(grid);
    expect(document.activeElement).not.toContainElement(
      screen.getByRole('link', { name: 'Skip the filters' }),
    );
  });
});

describe('a link past something moves the focus, and nothing else', () => {
  test('what is looked for stays, and so does the way back', async () => {
    const { user } = await openList(10);
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'Customer 03');
    await heard('1 conversation');
    const entries = history.length;
    await user.click(screen.getByRole('link', { name: 'Skip the filters' }));
    expect(screen.getByRole('searchbox', { name: 'Search conversations' })).toHaveValue('Customer 03');
    expect(screen.getByRole('group', { name: 'Conversations' })).toHaveFocus();
    await user.click(screen.getByRole('link', { name: 'Skip to the content' }));
    expect(screen.getByRole('main')).toHaveFocus();
    expect(await heard('1 conversation')).toBeInTheDocument();
    expect([location.hash, history.length]).toEqual(['', entries]);
  });
});

test('a link leads to the top of its page; who goes back is where the browser puts them', async () => {
  const scrolled = vi.spyOn(window, 'scrollTo').mockReturnValue();
  const { user } = openSite('/');
  await user.click(await screen.findByRole('link', { name: 'Paste' }));
  await waitFor(() => expect(screen.getByRole('main', { name: 'Paste' })).toHaveFocus());
  expect(scrolled).toHaveBeenCalledExactlyOnceWith(0, 0);
  history.back();
  await waitFor(() => expect(screen.getByRole('main', { name: 'Browse' })).toHaveFocus());
  expect(scrolled).toHaveBeenCalledOnce();
  scrolled.mockRestore();
});

describe('what changes elsewhere on the page is said', () => {
  test('what reading came to, for which the list of problems may lie far below', async () => {
    const { user } = openSite('/paste');
    fireEvent.input(await box(), { target: { value: '{"id": oops}' } });
    await user.click(screen.getByRole('button', { name: 'Show timeline' }));
    expect(await heard(/^0 conversations found, \d+ problems? in reading$/)).toBeInTheDocument();
    fireEvent.input(await box(), { target: { value: JSON.stringify(rest()) } });
    await user.click(screen.getByRole('button', { name: 'Show timeline' }));
    expect(await heard(/^1 conversation found, (no|\d+) problems? in reading$/)).toBeInTheDocument();
  });

  test('what was selected, and where its details are, where the focus does not go', async () => {
    const { user } = openSite('/c/billing-call-cobrowse');
    const row = within(await screen.findByRole('region', { name: 'Timeline' })).getByRole('row', {
      name: /^Jonas Weber/,
    });
    const [cell] = within(row).getAllByRole('gridcell');
    cell?.focus();
    await user.keyboard('{Enter}');
    const said = await heard('Details: Alerting · Jonas Weber');
    await user.keyboard('{ArrowRight}{Enter}');
    const first = await heard('Details: Connected · Jonas Weber');
    await user.keyboard('{ArrowRight}{Enter}');
    // Of the same name, and said all the same.
    await waitFor(() => expect(first).not.toBeInTheDocument());
    expect(await heard('Details: Connected · Jonas Weber')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(await heard('Selection cleared')).toBeInTheDocument();
    expect(said).not.toBeInTheDocument();
  });

  test('which page one came to, by the name of what has the focus then', async () => {
    const { user } = openSite('/');
    await user.click(await screen.findByRole('link', { name: 'Paste' }));
    await waitFor(() => expect(screen.getByRole('main', { name: 'Paste' })).toHaveFocus());
    await user.click(screen.getByRole('link', { name: 'Browse' }));
    await waitFor(() => expect(screen.getByRole('main', { name: 'Browse' })).toHaveFocus());
    await user.click(await screen.findByRole('link', { name: 'Open with all details' }));
    await waitFor(() =>
      expect(screen.getByRole('main', { name: 'Billing call with co-browse' })).toHaveFocus(),
    );
  });

  test('nothing, where there is nothing to say: no place of its own on the way through the page', async () => {
    openSite('/c/billing-call-cobrowse');
    await screen.findByRole('region', { name: 'Timeline' });
    await screen.findByRole('button', { name: 'Copy conversation id' });
    const empty = screen.queryAllByRole('status').filter(({ textContent }) => textContent === '');
    expect(empty).toEqual([]);
  });

  test('how many are found, by one region that stays', async () => {
    const { user } = await openList(10);
    const said = await heard('10 conversations');
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'Customer 03');
    await heard('1 conversation');
    expect(said).toHaveTextContent('1 conversation');
    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'zzzz');
    await waitFor(() => expect(said).toHaveTextContent('No conversation matches all of this'));
  });

  test('how many are selected, by one region that stays', async () => {
    const { user } = await openList(10);
    const said = [...document.querySelectorAll('main output')];
    await user.click(screen.getAllByRole('checkbox', { name: /^Select Customer/ })[0]!);
    expect(said).toContain(await heard('1 selected'));
  });
});

describe('what is read out says what it is about', () => {
  test('the button for more values names what they are of, and can be asked for by what it shows', async () => {
    openSite('/?v=1&source=samples');
    await screen.findByRole('button', { name: /^\d+ more: Media$/ });
    expect(await screen.findByRole('button', { name: /^\d+ more: Queue$/ })).toBeInTheDocument();
  });

  test('a problem is a sentence, not a word that runs into the next', async () => {
    const { user } = openSite('/c/billing-call-cobrowse');
    await user.click(await screen.findByRole('tab', { name: /^Problems \d/ }));
    expect(screen.getByRole('list', { name: 'Problems' })).toHaveTextContent(/Warning Priya Natarajan: /);
  });
});
