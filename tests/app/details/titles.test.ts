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

test('a session of several days says which', () => {
  const segments = [{ startTime: s(0), endTime: s(86_400) }];
  expect(titleOf({ mediaType: 'voice', segments })).toBe(
    '2 · Voice · Thu, 19 Nov 2026, 09:02:00 – Fri, 20 Nov 2026, 09:02:00',
  );
});

test.each([
  [{ userName: 'Jonas', userId: 'u' }, '1 · Jonas'],
  [{ address: '+1555', queueId: 'q' }, '1 · +1555'],
  [{ queueId: 'q', userId: 'u' }, '1 · q'],
  [{ userId: 'u' }, '1 · u'],
])('a transfer says to whom, by the best that is known: %o', (destination, title) => {
  expect(titleOfPart({ field: 'recentTransfers', item: { destination }, index: 0 }, format)).toBe(title);
});

test('an evaluation says its score, also where that is none at all', () => {
  const item = { name: 'Calls', status: 'FINISHED', answers: { totalScore: 0 } };
  expect(titleOfPart({ field: 'evaluations', item, index: 0 }, format)).toBe('1 · Calls · FINISHED · 0');
});
