import { assert, asyncProperty, constantFrom, integer } from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Conversation, parseConversations } from '../../src/core/index';
import type { Facts } from '../../src/core/model/facts';
import { ALL_CHOICES, valuesOf } from '../../src/sources/choices';
import { chartOf } from '../../src/sources/memory/chart';
import { matches, MEASURES } from '../../src/sources/memory/match';
import { comparePlaces, NEWEST_FIRST, placeOf } from '../../src/sources/memory/order';
import type {
  ChartData,
  ChartRequest,
  ConversationSource,
  Filter,
  ListQuery,
} from '../../src/sources/source';
import { agent, customer, rest } from '../fixtures/payload';
import { conversations, factsOfAll, filters, queries } from './generated';

const RUNS = { numRuns: 120 };
const HOUR = 3_600_000;

const CHARTS: ChartRequest[] = [
  { kind: 'volume', step: HOUR },
  { kind: 'volume', step: 24 * HOUR, origin: 1.5 * HOUR },
  { kind: 'states', step: HOUR },
  { kind: 'states', step: 24 * HOUR, origin: 2 * HOUR },
  ...MEASURES.map((measure): ChartRequest => ({ kind: 'distribution', measure })),
  ...MEASURES.map((measure): ChartRequest => ({ kind: 'distribution', measure, some: true })),
  { kind: 'top', of: 'queue', by: 'hold', limit: 3 },
  { kind: 'top', of: 'unansweredBy', by: 'unanswered', limit: 1 },
  { kind: 'top', of: 'unansweredBy', by: 'unanswered', limit: 9 },
];

/** A source may know the name of an id from conversations that a filter does not mean. */
function withoutNames(chart: ChartData): ChartData {
  if (chart.kind !== 'top') return chart;
  return { ...chart, entries: chart.entries.map(({ name: _name, ...entry }) => entry) };
}

function namesOf(chart: ChartData): { id: string; name: string }[] {
  if (chart.kind !== 'top') return [];
  return chart.entries.flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name }]));
}

/**
 * What every source of conversations keeps to. `open` gives one that holds exactly the conversations given.
 * The answers are held against plain functions over all facts, which say what a filter and a sort mean.
 */
export function describeSource(
  name: string,
  open: (all: readonly Conversation[]) => Promise<ConversationSource>,
): void {
  describe(`${name} as a source`, () => {
    const all = conversations(60);
    const facts: Facts[] = factsOfAll(all);
    let source: ConversationSource;
    beforeAll(async () => {
      source = await open(all);
    });

    function expected({ filter, sort = NEWEST_FIRST }: ListQuery): string[] {
      return facts
        .filter((one) => matches(one, filter))
        .sort((a, b) => comparePlaces(placeOf(a, sort), placeOf(b, sort), sort))
        .map(({ id }) => id);
    }

    function keys(id: string, { sort = NEWEST_FIRST }: ListQuery): string {
      const one = facts.find((each) => each.id === id);
      return JSON.stringify(one && placeOf(one, sort).slice(0, -1));
    }

    test('lists what a filter means, in order, page by page', async () => {
      await assert(
        asyncProperty(queries(facts), async (query) => {
          const wanted = expected(query);
          const found: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await source.list({ ...query, ...(cursor === undefined ? {} : { cursor }) });
            expect(page.rows.length).toBeLessThanOrEqual(query.limit);
            found.push(...page.rows.map(({ id }) => id));
            ({ cursor } = page);
          } while (cursor !== undefined && found.length <= wanted.length);
          expect(found.toSorted()).toEqual(wanted.toSorted());
          // Whatever decides between equals, the keys are in order.
          expect(found.map((id) => keys(id, query))).toEqual(wanted.map((id) => keys(id, query)));
          expect(await source.count(query.filter)).toEqual({ value: wanted.length, exact: true });
        }),
        RUNS,
      );
    });

    test('gives rows from anywhere in the list', async () => {
      if (!source.capabilities.offset) return;
      const whole = await source.list({ filter: {}, limit: facts.length });
      const wanted = whole.rows.map(({ id }) => id);
      expect(wanted.toSorted()).toEqual(facts.map(({ id }) => id).toSorted());
      await assert(
        asyncProperty(integer({ min: 0, max: 70 }), integer({ min: 1, max: 20 }), async (offset, limit) => {
          const { rows } = await source.list({ filter: {}, offset, limit });
          expect(rows.map(({ id }) => id)).toEqual(wanted.slice(offset, offset + limit));
        }),
        { numRuns: 30 },
      );
    });

    test('says where in a list a conversation stands', async () => {
      if (!source.capabilities.offset) return;
      await assert(
        asyncProperty(queries(facts), async ({ filter, sort }) => {
          const listing = { filter, ...(sort ? { sort } : {}) };
          const { rows } = await source.list({ ...listing, limit: facts.length });
          const ids = rows.map(({ id }) => id);
          const places = await Promise.all(facts.map(({ id }) => source.place(listing, id)));
          expect(places).toEqual(facts.map(({ id }) => (ids.includes(id) ? ids.indexOf(id) : undefined)));
        }),
        { numRuns: 40 },
      );
      expect(await source.place({ filter: {} }, 'nobody’s')).toBeUndefined();
    });

    test('a row says what its conversation is found by', async () => {
      const { rows } = await source.list({ filter: {}, limit: facts.length });
      for (const row of rows) {
        const {
          text: _text,
          ids: _ids,
          hours: _hours,
          attributes: _attributes,
          ...known
        } = facts.find(({ id }) => id === row.id) ?? facts[0]!;
        expect(row).toEqual(known);
      }
    });

    test('counts each choice without its own selection, and each mark besides those that are chosen', async () => {
      await assert(
        asyncProperty(filters(facts), constantFrom(...ALL_CHOICES), async (filter, choice) => {
          const counts = (await source.facets(filter, [choice]))[choice] ?? [];
          for (const { value, count } of counts) {
            const before = choice === 'mark' ? (filter.choices?.mark ?? []) : [];
            const chosen = { ...filter, choices: { ...filter.choices, [choice]: [...before, value] } };
            expect([value, count]).toEqual([value, facts.filter((one) => matches(one, chosen)).length]);
          }
          expect(counts.map(({ count }) => count)).toEqual(
            counts.map(({ count }) => count).toSorted((one, other) => other - one),
          );
        }),
        RUNS,
      );
    });

    test('means what has every mark that is chosen, and any value of other choices', async () => {
      const all = facts.map((one) => ({ one, marks: valuesOf(one, 'mark').map(({ value }) => value) }));
      const pair = all.find(({ marks }) => marks.length > 1)?.marks.slice(0, 2) ?? [];
      const both = all.filter(({ marks }) => pair.every((mark) => marks.includes(mark)));
      expect(await source.count({ choices: { mark: pair } })).toEqual({ value: both.length, exact: true });
      const either = all.filter(({ marks }) => pair.some((mark) => marks.includes(mark)));
      expect(both.length).toBeLessThan(either.length);
      const media = await source.count({
        choices: { media: [...new Set(facts.flatMap((one) => one.media))] },
      });
      expect(media.value).toBe(facts.filter((one) => one.media.length > 0).length);
    });

    test('tells of several agents in one conversation who did not answer, and what else who did', async () => {
      const late = { W0: 60, W1: 90, wrapupTimeoutMs: 1000 };
      const missed = { calls: [{ A: 0, E: 10 }] };
      const answered = { calls: [{ A: 11, C: 12, E: 60 }] };
      const shared = (controlling: string[]) => ({ cobrowsesessions: [{ C: 12, E: 60, controlling }] });
      const who = (id: string, ...did: object[]) =>
        agent({ id: `p-${id}`, userId: id, name: id.toUpperCase(), ...Object.assign({}, ...did) });
      const { conversations: some } = parseConversations([
        {
          ...rest([who('a', missed), who('b', answered, late), who('c', missed), who('b', missed)]),
          id: '1',
        },
        {
          ...rest([
            who('a', answered, shared(['cust'])),
            who('b', missed),
            customer({ id: 'cust', ...shared([]) }),
          ]),
          id: '2',
        },
        {
          ...rest([
            agent({ ...missed, name: 'Otto' }),
            who('a', answered, late),
            agent({ id: 'x', ...missed }),
          ]),
          id: '3',
        },
        { ...rest([agent({ id: 'y', ...missed, ...late })]), id: '4' },
      ]);
      const other = await open(some);
      const found = async (filter: Filter) =>
        (await other.list({ filter, limit: 9 })).rows.map(({ id }) => id).toSorted();
      for (const [choices, wanted] of [
        [{ unansweredBy: ['a'] }, ['1']],
        [{ unansweredBy: ['b'] }, ['1', '2']],
        [{ unansweredBy: ['Otto', 'c'] }, ['1', '3']],
        [{ unansweredBy: ['x'] }, []],
        // Somebody missed it, and she took part.
        [{ mark: ['unanswered'], user: ['a'] }, ['1', '2', '3']],
        [{ acwOverrunBy: ['b'] }, ['1']],
        [{ acwOverrunBy: ['a'], unansweredBy: ['Otto'] }, ['3']],
        [{ controlledBy: ['a'] }, ['2']],
        [{ controlledBy: ['b'] }, []],
      ] satisfies [Filter['choices'], string[]][]) {
        expect([choices, await found({ choices })]).toEqual([choices, wanted]);
        expect((await other.count({ choices })).value).toBe(wanted.length);
      }
      const facets = await other.facets({}, ['unansweredBy', 'acwOverrunBy', 'controlledBy', 'mark']);
      expect(facets).toMatchObject({
        unansweredBy: [
          { value: 'b', name: 'B', count: 2 },
          { value: 'Otto', name: 'Otto', count: 1 },
          { value: 'a', name: 'A', count: 1 },
          { value: 'c', name: 'C', count: 1 },
        ],
        acwOverrunBy: [
          { value: 'a', name: 'A', count: 1 },
          { value: 'b', name: 'B', count: 1 },
        ],
        controlledBy: [{ value: 'a', name: 'A', count: 1 }],
      });
      const marks = facets.mark ?? [];
      expect(marks.find(({ value }) => value === 'unanswered')?.count).toBe(4);
      // Of each how many offers, and in how many conversations: no others of theirs.
      const top = { kind: 'top', of: 'unansweredBy', by: 'unanswered', limit: 2 } as const;
      expect(await other.chart({}, top)).toMatchObject({
        entries: [
          { id: 'b', name: 'B', value: 2, conversations: 2 },
          { id: 'Otto', value: 1, conversations: 1 },
        ],
      });
      expect(await other.chart({ choices: { acwOverrunBy: ['b'] } }, top)).toMatchObject({
        entries: [
          { id: 'a', name: 'A', value: 1, conversations: 1 },
          { id: 'b', name: 'B', value: 1, conversations: 1 },
        ],
      });
    });

    test('finds words whatever their case, and however their letters are put together', async () => {
      const called = (name: string) => rest([customer({ name, calls: [{ C: 0, E: 10 }] })]);
      const { conversations: odd } = parseConversations([
        called('ΟΔΥΣΣΕΥΣ Zoe\u0308'),
        { ...called('Bob'), id: 'bob' },
      ]);
      const other = await open(odd);
      for (const text of ['οδυσσευς', 'ΟΔΥΣ', 'δυσ', 'Zoë', 'ZOE\u0308', 'zoe', 'Zöe', 'Ὀδυσσεύς']) {
        expect([text, await other.count({ text })]).toEqual([text, { value: 1, exact: true }]);
      }
    });

    test('finds nothing by signs that stand in no word, and breaks at none', async () => {
      for (const text of ['\0abcd', 'ab\0c', '"abc', 'a*b*c', '\ud800bcd']) {
        expect((await source.list({ filter: { text }, limit: 5 })).rows).toEqual([]);
      }
    });

    test('keeps letters apart that only look as if they had an accent', async () => {
      const called = (id: string, name: string) => ({
        ...rest([customer({ name, calls: [{ C: 0, E: 10 }] })]),
        id,
      });
      const { conversations: odd } = parseConversations([
        called('a', 'हिन्दी'),
        called('b', 'हन्द'),
        called('c', '한국'),
      ]);
      const other = await open(odd);
      for (const [text, value] of [
        ['हिन्दी', 1],
        ['हन्द', 1],
        ['한국', 1],
        ['하구', 0],
      ] as const)
        expect([text, await other.count({ text })]).toEqual([text, { value, exact: true }]);
    });

    test('puts a title with an accent beside the one without', async () => {
      const names = ['zebra', 'Émile', 'eva', 'Zoé', 'zoe b', 'emil'];
      const { conversations: odd } = parseConversations(
        names.map((name) => ({ ...rest([customer({ name, calls: [{ C: 0, E: 10 }] })]), id: name })),
      );
      const { rows } = await (await open(odd)).list({ filter: {}, sort: [{ by: 'title' }], limit: 10 });
      expect(rows.map(({ id }) => id)).toEqual(['emil', 'Émile', 'eva', 'zebra', 'Zoé', 'zoe b']);
    });

    test('knows the names of what it counts', async () => {
      const { user = [], wrapUp = [] } = await source.facets({}, ['user', 'wrapUp']);
      expect(user.find(({ value }) => value === 'u-1')?.name).toBe('U-1');
      expect(wrapUp.find(({ value }) => value === 'w-1')?.name).toBe('Solved');
    });

    test('draws charts of what a filter means', async () => {
      await assert(
        asyncProperty(filters(facts), constantFrom(...CHARTS), async (filter, request) => {
          const meant = facts.filter((one) => matches(one, filter));
          const [drawn, known] = [await source.chart(filter, request), chartOf(meant, request)];
          expect(withoutNames(drawn)).toEqual(withoutNames(known));
          expect(namesOf(drawn)).toEqual(expect.arrayContaining(namesOf(known)));
        }),
        RUNS,
      );
      for (const request of CHARTS) expect(await source.chart({}, request)).toEqual(chartOf(facts, request));
    });

    test('says of a chart over time how many have no place in it', async () => {
      const { conversations: some } = parseConversations([
        { ...rest([customer({ name: 'Ada', calls: [{ C: 0, E: 10 }] })]), id: 'a' },
        { id: 'b', participants: [{ id: 'p', purpose: 'customer', calls: [{ id: 'c' }] }] },
        { id: 'c', participants: [{ id: 'q', purpose: 'agent', calls: [{ id: 'd' }] }] },
      ]);
      const other = await open(some);
      for (const step of [HOUR, 7])
        for (const [filter, undated] of [
          [{}, 2],
          [{ choices: { purpose: ['agent'] } }, 1],
          [{ time: { from: 0 } }, 0],
        ] satisfies [Filter, number][])
          expect(await other.chart(filter, { kind: 'volume', step })).toMatchObject({ undated });
    });

    test('gives the document behind a conversation', async () => {
      for (const { id } of facts.slice(0, 5)) {
        const { text } = await source.get(id);
        expect(parseConversations(text).conversations.map((one) => one.id)).toEqual([id]);
      }
      await expect(source.get('nobody’s')).rejects.toMatchObject({ name: 'SourceError', kind: 'missing' });
    });

    test('stops when it is told to', async () => {
      const control = new AbortController();
      control.abort(new Error('no longer wanted'));
      const { signal } = control;
      await expect(source.list({ filter: {}, limit: 1 }, signal)).rejects.toThrow('no longer wanted');
      await expect(source.place({ filter: {} }, '', signal)).rejects.toThrow('no longer wanted');
      await expect(source.count({}, signal)).rejects.toThrow('no longer wanted');
      await expect(source.facets({}, ['media'], signal)).rejects.toThrow('no longer wanted');
      const chart = source.chart({}, { kind: 'volume', step: HOUR }, signal);
      await expect(chart).rejects.toThrow('no longer wanted');
      await expect(source.get(facts[0]?.id ?? '', signal)).rejects.toThrow('no longer wanted');
    });
  });
}
