import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, tooDeep } from '../../../../src/core/parse/json/depth';

function nest(levels: number, key?: string): unknown {
  let value: unknown = [];
  for (let level = 1; level < levels; level += 1) value = key === undefined ? [value] : { [key]: value };
  return value;
}

describe('depth', () => {
  it('is fine up to the limit', () => {
    expect(tooDeep(nest(MAX_DEPTH))).toBeUndefined();
    expect(tooDeep({ a: nest(MAX_DEPTH - 1), b: 1, c: null })).toBeUndefined();
    expect(tooDeep('text')).toBeUndefined();
  });

  it('names the first value beyond it', () => {
    expect(tooDeep(nest(MAX_DEPTH + 1))).toBe('/0'.repeat(MAX_DEPTH));
    expect(tooDeep([1, nest(MAX_DEPTH + 5, 'a/b~')])).toBe(`/1${'/a~1b~0'.repeat(MAX_DEPTH - 1)}`);
  });

  it('survives a hundred thousand levels', () => {
    expect(tooDeep(nest(100_000))).toBeTypeOf('string');
  });
});
