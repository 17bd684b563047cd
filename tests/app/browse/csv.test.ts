import { expect, test } from 'vitest';
import { csvHead, csvRow } from '../../../src/app/browse/library/csv';
import { factsOf } from '../../../src/core/facts/facts';
import { parseConversations } from '../../../src/core/index';
import { agent, customer, rest } from '../../fixtures/payload';

const leg = { S: 0, C: 10, E: 100, state: 'disconnected', direction: 'inbound' };

function rowOf(name: string): { [column: string]: string } {
  const [conversation] = parseConversations(
    rest([
      customer({ name, flaggedReason: 'general', calls: [leg] }),
      agent({ name: 'Zoë Faß', calls: [leg], W0: 100, W1: 200, wrapupTimeoutMs: 1000 }),
      agent({ id: 'b', userId: 'u-1', calls: [{ A: 0, E: 10 }] }),
      agent({ id: 'c', name: 'Bo', calls: [{ A: 0, E: 10 }] }),
    ]),
  ).conversations;
  if (!conversation) throw new Error('No conversation in the payload');
  const lines = csvHead() + csvRow(factsOf(conversation));
  const [head = [], values = []] = lines
    .replace('\uFEFF', '')
    .split('\r\n')
    .map((line) => line.split(','));
  return Object.fromEntries(head.map((column, at) => [column, values[at] ?? '']));
}

test('a spreadsheet takes the list for UTF-8, as it begins with a byte order mark', () => {
  expect(csvHead()).toMatch(/^\uFEFFid,title,/);
});

test('a row says who took part and as what, how long, why it was flagged and what else is remarkable', () => {
  expect(rowOf('Mária Kovács')).toMatchObject({
    title: 'Mária Kovács',
    media: 'call',
    users: 'Zoë Faß; u-1; Bo',
    duration: '200000',
    purposes: 'customer; agent',
    flags: 'general',
    unansweredBy: 'u-1; Bo',
    acwOverrunBy: 'Zoë Faß',
    controlledBy: '',
    marks: 'flagged; acw-overrun; unanswered; problems',
  });
});

test.each(['=1+1', '+1', '-1', '@cmd', '\u200B=1', '＝1'])('%j is text and no formula', (name) => {
  expect(rowOf(name)['title']).toBe(`'${name}`);
});
