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

/** A timeline whose row of Jonas Weber has the focus. */
function begin() {
  render(<ParticipantTimeline conversation={usualCall()} timeZone="Europe/Berlin" locale="en-GB" />);
  const cell = within(screen.getByRole('row', { name: /^Jonas Weber/ })).getByRole('gridcell');
  cell.focus();
  return { user: userEvent.setup(), cell };
}

const box = () => screen.getByRole('searchbox', { name: 'Search participants and fields' });

it('keeps its box, and what is typed out of the commands, where that which looks cannot be loaded', async () => {
  const { user } = begin();
  await user.keyboard('/j');
  await act(async () => way.fail());
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  await user.keyboard('h');
  expect(box()).toHaveValue('jh');
  expect(screen.getByRole('row', { name: /^Jonas Weber/ })).toBeInTheDocument();
});

it('is shut by Escape before that which looks is there', async () => {
  const { user, cell } = begin();
  await user.keyboard('/h');
  expect(box()).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('search')).not.toBeInTheDocument();
  expect(cell).toHaveFocus();
  // One import at a time is as slow as this: another that came meanwhile would have it at once.
  await act(async () => way.fail());
});

it('has its box before that which looks is there, and takes what is typed for no commands', async () => {
  const { user } = begin();
  await user.keyboard('/p/x{Backspace}');
  expect(box()).toHaveValue('p/');
  await user.clear(box());
  await user.keyboard('maya{Enter}');
  expect(screen.queryByRole('button', { name: 'Next match' })).not.toBeInTheDocument();
  expect(screen.getByRole('row', { name: /^Jonas Weber/ })).toBeInTheDocument();
  way.arrive();
  expect(await screen.findByText(/^1 of 1 · Maya Okafor/)).toBeInTheDocument();
  expect(box()).toHaveFocus();
  expect(box()).toHaveValue('maya');
  await user.type(box(), ' o');
  expect(await screen.findByText('1 match')).toBeInTheDocument();
  await user.type(box(), ' of nobody');
  expect(await screen.findByText('Nothing found')).toBeInTheDocument();
});
