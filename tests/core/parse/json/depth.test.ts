import { describe, expect, it } from 'vitest';
import { isTooDeep, MAX_DEPTH } from '../../../../src/core/parse/json/depth';

function nest(levels: number, key?: string): unknown {
  let value: unknown = [];
  for (let level = 1; level < levels; level += 1) value = key === undefined ? [value] : { [key]: value };
  return value;
}

describe('depth', () => {
  it('is fine up to the limit', () => {
    expect(isTooDeep(nest(MAX_DEPTH))).toBe(false);
    expect(isTooDeep({ a: nest(MAX_DEPTH - 1), b: 1, c: null })).toBe(false);
    expect(isTooDeep('text')).toBe(false);
    expect(isTooDeep(null)).toBe(false);
  });

  it('is too much beyond it, wherever that is', () => {
    expect(isTooDeep(nest(MAX_DEPTH + 1))).toBe(true);
    expect(isTooDeep({ a: nest(MAX_DEPTH, 'b') })).toBe(true);
    expect(isTooDeep([1, nest(MAX_DEPTH + 5, 'a/b~'), []])).toBe(true);
  });

  it('survives a hundred thousand levels', () => {
    expect(isTooDeep(nest(100_000))).toBe(true);
  });
});
