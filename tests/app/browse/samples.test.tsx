import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openSite } from '../site';
import { amongMany, openList } from './open';

amongMany();

const SAMPLES = '/?v=1&source=samples';

function gridOf(): HTMLElement {
  return screen.getByRole('grid', { name: 'Conversations' });
}

async function openSamples() {
  sessionStorage.clear();
  localStorage.clear();
  const site = openSite(SAMPLES);
  await within(await screen.findByRole('grid', { name: 'Conversations' })).findAllByRole('link');
  return site;
}

function boxOf(name: RegExp): HTMLElement {
  return within(gridOf()).getByRole('checkbox', { name });
}

test('what another source is chosen by keeps the keyboard', async () => {
  const { user } = await openList(3);
  const choice = () => screen.getByRole('combobox', { name: 'Conversations from' });
  choice().focus();
  for (const name of ['Samples', 'Library']) {
    const before = choice();
    await user.selectOptions(before, name);
    await waitFor(() => expect(before).not.toBeInTheDocument());
    await waitFor(() => expect(choice()).toHaveFocus());
    expect(choice()).toHaveDisplayValue(name);
  }
});

test('an empty home leads to the samples as a list, and back', async () => {
  sessionStorage.clear();
  localStorage.clear();
  const { user } = openSite('/');
  await user.click(await screen.findByRole('link', { name: 'Browse the samples' }));
  expect(location.search).toBe('?v=1&source=samples');
  await within(await screen.findByRole('grid', { name: 'Conversations' })).findAllByRole('link');
  expect(screen.getByText(/all in them is made up/)).toBeVisible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Conversations from' }), 'Library');
  expect(location.pathname + location.search).toBe('/');
  expect(await screen.findByRole('button', { name: 'Import files' })).toBeVisible();
});

test('they are counted, filtered and charted; nothing of them can be deleted or stored', async () => {
  const { user } = await openSamples();
  const [whole] = screen.getAllByText(/^\d\d conversations$/);
  const all = Number.parseInt(whole?.textContent ?? '', 10);
  expect(all).toBeGreaterThan(16);
  for (const name of ['Delete', 'Storage']) expect(screen.queryByRole('button', { name })).toBeNull();
  const media = screen.getByRole('list', { name: 'Media' });
  await user.click(within(media).getByRole('checkbox', { name: /Email/ }));
  expect(location.search).toBe('?v=1&source=samples&media=email');
  await waitFor(() => expect(Number(gridOf().getAttribute('aria-rowcount'))).toBeLessThan(all));
  await user.click(screen.getByRole('button', { name: 'Overview' }));
  expect(await screen.findByRole('region', { name: 'Conversations over time' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Clear all' }));
  expect(location.search).toBe('?v=1&source=samples');
});

test('one opens with its neighbours in the list, and back is the list', async () => {
  const { user } = await openSamples();
  const links = within(gridOf()).getAllByRole('link');
  const [first, second] = links.map((link) => link.getAttribute('href'));
  if (!links[0]) throw new Error('No sample');
  await user.click(links[0]);
  expect(await screen.findByText('No. 1 in the list')).toBeVisible();
  expect(location.pathname).toBe(first);
  expect(await screen.findByRole('region', { name: 'Timeline' })).toBeVisible();
  await user.click(await screen.findByRole('tab', { name: 'JSON' }));
  await user.click(await screen.findByRole('link', { name: 'Next conversation' }));
  expect(location.pathname).toBe(second);
  expect(await screen.findByText('No. 2 in the list')).toBeVisible();
  expect(await screen.findByRole('tab', { name: 'JSON' })).toHaveAttribute('aria-selected', 'true');
});

test('one opens by its address alone, and two are compared', async () => {
  const { user, unmount } = await openSamples();
  const [first] = within(gridOf()).getAllByRole('link');
  await user.click(boxOf(/^Select Maya Okafor/));
  const other = within(gridOf()).getAllByRole('checkbox', { name: /^Select (?!all|Maya)/ })[0];
  if (!other || !first) throw new Error('One sample only');
  await user.click(other);
  await user.click(screen.getByRole('link', { name: 'Compare' }));
  const figures = await screen.findByRole('table', { name: 'Figures' });
  expect(within(figures).getByRole('columnheader', { name: 'B against A' })).toBeVisible();
  unmount();
  openSite(first.getAttribute('href') ?? '');
  expect(await screen.findByRole('region', { name: 'Timeline' })).toBeVisible();
  expect(screen.queryByText(/in the list/)).toBeNull();
});

test('rows say which figures the truth lies on one side of', async () => {
  await openSamples();
  const [told] = within(gridOf()).getAllByText('at most');
  expect(told?.closest('[role="gridcell"]')).toHaveTextContent(/^at most \d+:\d\d$/);
  expect(within(gridOf()).getByRole('row', { name: /Maya Okafor/ })).not.toHaveTextContent(/at (most|least)/);
});

test('what is selected of one source is not selected of another', async () => {
  const { user } = await openList(3);
  await user.click(boxOf(/Customer 01/));
  expect(screen.getByText('1 selected')).toBeVisible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Conversations from' }), 'Samples');
  await waitFor(() => expect(screen.queryByText('1 selected')).toBeNull());
  expect(await screen.findByRole('checkbox', { name: /^Select Maya Okafor/ })).not.toBeChecked();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Conversations from' }), 'Library');
  expect(await screen.findByText('1 selected')).toBeVisible();
});
