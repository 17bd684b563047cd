// @vitest-environment node
import { afterAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/sources/library/caller';
import type { Info } from '../../src/sources/library/wire';
import { conversations } from './generated';
import { callerOf, closeLines, lineTo, parcel, Site } from './tabs';

afterAll(closeLines);

const all = conversations(6);
const ids = all.map(({ id }) => id);

function parcelled(from: number, to: number) {
  return parcel(all.slice(from, to));
}

async function count(caller: Caller): Promise<number> {
  return (await caller.call('count', [{}])).value;
}

/** Two tabs, of which the first has the files open; in one of them an import goes on. */
async function importing(tab: 'first' | 'second') {
  const site = new Site();
  const hosts = { first: site.tab('first'), second: site.tab('second') };
  const [first, second] = [callerOf(hosts.first), callerOf(hosts.second)];
  const line = (partyId: string) => lineTo(hosts[tab], { partyId });
  const running = line('import');
  await running.call('looks', [ids]);
  await running.call('put', [parcelled(0, 3)]);
  return { site, first, second, running, line };
}

describe.each(['first', 'second'] as const)('while the %s tab imports', (tab) => {
  test('a conversation that is deleted stays deleted, whatever the import still has of it', async () => {
    const { second, running } = await importing(tab);
    expect(await second.call('remove', [{ ids: [ids[1] ?? '', 'nobody’s'] }])).toBe(1);
    expect(await running.call('put', [parcelled(1, 4)])).toEqual({
      added: 1,
      updated: 0,
      deleted: 1,
      refused: [ids[2]],
    });
    expect(await count(second)).toBe(3);
  });

  test('a batch that was on its way when everything was deleted is not stored, nor what comes after', async () => {
    const { first, second, running } = await importing(tab);
    const gone = second.call('remove', [{ filter: {} }]);
    const late = running.call('put', [parcelled(0, 5)]);
    expect(await gone).toBe(3);
    await expect(late).rejects.toMatchObject({ kind: 'deleted' });
    await expect(running.call('put', [parcelled(5, 6)])).rejects.toMatchObject({ kind: 'deleted' });
    expect(await count(first)).toBe(0);
  });

  test('an import that begins afterwards may bring it back', async () => {
    const { second, line } = await importing(tab);
    await second.call('remove', [{ ids: ids.slice(0, 1) }]);
    await second.call('remove', [{ filter: {} }]);
    const next = line('next');
    await next.call('looks', [ids]);
    expect(await next.call('put', [parcelled(0, 2)])).toEqual({ added: 2, updated: 0, refused: [] });
  });
});

describe('when the tab that has the files open ends', () => {
  test('an import of another goes on where nothing was deleted since it began', async () => {
    const { site, second, running } = await importing('second');
    site.kill('first');
    expect(await running.call('put', [parcelled(3, 5)])).toMatchObject({ added: 2 });
    expect(await count(second)).toBe(5);
  });

  test('it ends where something was, as nobody is left to know what', async () => {
    const { site, first, second, running } = await importing('second');
    await first.call('remove', [{ ids: ids.slice(0, 1) }]);
    site.kill('first');
    await expect(running.call('put', [parcelled(0, 1)])).rejects.toMatchObject({ kind: 'deleted' });
    expect(await count(second)).toBe(2);
  });
});

test('every tab hears that imports which began before are over, of one conversation that was deleted not', async () => {
  const { first, second } = await importing('second');
  const told = async (): Promise<Pick<Info, 'deletions' | 'swept'>> => {
    const { deletions, swept } = await first.call('info', []);
    return { deletions, swept };
  };
  expect(await told()).toEqual({ deletions: 0, swept: 0 });
  await second.call('remove', [{ ids: ids.slice(0, 1) }]);
  expect(await told()).toEqual({ deletions: 1, swept: 0 });
  await second.call('remove', [{ filter: {} }]);
  expect(await told()).toEqual({ deletions: 2, swept: 2 });
});

test('so many that nobody could remember them end imports as well', async () => {
  const { Deletions } = await import('../../src/sources/library/deletions');
  const deletions = new Deletions(4, 3);
  deletions.note(['a', 'b']);
  expect(deletions.isGone('a', 4)).toBe(true);
  expect(deletions.isGone('a', 5)).toBe(false);
  expect(deletions.isGone('c', 4)).toBe(false);
  expect(deletions.swept).toBe(4);
  deletions.note(['c', 'd']);
  expect(deletions.swept).toBe(6);
  expect(deletions.count).toBe(6);
});
