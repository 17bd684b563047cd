import { expect, test } from 'vitest';
import { factsOf } from '../../../src/app/details/facts';
import { findMark } from '../../../src/core/view/marks';
import { formatFor } from '../../../src/ui/format';
import { party, rest, timelineOf } from '../../fixtures/payload';

const DAY = 24 * 3600;
const format = formatFor({ locale: 'en-GB', timeZone: 'UTC' });

function ends(E: number): string[] {
  const timeline = timelineOf(rest([party('customer', { calls: [{ C: 0, E, state: 'terminated' }] })]));
  const mark = findMark(timeline, 'customer/customer-calls-0/0');
  return mark ? factsOf(mark, format).map(([, value]) => value) : [];
}

test('a stretch names the day it begins, and the day it ends where that is another', () => {
  const from = 'Thu, 19 Nov 2026, 09:02:00.000';
  expect(ends(60).slice(0, 2)).toEqual([from, '09:03:00.000']);
  expect(ends(DAY).slice(0, 2)).toEqual([from, 'Fri, 20 Nov 2026, 09:02:00.000']);
});
