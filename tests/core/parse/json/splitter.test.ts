import { expect, test } from 'vitest';
import { Cutter } from '../../../../src/core/parse/json/cutter';
import { Splitter } from '../../../../src/core/parse/json/splitter';

/** A quarter of a million characters or more. */
const much = (text: string) => text.repeat(Math.ceil(250_000 / text.length));
const PIECE = 1000;
const SAMPLE = 65_536;
const row = '{"id":"a1","purpose":"agent","calls":[{"id":"k","state":"connected"}]}';

test.each<[string, string, number]>([
  ['of sound lines', much(`${row}\n`), PIECE],
  ['of documents without anything between', much(row), PIECE],
  ['of blanks', much(' \n'), PIECE],
  ['of lines that are broken', much(`{"id":"a1",}\n`), SAMPLE + PIECE],
  ['of documents that are broken', much('{"id":"a1",}'), SAMPLE + PIECE],
  ['of one list', `[${much(`${row},`)}{}]`, 10_000],
  ['of one list in a wrapper', `{"total":9,"entities":[${much(`${row},`)}{}]}`, 10_000],
  ['of one list whose rows have no commas', `[${much(`${row}\n`)}]`, SAMPLE + PIECE],
  ['of one text that is longer than anything may be', `["${much('x')}"]`, 30_000],
  ['of one object that is longer than anything may be', `{"a":[${much(`${row},`)}{}]}`, 30_000],
])('no more text is kept than what is being read: %s', (_, text, most) => {
  const splitter = new Splitter(
    { document: () => undefined, problem: () => undefined },
    { over: 10_000, max: 30_000, Cutter },
  );
  let kept = 0;
  for (let at = 0; at < text.length; at += PIECE) {
    splitter.push(text.slice(at, at + PIECE));
    kept = Math.max(kept, splitter.window.text.length);
  }
  splitter.end();
  expect(kept).toBeLessThanOrEqual(most + PIECE);
});
