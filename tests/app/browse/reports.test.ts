import { expect, test } from 'vitest';
import { isShorter } from '../../../src/app/browse/intake/retained';
import type { ImportReport } from '../../../src/app/browse/library/library';
import { isOfNothing } from '../../../src/app/browse/library/reports';

test('a shorter time is one that deletes: none keeps all', () => {
  expect(isShorter(7, 30)).toBe(true);
  expect(isShorter(30, 30)).toBe(false);
  expect(isShorter(90, 30)).toBe(false);
  expect(isShorter(7, undefined)).toBe(true);
  expect(isShorter(undefined, 30)).toBe(false);
});

test('an import is of nothing when it went to its end and all was left out', () => {
  const report: ImportReport = {
    ending: 'done',
    added: 0,
    updated: 0,
    unchanged: 0,
    skipped: [],
    skippedCount: 2,
  };
  expect(isOfNothing(report)).toBe(true);
  expect(isOfNothing({ ...report, skippedCount: 0 })).toBe(false);
  expect(isOfNothing({ ...report, unchanged: 1 })).toBe(false);
  expect(isOfNothing({ ...report, ending: 'cancelled' })).toBe(false);
});
