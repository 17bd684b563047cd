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
