import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { createMemoryLibrary } from '../../src/app/browse/library/memory';
import { samples } from '../../src/sources/samples/catalogue';
import { parseInput } from '../../src/workers/parseInput';
import { conversationText } from '../workers/conversationText';
import { openSite } from './site';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

test('the first page lists every sample as a link', async () => {
  openSite('/');
  const section = await screen.findByRole('region', { name: 'Samples' });
  expect(await within(section).findAllByRole('link')).toHaveLength(samples.length);
  expect(await screen.findByRole('heading', { name: 'Billing call with co-browse', level: 2 })).toBeVisible();
  expect(document.title).toBe('Browse · Participant Timeline');
});

test('a conversation page has its header, figures and panels', async () => {
  const { user } = openSite('/c/billing-call-cobrowse');
  expect(await screen.findByRole('heading', { level: 1, name: 'Billing call with co-browse' })).toBeVisible();
  const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(items).toEqual(expect.arrayContaining(['Inbound', 'Ended']));
  expect(await screen.findByRole('tab', { name: 'Details', selected: true })).toBeVisible();
  await user.click(screen.getByRole('tab', { name: /^Problems \d/ }));
  expect(screen.getByRole('list', { name: 'Problems' })).toBeVisible();
  expect(document.title).toBe('Billing call with co-browse · Participant Timeline');
});

test('a conversation has an outline to go by', async () => {
  const { user } = openSite('/c/billing-call-cobrowse');
  const outline = () =>
    screen.getAllByRole('heading').map((one) => `${one.tagName.slice(1)} ${one.textContent}`);
  await waitFor(() =>
    expect(outline()).toEqual([
      '1 Billing call with co-browse',
      '2 Figures',
      '2 Timeline',
      '2 Events',
      '2 Details',
      '3 6 participants',
    ]),
  );
  const people = within(screen.getByRole('list', { name: '6 participants' })).getAllByRole('button');
  for (const one of people.slice(0, 1)) await user.click(one);
  expect(outline().slice(4)).toEqual(['2 Details', expect.stringMatching(/^3 \S/)]);
  await user.click(screen.getByRole('tab', { name: /^Problems/ }));
  expect(outline().slice(4)).toEqual(['2 Problems']);
});

test('one’s own conversation comes before a sample whose name it bears', async () => {
  const library = createMemoryLibrary(parseInput);
  const text = '{"id":"parked-message","participants":[{"id":"p","purpose":"customer","name":"Ada Own"}]}';
  await library.import({ kind: 'text', text }, () => undefined).report;
  const { unmount } = openSite('/c/parked-message', sessionStorage, library);
  expect(await screen.findByRole('heading', { level: 1, name: 'Conversation with Ada Own' })).toBeVisible();
  unmount();
  openSite('/c/billing-call-cobrowse', sessionStorage, library);
  expect(await screen.findByRole('heading', { level: 1, name: 'Billing call with co-browse' })).toBeVisible();
});

test('what goes on in the data is said to go on there, and up to when', async () => {
  openSite('/c/parked-message');
  expect(
    await screen.findByText(/^Live when the data was taken; the data ends at \d\d:\d\d:\d\d( [AP]M)?$/),
  ).toBeVisible();
});

test('a mark named in the address is selected, with its facts and evidence', async () => {
  const { user, unmount } = openSite('/c/billing-call-cobrowse');
  await user.click(await screen.findByRole('button', { name: /^Hold 1:12/ }));
  await waitFor(() => expect(location.search).toMatch(/[?&]at=/));
  const { pathname, search } = location;
  unmount();
  openSite(pathname + search);
  expect(await screen.findByRole('heading', { name: 'Hold · Jonas Weber' })).toBeVisible();
  expect(screen.getByRole('list', { name: 'Places in the JSON that say so' })).toHaveTextContent(
    '2026-11-19T09:08:12.000Z',
  );
});

test('where the address names a mark that there is not, it is as if nothing was selected', async () => {
  openSite('/c/billing-call-cobrowse?v=1&at=10ac8f0c');
  expect(await screen.findByText(/Select a mark or a participant/)).toBeVisible();
});

test('the events table opens behind its button', async () => {
  const { user } = openSite('/c/parked-message');
  await user.click(await screen.findByRole('button', { name: 'Events' }));
  expect(await screen.findByRole('table', { name: 'Events' })).toBeVisible();
});

test('choosing a zone changes every time, and lasts', async () => {
  const { user, unmount } = openSite('/c/billing-call-cobrowse');
  await screen.findByRole('heading', { level: 1 });
  expect(await screen.findByText(/GMT\+5:45$/)).toBeVisible();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Time zone' }), 'Pacific/Auckland');
  expect(screen.getByText(/GMT\+13$/)).toBeVisible();
  expect(screen.queryByText(/GMT\+5:45/)).toBeNull();
  expect(localStorage.getItem('participant-timeline:zone')).toBe('Pacific/Auckland');
  unmount();
  openSite('/c/billing-call-cobrowse');
  expect(await screen.findByText(/GMT\+13$/)).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Pacific/Auckland');
});

test('the browser’s zone and UTC stand first', () => {
  openSite('/paste');
  const options = within(screen.getByRole('combobox', { name: 'Time zone' })).getAllByRole('option');
  expect(options.slice(0, 2).map((option) => option.textContent)).toEqual([
    'Asia/Kathmandu (this browser)',
    'UTC',
  ]);
});

test('zones bear the names of today, of which browsers know the old ones', async () => {
  const { user } = openSite('/c/billing-call-cobrowse');
  await screen.findByRole('heading', { level: 1 });
  const choice = screen.getByRole('combobox', { name: 'Time zone' });
  await user.selectOptions(choice, 'Asia/Kolkata');
  expect(screen.getByText(/ (2:32:00 PM|14:32:00) GMT\+5:30$/)).toBeVisible();
  const options = within(choice).getAllByRole('option');
  const names = options.map((option) => option.getAttribute('value'));
  expect(names).not.toContain('Asia/Calcutta');
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['/c/nothing-of-this-name', 'This conversation is not here'],
  ['/no/such/page', 'There is no such page'],
])('%s says what to do next', async (path, heading) => {
  openSite(path);
  expect(await screen.findByRole('heading', { level: 1, name: heading })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Go to the samples' })).toHaveAttribute('href', '/samples');
});

test('an address with a slash at its end is that of the same page, and text pasted there comes once', async () => {
  const { user } = openSite('/paste/');
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Paste, drop or choose a file');
  expect(screen.getByRole('link', { name: 'Paste' })).toHaveAttribute('aria-current', 'page');
  await user.click(screen.getByRole('heading', { level: 1 }));
  await user.paste(conversationText('a', 'Ada'));
  expect(await screen.findByRole('heading', { name: 'Conversation with Ada' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Undo clear' })).toBeNull();
});

test('the home is found under the name of its file, too', async () => {
  openSite('/index.html');
  expect(await screen.findByRole('region', { name: 'Samples' })).toBeVisible();
  expect(location.pathname).toBe('/');
});
