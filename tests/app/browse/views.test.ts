import { expect, test } from 'vitest';
import { NOTHING_CHOSEN } from '../../../src/app/browse/state/browseState';
import { isOfSome, MOST_VIEWS, refusalOf, viewOf } from '../../../src/app/browse/state/views';

const held = { ...NOTHING_CHOSEN, ranges: { hold: { min: 1 } } };
const mentioned = { ...NOTHING_CHOSEN, text: 'refund' };
const views = Array.from({ length: MOST_VIEWS }, (_, at) => viewOf(`View ${at}`, held, false));

test('the whole list is nothing to keep; filtered or ordered it is', () => {
  expect(isOfSome(NOTHING_CHOSEN)).toBe(false);
  expect(isOfSome(held)).toBe(true);
  expect(isOfSome({ ...NOTHING_CHOSEN, sort: [{ by: 'hold' }] })).toBe(true);
});

test('a view is refused without a name, without anything in it, and where there are too many', () => {
  expect(refusalOf(viewOf('Held', held, false), [])).toBeUndefined();
  expect(refusalOf(viewOf('', held, false), [])).toBe('nameless');
  expect(refusalOf(viewOf('Held', held, false), views)).toBe('full');
  expect(refusalOf(viewOf('View 7', held, false), views)).toBeUndefined();
});

test('what is looked for is personal: without it nothing of the view is left', () => {
  expect(refusalOf(viewOf('Refunds', mentioned, false), [])).toBe('nothing');
  expect(refusalOf(viewOf('Refunds', mentioned, true), [])).toBeUndefined();
});
