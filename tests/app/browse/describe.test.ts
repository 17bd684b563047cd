import { expect, test } from 'vitest';
import { activeFilters } from '../../../src/app/browse/filters/describe';
import { type BrowseState, NOTHING_CHOSEN } from '../../../src/app/browse/state/browseState';
import { formatFor } from '../../../src/ui/format';

const format = formatFor({ locale: 'en-GB', timeZone: 'UTC' });
const at = Date.UTC(2026, 10, 19, 9, 2);
const state: BrowseState = {
  ...NOTHING_CHOSEN,
  text: ' Zoë ',
  time: { from: at, to: at + 3_600_000 },
  choices: { media: ['call', 'chat'], user: ['u-1'] },
  ranges: { hold: { max: 60_000 }, acw: { min: 5000 }, holds: { min: 1, max: 3 } },
  attributes: [
    { name: 'tier', value: 'gold' },
    { name: 'tier', value: 'silver' },
  ],
  sort: [{ by: 'hold' }],
};
const active = activeFilters(state, format, (_, value) => (value === 'u-1' ? 'Ann' : undefined));

test('all that filters is said in words', () => {
  expect(active.map(({ text }) => text)).toEqual([
    '“Zoë”',
    'Thu, 19 Nov 2026, 09:02:00 to Thu, 19 Nov 2026, 10:02:00',
    'Media: Voice',
    'Media: Chat',
    'Agent: Ann',
    'Hold at most 1:00',
    'ACW at least 0:05',
    'Holds 1 to 3',
    'tier = gold',
    'tier = silver',
  ]);
  expect(new Set(active.map(({ key }) => key)).size).toBe(active.length);
});

test('each can be taken off, and nothing else goes with it', () => {
  for (const { text, without } of active) {
    const others = activeFilters(without, format, (_, value) => (value === 'u-1' ? 'Ann' : undefined));
    expect(others.map((other) => other.text)).toEqual(
      active.map((other) => other.text).filter((other) => other !== text),
    );
    expect(without.sort).toEqual(state.sort);
  }
});
