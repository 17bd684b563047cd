import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Problem, parseConversations } from '../../../src/core/index';
import { readDocuments } from '../../../src/core/parse/json/documents';
import { parseConversationStream } from '../../../src/core/parse/stream';
import { resolvePointer } from '../../fixtures/pointer';

const places = (problems: readonly Problem[]) =>
  problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
const read = (text: string) => places(parseConversations(text).problems);

async function problemsOf(text: string, size: number): Promise<Problem[]> {
  const bytes = new TextEncoder().encode(text);
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
      controller.close();
    },
  });
  const problems: Problem[] = [];
  // Small enough that a list is cut into its elements.
  for await (const item of parseConversationStream(pieces, { maxDocumentLength: 400 })) {
    if ('problem' in item) problems.push(item.problem);
  }
  return problems;
}

async function streamed(text: string, size: number): Promise<string[]> {
  return places(await problemsOf(text, size));
}

const DEEP = `${'['.repeat(600)}${']'.repeat(600)}`;

describe('what could not be read has its line and column', () => {
  test.each<[string, string, string[]]>([
    ['a document of another kind', '\n  {"hello": "world"}', ['unknown-format 2:3']],
    ['a word', ' "hello"', ['unknown-format 1:2']],
    ['behind a byte order mark', '\ufeff{"hello": 1}', ['unknown-format 1:1']],
    [
      'one of several lines',
      '{"id": "c", "participants": []}\n\n {"hello": 1}\n{"id": "d", "participants": []}',
      ['unknown-format 3:2'],
    ],
    ['one of a list', '{"conversations": [\n{"id": "c", "participants": []},\n  7]}', ['unknown-format 3:3']],
    [
      'a participant',
      '{"id": "c",\n "participants": [{"id": "a", "calls": []},\n   5]}',
      ['unreadable-participant 3:4'],
    ],
    [
      'a time',
      '{"id": "c", "participants": [\n  {"id": "a", "purpose": "agent",\n   "startTime":   "yesterday"}]}',
      ['invalid-time 3:19'],
    ],
    [
      'what stands before what was read first',
      '{"id": "c", "participants": [5],\n "endTime": "x"}',
      ['invalid-time 2:13', 'unreadable-participant 1:30'],
    ],
    [
      'behind a name that pointers write otherwise',
      '{"a/b~": {"id": "c",\n "participants": [7]}}',
      ['unreadable-participant 2:19'],
    ],
    [
      'of two of one name the one that is a list',
      '{"id": "c", "participants": 5,\n "participants": [7]}',
      ['unreadable-participant 2:19'],
    ],
    [
      'of two of one name the one that counts',
      '{"id": "c", "participants": [{"id": "a", "endTime": "x",\n "endTime": "y"}]}',
      ['invalid-time 2:13'],
    ],
    [
      'a name that is escaped',
      '{"id": "c", "participants": [{"id": "a", "end\\u0054ime": "x"}]}',
      ['invalid-time 1:58'],
    ],
    [
      'what lies too deep',
      `{"id": "c", "participants": [{"id": "a", "attributes":\n {"x": ${DEEP}}}]}`,
      ['truncated-input 2:8'],
    ],
    ['a document that was mended', '\n {"hello": "world",}', ['invalid-json 2:20', 'unknown-format 2:2']],
    [
      'what stands before and behind a fault',
      '{"id": "c", "participants": [\n 7, {"id": "a", "endTime": "x",},\n  {"id": "b", "startTime":  "y"}, null]}',
      [
        'invalid-json 2:32',
        'unreadable-participant 2:2',
        'invalid-time 2:28',
        'invalid-time 3:29',
        'unreadable-participant 3:35',
      ],
    ],
    [
      'of a line that was mended',
      '{"id": "c", "participants": []}\n{"id": "d", participants: [{"id": "a", "start\\/Time": 1, "endTime": \'x\'}]}\n{"id": "e", "participants": [5]}',
      ['invalid-json 2:13', 'invalid-json 2:69', 'invalid-time 2:69', 'unreadable-participant 3:30'],
    ],
    [
      'in a text that is cut off',
      '[{"id": "c", "participants": [5, {"id": "a", "endTime": ""}]},\n {"id": "d", "participants": [\n   {"id": "b", "a~/b": {}, "startTime": 3}, {"id": "c',
      ['truncated-input 3:54', 'unreadable-participant 1:31', 'invalid-time 1:57', 'invalid-time 3:41'],
    ],
    [
      'of two of one name in a mended text the one that counts',
      '{"id": "c", "participants": [{"id": "a", "endTime": "x",\n "endTime": "y",}]}',
      ['invalid-json 2:17', 'invalid-time 2:13'],
    ],
    [
      'in a recording that is cut off',
      `{"log": {"entries": [\n{"response": {"content": {"text": ${JSON.stringify('{"id": "c", "participants": [3]}')}}}},\n{"resp`,
      ['truncated-input 3:7', 'unreadable-participant 2:35', 'skipped-input undefined:undefined'],
    ],
    [
      'behind what holds something of the kind',
      '{"conversations": [[], {"id": "c", "participants": [{"id": "a", "endTime": "x", "calls": [{"id": "l", "state": "connected", "connectedTime": "y"}]}, 5]}, 6]}',
      [
        'skipped-input undefined:undefined',
        'invalid-time 1:76',
        'invalid-time 1:142',
        'unreadable-participant 1:150',
        'unknown-format 1:155',
      ],
    ],
    ['a document too deep', `\n${DEEP}`, ['truncated-input 2:513']],
    [
      'a text in a recording of the network',
      `{"log": {"entries": [\n{"response": {"content": {"text": ${JSON.stringify('{"id": "c", "participants": [3]}')}}}}]}}`,
      ['unreadable-participant 2:35'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('but what came as objects has none', () => {
    expect(parseConversations({ hello: 'world' }).problems[0]).not.toHaveProperty('line');
  });

  test('and a stream tells the same, however it is cut', async () => {
    const element = (n: number) =>
      `{"id": "c${n}", "participants": [\n {"id": "a", "startTime": "no ${n}"}]}`;
    const elements = Array.from({ length: 20 }, (_, n) => element(n));
    for (const text of [
      elements.join('\n'),
      `[${elements.join(',\n')}]`,
      `{"entities": [${elements.join(', ')}]}`,
    ]) {
      const whole = read(text);
      expect(whole).toHaveLength(20);
      for (const size of [1, 7, 64, 100_000]) expect(await streamed(text, size)).toEqual(whole);
    }
  });
});

describe('a fault of the text has a path', () => {
  const paths = (text: string) => parseConversations(text).problems.map(({ pointers }) => pointers);
  const agent = '{"id": "a", "purpose": "agent"}';

  test.each<[string, string, string[][]]>([
    ['to the document', '{"id": "c" "participants": []}', [['']]],
    [
      'to the object around it',
      `{"id": "c", "participants": [${agent}, {"id": "b", "calls": [{"id": "l" "state": "connected"}]}]}`,
      [['/participants/1/calls/0']],
    ],
    [
      'to the list around it',
      `{"id": "c", "participants": [${agent} ${agent.replace('a', 'b')}]}`,
      [['/participants']],
    ],
    [
      'by names as pointers write them',
      '{"id": "c", "participants": [{"id": "a", "attributes": {"a/b~c": {"x": 1,}}}]}',
      [['/participants/0/attributes/a~1b~0c']],
    ],
    [
      'through names that others inherit',
      '{"id": "c", "participants": [{"id": "a", "attributes": {"__proto__": {"x": 1,}}}]}',
      [['/participants/0/attributes/__proto__']],
    ],
    [
      'in one of several documents',
      `{"id": "c", "participants": [${agent},]}\n{"id": "d", "participants": [{"id": "b",}]}`,
      [['/0/participants'], ['/1/participants/0']],
    ],
    [
      'to what was kept of what is cut off',
      `{"id": "c", "participants": [${agent}, {"id": "b", "calls": [{"id": "l", "sta`,
      [['/participants']],
    ],
    [
      'to what was kept, of a fault in what was not',
      `{"id": "c", "participants": [${agent}, {"id": "b" "calls": [{"id": "l", "sta`,
      [['/participants'], ['/participants']],
    ],
    [
      'to what is open where the text ends',
      `{"id": "c", "participants": [${agent}], "divisions": [{"division": {"id": "e", "na`,
      [['/divisions/0/division']],
    ],
    ['but not where no document is', 'hello', [[]]],
  ])('%s', (_, text, expected) => {
    expect(paths(text)).toEqual(expected);
  });

  test('in a list that comes element by element, too', async () => {
    const element = (n: number) =>
      `{"id": "c${n}", "participants": [{"id": "a", "purpose": "agent"${n % 2 ? '' : ' '},}]}`;
    const text = `{"entities": [${Array.from({ length: 6 }, (_, n) => element(n)).join(', ')}], "total": 6}`;
    const whole = Array.from({ length: 6 }, (_, n) => [`/entities/${n}/participants/0`]);
    expect(paths(text)).toEqual(whole);
    for (const size of [1, 64, 100_000]) {
      const problems = await problemsOf(text, size);
      expect(problems.map(({ pointers }) => pointers)).toEqual(whole);
      // The second document is then known by its number, and the first, of which only parts were kept, is not.
      const twice = await problemsOf(`${text}\n${element(0)}`, size);
      expect(twice.at(-1)?.pointers).toEqual(['/1/participants/0']);
    }
  });

  test('to the list, of a fault in an element of which nothing was kept', async () => {
    const whole = Array.from({ length: 12 }, (_, n) => `{"id": "a${n}", "purpose": "agent", "calls": []}`);
    const text = `[${whole.join(', ')}, {"id": "b", "calls": [{"id": "l" "state": "x"}, {"sta`;
    expect(paths(text)).toEqual([[''], ['']]);
    for (const size of [1, 64, 100_000]) {
      const problems = await problemsOf(text, size);
      expect(problems.map(({ pointers }) => pointers)).toEqual([[''], ['']]);
    }
  });

  test('to the innermost part that was kept of an element, when the text ends in it', async () => {
    const text = `[${`{"id": "c", "participants": [${agent}]}, `.repeat(9)}`;
    for (const [end, path] of [
      [`{"id": "d", "participants": [${agent}, {"id": "b", "ca`, '/9/participants'],
      [`{"id": "d", "participants": [${agent}]`, '/9'],
      ['{"id": "d", "parti', ''],
    ] as const) {
      expect(paths(text + end)).toEqual([[path]]);
      for (const size of [1, 64, 100_000]) {
        const problems = await problemsOf(text + end, size);
        expect(problems.map(({ pointers }) => pointers)).toEqual([[path]]);
      }
    }
  });

  test('to the document, of a fault behind its list', async () => {
    const list = `"conversations": [${Array(20).fill(`{"id": "c", "participants": [${agent}]}`).join(', ')}]`;
    for (const text of [`{${list},, "page": 1}`, `{${list}, "page": 1`]) {
      expect(paths(text)).toEqual([['']]);
      for (const size of [1, 64, 100_000]) {
        const problems = await problemsOf(text, size);
        expect(problems.map(({ pointers }) => pointers)).toEqual([['']]);
      }
    }
  });

  test('that leads to something in what was read', () => {
    const words = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"id"',
      '"participants"',
      '"a/b"',
      '1',
      'x',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (tokens) => {
        const text = `{"id": "c", "participants": [{"id": "p", "purpose": "agent"}, ${tokens.join('')}`;
        const { documents, count, problems } = readDocuments(text);
        const rejected = {};
        const values: unknown[] = Array.from({ length: count }, () => rejected);
        for (const { value, index } of documents) values[index] = value;
        const input = count === 1 ? values[0] : values;
        for (const { pointers } of problems)
          for (const pointer of pointers) expect(resolvePointer(input, pointer)).toBeDefined();
      }),
    );
  });
});

/** What a careless hand does to a text, that does not change what it says. */
const CARELESS: [string, (text: string) => string][] = [
  ['a comma too many', (text) => text.replace(/([\]}])(\s*)$/, ',$1$2')],
  ['a comment', (text) => text.replace(/[[{]/, '$& // the start of it\n')],
  ['no comma', (text) => text.replace(/([\d"}\]]\s*),(?=\s*[{["\d])/, '$1 ')],
];

describe('a place', () => {
  const wrong = fc.constantFrom<unknown>(
    7,
    'x',
    [],
    {},
    { participants: [7, { id: 'a', endTime: 'no' }] },
    { 'a/b~c': 1 },
  );
  const wrapped = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      wrong,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.record({ conversations: fc.array(tie('value'), { maxLength: 3 }), total: fc.nat() }),
    ),
  })).value;
  const space = fc.constantFrom(undefined, 1, '\n', '\t ');

  const BLANK = /\s/g;
  const at = (text: string, { line = 0, column = 0 }: Problem) =>
    text
      .split('\n')
      .slice(line - 1)
      .join('\n')
      .slice(column - 1);
  const reached = (input: unknown, { pointers }: Problem) =>
    JSON.stringify(resolvePointer(input, pointers[0] ?? '/nowhere'));
  const errorsIn = (text: string) =>
    parseConversations(text).problems.filter(({ severity }) => severity === 'error');

  test('is that of the value which the pointer reaches', () => {
    fc.assert(
      fc.property(fc.array(wrapped, { minLength: 1, maxLength: 3 }), space, (values, indent) => {
        const text = values.map((value) => JSON.stringify(value, undefined, indent)).join('\n');
        const input = values.length === 1 ? values[0] : values;
        for (const problem of errorsIn(text)) {
          const rest = at(text, problem);
          expect(rest.replace(BLANK, '').startsWith(reached(input, problem).replace(BLANK, ''))).toBe(true);
          expect(rest).toMatch(/^\S/);
        }
      }),
    );
  });

  test.each(CARELESS)('is so in a text with %s, which had to be mended', (_, spoil) => {
    // What is sound is all of it, so that the same comes after mending.
    const items = fc.array(
      fc.constantFrom<unknown>(7, 'x', { participants: [7, { id: 'a', endTime: 'no' }] }),
      {
        minLength: 2,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(items, space, (values, indent) => {
        const text = spoil(JSON.stringify(values, undefined, indent));
        const told = errorsIn(text);
        expect(told[0]?.code).toBe('invalid-json');
        const codes = (problems: Problem[]) =>
          problems.map(({ code, pointers }) => `${code} ${pointers[0] ?? ''}`);
        expect(codes(told).slice(1)).toEqual(codes(errorsIn(JSON.stringify(values))));
        for (const problem of told.slice(1)) {
          const value = reached(values, problem);
          // Of what was spoilt within, the beginning.
          const begin = /^[[{]/.test(value) ? value.slice(0, 1) : value;
          expect(at(text, problem).startsWith(begin)).toBe(true);
        }
      }),
    );
  });
});
