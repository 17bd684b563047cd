import { render, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ConversationFacts } from '../../../src/app/details/ConversationFacts';
import { describeConversation } from '../../../src/app/details/describe';
import { SettingsProvider } from '../../../src/app/settings';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { formatFor } from '../../../src/ui/format';
import { agent, iso, rest } from '../../fixtures/payload';

beforeEach(() => localStorage.clear());

test('a conversation ended when it did, though it was evaluated days later', () => {
  const evaluations = [{ id: 'e', status: 'FINISHED', releaseDate: iso(500_000) }];
  const [conversation] = parseConversations(
    rest([agent({ evaluations, calls: [{ C: 0, E: 600, state: 'disconnected' }] })], { S: 0, E: 600 }),
  ).conversations;
  if (!conversation) throw new Error('none');
  const timeline = buildTimeline(conversation);
  render(
    <SettingsProvider>
      <ConversationFacts
        level={2}
        timeline={timeline}
        conversation={conversation}
        onSelect={() => undefined}
      />
    </SettingsProvider>,
  );
  const said = (term: string) => screen.getByText(term).closest('dt')?.nextElementSibling?.textContent;
  expect(said('Duration')).toBe('10 minutes');
  expect(said('To')).toMatch(/19, 2026/);
});

test('what only an older look says beyond the model is shown too', () => {
  const looks = [rest([agent({ calls: [{ C: 0 }] })], { older: 'kept' }), rest([agent()], { newer: 'too' })];
  const [conversation] = parseConversations(looks).conversations;
  if (!conversation) throw new Error('none');
  const rows = describeConversation(conversation, formatFor({ locale: 'en-GB', timeZone: 'UTC' }));
  expect(rows.map(({ field }) => field)).toEqual(expect.arrayContaining(['older', 'newer']));
});

test('a conversation of more looks than a call takes arguments is described all the same', () => {
  const look = parseConversations(rest([agent()], { older: 'kept' })).conversations[0]?.observations ?? [];
  const observations = Array.from({ length: 200_000 }, () => look).flat();
  const rows = describeConversation(
    { id: 'c', observations },
    formatFor({ locale: 'en-GB', timeZone: 'UTC' }),
  );
  expect(rows.map(({ field }) => field)).toContain('older');
});
