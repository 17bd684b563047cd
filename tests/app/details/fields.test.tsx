import { fireEvent, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { FIELD_GROUPS } from '../../../src/app/details/groups';
import { ParticipantFields } from '../../../src/app/details/ParticipantFields';
import { SettingsProvider } from '../../../src/app/settings';
import { fieldNames, groupNames, type ParticipantField } from '../../../src/app/words/fields';
import { parseConversations } from '../../../src/core/index';
import { participant as participantModel } from '../../../src/core/model/vendor';
import { cobrowseMediaParticipant, participant, type SeedField } from '../../fixtures/seed-fields';

beforeEach(() => localStorage.clear());

/** The groups of the two models' fields, as the domain has them. */
const GROUPS: { readonly [group: string]: string } = {
  Identity:
    '_id name address ani aniName dnis locale purpose participantType userUri userId user externalContact externalContactId externalContactInitialDivisionId externalOrganization externalOrganizationId groupId teamId team queueId queueName queue script provider peer',
  State:
    'state direction held disconnectType errorInfo flaggedReason screenRecordingState mediaRoles alertingTimeoutMs',
  Times:
    'startTime startAlertingTime connectedTime startHoldTime parkTime resumeTime startAcwTime endAcwTime endTime providerEventTime',
  'Wrap-up': 'wrapupRequired wrapupPrompt wrapupTimeoutMs wrapupSkipped wrapup',
  'Co-browse': 'cobrowseSessionId cobrowseRole controlling viewerUrl',
  Relations: 'consultParticipantId monitoredParticipantId coachedParticipantId',
  'Routing and journey': 'conversationRoutingData journeyContext',
  Communications:
    'calls callbacks chats cobrowsesessions emails messages screenshares socialExpressions videos',
  Evaluations: 'evaluations',
  Attributes: 'attributes',
};

function groupOf(field: string): string {
  const found = Object.entries(GROUPS).find(([, fields]) => fields.split(' ').includes(field));
  return found?.[0] ?? '(none)';
}

const LEG = { id: 'leg', state: 'connected', connectedTime: '2026-11-19T09:00:00.000Z', segments: [] };
const SAMPLES: { readonly [type: string]: unknown } = {
  String: 'some text',
  Date: '2026-11-19T09:00:00.000Z',
  Bool: true,
  Int: 30_000,
  '[String]': ['one', 'two'],
  '[String:String]': { key: 'its value' },
  DomainEntityRef: { id: 'ref-1', name: 'Someone' },
  ErrorInfo: { code: 'bad', message: 'It went wrong' },
  Wrapup: { code: 'w-1', name: 'Moved house', notes: 'A note' },
  JourneyContext: { customer: { id: 'c-1', idType: 'cookie' } },
  ConversationRoutingData: { priority: 12, skills: [{ id: 's', name: 'Contracts' }] },
  '[Evaluation]': [{ id: 'e-1', status: 'FINISHED', answers: { totalScore: 87 } }],
};

function valueOf({ type }: SeedField): unknown {
  return SAMPLES[type] ?? [LEG];
}

function renderFields(input: object) {
  const [conversation] = parseConversations({ participants: [input] }).conversations;
  const read = conversation?.observations[0]?.participants[0];
  if (!read) throw new Error('no participant was read');
  render(
    <SettingsProvider>
      <ParticipantFields participant={read} />
    </SettingsProvider>,
  );
  return userEvent.setup();
}

describe.each([
  ['CobrowseMediaParticipant', cobrowseMediaParticipant],
  ['Participant', participant],
])('%s', (_, fields) => {
  test('shows every field under its human name in its group', () => {
    renderFields(Object.fromEntries(fields.map((field) => [field.name, valueOf(field)])));
    const missing = fields.filter(({ name }) => {
      const human = fieldNames[name.replace(/^_/, '') as ParticipantField];
      const group = screen.queryByRole('group', { name: groupOf(name) });
      const terms = group ? within(group).getAllByRole('term', { hidden: true }) : [];
      return !terms.some((term) => term.textContent === human);
    });
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(screen.queryByRole('group', { name: 'Other fields the vendor sent' })).toBeNull();
  });
});

test('each field of the model stands in exactly one group', () => {
  const placed = FIELD_GROUPS.flatMap(([, fields]) => fields);
  expect(placed.toSorted()).toEqual(Object.keys(participantModel.fields).toSorted());
  expect(FIELD_GROUPS.map(([group]) => groupNames[group])).toEqual(Object.keys(GROUPS));
});

test('what the model does not know is shown apart, as text', () => {
  renderFields({ purpose: 'agent', brandNewThing: { deep: ['a', 'b'] }, __proto__x: '<b>bold</b>' });
  const other = screen.getByRole('group', { name: 'Other fields the vendor sent' });
  expect(within(other).getByText('Brand new thing')).toBeVisible();
  expect(within(other).getByText('a, b')).toBeVisible();
  expect(within(other).getByText('<b>bold</b>')).toBeVisible();
});

test('a join link stays hidden, and from the filter too, wherever else it stands', async () => {
  const link = 'https://join.example.com/s/secret';
  const user = renderFields({
    purpose: 'agent',
    attributes: { viewerUrl: link, other: 'plain' },
    queue: { id: 'q', viewer_url: link },
    viewerUrl: [link],
    session: { viewerUrl: { href: link } },
  });
  expect(screen.getByRole('table', { name: 'Attributes' })).toHaveTextContent('plain');
  expect(document.body).not.toHaveTextContent('secret');
  await user.type(screen.getByRole('searchbox'), 'secret');
  expect(await screen.findByText('No field matches.')).toBeVisible();
});

test('where no join link is, none is said to be hidden', () => {
  renderFields({ purpose: 'agent', session: { viewerUrl: null }, attributes: { viewerUrl: '' } });
  expect(screen.getByText('Viewer URL', { exact: false })).toBeInTheDocument();
  expect(document.body).not.toHaveTextContent('hidden, as it lets anyone join');
});

test('the title of an evaluation has its form, its status and its score', () => {
  renderFields({
    purpose: 'agent',
    evaluations: [
      {
        id: 'e',
        evaluationForm: { id: 'f', name: 'Courtesy' },
        status: 'FINISHED',
        answers: { totalScore: 87 },
      },
      { id: 'g', status: 'PENDING' },
    ],
  });
  const list = within(screen.getByRole('list', { name: 'Evaluations' }));
  expect(list.getByText(/^1 · /)).toHaveTextContent('1 · Courtesy · FINISHED · 87');
  expect(list.getByText(/^2 · /)).toHaveTextContent(/^2 · PENDING$/);
});

test('the title of a leg that lasted for days says of which day its end is', () => {
  renderFields({
    purpose: 'agent',
    calls: [
      { id: 'a', startTime: '2026-11-19T12:00:00Z', endTime: '2026-11-19T12:05:00Z' },
      { id: 'b', startTime: '2026-11-19T12:00:00Z', endTime: '2026-11-24T12:05:00Z' },
    ],
  });
  const list = within(screen.getByRole('list', { name: 'Calls' }));
  expect(list.getByText(/^1 · /)).toHaveTextContent(/· \d\d:\d\d:00 – \d\d:\d\d:00$/);
  expect(list.getByText(/^2 · /)).toHaveTextContent(/Nov 19, 2026.* – .*Nov 24, 2026/);
});

test('the filter finds fields by name, by the vendor’s name, and by value', async () => {
  const user = renderFields({
    purpose: 'agent',
    queueName: 'Moving Home',
    attributes: { 'contract.id': 'C-771204', other: 'x' },
    calls: [{ ...LEG, held: true }],
  });
  const filter = screen.getByRole('searchbox', { name: 'Filter fields' });
  await user.type(filter, 'c-771');
  expect(screen.getByRole('table', { name: 'Attributes' })).toHaveTextContent('contract.id');
  expect(screen.getByRole('table', { name: 'Attributes' })).not.toHaveTextContent('other');
  expect(screen.queryByRole('group', { name: 'Identity' })).toBeNull();
  await user.clear(filter);
  await user.type(filter, 'queueName');
  expect(screen.getByText('Moving Home')).toBeVisible();
  await user.clear(filter);
  await user.type(filter, 'call hold');
  expect(screen.getByText('On hold')).toBeVisible();
  await user.clear(filter);
  await user.type(filter, 'no such thing');
  expect(screen.getByText('No field matches.')).toBeVisible();
});

describe('links', () => {
  const JOIN = 'https://join.example.com/s/secret';

  test('a join link is hidden, also from the filter, and opened only through a question', async () => {
    const user = renderFields({ purpose: 'agent', viewerUrl: JOIN });
    expect(document.body).not.toHaveTextContent('secret');
    expect(screen.queryByRole('link')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open…' }));
    expect(screen.getByRole('alert')).toHaveTextContent('opens join.example.com.');
    const link = screen.getByRole('link', { name: 'Open in a new tab' });
    expect(link).toHaveAttribute('href', JOIN);
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.queryByRole('link')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByText(JOIN)).toBeVisible();
    await user.type(screen.getByRole('searchbox'), 'secret');
    expect(screen.getByText('No field matches.')).toBeVisible();
  });

  test('the keyboard goes on at the question, and at what asked it when that is over', async () => {
    const user = renderFields({ purpose: 'agent', viewerUrl: JOIN });
    const opener = () => screen.getByRole('button', { name: 'Open…' });
    opener().focus();
    await user.keyboard('{Enter}');
    expect(opener()).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('link', { name: 'Open in a new tab' })).toHaveFocus();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(opener()).toHaveFocus();
  });

  test('showing one join link shows no other one that takes its place', async () => {
    const user = renderFields({
      purpose: 'agent',
      cobrowsesessions: [
        { id: 's1', state: 'disconnected', viewerUrl: `${JOIN}-1` },
        { id: 's2', state: 'terminated', viewerUrl: `${JOIN}-2` },
      ],
    });
    const [first] = screen.getAllByRole('button', { name: 'Show', hidden: true });
    if (first) fireEvent.click(first);
    expect(document.body).toHaveTextContent('secret-1');
    await user.type(screen.getByRole('searchbox'), 'terminated');
    expect(document.body).toHaveTextContent('s2');
    expect(document.body).not.toHaveTextContent('secret');
  });

  test('the host is shown in punycode', async () => {
    const user = renderFields({ purpose: 'agent', viewerUrl: 'https://pаypal.example/' });
    await user.click(screen.getByRole('button', { name: 'Open…' }));
    expect(screen.getByRole('alert')).toHaveTextContent('xn--pypal-4ve.example');
  });

  test.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'http://example.com/',
    'https://user:pass@example.com/',
    'https://example.com/\u0007',
    'data:text/html,<script>',
    '/relative/path',
  ])('%j is never opened', (url) => {
    renderFields({ purpose: 'agent', viewerUrl: url });
    expect(screen.queryByRole('button', { name: 'Open…' })).toBeNull();
    expect(screen.queryByRole('link')).toBeNull();
  });
});
