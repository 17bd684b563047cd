import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { withDialogs } from '../fixtures/dialogs';
import { rest } from './durations/conversations';
import { box, openSite } from './site';

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

async function show(text: string) {
  const site = openSite('/paste');
  fireEvent.input(await box(), { target: { value: text } });
  await site.user.click(screen.getByRole('button', { name: 'Show timeline' }));
  await screen.findByRole('tablist', { name: 'Panels' });
  return site;
}

function tab(name: RegExp | string) {
  return screen.getByRole('tab', { name });
}

describe('the tabs', () => {
  test('are walked by arrows, and only the chosen one is a stop', async () => {
    const { user } = await show(JSON.stringify(rest()));
    tab('Details').focus();
    await user.keyboard('{ArrowRight}');
    expect(tab('Durations')).toHaveFocus();
    expect(tab('Durations')).toHaveAttribute('aria-selected', 'true');
    expect(tab('Details')).toHaveAttribute('tabindex', '-1');
    await user.keyboard('{End}{ArrowRight}');
    expect(tab('Details')).toHaveFocus();
    expect(screen.getByRole('tabpanel', { name: 'Details' })).toBeVisible();
  });

  test('after a fault in the text the problems are open', async () => {
    await show(`${JSON.stringify(rest())}\n{"id": oops}`);
    expect(tab(/^Problems \d+$/)).toHaveAttribute('aria-selected', 'true');
    expect(screen.getAllByRole('list', { name: 'Problems' })).toHaveLength(1);
  });
});

test('the panel that is open stays so for the other conversations of a text, not for the next text', async () => {
  const other = JSON.stringify({ ...rest(), id: 'other' });
  const { user } = await show(`${JSON.stringify(rest())}\n${other}\n{"id": oops}`);
  expect(tab(/^Problems/)).toHaveAttribute('aria-selected', 'true');
  await user.click(tab('Durations'));
  const list = screen.getByRole('list', { name: 'Conversations found' });
  await user.click(within(list).getAllByRole('button')[1] as HTMLElement);
  expect(tab('Durations')).toHaveAttribute('aria-selected', 'true');
  fireEvent.input(await box(), { target: { value: JSON.stringify({ ...rest(), id: 'next' }) } });
  await user.click(screen.getByRole('button', { name: 'Show timeline' }));
  await waitFor(() => expect(tab('Details')).toHaveAttribute('aria-selected', 'true'));
});

describe('the details of a mark', () => {
  test('say the facts, the certainty, the reason, and the values behind it', async () => {
    const { user } = await show(JSON.stringify(rest()));
    await user.click(screen.getByRole('button', { name: /^Hold 0:50/ }));
    const panel = await screen.findByRole('tabpanel', { name: 'Details' });
    expect(within(panel).getByRole('heading', { name: 'Hold · Jonas' })).toBeVisible();
    expect(within(panel).getByText('Recorded, both ends')).toBeVisible();
    expect(within(panel).getByText('The data records this segment with both ends.')).toBeVisible();
    const evidence = within(panel).getByRole('list', { name: 'Places in the JSON that say so' });
    expect(evidence).toHaveTextContent('/participants/1/calls/0/segments/3/startTime');
    expect(evidence).toHaveTextContent('2026-11-19T09:02:00.000Z');
    await user.click(within(panel).getByRole('button', { name: 'Clear selection' }));
    expect(screen.getByText(/Select a mark or a participant/)).toBeVisible();
  });

  test('say what is wrong with it, then with the rest of its participant, and with nobody else', async () => {
    const at = (minute: number) => `2026-11-19T09:0${minute}:00Z`;
    const times = { startTime: at(0), connectedTime: at(0), state: 'connected' };
    const jonas = { ...times, id: 'p', name: 'Jonas', endTime: at(8), cobrowseRole: 'driver' };
    const held = { held: false, startHoldTime: at(2) };
    const maya = { ...times, id: 'q', name: 'Maya', purpose: 'customer', endTime: 'yesterday' };
    const participants = [{ ...jonas, ...held, purpose: 'agent' }, maya];
    const { user } = await show(JSON.stringify({ id: 'a', participants }));
    await user.click(tab('Details'));
    await user.click(screen.getByRole('button', { name: /^Hold at most/ }));
    const wrong = () => screen.getByRole('list', { name: 'What is wrong here?' });
    const said = () =>
      within(wrong())
        .getAllByRole('listitem')
        .map((item) => item.textContent);
    expect(said()[0]).toContain('Jonas: the end of the hold was not recorded');
    expect(said().length).toBeGreaterThan(1);
    expect(said().join()).not.toMatch(/Maya|yesterday/);
    const [first] = within(wrong()).getAllByRole('listitem');
    await user.click(within(first as HTMLElement).getByRole('button', { name: 'Show in the JSON' }));
    expect(tab('JSON')).toHaveAttribute('aria-selected', 'true');
  });

  test('are silent of what is wrong where nothing is', async () => {
    const { user } = await show(JSON.stringify(rest()));
    await user.click(screen.getByRole('button', { name: /^Hold 0:50/ }));
    await screen.findByRole('heading', { name: 'Hold · Jonas' });
    expect(screen.queryByText('What is wrong here?')).toBeNull();
  });
});

test('where nothing says when, no time and no figure is told', async () => {
  await show('{"id": "when", "participants": [{"id": "a", "name": "Ada"}]}');
  const article = screen.getByRole('article');
  expect(await within(article).findByRole('button', { name: /^Details of Ada/ })).toBeVisible();
  expect(article).not.toHaveTextContent('1970');
  expect(article).not.toHaveTextContent('Ended');
  const figures = within(article).getByRole('list', { name: 'Figures' });
  expect(within(figures).getAllByRole('listitem')).toHaveLength(1);
});

test('two legs of one user are told apart in the list of participants', async () => {
  const leg = (id: string, minute: number) => ({
    id,
    name: 'Ada',
    purpose: 'agent',
    userId: 'u',
    calls: [
      { connectedTime: `2026-11-19T09:0${minute}:00Z`, disconnectedTime: `2026-11-19T09:0${minute}:30Z` },
    ],
  });
  await show(JSON.stringify({ id: 'legs', participants: [leg('a', 1), leg('b', 2)] }));
  const list = await screen.findByRole('list', { name: '2 participants' });
  const names = within(list).getAllByRole('button');
  expect(names.map(({ textContent }) => textContent)).toEqual([
    'Details of AdaAgent · leg 1 of 2',
    'Details of AdaAgent · leg 2 of 2',
  ]);
});

test('of several the list tells no time of those that say none', async () => {
  await show(
    '[{"id": "when", "participants": [{"id": "a", "name": "Ada"}]}, {"id": "x", "participants": []}]',
  );
  const list = screen.getByRole('list', { name: 'Conversations found' });
  expect(list).not.toHaveTextContent('1970');
  expect(list).not.toHaveTextContent('0:00');
});

test('ids of others in the conversation read as their names', async () => {
  const consult = {
    ...rest(),
    participants: [
      { id: 'a', name: 'Ada', purpose: 'customer', state: 'connected', startTime: '2026-11-19T09:00:00Z' },
      {
        id: 'j',
        name: 'Jonas',
        purpose: 'agent',
        state: 'connected',
        startTime: '2026-11-19T09:00:00Z',
        consultParticipantId: 'a',
      },
    ],
  };
  const { user } = await show(JSON.stringify(consult));
  await user.click(screen.getByRole('button', { name: /^Talk / }));
  const relations = await screen.findByRole('group', { name: 'Relations' });
  expect(relations).toHaveTextContent('Ada · a');
});

describe('the durations', () => {
  test('stand in a table, whose rows select the longest segment', async () => {
    const { user } = await show(JSON.stringify(rest()));
    await user.click(tab('Durations'));
    const table = await screen.findByRole('table', { name: 'Durations' });
    const hold = within(table).getByRole('button', { name: 'Hold, Jonas' });
    expect(hold.closest('tr')).toHaveTextContent('0:50.000');
    await user.click(hold);
    expect(hold).toHaveAttribute('aria-pressed', 'true');
    expect(tab('Durations')).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByText('Longest hold').closest('dt')?.nextSibling).toHaveTextContent('0:30.000');
  });

  test('say that after-call work ran over, also where only its call tells what is allowed', async () => {
    const call = {
      id: 'c',
      state: 'terminated',
      connectedTime: '2026-11-19T09:00:00.000Z',
      endTime: '2026-11-19T09:01:00.000Z',
      startAcwTime: '2026-11-19T09:01:00.000Z',
      endAcwTime: '2026-11-19T09:01:30.000Z',
      wrapupTimeoutMs: 10_000,
    };
    const { user } = await show(
      JSON.stringify({ id: 'k', participants: [{ id: 'p', name: 'Ada', purpose: 'agent', calls: [call] }] }),
    );
    await user.click(tab('Durations'));
    const button = await screen.findByRole('button', { name: 'After-call work, Ada' });
    expect(button.closest('tr')?.cells[1]).toHaveTextContent(/^0:30\.000ran over$/);
  });
});

test('lengths that are stated without a place are listed with the durations, and lead to the text', async () => {
  const fact = (name: string, seconds: number, fields: object) =>
    JSON.stringify({
      topicName: `v2.detail.events.conversation.c.${name}`,
      eventBody: {
        eventTime: Date.parse('2026-11-19T09:00:00Z') + seconds * 1000,
        conversationId: 'c',
        participantId: 'p',
        sessionId: 's',
        mediaType: 'VOICE',
        ...fields,
      },
    });
  const { user } = await show(
    [
      fact('user.start', 0, {}),
      fact('user.end', 60, { alertingDurationMs: 7000, heldDurationMs: 5000, connectedDurationMs: 50_000 }),
    ].join('\n'),
  );
  await user.click(tab('Durations'));
  const list = await screen.findByRole('list', { name: 'Stated without a place' });
  const rows = within(list).getAllByRole('button');
  expect(rows.map(({ textContent }) => textContent).toSorted()).toEqual([
    'Alerting, User0:07.000/1/eventBody/alertingDurationMs',
    'Hold, User0:05.000/1/eventBody/heldDurationMs',
    'Talk, User0:50.000/1/eventBody/connectedDurationMs',
  ]);
  expect(screen.getByText('Holds').closest('dt')?.nextSibling).toHaveTextContent(
    'at least 1, since a length alone does not tell of how many',
  );
  await user.click(within(list).getByRole('button', { name: /^Alerting/ }));
  expect(tab('JSON')).toHaveAttribute('aria-selected', 'true');
});

test('a number of holds that a snapshot tells says that there may have been more', async () => {
  const snapshot = {
    id: 'a',
    participants: [
      {
        id: 'j',
        purpose: 'agent',
        held: true,
        connectedTime: '2026-11-19T09:00:10Z',
        startHoldTime: '2026-11-19T09:01:00Z',
        endTime: '2026-11-19T09:02:00Z',
      },
    ],
  };
  const { user } = await show(JSON.stringify(snapshot));
  await user.click(tab('Durations'));
  const holds = (await screen.findByText('Holds')).closest('dt')?.nextSibling;
  expect(holds).toHaveTextContent('at least 1, since a snapshot keeps only the last hold of a leg');
});

test('control that one record tells is said to be at most so long', async () => {
  const client = (id: string, purpose: string, cobrowseRole: string, controlling: string[]) => ({
    id,
    purpose,
    cobrowseRole,
    controlling,
    cobrowseSessionId: 's',
    state: 'disconnected',
    startTime: '2026-11-19T09:00:00Z',
    connectedTime: '2026-11-19T09:05:00Z',
    endTime: '2026-11-19T09:10:00Z',
  });
  const snapshot = {
    id: 'a',
    participants: [client('c', 'customer', 'sharer', []), client('j', 'agent', 'viewer', ['c'])],
  };
  const { user } = await show(JSON.stringify(snapshot));
  expect(screen.getByRole('button', { name: /^Under control/ })).toHaveTextContent('at most 5:00');
  await user.click(tab('Durations'));
  const counts = (await screen.findByText('Counts')).nextSibling;
  expect(counts).toHaveTextContent('Under controlat most 5:00.000');
});

describe('the problems', () => {
  test('come by severity, and lead to their mark', async () => {
    const conversation = {
      id: 'a',
      participants: [
        {
          id: 'p',
          name: 'Jonas',
          purpose: 'agent',
          state: 'connected',
          held: false,
          startTime: '2026-11-19T09:00:00Z',
          connectedTime: '2026-11-19T09:00:10Z',
          startHoldTime: '2026-11-19T09:01:00Z',
          endTime: 'yesterday',
        },
      ],
    };
    const { user } = await show(JSON.stringify(conversation));
    const list = screen.getByRole('list', { name: 'Problems' });
    const items = within(list).getAllByRole('listitem');
    expect(items[0]).toHaveTextContent(/^Error/);
    const hold = items.find((item) => item.textContent.includes('hold'));
    await user.click(within(hold ?? list).getByRole('button', { name: 'Show on the timeline' }));
    expect(screen.getByRole('tab', { name: /^Problems/, selected: true })).toBeVisible();
    await user.click(tab('Details'));
    const panel = within(screen.getByRole('tabpanel'));
    expect(panel.getByRole('heading', { level: 4, name: /old · Jonas$/ })).toBeVisible();
    await user.click(tab(/^Problems/));
    await user.click(screen.getByRole('button', { name: /^\d+ errors?$/ }));
    expect(within(screen.getByRole('list', { name: 'Problems' })).queryByText('Warning')).toBeNull();
  });
});

test('what reading said of the text is not said of the redacted conversation, as it quotes the text', async () => {
  onTestFinished(withDialogs());
  const conversation = rest() as { participants: unknown[] };
  const participants = [...conversation.participants, 'Jonas Weber'];
  const { user } = await show(JSON.stringify({ ...conversation, participants }));
  await user.click(tab(/^Problems/));
  const article = screen.getByRole('article');
  expect(article).toHaveTextContent('Not a participant: "Jonas Weber"');
  await user.click(screen.getByRole('button', { name: 'Redact' }));
  await user.click(await screen.findByRole('button', { name: 'Show redacted' }));
  await user.click(tab(/^Problems/));
  expect(screen.getByText('No problems found.')).toBeVisible();
  expect(screen.getByRole('article')).not.toHaveTextContent('Jonas');
  await user.click(screen.getByRole('button', { name: 'Show the original' }));
  expect(screen.getByRole('article')).toHaveTextContent('Jonas');
});

describe('the figures', () => {
  const figures = async (conversation: unknown) => {
    openSite('/paste');
    fireEvent.input(await box(), { target: { value: JSON.stringify(conversation) } });
    fireEvent.click(screen.getByRole('button', { name: 'Show timeline' }));
    const list = await screen.findByRole('list', { name: 'Figures' });
    return within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent);
  };
  const [startTime, endTime] = ['2026-11-19T09:00:00.000Z', '2026-11-19T09:05:00.000Z'];

  test('of a conversation without participants are none: nothing of it was counted', async () => {
    expect(await figures({ id: 'c', participants: [] })).toEqual(['Problems 0']);
  });

  test('of some seconds are told so exactly that they add up', async () => {
    const at = (ms: number) => new Date(Date.parse(startTime) + ms).toISOString();
    const segments = ['Interact', 'Hold'].map((type, index) => ({
      type,
      startTime: at(index * 1500),
      endTime: at(index * 1500 + 1500),
    }));
    const call = { connectedTime: at(0), disconnectedTime: at(3000), state: 'terminated', segments };
    const participants = [{ id: 'a', purpose: 'agent', calls: [call] }];
    expect(await figures({ id: 'c', startTime, endTime: at(3000), participants })).toEqual([
      'Duration 0:03.000',
      'Talk 0:01.500',
      'Hold 0:01.500',
      'After-call work 0:00.000',
      'Handle 0:03.000',
      'Problems 0',
    ]);
  });

  test('tell who was offered it and did not answer, and lead to the first of them', async () => {
    const offer = (name: string, minute: number, connected?: string) => ({
      id: name,
      name,
      purpose: 'agent',
      calls: [
        {
          startAlertingTime: `2026-11-19T09:0${minute}:00Z`,
          ...(connected ? { connectedTime: connected } : {}),
          disconnectedTime: `2026-11-19T09:0${minute}:30Z`,
          state: 'terminated',
        },
      ],
    });
    const offers = [offer('Ada', 0, '2026-11-19T09:00:10Z'), offer('Bea', 2), offer('Cyd', 1)];
    expect(await figures({ id: 'c', startTime, endTime, participants: offers })).toContain('Not answered 2');
    fireEvent.click(screen.getByRole('button', { name: 'Not answered 2' }));
    expect(screen.getByRole('button', { name: 'Not answered 2' })).toHaveAttribute('aria-pressed', 'true');
    const panel = await screen.findByRole('tabpanel', { name: 'Details' });
    await waitFor(() => expect(panel).toHaveTextContent(/Alerting.*Cyd/));
  });

  test('tell its own length where it says when it was', async () => {
    expect(await figures({ id: 'c', startTime, endTime, participants: [] })).toEqual([
      'Duration 5:00',
      'Problems 0',
    ]);
  });
});
