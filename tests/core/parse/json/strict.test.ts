import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocuments } from '../../../../src/core/parse/json/documents';

/** What the engine makes of it. */
function parsed(json: string): [unknown] | 'broken' {
  try {
    return [JSON.parse(json)];
  } catch {
    return 'broken';
  }
}

test('what the engine takes is read without a problem, and nothing else', () => {
  const signs = Array.from('01-+.eE');
  const number = fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 6 });
  const text = fc.array(fc.constantFrom(...Array.from('\\\\\\u0aFg"n\té/')), { maxLength: 8 });
  const words = 'true,false,null,nul,trues,"b"'.split(',');
  const several = fc.array(fc.constantFrom(...words, ...signs, ',', ':', ' ', '\r', '\f'), {
    maxLength: 6,
  });
  const around = ['[_]', '[_ ]', '[7,_]', '{"a":_}', '{_:1}'];
  const json = fc
    .oneof(
      fc.tuple(number, fc.constantFrom('_', ...around)),
      fc.tuple(text, fc.constantFrom('["_"]', '{"_":1}')),
      fc.tuple(several, fc.constantFrom(...around)),
    )
    .map(([inside, whole]) => whole.replace('_', () => inside.join('')));
  fc.assert(
    fc.property(json, (sample) => {
      // Behind another document in its line our own reader looks at it, not the engine's.
      const { documents, problems } = readDocuments(`{}${sample}`);
      const read = problems.length > 0 ? 'broken' : documents.slice(1).map(({ value }) => value);
      expect(read).toEqual(parsed(sample));
    }),
    { numRuns: 3000 },
  );
});

test('a fault harms no value beside it, however that is written, and is the only one that is told', () => {
  const escaped = (char: string) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  // All that JSON writes with a backslash, and some of what it does not.
  const stringUnit = fc.constantFrom(...Array.from('\b\f\n\r\t\\"/\u0001uxé😀\u2028, {}[]:'));
  const json = fc
    .tuple(
      fc.jsonValue({ maxDepth: 3, stringUnit }),
      fc.constantFrom(/[^\s\S]/g, /[g-z\u0080-\uffff]/g),
      fc.constantFrom(0, 1),
    )
    .map(([value, pattern, indent]) => {
      const text = JSON.stringify(value, undefined, indent);
      return text.replaceAll(/"(?:[^"\\]|\\.)*"/g, (one) =>
        one.replaceAll(/\\.|[^\\]+/g, (part) =>
          part[0] === '\\' ? part : part.replaceAll(pattern, escaped),
        ),
      );
    });
  const faulty = fc.constantFrom<[string, (value: unknown) => unknown]>(
    ['[_ 7]', (value) => [value, 7]],
    ['[_,]', (value) => [value]],
    ['{"a":_,,"b":7}', (value) => ({ a: value, b: 7 })],
    ["{'a':_}", (value) => ({ a: value })],
    ['{a:_}', (value) => ({ a: value })],
    ['// so\n[_]', (value) => [value]],
    ['[oops, _]', (value) => [null, value]],
  );
  fc.assert(
    fc.property(json, faulty, (sample, [around, meant]) => {
      const { documents, problems } = readDocuments(around.replace('_', () => sample));
      expect(documents.map(({ value }) => value)).toEqual([meant(JSON.parse(sample))]);
      expect(problems.map(({ code }) => code)).toEqual(['invalid-json']);
    }),
    { numRuns: 1000 },
  );
});
