import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { ParticipantTimeline } from '../../src/timeline';
import { usualCall } from '../fixtures/timelines';

const way = vi.hoisted(() => ({ arrive: () => {} }));

// As slow as a network.
vi.mock('../../src/timeline/find', async (load) => {
  await new Promise<void>((resolve) => {
    way.arrive = resolve;
  });
  return load();
});

it('gives the search what is typed before it is there, and takes none of it for commands', async () => {
  const user = userEvent.setup();
  render(<ParticipantTimeline conversation={usualCall()} timeZone="Europe/Berlin" locale="en-GB" />);
  within(screen.getByRole('row', { name: /^Jonas Weber/ }))
    .getByRole('gridcell')
    .focus();
  await user.keyboard('/hold');
  expect(screen.getByRole('row', { name: /^Jonas Weber/ })).toBeInTheDocument();
  expect(screen.queryByRole('searchbox', { name: 'Search participants and fields' })).not.toBeInTheDocument();
  way.arrive();
  const field = await screen.findByRole('searchbox', { name: 'Search participants and fields' });
  expect(field).toHaveFocus();
  expect(field).toHaveValue('hold');
  await user.keyboard(' on');
  expect(field).toHaveValue('hold on');
});
