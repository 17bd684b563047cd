import { expect, test } from 'vitest';
import { besideIn } from '../../../src/app/browse/beside';

const rows = (ids: string) => Array.from(ids, (id) => ({ id }));
/** What stands beside `D`, opened as the fourth, when rows from the third on are these. */
function beside(ids: string) {
  const { place, previous, next } = besideIn(rows(ids), 2, { id: 'D', place: 3 });
  return [place, previous?.row.id, next?.row.id];
}

test('before and after a conversation stand its neighbours', () => {
  expect(beside('CDEF')).toEqual([3, 'C', 'E']);
  expect(beside('CD')).toEqual([3, 'C', undefined]);
  expect(besideIn(rows('DEFG'), 0, { id: 'D', place: 0 }).previous).toBeUndefined();
  expect(besideIn(rows('CDEF'), 2, { id: 'D', place: 3 }).next?.place).toBe(4);
});

test('where it stands now counts, when the list has changed', () => {
  expect(beside('BCDE')).toEqual([4, 'C', 'E']);
});

test('where it is gone, what has come to its place is the next', () => {
  expect(beside('CEFG')).toEqual([3, 'C', 'E']);
  expect(beside('C')).toEqual([3, 'C', undefined]);
});

test('nothing does while nothing is known', () => {
  expect(beside('')).toEqual([3, undefined, undefined]);
});
