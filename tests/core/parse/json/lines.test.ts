import { expect, test } from 'vitest';
import { isJsonLines } from '../../../../src/core/parse/json/lines';

test.each<[says: string, lines: string[], wholeBefore: number, isLines: boolean]>([
  ['each line whole', ['{"a":1}', '{"a":2}'], 0, true],
  ['blank lines between', ['', '{"a":1}', '  ', '[2]', ''], 0, true],
  ['blanks around each', ['  {"a":1}\t', ' {"a":2} \r'], 0, true],
  ['one cut off, as many whole', ['{"a":1}', '{"b":['], 0, true],
  ['more cut off than whole', ['{"a":1}', '{"b":[', '{"c":'], 0, false],
  ['the same behind a whole one', ['{"a":1}', '{"b":[', '{"c":'], 1, true],
  ['an array written row by row', ['[', '{"a":1},', '{"a":2}', ']'], 0, false],
  ['a document written row by row', ['{"participants": [', '{"id":1},', '{"id":2}', ']}'], 0, false],
  ['rows, closed behind what a whole document left open', ['{"a":[', ']}', '{"b":1}'], 0, false],
  [
    'the same behind a whole document, of which it is one line cut in two',
    ['{"a":[', ']}', '{"b":1}'],
    1,
    true,
  ],
  ['two opened behind a whole one, and closed', ['{"a":[', '{"b":[', ']}', '{"c":1}'], 1, false],
  ['as many other lines as whole ones', ['{"a":1}', ']'], 0, false],
  ['more whole ones than others', ['{"a":1}', '{"a":2}', ']'], 0, true],
  ['fields, one a line', ['"a": 1,', '"b": 2,'], 0, false],
  ['prose before more whole lines', ['Started', '{"a":1}', '{"a":2}'], 0, true],
  ['whole lines among as much else', ['Started', '{"a":1}', '{"a":2}', 'Done'], 0, false],
  ['nothing but prose', ['Started', 'Done'], 0, false],
  ['a bracket that stands alone', ['{"a":1}', '{'], 0, false],
  ['what closes more than it opened, behind a comma', ['{"a":1}', '{"b":2}, ]'], 0, false],
  ['what closes more than it opened', ['{"a":1}', '{"b":2}]'], 0, false],
])('%s', (_, lines, wholeBefore, isLines) => {
  expect(isJsonLines(lines.join('\n'), wholeBefore)).toBe(isLines);
});
