import { describe, expect, it, vi } from 'vitest';
import { soundDocuments } from '../../../../src/core/parse/json/sound';

const values = (text: string): unknown[] | undefined =>
  soundDocuments(text)?.documents.map(({ value }) => value);

describe('sound documents', () => {
  it.each([
    ['one over several lines', '{"a":\n{"b": [1,\n2]}}', [{ a: { b: [1, 2] } }]],
    ['rows of one list', '[\n{"a": 1},\n{"a": 2}\n]', [[{ a: 1 }, { a: 2 }]]],
    ['rows that begin with the list', '[{"a": 1}\n,{"a": 2}]', [[{ a: 1 }, { a: 2 }]]],
    ['lines', '{"a": 1}\n{"a": 2}\n', [{ a: 1 }, { a: 2 }]],
    ['lines with blanks and empty ones', '{"a": 1} \r\n\n  [2]\n', [{ a: 1 }, [2]]],
    ['lines far apart', `{"a": 1}${' '.repeat(40)}\n${'\n'.repeat(40)}{"a": 2}`, [{ a: 1 }, { a: 2 }]],
  ])('are read: %s', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('are not what a value behind another on one line is', () => {
    expect(soundDocuments('{"a": 1}\n{"a": 2} {"a": 3}')).toBeUndefined();
  });

  it('one line each are never parsed as one: to place the fault, the engine would read the whole text', () => {
    const parse = vi.spyOn(JSON, 'parse');
    try {
      const text = '{"a": 1}\n{"a": 2}\n{"a": 3}';
      expect(values(text)).toHaveLength(3);
      expect(parse.mock.calls.map(([line]) => line)).toEqual(text.split('\n'));
    } finally {
      parse.mockRestore();
    }
  });
});
