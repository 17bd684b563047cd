import { array, constantFrom, type Arbitrary, integer, option, record } from 'fast-check';
import { factsOf } from '../../src/core/facts/facts';
import { type Conversation, parseConversations } from '../../src/core/index';
import type { Facts } from '../../src/core/model/facts';
import type { Choice, Filter, ListQuery, Sort } from '../../src/sources/source';
import { ALL_CHOICES, valuesOf } from '../../src/sources/choices';
import { MEASURES } from '../../src/sources/memory/match';
import { SORT_KEYS } from '../../src/sources/memory/order';
import { agent, customer, party, rest } from '../fixtures/payload';

/** Conversations that differ in all that can be asked for, the same at every call. */
export function conversations(count: number): Conversation[] {
  let seed = 7;
  const pick = <T>(...from: T[]): T => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return from[Math.floor((seed / 2147483648) * from.length)] as T;
  };
  return Array.from({ length: count }, (_, at) => {
    const start = at * pick(1, 900, 5000) + pick(0, 0, 0.5);
    const talk = pick(20, 95, 600, 4000);
    const held = pick(undefined, 5, 5, 300);
    const live = pick(false, false, false, true);
    const media = pick('calls', 'chats', 'messages');
    const leg = { direction: pick('inbound', 'outbound'), state: live ? 'connected' : 'disconnected' };
    const ended = live ? {} : { E: start + talk };
    const hold = held === undefined ? {} : { H: start + 10, held: true };
    const user = pick('u-1', 'u-2', 'u-3');
    return conversationOf(
      rest(
        [
          customer({
            id: `c-${at}`,
            name: pick('Ann “the” O’Neil', 'Zoë Müller', '张伟', 'a%b_c', 'Bob', ''),
            attributes: pick({}, { tier: 'gold' }, { tier: 'silver', note: `case ${at}` }),
            [media]: [{ C: start, ...ended, ...leg }],
          }),
          party('acd', {
            id: `q-${at}`,
            // One queue’s name may be another’s id.
            ...pick(
              { queueId: 'q-1', queueName: 'Billing' },
              { queueId: 'q-2', queueName: 'Sales & Co' },
              { queueName: 'q-3' },
            ),
            [media]: [{ C: start, E: start + 8, state: 'disconnected' }],
          }),
          agent({
            id: `m-${at}`,
            userId: 'u-9',
            [media]: pick([], [{ A: start + 2, E: start + 5, state: 'disconnected', direction: 'inbound' }]),
          }),
          agent({
            id: `${String(at % 7).repeat(8)}-0000-4000-8000-${String(at).padStart(12, '0')}`,
            userId: user,
            name: user.toUpperCase(),
            queueId: pick('q-1', 'q-2', 'q-3'),
            teamId: pick('t-1', 't-2'),
            flaggedReason: pick(undefined, 'general'),
            wrapup: pick(
              undefined,
              { code: 'w-1', name: 'Solved', notes: 'needs "care" 50%' },
              { code: 'w-2' },
            ),
            ...pick({}, { W0: start + talk, W1: start + talk + 30, wrapupTimeoutMs: 20_000 }),
            [media]: [{ A: start + 6, C: start + 8, ...ended, ...leg, ...hold }],
          }),
        ],
        { id: `conversation-${pick('x', 'y')}-${at}`, S: start },
      ),
    );
  });
}

function conversationOf(input: unknown): Conversation {
  const [conversation] = parseConversations(input).conversations;
  if (!conversation) throw new Error('No conversation in the payload');
  return conversation;
}

/** Filters that mean something for what there is, and now and then nothing. */
export function filters(all: readonly Facts[]): Arbitrary<Filter> {
  const starts = all.flatMap(({ start }) => start ?? []);
  const chosen = (choice: Choice) => {
    const values = all.flatMap((facts) => valuesOf(facts, choice).map(({ value }) => value));
    return array(constantFrom(...new Set(values), 'none of these'), { minLength: 1, maxLength: 2 });
  };
  const some = <T>(arbitrary: Arbitrary<T>) => option(arbitrary, { nil: undefined, freq: 4 });
  return record(
    {
      time: some(
        record({ from: constantFrom(...starts), to: constantFrom(...starts, Number.MAX_SAFE_INTEGER) }),
      ),
      choices: some(
        record(Object.fromEntries(ALL_CHOICES.map((choice) => [choice, some(chosen(choice))])), {
          requiredKeys: [],
        }),
      ),
      ranges: some(
        record(
          Object.fromEntries(
            MEASURES.map((measure) => [
              measure,
              some(record({ min: integer({ min: 0, max: 90_000 }), max: integer({ min: 0, max: 900_000 }) })),
            ]),
          ),
          { requiredKeys: [] },
        ),
      ),
      text: some(
        constantFrom(
          'müller',
          'ZOË',
          '“the”',
          'a%b',
          '%',
          '"care" 50%',
          'o’n',
          '张伟',
          'u-',
          'case 1',
          'or',
          'x',
          '333',
          '33333333-0',
          '33333333-0000-4000-8000-000000000003',
          '33333333-0000-4000-8000-000000000004',
          '0000-4000',
          '3333-',
        ),
      ),
      attributes: some(
        array(constantFrom({ name: 'tier', value: 'gold' }, { name: 'tier', value: 'GOLD' }), {
          maxLength: 1,
        }),
      ),
    },
    { requiredKeys: [] },
  );
}

export function sorts(): Arbitrary<Sort[]> {
  const one: Arbitrary<Sort> = record({
    by: constantFrom(...SORT_KEYS),
    descending: constantFrom(true, false),
  });
  return array(one, { maxLength: 3 });
}

export function queries(all: readonly Facts[]): Arbitrary<ListQuery> {
  return record({ filter: filters(all), sort: sorts(), limit: integer({ min: 1, max: 9 }) });
}

export function factsOfAll(all: readonly Conversation[]): Facts[] {
  return all.map((conversation) => factsOf(conversation));
}
