import { expect, test } from 'vitest';
import { figuresOf, tellingMark } from '../../../src/app/conversation/countedMarks';
import { measure } from '../../../src/core/index';
import { formatFor } from '../../../src/ui/format';
import { agent, party, rest, timelineOf } from '../../fixtures/payload';

const format = formatFor({ locale: 'en-GB', timeZone: 'UTC' });

test('the time to answer leads to where it begins: the queue, whoever rang before', () => {
  const timeline = timelineOf(
    rest([
      agent({ id: 'first', calls: [{ A: 0, C: 5, E: 100 }] }),
      party('acd', { calls: [{ C: 100, E: 130 }] }),
      agent({ id: 'second', calls: [{ A: 110, C: 130, E: 200 }] }),
    ]),
  );
  const figures = figuresOf(timeline, measure(timeline).conversation, format);
  const { value, counted } = figures.find(({ name }) => name === 'Time to answer') ?? {};
  expect(value).toBe('0:30');
  expect(counted && tellingMark(timeline, counted)).toBe('acd/acd-calls-0/0');
});
