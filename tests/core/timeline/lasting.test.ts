import { expect, test } from 'vitest';
import { lasting } from '../../../src/core/timeline/lasting';

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1 s'],
  [16_998, '16.998 s'],
  [60_000, '1 min'],
  [80_000, '1 min 20 s'],
  [3_600_000, '1 h'],
  [3_660_500, '1 h 1 min 0.5 s'],
  [90_000_000, '25 h'],
])('%d ms is %s', (ms, said) => {
  expect(lasting(ms)).toBe(said);
});
