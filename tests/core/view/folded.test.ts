import { describe, expect, test } from 'vitest';
import { folded, needlesOf } from '../../../src/core/view/folded';

describe('the words of a search', () => {
  test.each([
    ['Zoé  MÜLLER', ['zoe', 'muller']],
    ['"Maya Okafor"', ['maya', 'okafor']],
    ['„Maya“ «Okafor»', ['maya', 'okafor']],
    // Within a word they are of the data, and alone they are what is looked for.
    ['5"x7', ['5"x7']],
    ['"', ['"']],
    ['   ', []],
  ])('of %j are %j', (text, words) => expect(needlesOf(text)).toEqual(words));

  test('are found in what was folded alike', () => {
    expect(needlesOf('“Maya Okafor”').every((word) => folded('maya OKAFOR').includes(word))).toBe(true);
  });
});
