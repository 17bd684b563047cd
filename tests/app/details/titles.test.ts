import { expect, test } from 'vitest';
import { titleOfPart } from '../../../src/app/details/titles';
import { formatFor } from '../../../src/ui/format';
import { s } from '../../fixtures/payload';

const format = formatFor({ locale: 'en-GB', timeZone: 'UTC' });

function titleOf(session: { mediaType?: string; segments?: object[] }): string {
  return titleOfPart({ field: 'sessions', item: session, index: 1 }, format).trim();
}

test.each([
  ['voice', '2 · Voice'],
  ['VOICE', '2 · Voice'],
  ['cobrowse', '2 · Co-browse'],
  ['hologram', '2 · hologram'],
])('a session of %s is called as its track is', (mediaType, title) => {
  expect(titleOf({ mediaType })).toBe(title);
});

test('sessions of one medium are told apart by when they were, which their segments tell', () => {
  const segments = [
    { startTime: s(60), endTime: s(90) },
    { startTime: s(0), endTime: s(60) },
  ];
  expect(titleOf({ mediaType: 'voice', segments })).toBe('2 · Voice · 09:02:00 – 09:03:30');
  const running = [...segments, { startTime: s(90) }];
  expect(titleOf({ mediaType: 'voice', segments: running })).toBe('2 · Voice · 09:02:00 –');
  expect(titleOf({ mediaType: 'voice', segments: [] })).toBe('2 · Voice');
});

test('a session of more segments than a call takes arguments has its title, too', () => {
  const segments = Array.from({ length: 200_001 }, (_, index) => ({
    startTime: Date.UTC(2026, 10, 19, 9, 2) + index,
    endTime: Date.UTC(2026, 10, 19, 9, 3) + index,
  }));
  expect(titleOf({ mediaType: 'voice', segments })).toBe('2 · Voice · 09:02:00 – 09:06:20');
});
