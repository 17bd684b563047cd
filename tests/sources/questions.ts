import * as fc from 'fast-check';
import type { Facts } from '../../src/core/model/facts';
import { ALL_CHOICES } from '../../src/sources/choices';
import { MEASURES } from '../../src/sources/memory/match';
import { SORT_KEYS } from '../../src/sources/memory/order';
import type { ChartRequest, Choice, Filter, Range, Sort, Top } from '../../src/sources/source';
import { T } from '../fixtures/payload';
import { maybe, NAMES, UUIDS } from './made-files';
import { valuesOf } from './naive';

/** Questions about what there is, and now and then about what is not. */
export interface Question {
  filter: Filter;
  sort: Sort[];
  limit: number;
  offset: number;
  choice: Choice;
  chart: ChartRequest;
}

const HOUR = 3_600_000;

const TEXTS = [
  ...NAMES,
  ...'zoe|ZOË MÜLL|οδυσσευς|strasse|straße|张|客服 张伟|😀|👩|"the"|"|%|_|a_b|-|*|OR|or near|\'|istanbul|ISTANBUL'.split(
    '|',
  ),
  ...'nside|o\0i|gold|u-1|1111|11111111-aaaa|aaaa-4000|ffi|ab|conversation|\\'.split('|'),
  `${UUIDS[1]} zoe`,
  'a'.repeat(5000),
  Array.from({ length: 30 }, (_, at) => `w${at}`).join(' '),
];

function textOf(all: readonly Facts[]): fc.Arbitrary<string> {
  const part = fc
    .record({
      text: fc.constantFrom('none', ...all.map(({ text }) => text)),
      from: fc.nat(300),
      length: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ text, from, length }) => {
      // Whole signs: nobody types half of one.
      const signs = Array.from(text);
      return signs
        .slice(from % signs.length)
        .slice(0, length)
        .join('');
    });
  return fc.oneof(fc.constantFrom(...TEXTS), fc.string({ unit: 'binary', maxLength: 4 }), part);
}

function rangeOf(all: readonly Facts[]): fc.Arbitrary<Range> {
  const values = all.flatMap((facts) => MEASURES.flatMap((measure) => facts[measure] ?? []));
  const bound = fc.constantFrom(0, 1, 1000, ...values);
  return fc.record({ min: bound, max: bound }, { requiredKeys: [] });
}

function chosenOf(all: readonly Facts[], choice: Choice): fc.Arbitrary<string[]> {
  const values = new Set(all.flatMap((facts) => valuesOf(facts, choice)));
  return fc.array(fc.constantFrom(...values, 'none', '__proto__'), { maxLength: 3 });
}

/** For one or two of many. */
function few<K extends string, V>(
  keys: readonly K[],
  valueOf: (key: K) => fc.Arbitrary<V>,
): fc.Arbitrary<{ [key in K]?: V }> {
  return fc
    .subarray([...keys], { minLength: 1, maxLength: 2 })
    .chain((some) => fc.tuple(...some.map((key) => fc.tuple(fc.constant(key), valueOf(key)))))
    .map((entries) => Object.fromEntries(entries) as { [key in K]?: V });
}

function filterOf(all: readonly Facts[]): fc.Arbitrary<Filter> {
  const starts = all.flatMap(({ start }) => (start === undefined ? [] : [start, start + 1]));
  const instant = fc.constantFrom(0, T, ...starts);
  const attribute = fc.constantFrom(
    ...all.flatMap(({ attributes }) => attributes),
    { name: 'tier', value: 'none' },
    { name: '__proto__', value: '' },
  );
  return fc
    .record({
      time: maybe(fc.record({ from: instant, to: instant }, { requiredKeys: [] })),
      choices: maybe(few(ALL_CHOICES, (choice) => chosenOf(all, choice))),
      ranges: maybe(few(MEASURES, () => rangeOf(all))),
      text: maybe(textOf(all)),
      attributes: maybe(fc.array(attribute, { maxLength: 2 })),
    })
    .chain((filter) => fc.subarray(Object.entries(filter).filter(([, part]) => part !== undefined)))
    .map((parts) => Object.fromEntries(parts));
}

const sort: fc.Arbitrary<Sort[]> = fc.uniqueArray(
  fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
  { maxLength: 3, selector: ({ by }) => by },
);

const chart: fc.Arbitrary<ChartRequest> = fc.oneof(
  fc.record({
    kind: fc.constant('volume'),
    step: fc.constantFrom(HOUR, 24 * HOUR, 60_000, 7 * 24 * HOUR),
    origin: fc.constantFrom(0, HOUR, T, -5 * HOUR),
  }),
  fc.record({
    kind: fc.constant('states'),
    step: fc.constantFrom(HOUR, 24 * HOUR),
    origin: fc.constantFrom(0, HOUR, -5 * HOUR),
  }),
  fc.record({ kind: fc.constant('distribution'), measure: fc.constantFrom(...MEASURES), some: fc.boolean() }),
  fc
    .record({
      top: fc.constantFrom<Top>(
        { of: 'queue', by: 'hold' },
        { of: 'user', by: 'hold' },
        { of: 'queue', by: 'unanswered' },
        { of: 'unansweredBy', by: 'unanswered' },
      ),
      limit: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ top, limit }): ChartRequest => ({ kind: 'top', ...top, limit })),
);

/** The same of the same number; it is asked of what there is when its turn comes. */
export function questionOf(all: readonly Facts[], seed: number): Question {
  const question = fc.record({
    filter: filterOf(all),
    sort,
    limit: fc.integer({ min: 1, max: 6 }),
    offset: fc.nat(12),
    choice: fc.constantFrom(...ALL_CHOICES),
    chart,
  });
  const [asked] = fc.sample(question, { seed, numRuns: 1 });
  if (!asked) throw new Error('nothing to ask');
  return asked;
}
