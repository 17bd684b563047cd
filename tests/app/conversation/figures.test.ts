import { expect, test } from 'vitest';
import { figuresOf, tellingMark } from '../../../src/app/conversation/countedMarks';
import { measure } from '../../../src/core/index';
import { formatFor } from '../../../src/ui/format';
import { agent, customer, party, rest, timelineOf } from '../../fixtures/payload';

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

test('each figure leads to the longest of what it counts, of who counts', () => {
  const leg = { E: 300, state: 'terminated' };
  const share = { cobrowseSessionId: 's', C: 20, E: 200 };
  const timeline = timelineOf(
    rest([
      customer({
        calls: [{ ...leg, segments: 'Interact 0-100 | Hold 100-250 | Interact 250-300' }],
        cobrowsesessions: [{ ...share, cobrowseRole: 'sharer' }],
      }),
      agent({ id: 'rang', calls: [{ A: 5, E: 15 }] }),
      agent({
        id: 'held',
        calls: [
          {
            ...leg,
            segments:
              'Alert 0-20 | Interact 20-30 | Hold 30-50 | Interact 50-60 | Hold 60-100 | Interact 100-300',
          },
        ],
        cobrowsesessions: [{ ...share, cobrowseRole: 'viewer', controlling: ['customer'] }],
        W0: 300,
        W1: 320,
      }),
    ]),
  );
  const figures = figuresOf(timeline, measure(timeline).conversation, format);
  expect(
    figures.map(({ name, value, bound, counted }) => [
      name,
      value,
      bound,
      counted && tellingMark(timeline, counted),
    ]),
  ).toEqual([
    ['Duration', '5:20', undefined, undefined],
    ['Not answered', '1', undefined, 'rang/rang-calls-0/0'],
    // Of both of its tracks.
    ['Talk', '6:40', undefined, 'held/held-calls-0/5'],
    ['Hold', '1:00', undefined, 'held/held-calls-0/4'],
    ['After-call work', '0:20', undefined, 'held/held-calls-0/6'],
    ['Handle', '8:00', undefined, 'held/held-calls-0/5'],
    ['Co-browse', '3:00', undefined, 'customer/~role/0'],
    ['Under control', '3:00', 'at most', 'held/~controlling/0'],
  ]);
});
