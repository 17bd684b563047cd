import { expect, test } from 'vitest';
import { browserZone, timeZones } from '../../src/app/zones';
import { isZone } from '../../src/ui/zone';

test('zones are offered once, the browser’s own and UTC first, then all others in order', () => {
  const [own, utc, ...others] = timeZones();
  expect([own, utc]).toEqual([browserZone(), 'UTC']);
  expect(others.length).toBeGreaterThan(300);
  expect(others).toEqual(others.toSorted());
  expect(new Set(timeZones()).size).toBe(timeZones().length);
});

test('places are called as they are called today, where browsers know those names', () => {
  expect(browserZone()).toBe('Asia/Kathmandu'); // as these tests run there; engines have said Katmandu
  const all = timeZones();
  expect(all).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Europe/Kyiv']));
  expect(all.filter((name) => /Calcutta|Katmandu|Kiev/.test(name))).toEqual([]);
  expect(all.filter((name) => !isZone(name))).toEqual([]);
});
