import { render, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ConversationFacts } from '../../../src/app/details/ConversationFacts';
import { SettingsProvider } from '../../../src/app/settings';
import { buildTimeline, parseConversations } from '../../../src/core/index';

beforeEach(() => localStorage.clear());

function titlesOf(endTime: string) {
  const [conversation] = parseConversations({
    id: 'c',
    recentTransfers: [
      { id: 't', state: 'complete', dateIssued: '2026-11-19T12:00:00Z', destination: { userName: 'Ann' } },
    ],
    participants: [
      { id: 'p', purpose: 'agent', calls: [{ id: 'l', connectedTime: '2026-11-19T11:00:00Z', endTime }] },
    ],
  }).conversations;
  if (!conversation) throw new Error('none');
  render(
    <SettingsProvider>
      <ConversationFacts
        level={2}
        timeline={buildTimeline(conversation)}
        conversation={conversation}
        onSelect={() => undefined}
      />
    </SettingsProvider>,
  );
  return within(screen.getByRole('list', { name: 'Recent transfers' })).getByText(/^1 · /);
}

test('a transfer of a conversation of one day is named by its time', () => {
  expect(titlesOf('2026-11-19T12:30:00Z')).toHaveTextContent(/^1 · \d\d:\d\d:00 · complete · Ann$/);
});

test('one of a conversation of several days is named by its day, too', () => {
  expect(titlesOf('2026-11-23T12:30:00Z')).toHaveTextContent(
    /^1 · .*Nov 19, 2026, \d\d:\d\d:00 · complete · Ann$/,
  );
});
