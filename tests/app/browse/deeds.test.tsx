import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { createMemoryLibrary } from '../../../src/app/browse/library/memory';
import { parseInput } from '../../../src/workers/parseInput';
import { agent, customer, rest } from '../../fixtures/payload';
import { openSite } from '../site';
import { amongMany } from './open';
import { idOf, MINA } from './people';

amongMany();

const PIA = '00000000-0000-4000-8000-000000000002';
const mina = { userId: MINA, name: 'Mina Farahani' };
const pia = { userId: PIA, name: 'Pia Sand' };
const otto = { name: 'Otto' };

const missed = (who: object, from = 0) =>
  agent({ id: `missed-${from}`, ...who, calls: [{ A: from, E: from + 10 }] });
const answered = (who: object, more: object = {}) =>
  agent({ ...who, calls: [{ A: 50, C: 55, E: 90 }], ...more });

/** Of three agents: in each some miss an offer, and another answers. */
const CONVERSATIONS = [
  [missed(pia), answered(mina)],
  [missed(mina), missed(mina, 20), answered(pia, { W0: 90, W1: 120, wrapupTimeoutMs: 10_000 })],
  [missed(otto), answered(mina, { cobrowsesessions: [{ C: 55, E: 90, controlling: ['customer'] }] })],
  [missed(pia), answered(otto)],
].map((agents, at) => {
  const caller = customer({
    name: `Caller ${at}`,
    calls: [{ C: 0, E: 90 }],
    cobrowsesessions: [{ C: 55, E: 90 }],
  });
  return rest([caller, ...agents], { id: idOf(at), S: at - 10, E: 120 });
});

async function open(path = '/') {
  sessionStorage.clear();
  localStorage.clear();
  const library = createMemoryLibrary(parseInput);
  const text = JSON.stringify(CONVERSATIONS);
  await library.import({ kind: 'text', text }, () => undefined).report;
  const site = openSite(path, sessionStorage, library);
  await screen.findByRole('grid', { name: 'Conversations' });
  return site;
}

async function found(...titles: string[]): Promise<void> {
  await waitFor(() =>
    expect(
      within(screen.getByRole('grid'))
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(titles),
  );
}

async function said(list: string, text: string): Promise<void> {
  await waitFor(() => expect(screen.getByRole('list', { name: list })).toHaveTextContent(text));
}

describe('who did it', () => {
  test('is found by what it was, not by having been there', async () => {
    const { user } = await open();
    await found('Caller 3', 'Caller 2', 'Caller 1', 'Caller 0');
    for (const group of ['Did not answer', 'After-call work over its limit', 'Controlled a browser']) {
      expect(screen.queryByRole('list', { name: group })).toBeNull();
      await user.click(screen.getByText(group, { selector: 'summary' }));
    }
    await said('Did not answer', 'Pia Sand2Mina Farahani1Otto1');
    await said('After-call work over its limit', 'Pia Sand1');
    await said('Controlled a browser', 'Mina Farahani1');
    const group = within(screen.getByRole('list', { name: 'Did not answer' }));
    await user.click(group.getByRole('checkbox', { name: /^Mina/ }));
    // She was in three.
    await found('Caller 1');
    expect(location.search).toBe(`?v=1&unansweredBy=${MINA}`);
    await user.click(group.getByRole('checkbox', { name: /^Otto/ }));
    await found('Caller 2', 'Caller 1');
    expect(location.href).not.toContain('Otto');
    expect(JSON.stringify(history.state)).toContain('Otto');
    await said('Controlled a browser', 'Mina Farahani1');
    await user.click(screen.getByRole('button', { name: 'Remove filter: Did not answer: Mina Farahani' }));
    await found('Caller 2');
    history.back();
    await found('Caller 2', 'Caller 1');
  });

  test('is called by name where the address has the id, whatever was asked, and has a day', async () => {
    await open(`/?v=1&acwOverrunBy=${PIA}&controlledBy=nobody`);
    await found('Caller 1');
    expect(
      await screen.findByRole('button', {
        name: 'Remove filter: After-call work over its limit: Pia Sand',
      }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'Day of Pia Sand' })).toHaveAttribute(
      'href',
      expect.stringContaining(PIA),
    );
  });

  test('keeps its name where nothing is found of it, as others have told it', async () => {
    await open(`/?v=1&user=${PIA}`);
    await screen.findByRole('button', { name: 'Remove filter: Agent: Pia Sand' });
    history.pushState(null, '', `/?v=1&controlledBy=${PIA}`);
    expect(
      await screen.findByRole('button', { name: 'Remove filter: Controlled a browser: Pia Sand' }),
    ).toBeVisible();
  });

  test('is kept in a view', async () => {
    const { user } = await open(`/?v=1&unansweredBy=${PIA}`);
    await found('Caller 3', 'Caller 0');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(screen.getByRole('textbox', { name: 'Name of the view' }));
    await user.paste('Missed by Pia');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(localStorage.getItem('participant-timeline:views')).toContain(`unansweredBy=${PIA}`);
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await found('Caller 3', 'Caller 2', 'Caller 1', 'Caller 0');
    await user.click(screen.getByRole('button', { name: 'Views' }));
    await user.click(screen.getByRole('button', { name: 'Missed by Pia' }));
    await found('Caller 3', 'Caller 0');
  });

  test('stands in a column for those who want it', async () => {
    const { user } = await open();
    await found('Caller 3', 'Caller 2', 'Caller 1', 'Caller 0');
    const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads()).not.toContain('Did not answer');
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(
      within(screen.getByRole('list', { name: 'Columns' })).getByRole('checkbox', { name: 'Did not answer' }),
    );
    const at = heads().indexOf('Did not answer');
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.children[at]?.textContent)).toEqual([
      'Pia Sand',
      'Otto',
      'Mina Farahani',
      'Pia Sand',
    ]);
  });

  test('is what a bar of the overview chooses, and how many it counts', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('button', { name: 'Overview' }));
    const title = 'Agents by unanswered offers';
    await user.click(await screen.findByRole('button', { name: `${title} as a table` }));
    const table = within(await screen.findByRole('table', { name: title }));
    const rows = table.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Agent', 'Unanswered', 'Conversations'],
      ['Mina Farahani', '2', '1'],
      ['Pia Sand', '2', '2'],
      ['Otto', '1', '1'],
    ]);
    await user.click(table.getByRole('button', { name: 'Mina Farahani' }));
    await found('Caller 1');
    expect(location.search).toBe(`?v=1&unansweredBy=${MINA}`);
  });
});
