import { assert, constantFrom, integer, jsonValue, property } from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { marksOf } from '../../../src/app/panels/allMarks';
import { evidenceOf } from '../../../src/app/details/facts';
import { positionsIn } from '../../../src/app/json/positions';
import { offsetOf } from '../../../src/app/json/offset';
import { createSource } from '../../../src/app/json/source';
import { PART_CHARACTERS, windowAround } from '../../../src/app/json/window';
import { buildTimeline, parseConversations } from '../../../src/core/index';
import { readDocuments } from '../../../src/core/parse/json/documents';
import { samples } from '../../../src/sources/samples/catalogue';

function at(text: string, pointer: string): string | undefined {
  const span = positionsIn(text).locate(pointer);
  return span && text.slice(span.from, span.to);
}

describe('where a pointer leads', () => {
  const text = '{"a": [1, {"b~c/d": "x\\"y"}], "a b": null, "e": {}}';

  test.each([
    ['', text],
    ['/a', '[1, {"b~c/d": "x\\"y"}]'],
    ['/a/0', '1'],
    ['/a/1/b~0c~1d', '"x\\"y"'],
    ['/a b', 'null'],
    ['/e', '{}'],
    ['/none', undefined],
    ['/a/7', undefined],
  ])('%j', (pointer, value) => {
    expect(at(text, pointer)).toBe(value);
  });

  test('of a key that comes twice the last one counts', () => {
    expect(at('{"a": 1, "a": 2}', '/a')).toBe('2');
  });
  test('several documents are as if they were one array', () => {
    expect(at('{"a": 1}\n\n{"a": 2}', '/1/a')).toBe('2');
    expect(at('{"a":\n1} {"a": 2}', '/1/a')).toBe('2');
  });
  test('a broken line does not swallow the next', () => {
    expect(at('{"a": 1}\n{"a": [oops\n{"a": 3}', '/2/a')).toBe('3');
  });
  test('inside the text of a HAR it leads into the escaped text', () => {
    const body = JSON.stringify({ id: 'ü"', held: true });
    const har = JSON.stringify({ log: { entries: [{ response: { content: { text: body } } }] } });
    expect(at(har, '/log/entries/0/response/content/text#/held')).toBe('true');
    expect(at(har, '/log/entries/0/response/content/text#/id')).toBe('\\"ü\\\\\\"\\"');
  });
  test('inside a text that was encoded twice, too, and names may hold the mark', () => {
    const text = JSON.stringify({ 'a#b': 1, held: true });
    const twice = JSON.stringify([text, { 'a#/b': '{"c":2}' }]);
    expect(at(JSON.stringify(text), '#/held')).toBe('true');
    expect(at(twice, '/0#/a#b')).toBe('1');
    expect(at(twice, '/1/a#~1b')).toBe('"{\\"c\\":2}"');
    expect(at(twice, '/1/a#~1b#/c')).toBe('2');
    expect(positionsIn(twice).pointersAt(twice.indexOf('true'))).toEqual(['/0#/held', '/0#', '/0', '']);
  });
  test('inside a cell of a CSV, where each quote is two', () => {
    const cell = (id: string) => `"${JSON.stringify({ id, held: true }).replaceAll('"', '""')}"`;
    const text = `id,payload\n1,${cell('a')},x\n2,${cell('b')}\n`;
    const { documents } = readDocuments(text);
    expect(at(text, `/${documents[0]?.index}#/1/id`)).toBe('""b""');
    expect(at(text, `/${documents[0]?.index}#/0/held`)).toBe('true');
  });
  test('in what is commented out it leads to the value in its line', () => {
    const text = '// {\n//   "a": 1,\n//   "b": [\n//     "x"\n//   ]\n// }\n';
    expect(at(text, '/b/0')).toBe('"x"');
    expect(at(text, '/a')).toBe('1');
  });
  test('what stood in quotes leads as it did within them', () => {
    const text = JSON.stringify({ a: ['x', 2] });
    const bare = JSON.stringify(text).slice(1, -1);
    expect(at(bare, '#/a/0')).toBe('\\"x\\"');
    expect(at(`${bare}\n`, '#/a/1')).toBe('2');
    expect(positionsIn(bare).pointersAt(bare.indexOf('2'))).toEqual(['#/a/1', '#/a', '#', '']);
    expect(createSource([{ text: bare }]).literal('#/a/1')).toBe('2');
    // And cut off, when the number may have gone on and was not read.
    for (const cut of [`"${bare.slice(0, -2)}`, bare.slice(0, -2)]) {
      expect(at(cut, '#/a/0')).toBe('\\"x\\"');
      expect(positionsIn(cut).locate('#/a/1')?.within).toBe(true);
    }
    expect(at(`${bare}\n${bare}`, '#/1/a/1')).toBe('2');
  });
  test.each([
    ['names without quotes', "{a: {b: 'x y', c: [1, true,],}}"],
    ['Python', "{'a': {'b': 'x y', 'c': [1, True]}}"],
    ['a line of a log', '09:02:00 INFO [main-1] got {"a": {"b": "x y", "c": [1, true]}} in 3 ms'],
    ['headers', 'HTTP/2 200\ndate: today\n\n{"a": {"b": "x y", "c": [1, true]}}'],
    ['a quoted mail', '> {\n>  "a": {\n>   "b": "x y",\n>   "c": [\n>    1,\n>    true\n> ]}}'],
  ])('values of mended text are where its reader found them: %s', (_, text) => {
    const { documents, count } = readDocuments(text);
    const [{ index } = { index: -1 }] = documents.slice(-1);
    const prefix = count === 1 ? '' : `/${index}`;
    expect(at(text, `${prefix}/a/b`)).toMatch(/^["']x y["']$/);
    expect(at(text, `${prefix}/a/c/0`)).toBe('1');
    expect(at(text, `${prefix}/a/c/1`)).toMatch(/^[tT]rue$/);
    expect(at(text, `${prefix}/a/c`)).toMatch(/^\[[^]*\]$/);
    expect(at(text, `${prefix}/a/none`)).toBeUndefined();
  });
  test('in base64 it is the whole text', () => {
    const text = btoa('{"held":true}');
    const har = JSON.stringify({
      log: { entries: [{ response: { content: { text, encoding: 'base64' } } }] },
    });
    const span = positionsIn(har).locate('/log/entries/0/response/content/text#/held');
    expect(span && har.slice(span.from, span.to)).toBe(JSON.stringify(text));
    expect(span?.within).toBe(true);
  });
  test('a first name that ends like one in copied quotes is a name', () => {
    const text = '{"id\\":": [1]}';
    const positions = positionsIn(text);
    expect(positions.locate('/id":/0')).toEqual({ from: 11, to: 12 });
    expect(positions.pointersAt(0)).toEqual(['']);
  });
  test('any JSON, each value where it stands', () => {
    assert(
      property(jsonValue({ maxDepth: 4 }), constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const positions = positionsIn(text);
        const values = valuesOf(JSON.parse(text));
        const texts = values.filter(([, value]) => typeof value === 'string' && /^\s*[{[]/.test(value));
        for (const [pointer, expected] of values) {
          // `/a#b` is a name, or what stands in the text under `/a`: only what can be the one alone is asked for.
          if (texts.some(([own]) => pointer.startsWith(`${own}#`))) continue;
          const span = positions.locate(pointer);
          expect(span && JSON.parse(text.slice(span.from, span.to))).toEqual(expected);
          expect(positions.pointersAt(span?.from ?? 0)).toContain(pointer);
        }
      }),
    );
  });
  test.each(['', '{', '[', '}]', '"', '{"a', '{"a":', '[1,', '\\', '{"a" 1 "b"}', '\u0000'])(
    '%j is survived',
    (text) => {
      expect(() => positionsIn(text).pointersAt(0)).not.toThrow();
      expect(() => positionsIn(text).locate('/a/0')).not.toThrow();
    },
  );
  test('no depth is too deep', () => {
    expect(positionsIn('['.repeat(100_000)).locate('/0/0')).toBeUndefined();
    const long = `${'['.repeat(2000)}${' '.repeat(2_000_000)}`;
    expect(positionsIn(long).locate('/0/0')).toEqual({ from: 2, to: long.length });
  });
});

function valuesOf(value: unknown, pointer = ''): [pointer: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [[pointer, value]];
  const inner = Object.entries(value).flatMap(([key, item]) =>
    valuesOf(item, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
  return [[pointer, value], ...inner];
}

/** Broken documents may be counted differently by who mends them and who only looks for places. */
const SOUND = samples.filter(({ file }) => file !== 'broken.json' && file !== 'hostile.json');

test.each(SOUND)('all evidence of the sample $id leads somewhere', ({ file }) => {
  const text = readFileSync(`public/samples/${file}`, 'utf8');
  const source = createSource([{ text }]);
  for (const conversation of parseConversations(text).conversations) {
    const pointers = marksOf(buildTimeline(conversation)).flatMap((mark) => evidenceOf(mark)?.pointers ?? []);
    expect(pointers.filter((pointer) => !source.locate(pointer))).toEqual([]);
  }
});

test('what a HAR holds in base64 is a text of its own', () => {
  const body = '{"held": true}';
  const content = (text: string) => ({ response: { content: { text, encoding: 'base64' } } });
  const har = JSON.stringify({
    log: { entries: [content(btoa(body)), content(btoa('<html>')), content('%')] },
  });
  for (const [prefix, given] of [
    ['', [{ text: har }]],
    [
      '/1',
      [
        { name: 'a', text: '{}' },
        { name: 'b', text: har },
      ],
    ],
  ] as const) {
    const source = createSource(given);
    const pointer = `${prefix}/log/entries/0/response/content/text#/held`;
    expect(source.literal(pointer)).toBe('true');
    const place = source.locate(pointer);
    expect(place && source.texts[place.index]?.text).toBe(body);
    expect(place && source.pointersAt(place.index, place.from)[0]).toBe(pointer);
    expect(source.texts).toHaveLength(given.length + 1);
  }
});

test('of twelve files the second is not taken for the twelfth', () => {
  const source = createSource(
    Array.from({ length: 12 }, (_, at) => ({ name: `${at}`, text: `{"x": ${at}}` })),
  );
  expect(source.literal('/1/x')).toBe('1');
  expect(source.literal('/11/x')).toBe('11');
  expect(source.literal('/12/x')).toBeUndefined();
});

describe('a part of a large text', () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => `line ${at + 1}`).join('\n');
  const place = lines.indexOf('line 50000');
  test('begins and ends with a line, and knows its number', () => {
    const { from, to, firstLine, lastLine } = windowAround(lines, place);
    const part = lines.slice(from, to).split('\n');
    expect(part[0]).toBe(`line ${firstLine}`);
    expect(part.at(-1)).toBe(`line ${lastLine}`);
    expect(from <= place && place < to).toBe(true);
  });
  test('of a text of one line is cut, and holds the place', () => {
    assert(
      property(integer({ min: 0, max: 3_000_000 }), (at) => {
        const { from, to, firstLine } = windowAround('x'.repeat(3_000_000), at);
        expect(from <= at && at <= to && to - from <= 1.1 * PART_CHARACTERS).toBe(true);
        expect(firstLine).toBe(1);
      }),
      { numRuns: 20 },
    );
  });
});

describe('several files', () => {
  const source = createSource([
    { name: 'a', text: '{"x": 1}' },
    { name: 'b', text: '{"x": 2}\n{"x": 3}' },
  ]);
  test('pointers begin with the place of the file', () => {
    expect(source.literal('/0/x')).toBe('1');
    expect(source.literal('/1/1/x')).toBe('3');
    expect(source.literal('/2/x')).toBeUndefined();
    expect(source.pointersAt(1, source.texts[1]?.text.indexOf('3') ?? 0)[0]).toBe('/1/1/x');
  });
});

test('lines and columns count from 1, a byte order mark not counted', () => {
  expect(offsetOf('ab\ncd', 2, 2)).toBe(4);
  expect(offsetOf('\uFEFFab', 1, 1)).toBe(1);
  expect(offsetOf('ab', 9, 9)).toBe(2);
});
