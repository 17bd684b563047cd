import { describe, expect, test } from 'vitest';
import { begunAt, CLOCKS, distinct, type Edge, showing } from '../../../src/core/timeline/edge';

const edge = (at: number, how: Edge['how'], ...pointers: string[]): Edge => ({ at, how, pointers });

describe('pointers', () => {
  test.each([0, 1, 8, 9, 40])('are each there once, in order: %i of them', (count) => {
    const all = Array.from({ length: count }, (_, n) => `/${n}`);
    expect(distinct(all)).toEqual(all);
    expect(distinct(all.flatMap((one) => [one, one]))).toEqual(all);
    expect(distinct([...all, ...all])).toEqual(all);
  });

  test('of a stretch name it and both its ends', () => {
    const start = edge(0, 'field', '/a', '/b');
    expect(showing('/x', { start, end: edge(5, 'field', '/b', '/c') })).toEqual(['/x', '/a', '/b', '/c']);
    expect(showing('/x', { start, end: start })).toEqual(['/x', '/a', '/b']);
  });
});

describe('a begin that is told after it was seen', () => {
  const first = { start: edge(10_000, 'change'), end: edge(20_000, 'change') };
  const second = { start: edge(50_000, 'change'), end: edge(60_000, 'change') };

  test('is of the last stretch, when it lies behind the end of the one before, clocks apart', () => {
    expect(begunAt(49_800, [first, second])).toBe(second);
    expect(begunAt(20_000 - CLOCKS, [first, second])).toBe(second);
    expect(begunAt(20_000 - CLOCKS - 1, [first, second])).toBeUndefined();
    expect(begunAt(5000, [first, second])).toBeUndefined();
  });

  test('or of the only one, at whatever time', () => {
    expect(begunAt(-9000, [first])).toBe(first);
  });

  test('but lies not behind what was seen', () => {
    expect(begunAt(50_000 + CLOCKS, [first, second])).toBe(second);
    expect(begunAt(50_000 + CLOCKS + 1, [first, second])).toBeUndefined();
  });

  test('and a stretch that a field began has its begin', () => {
    expect(begunAt(10_000, [{ ...first, start: edge(10_000, 'field') }])).toBeUndefined();
    expect(begunAt(10_000, [])).toBeUndefined();
  });
});
