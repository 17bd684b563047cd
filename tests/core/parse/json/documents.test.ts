import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../../src/core/parse/json/documents';

/** `index:value` of each document, and `code line:column` of each problem. */
function brief(text: string) {
  const { documents, count, problems } = readDocuments(text);
  return {
    documents: documents.map(({ value, index }) => `${index}:${JSON.stringify(value)}`),
    count,
    problems: problems.map(({ code, line, column }) => `${code} ${line}:${column}`),
  };
}

describe('good text', () => {
  it('is read as one document', () => {
    expect(brief('\uFEFF {"a": 1}\r\n')).toEqual({ documents: ['0:{"a":1}'], count: 1, problems: [] });
    expect(brief('42').documents).toEqual(['0:42']);
    expect(brief('null').documents).toEqual(['0:null']);
  });

  it.each([
    ['JSON Lines', '{"a":1}\n\n{"b":2}\n'],
    ['JSON Lines with CRLF', '{"a":1}\r\n{"b":2}\r\n'],
    ['pretty printed ones', '{\n  "a": 1\n}\n{\n  "b": 2\n}'],
    ['nothing between', '{"a":1}{"b":2}'],
    ['a byte order mark between', '{"a":1}\n\uFEFF{"b":2}'],
    ['record separators', '\u001E{"a":1}\n\u001E{"b":2}\n'],
  ])('may hold several documents: %s', (_, text) => {
    expect(brief(text)).toEqual({ documents: ['0:{"a":1}', '1:{"b":2}'], count: 2, problems: [] });
  });

  it('gives back any value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(readDocuments(text).documents).toEqual([{ value: JSON.parse(text), index: 0 }]);
      }),
    );
  });

  it.each(['', '\n', '\r\n\r\n', ' '])('gives back any objects joined by %j', (joint) => {
    const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
    fc.assert(
      fc.property(fc.array(object, { minLength: 2 }), (values) => {
        const texts = values.map((value) => JSON.stringify(value));
        const read = readDocuments(texts.join(joint));
        expect(read.problems).toEqual([]);
        expect(read.documents).toEqual(texts.map((text, index) => ({ value: JSON.parse(text), index })));
      }),
    );
  });
});

describe('text that is none', () => {
  it.each(['', ' ', '\n\t\r\n', '\uFEFF'])('%j is empty', (text) => {
    expect(brief(text).problems).toEqual(['invalid-json 1:1']);
    expect(readDocuments(text).problems[0]?.message).toBe('The input is empty');
  });

  it('is told with the place', () => {
    expect(brief('hello')).toEqual({ documents: [], count: 1, problems: ['invalid-json 1:1'] });
    expect(brief('nothing')).toMatchObject({ documents: [], problems: ['invalid-json 1:2'] });
    expect(brief('two lines\nof prose')).toMatchObject({ documents: [], problems: ['invalid-json 1:2'] });
  });

  it('never throws', () => {
    const json = fc.array(
      fc.constantFrom(...Array.from('{}[]",:\n 1e-\\u\'/*tn'), '"a"', 'null', '{"participants":['),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readDocuments(text)));
    fc.assert(
      fc.property(json, (parts) => {
        const { problems } = readDocuments(parts.join(''));
        for (const { line, column } of problems)
          expect([line, column].every((at) => at && at >= 1)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a broken document', () => {
  it.each([
    ['trailing comma', '{"a":[1,],\n"b":2,}', '{"a":[1],"b":2}', ['1:9', '2:7']],
    ['missing comma', '{"a":1\n "b":2}', '{"a":1,"b":2}', ['2:2']],
    ['missing comma in a list', '[{"a":1} {"a":2}]', '[{"a":1},{"a":2}]', ['1:10']],
    ['single quotes', "{'a':'b c'}", '{"a":"b c"}', ['1:2', '1:6']],
    ['typographic quotes', '{“a”:“b c”}', '{"a":"b c"}', ['1:2', '1:6']],
    ['a name without quotes', '{a:1}', '{"a":1}', ['1:2']],
    ['NaN', '{"a":NaN,"b":1}', '{"a":null,"b":1}', ['1:6']],
    ['Python words', '{"a":None,"b":True}', '{"a":null,"b":true}', ['1:6', '1:15']],
    ['a Python word for no', '[False]', '[false]', ['1:2']],
    ['a line break in a name', '{"a\nb":1}', '{"a\\nb":1}', ['1:4']],
    ['a line break in the last text of a list', '["x\ny"]', '["x\\ny"]', ['1:4']],
    ['comments', '{"a":1, // one\n/* two */ "b":2}', '{"a":1,"b":2}', ['1:9', '2:1']],
    ['a line break in a string', '{"a":"x\ny","b":1}', '{"a":"x\\ny","b":1}', ['1:8']],
    ['a string without end', '{"a":"x,\n"b":1}', '{"a":"x,","b":1}', ['1:9', '2:1']],
    ['a bad escape', '{"a":"x\\y"}', '{"a":"xy"}', ['1:9']],
    ['a bad escape of four digits, of which one is none', '{"a":"\\u00g1"}', '{"a":"u00g1"}', ['1:11']],
    ['two bad escapes', '{"a":"x\\y","b":"\\q"}', '{"a":"xy","b":"q"}', ['1:9', '1:17']],
    ['several tabs in a string', '{"a":"x\ty\tz","b":"\t"}', '{"a":"x\\ty\\tz","b":"\\t"}', ['1:8', '1:19']],
    ['a tab in single quotes', '{"a":\'x\ty\'}', '{"a":"x\\ty"}', ['1:6']],
    [
      'a line break in a string, before quotes in it',
      '{"a":"x\ny \\"z\\" w","b":1}',
      '{"a":"x\\ny \\"z\\" w","b":1}',
      ['1:8'],
    ],
    ['a byte order mark within', '[1,\uFEFF2]', '[1,2]', ['1:4']],
    ['a bad number', '{"a":01,"b":+2}', '{"a":1,"b":2}', ['1:7', '1:13']],
    ['a missing brace', '{"p":[{"a":1,{"a":2}]}', '{"p":[{"a":1},{"a":2}]}', ['1:14']],
    ['a missing bracket', '{"p":[{"a":1}}', '{"p":[{"a":1}]}', ['1:14']],
    [
      'rows without a comma',
      '{"p":[{"a":1},\n{"a":2}\n{"a":3}]}',
      '{"p":[{"a":1},{"a":2},{"a":3}]}',
      ['3:1'],
    ],
    [
      'rows without a comma, and what they are in',
      '{"a":1,"list":[\n {"b":1},\n {"b":2}\n {"b":3}\n]}',
      '{"a":1,"list":[{"b":1},{"b":2},{"b":3}]}',
      ['4:2'],
    ],
    [
      'two of them',
      '{"list": [\r\n{"b":1}\r\n{"b":2}\r\n],\r\n"n":2}',
      '{"list":[{"b":1},{"b":2}],"n":2}',
      ['3:1'],
    ],
    ['rows and brackets', '[\n{"a":1},\n{"a":2},\n]', '[{"a":1},{"a":2}]', ['4:1']],
    ['a missing value', '{"a":,"b":1}', '{"b":1}', ['1:6']],
    ['a missing colon', '{"a" 1}', '{"a":1}', ['1:6']],
    ['a missing colon before an object', '{"a" {"b":1},"c":2}', '{"a":{"b":1},"c":2}', ['1:6']],
    ['two missing braces', '[{"a":{"b":1,{"c":2}]', '[{"a":{"b":1}},{"c":2}]', ['1:14']],
    [
      'a missing bracket, further in',
      '{"p":[{"a":[1},{"b":2}],"c":3}',
      '{"p":[{"a":[1]},{"b":2}],"c":3}',
      ['1:14'],
    ],
    ['a colon between values', '[1:2]', '[1,2]', ['1:3', '1:4']],
    ['marks that stand in quotes', '{"a":"...","b":"Ana (",}', '{"a":"...","b":"Ana ("}', ['1:24']],
    ['the end behind a fault that may hide it', '[{"a":1 {"b":2,', '[{"a":1},{"b":2}]', ['1:9']],
    ['the end behind an unknown word', '[{"a":x,"b":2,', '[{"a":null,"b":2}]', ['1:7']],
    ['the end behind a word that ends as one of Python', '[{"a":xNone,"b":2,', '[{"a":null,"b":2}]', ['1:7']],
    ['the end behind a word that begins as one', '[{"a":NaNny,"b":2,', '[{"a":null,"b":2}]', ['1:7']],
    ['a word at the end that begins as another', '[7,tell', '[7,null]', ['1:5']],
    ['a word at the end that ends as one does that is cut off', '[7,hot', '[7,null]', ['1:4']],
    ['numbers in all their forms', '[1e5,1E-2,-0.5e+1,-0,10.25,]', '[100000,0.01,-5,0,10.25]', ['1:28']],
    ['the end behind a bare name without a comma', '[{"a":1 b:2,', '[{"a":1,"b":2}]', ['1:9']],
    ['a bracket too many', '{"a":1],"b":2}', '{"a":1,"b":2}', ['1:7']],
    ['a word without a comma', '[1 x]', '[1,null]', ['1:4']],
    [
      'marks before its lines',
      '> {\n> "a": [\n>   {"b": 1},\n> 7\n> ]}',
      '{"a":[{"b":1},7]}',
      ['1:1', '2:1', '3:1', '4:1', '5:1'],
    ],
    ['what was left out', '{"a":1,\n...\n"b":{"c":[…]}}', '{"a":1,"b":{"c":[]}}', ['2:1', '3:11']],
    [
      'times of Python',
      '{"a":datetime.datetime(2026, 11, 19, 9, 2, 0, 5000, tzinfo=tzutc()),"b":1}',
      '{"a":"2026-11-19T09:02:00.005000Z","b":1}',
      ['1:6'],
    ],
    [
      'times of Python in another zone, whose hour nobody knows here',
      '[datetime.datetime(2026, 1, 9, 9, 2, tzinfo=tzlocal()), datetime.datetime(2026, 1, 9, 9, 2)]',
      '["2026-01-09T09:02:00.000000","2026-01-09T09:02:00.000000"]',
      ['1:2', '1:57'],
    ],
    [
      'a time of Python with an offset, which is no part of its second',
      '[datetime.datetime(2026, 1, 9, 9, 2, 5, tzinfo=tzoffset(None, 3600))]',
      '["2026-01-09T09:02:05.000000"]',
      ['1:2'],
    ],
    ['values in calls', '{"a":ISODate("2026-11-19"),"b":1}', '{"a":"2026-11-19","b":1}', ['1:6', '1:26']],
    [
      'arrows of Ruby',
      '{"a"=>1,"b"=>[nil,"c => d"]}',
      '{"a":1,"b":[null,"c => d"]}',
      ['1:5', '1:12', '1:15'],
    ],
    ['text before it', 'data: {"a":1}', '{"a":1}', ['1:1']],
    ['text after it', '{"a":1};', '{"a":1}', ['1:8']],
  ])('is read all the same: %s', (_, text, value, places) => {
    expect(brief(text)).toEqual({
      documents: [`0:${value}`],
      count: 1,
      problems: places.map((place) => `invalid-json ${place}`),
    });
  });

  it.each([
    ['all of it', '// {\n//   "a": [1],\n// }\n', '{"a":[1]}', '1:1'],
    ['with words before it', '// GET /x [v2]\n// {\n//   "a": 1 }', '{"a":1}', '1:1'],
    ['by three slashes, indented', 'x\n  /// [\n  /// 7\n  /// ]\n', '[7]', '2:3'],
    ['with other code behind it', '// {\n// "a": 1 // one\n//}\nconst a;', '{"a":1}', '1:1'],
  ])('is read though it is commented out: %s', (_, text, value, place) => {
    const { documents, problems } = brief(text);
    expect(documents.at(-1)).toContain(value);
    expect(problems).toContain(`invalid-json ${place}`);
  });

  it('keeps its places where it is commented out', () => {
    expect(brief('// {\n//   "a": 1,\n//   "b": x\n// }').problems).toEqual([
      'invalid-json 1:1',
      'invalid-json 3:11',
    ]);
  });

  it('tells once that it is commented out as in a script', () => {
    expect(brief('# Example: {\n#   "a": 1,\n#   "b": "#2"\n# }\nrun()')).toMatchObject({
      documents: ['0:{"a":1,"b":"#2"}'],
      problems: ['invalid-json 1:1', 'invalid-json 1:3', 'invalid-json 5:1'],
    });
  });

  it('is read out of a hundred comments, and no more', () => {
    const { documents } = brief('// {\n// "a":1}\n[2]\n'.repeat(101));
    expect(documents.filter((one) => one.endsWith(':{"a":1}'))).toHaveLength(100);
  });

  it('may be commented out in millions of lines', () => {
    const { documents } = brief(`// [\n${'//\n'.repeat(4_000_000)}// 7]`);
    expect(documents).toEqual(['0:[7]']);
  });

  it('keeps the comments in it that are none of it', () => {
    expect(brief('{ // [\n  // "a": 1,\n  "b": 2\n}').documents).toEqual(['0:{"b":2}']);
  });

  it.each([
    ['[1 2]', 'Expected a comma or "]", found "2"'],
    ['[1 {"a":2}]', 'Expected a comma or "]", found "{"'],
    ['[,1]', 'Expected a value, found ","'],
    ['{,"a":1}', 'Expected a name in double quotes, found ","'],
    ['{"a":1 ,, "b":2}', 'Expected a name in double quotes, found ","'],
    ['{"a" 1}', 'Expected a colon, found "1"'],
    ['{"a" {"b":1}}', 'Expected a colon, found "{"'],
    ['{"a":,"b":1}', 'Expected a value, found ","'],
    ['{"a":1],"b":2}', 'Expected a comma or "}", found "]"'],
    ['{"a":1 b:2}', 'Expected a comma or "}", found "b"'],
    ['{"a":"b" "c":1}', 'Expected a comma or "}", found a double quote'],
    ['[abcdefghijklmnopqrstuvwxyz]', 'Expected a value, found "abcdefghijklmnopqrst"'],
    ['[1 x]', 'Expected a comma or "]", found "x"'],
    ['[1,2,"😀" 😀]', 'Expected a comma or "]", found "😀"'],
    ["{'a':1}", "Text must stand in double quotes, not in '"],
    ['{“a”:1}', 'Text must stand in double quotes, not in “'],
    ['[1, // x\n2]', 'JSON allows no comments'],
    ['{"a":"x\ty"}', 'Text in quotes may not hold a tab'],
    ['{"a":"x\ny"}', 'Text in quotes may not hold a line break'],
    ['{"a":"x\ry"}', 'Text in quotes may not hold a line break'],
    ['{"a":"x\\y"}', 'Text in quotes may not hold "\\" here'],
    ['{"a":"\u0001"}', 'Text in quotes may not hold the character U+0001'],
    ['[1,\uFEFF2]', 'Found the character U+FEFF where JSON does not allow it'],
    ['[1,\u00A02]', 'Found the character U+00A0 where JSON does not allow it'],
    ['{"a":1} hello', 'Expected the end of the document, found "h"'],
    ['hello', 'Expected a JSON document, found "h"'],
    ['{"a":1}\n{"b":[1,\n{"c":3}', 'The line ends inside the document'],
    ['[1,2', 'The text ends inside the document; what was complete is kept'],
    [' ', 'The input is empty'],
  ])('says what is wrong: %j', (text, message) => {
    expect(readDocuments(text).problems.map((problem) => problem.message)).toEqual([message]);
  });

  it('says where it is too deep', () => {
    expect(readDocuments('['.repeat(600)).problems).toMatchObject([
      {
        message: 'The data is nested deeper than 512 levels, so this document was not read',
        line: 1,
        column: 601,
      },
    ]);
    const nested = (levels: number) => `${'['.repeat(levels)}1,${']'.repeat(levels)}`;
    expect(brief(nested(512)).problems).toEqual(['invalid-json 1:515']);
    expect(brief(nested(513)).problems).toEqual(['truncated-input 1:516']);
  });

  it.each([
    '[7,{"a":1 "b":2,',
    ...'None True False undefined NaN Infinity -Infinity +1 .5'
      .split(' ')
      .map((word) => `[7,{"a":${word},"b":2,`),
  ])('keeps nothing of what is cut off behind a fault that hides nothing: %s', (text) => {
    const { documents, problems } = brief(text);
    expect(documents).toEqual(['0:[7]']);
    expect(problems.at(-1)).toBe(`truncated-input 1:${text.length + 1}`);
  });

  it('that lacks a bracket ends with it', () => {
    expect(brief('{"p":[1}\n{"q":2}')).toMatchObject({ documents: ['0:{"p":[1]}', '1:{"q":2}'] });
    expect(brief('{"p":[1} {"q":2}')).toMatchObject({ documents: ['0:{"p":[1]}', '1:{"q":2}'] });
  });

  it('has nothing of a text that was cut off', () => {
    expect(brief('{"a":1,"name":"Jon')).toMatchObject({ documents: ['0:{"a":1}'] });
  });

  it('takes what may become a word or number for cut off', () => {
    for (const cut of ['-', '-1', '12', '1.', '1.25e+10', '1e+', 't', 'fals', 'nul', '"', '"\\', '"\\u12'])
      expect(brief(`[7,${cut}`).problems).toEqual([`truncated-input 1:${4 + cut.length}`]);
  });

  it('is one list, though its rows lack commas and it is cut off', () => {
    expect(brief('[\n{"a":1}\n{"x"')).toEqual({
      documents: ['0:[{"a":1}]'],
      count: 1,
      problems: ['invalid-json 3:1', 'truncated-input 3:5'],
    });
  });

  it.each<[string, string, string[], string[]]>([
    [
      'a log, which names threads and times',
      '[09:02:00] INFO [main-1] {"a":1} in 3 ms\r\n[09:02:01] INFO [main 2] body={"b":2}\n[09:02:02] INFO none []',
      ['0:{"a":1}', '1:{"b":2}'],
      ['invalid-json 1:3', 'invalid-json 1:34', 'invalid-json 2:3', 'invalid-json 3:3'],
    ],
    [
      'Markdown, with links, a name to fill in and a footnote',
      '# Calls [draft]\nSee [the docs](http://x.example/y) for {id}.\n```\n{"a":1}\n```\nThat is all [1].',
      ['1:{"a":1}'],
      ['invalid-json 1:1', 'invalid-json 5:1'],
    ],
    [
      'code, with an import and a list without items',
      "import { x } from './y';\nconst all: string[] = read();\nexport const call = { a: 1 };",
      ['1:{"a":1}'],
      ['invalid-json 1:1', 'invalid-json 3:1', 'invalid-json 3:23', 'invalid-json 3:29'],
    ],
    [
      'what Java prints of an object',
      'class Call {\n    id: k\n    segments: [class Segment {\n        type: Hold\n    }]\n}\n',
      [],
      ['invalid-json 1:1'],
    ],
  ])('is not seen in the brackets of %s', (_, text, documents, problems) => {
    expect(brief(text)).toMatchObject({ documents, problems });
  });

  it.each([
    ['that are all of a line', '[main-1]', ['0:[null]']],
    ['that hold quotes', 'see ["a" "b"] there', ['0:["a","b"]']],
    ['that hold names and values', 'see {a: 1, b: 2} there', ['0:{"a":1,"b":2}']],
    ['that hold others', 'see [{a: 1} {b: 2}] there', ['0:[{"a":1},{"b":2}]']],
    ['that hold items', 'see [1, 2] there', ['0:[1,2]']],
    ['that are all of a line with CRLF', '[main-1]\r\n', ['0:[null]']],
    ['that close in the next line', '[see\nthere] now', ['0:[null,null]']],
    ['that go on in the next line', 'see [\n{"a":1}] there', ['0:[{"a":1}]']],
  ])('is seen in brackets %s', (_, text, documents) => {
    expect(brief(text).documents.map((each, at) => each.slice(0, documents[at]?.length))).toEqual(documents);
  });

  it('counts columns in UTF-16 units, a byte order mark not counted', () => {
    expect(brief('\uFEFF{"😀":1,}').problems).toEqual(['invalid-json 1:9']);
  });

  it('is told by twenty problems and the number of the others', () => {
    const { problems } = readDocuments(`[${'x,'.repeat(50)}1]`);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toBe('30 more faults follow in the same document');
  });

  it('keeps a key __proto__ as an own property', () => {
    const value = readDocuments('{"__proto__":{"bad":1},}').documents[0]?.value;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(JSON.stringify(value)).toBe('{"__proto__":{"bad":1}}');
  });

  it('takes its place in the numbering and does not swallow the next', () => {
    expect(brief('{"a":1}\n{"b":[1,\n{"c":3}\n{oops\n{"d":4}')).toEqual({
      documents: ['0:{"a":1}', '1:{"b":[1]}', '2:{"c":3}', '4:{"d":4}'],
      count: 5,
      problems: ['invalid-json 2:9', 'invalid-json 4:2'],
    });
    expect(brief('{"a":1}\n\n{"b":[1,\n\n{"c":3}\n\n')).toMatchObject({
      documents: ['0:{"a":1}', '1:{"b":[1]}', '2:{"c":3}'],
    });
    expect(brief('{"a":1}\nhello\n{"b":2}')).toMatchObject({
      documents: ['0:{"a":1}', '2:{"b":2}'],
      count: 3,
    });
  });

  it.each<[string, string, string[], string[]]>([
    [
      'the first of several lines',
      '{"a":[1,\n{"b":2}\n{"c":3}',
      ['0:{"a":[1]}', '1:{"b":2}', '2:{"c":3}'],
      ['invalid-json 1:9'],
    ],
    [
      'two lines behind whole ones',
      '{"a":1}\n{"b":[1,\n{"c":[2,\n{"d":4}',
      ['0:{"a":1}', '1:{"b":[1]}', '2:{"c":[2]}', '3:{"d":4}'],
      ['invalid-json 2:9', 'invalid-json 3:9'],
    ],
    [
      'two lines of prose among others, each of which is counted',
      '{"a":1}\noops\nhey\n{"b":2}\n{"c":3}',
      ['0:{"a":1}', '3:{"b":2}', '4:{"c":3}'],
      ['invalid-json 2:1', 'invalid-json 3:1'],
    ],
    [
      'the rest behind a document of several lines, which are no JSON Lines',
      '{\n"a":1}\n{"b":[1,\n{"c":[2,\n{"d":4}',
      ['0:{"a":1}', '1:{"b":[1,{"c":[2,{"d":4}]}]}'],
      ['truncated-input 5:8'],
    ],
    [
      'a document that is cut off behind a line that could stand alone',
      '{"eventBody":\n{"participants":[7]}',
      ['0:{"eventBody":{"participants":[7]}}'],
      ['truncated-input 2:21'],
    ],
    [
      'prose around it, which is one document before it and one behind it',
      'so\nit\nbegins\n{"a":[\n1]}\nso\nit\nends',
      ['1:{"a":[1]}'],
      ['invalid-json 1:1', 'invalid-json 6:1'],
    ],
    [
      'numbers that stand alone, from one that does not',
      '7[8]9\n1a',
      ['0:7', '1:[8]', '2:9'],
      ['invalid-json 2:2'],
    ],
    ['a number, of which the rest is missing', '{} -1.', ['0:{}'], ['invalid-json 1:7']],
  ])('is told from its neighbours: %s', (_, text, documents, problems) => {
    expect(brief(text)).toMatchObject({ documents, problems });
  });

  it('among pretty printed ones ends where the next begins', () => {
    expect(brief('{\n "a": {\n  "x": 1\n}\n{\n "b": 2\n}')).toEqual({
      documents: ['0:{"a":{"x":1}}', '1:{"b":2}'],
      count: 2,
      problems: ['invalid-json 5:1'],
    });
  });

  it('names the first fault exactly where a valid text was changed', () => {
    const text = JSON.stringify({
      id: 'c',
      participants: [
        { id: 'a', held: true },
        { id: 'b', n: [1, 2] },
      ],
    });
    fc.assert(
      fc.property(fc.nat(text.length - 1), (at) => {
        const { problems } = readDocuments(`${text.slice(0, at)}\u0001${text.slice(at)}`);
        expect(problems[0]).toMatchObject({ line: 1, column: at + 1 });
      }),
    );
  });
});

describe('size', () => {
  it.each([
    ['a million open brackets', '['.repeat(1e6)],
    ['deep objects', '{"a":'.repeat(1e5)],
    ['deep and closed, with a fault', `${'['.repeat(1e5)},${']'.repeat(1e5)}`],
    ['broken lines', '{"a":[\n'.repeat(100_000)],
    ['broken documents in one line', '{"a":1,}'.repeat(50_000)],
    ['open strings', '"\n'.repeat(100_000)],
  ])('%s come back', (_, text) => {
    expect(readDocuments(text).problems.length).toBeGreaterThan(0);
  });
});
