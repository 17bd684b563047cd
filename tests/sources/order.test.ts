import { expect, test } from 'vitest';
import { comparePlaces } from '../../src/sources/memory/order';

test('titles are in the order of their signs, as in the library, also those beyond the first 65,536', () => {
  const titles = ['b', '😀 x', 'ﬁn', 'a', '😀', 'ａｂ', '👩', ''];
  const sorted = titles.toSorted((one, other) =>
    comparePlaces([one], [other], [{ by: 'title', descending: false }]),
  );
  expect(sorted).toEqual(['', 'a', 'b', 'ﬁn', 'ａｂ', '👩', '😀', '😀 x']);
});
