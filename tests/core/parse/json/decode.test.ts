import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/core/parse/json/decode';
import { createDecoder } from '../../../../src/core/parse/json/decoder';
import { lostAt } from '../../../../src/core/parse/json/lost';

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const text = '{"näme":"😀"}';

describe('text from bytes', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 LE', utf16(`\uFEFF${text}`, true)],
    ['UTF-16 BE', utf16(`\uFEFF${text}`, false)],
    ['UTF-16 LE without a mark', utf16(text, true)],
    ['UTF-16 BE without a mark', utf16(text, false)],
  ])('%s, whole and in pieces', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
    const decode = createDecoder();
    expect([...bytes].map((byte) => decode(Uint8Array.of(byte))).join('') + decode()).toBe(text);
  });

  it('never throws, and pieces make no difference', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(20), (bytes, at) => {
        const decode = createDecoder();
        expect(decode(bytes.subarray(0, at)) + decode(bytes.subarray(at)) + decode()).toBe(decodeText(bytes));
      }),
    );
    expect(decodeText(Uint8Array.of(0x22, 0xff, 0x22))).toBe('"\uFFFD"');
  });

  it('hears of the first character that is lost, wherever the bytes are cut and however they end', () => {
    const part = fc.constantFrom(
      ...['a', '"', 'é', '€', '😀', '\uFFFD'].map((char) => [...new TextEncoder().encode(char)]),
      [0xff],
      [0xc3],
      [0xe2],
      [0xe2, 0x82],
      [0xf0, 0x9f],
      [0xf0, 0x9f, 0x98],
      [0x80],
      [0xed, 0xa0, 0x80],
      [0xc0, 0x80],
      [0xf5, 0x80],
      [0xef],
      [0xef, 0xbb],
    );
    const mark = fc.constantFrom([], [0xef, 0xbb, 0xbf]);
    fc.assert(
      fc.property(
        mark,
        fc.array(part, { maxLength: 8 }),
        fc.integer({ min: 1, max: 5 }),
        (begin, parts, size) => {
          const bytes = Uint8Array.from([...begin, 0x7b, 0x20, ...parts.flat()]);
          const lost: number[] = [];
          let text = '';
          const decode = createDecoder((at) => lost.push(text.length + at));
          for (let at = 0; at < bytes.length; at += size) text += decode(bytes.subarray(at, at + size));
          text += decode();
          const first = lostAt(text, bytes);
          expect(lost).toEqual(first < 0 ? [] : [first]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
