import { expect, test } from 'vitest';
import { factsOf } from '../../../src/app/details/facts';
import { words } from '../../../src/app/words';
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

test('after-call work that ran over its limit names the day it did so where that is another', () => {
  const work = { W0: 60, W1: 2 * DAY, wrapupTimeoutMs: DAY * 1000 };
  const timeline = timelineOf(rest([party('agent', { calls: [{ C: 0, E: 60 }], ...work })]));
  const mark = findMark(timeline, 'agent/agent-calls-0/1');
  const overrun = mark && factsOf(mark, format).find(([term]) => term === words.details.overrun);
  expect(overrun?.[1]).toBe('Fri, 20 Nov 2026, 09:03:00.000');
});

test('an offer and after-call work say what was allowed of what they took, where the data does', () => {
  const call = { A: 0, C: 12, E: 60 };
  const allowed = (limits: object, index: number) => {
    const work = party('agent', { calls: [call], W0: 60, W1: 130, ...limits });
    const mark = findMark(timelineOf(rest([work])), `agent/agent-calls-0/${index}`);
    return mark && factsOf(mark, format).find(([term]) => term === words.details.allowed)?.[1];
  };
  const limits = { alertingTimeoutMs: 30_000, wrapupTimeoutMs: 120_000 };
  expect([0, 1, 2].map((index) => allowed(limits, index))).toEqual(['0:30', undefined, '2:00']);
  expect([0, 1, 2].map((index) => allowed({}, index))).toEqual([undefined, undefined, undefined]);
});

test('a stretch names the day it begins, and the day it ends where that is another', () => {
  const from = 'Thu, 19 Nov 2026, 09:02:00.000';
  expect(ends(60).slice(0, 2)).toEqual([from, '09:03:00.000']);
  expect(ends(DAY).slice(0, 2)).toEqual([from, 'Fri, 20 Nov 2026, 09:02:00.000']);
});
