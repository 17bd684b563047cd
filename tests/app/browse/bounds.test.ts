import { expect, test } from 'vitest';
import { NOTHING_CHOSEN, withRange } from '../../../src/app/browse/state/browseState';
import { areCrossed, boundFrom, boundText } from '../../../src/app/browse/state/bounds';
import { fromAddress, toQuery } from '../../../src/app/browse/state/codec';

test.each(['hold', 'holds'] as const)('a bound of %s is read as it is written', (measure) => {
  for (const value of [undefined, 0, 1000, 61_000]) {
    expect(boundFrom(measure, boundText(measure, value))).toBe(value);
  }
});

test('nothing typed is no bound, and what cannot be read is no number', () => {
  expect(boundFrom('hold', '  ')).toBeUndefined();
  expect(boundFrom('hold', 'soon')).toBeNaN();
  expect(boundFrom('hold', '2m')).toBe(120_000);
  expect(boundFrom('holds', '2m')).toBeNaN();
  expect(boundFrom('holds', ' 2 ')).toBe(2);
  expect(boundFrom('holds', '1234567890')).toBeNaN();
});

test('a length is read that an address can say, and none beyond', () => {
  const asked = (text: string) => withRange(NOTHING_CHOSEN, 'hold', { min: boundFrom('hold', text) });
  for (const text of ['999999999', '99999d', '270000000h']) {
    expect(fromAddress(toQuery(asked(text)), undefined)).toEqual(asked(text));
  }
  expect(boundFrom('hold', '999999999h')).toBeNaN();
  expect(boundFrom('hold', '999999999d 999999999d')).toBeNaN();
});

test('bounds are crossed when nothing can be both', () => {
  expect(areCrossed(2, 1)).toBe(true);
  expect(areCrossed(2, 2)).toBe(false);
  expect(areCrossed(undefined, 1)).toBe(false);
  expect(areCrossed(1, undefined)).toBe(false);
});
