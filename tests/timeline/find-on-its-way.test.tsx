import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ParticipantTimeline } from '../../src/timeline';
import { usualCall } from '../fixtures/timelines';

const way = vi.hoisted(() => ({ arrive: () => {}, fail: () => {} }));

// As slow as a network.
vi.mock('../../src/timeline/find', async (load) => {
  await new Promise<void>((resolve, reject) => {
    way.arrive = resolve;
    way.fail = () => reject(new TypeError('Failed to fetch dynamically imported module'));
  });
  return load();
});

const box = () => screen.getByRole('searchbox', { name: 'Search participants and fields' });

it('keeps its box, and what is typed out of the commands, where that which looks cannot be loaded', async () => {
  const user = userEvent.setup();
  render(<ParticipantTimeline conversation={usualCall()} timeZone="Europe/Berlin" locale="en-GB" />);
  within(screen.getByRole('row', { name: /^Jonas Weber/ }))
    .getByRole('gridcell')
    .focus();
  await user.keyboard('/j');
  await act(async () => way.fail());
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  await user.keyboard('h');
  expect(box()).toHaveValue('jh');
  expect(screen.getByRole('row', { name: /^Jonas Weber/ })).toBeInTheDocument();
});

it('has its box before that which looks is there, and takes what is typed for no commands', async () => {
  const user = userEvent.setup();
  render(<ParticipantTimeline conversation={usualCall()} timeZone="Europe/Berlin" locale="en-GB" />);
  const cell = within(screen.getByRole('row', { name: /^Jonas Weber/ })).getByRole('gridcell');
  cell.focus();
  await user.keyboard('/h');
  expect(box()).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('search')).not.toBeInTheDocument();
  expect(cell).toHaveFocus();
  await user.keyboard('/p/x{Backspace}{Enter}');
  expect(box()).toHaveValue('p/');
  await user.clear(box());
  await user.keyboard('maya');
  expect(screen.queryByRole('gridcell', { selected: true })).not.toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^Jonas Weber/ })).toBeInTheDocument();
  way.arrive();
  expect(await screen.findByText('1 match')).toBeInTheDocument();
  expect(box()).toHaveFocus();
  expect(box()).toHaveValue('maya');
  await user.keyboard('{Enter}');
  expect(screen.getByText(/^1 of 1 · Maya Okafor/)).toBeInTheDocument();
});
