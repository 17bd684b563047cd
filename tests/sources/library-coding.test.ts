// @vitest-environment node
import {
  array,
  assert,
  constantFrom,
  double,
  integer,
  jsonValue,
  oneof,
  property,
  record,
  string,
  uuid,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Damaged, Decoder } from '../../src/sources/library/coding/decode';
import { type Encodable, Encoder } from '../../src/sources/library/coding/encode';
import { FIRST_TIME, LAST_TIME } from '../../src/sources/library/coding/tags';
import { SHAPES, WORDS } from '../../src/sources/library/coding/vocabulary';

function encoded(value: Encodable): Uint8Array {
  const encoder = new Encoder();
  encoder.value(value);
  return encoder.done();
}

function there(value: Encodable): unknown {
  return new Decoder(encoded(value)).value();
}

/** Values as conversations have them, with what lies just beside what is told in a shorter way. */
const values = oneof(
  jsonValue({ maxDepth: 4 }),
  integer({ min: FIRST_TIME - 5, max: LAST_TIME + 5 }),
  integer({ min: -70, max: 70 }),
  constantFrom(0, -1, 37, 38, 39, 127, 128, 2 ** 31, 2 ** 32 + 1, 2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 53, 1e21),
  double({ noNaN: true, noDefaultInfinity: true }),
  uuid(),
  uuid().map((id) => id.toUpperCase()),
  string({ unit: 'binary', maxLength: 300 }),
  constantFrom(
    '',
    'tel:+',
    'tel:+0123',
    'tel:+15551234567',
    'tel:+1234567890123456',
    '007',
    '70',
    '700',
    '1e5',
  ),
  constantFrom(...WORDS),
  constantFrom(
    '\ufeffmark',
    '\ud800',
    'a\udfff',
    'Zoë 张伟 🎉',
    'é'.repeat(64),
    'x'.repeat(127),
    'x'.repeat(128),
    'x'.repeat(5000),
  ),
);

describe('what is told in bytes', () => {
  test('is read as it was', () => {
    const many = array(
      record({ id: values, name: values, [String(WORDS[3])]: values }, { requiredKeys: [] }),
    );
    assert(
      property(oneof(values, array(values), many), (value) => {
        // JSON has no zero below nothing.
        expect(there(value)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 2000 },
    );
  });

  test('names what was told before, however often it comes', () => {
    const person = {
      id: '8de94c65-2951-4a2d-8304-2e13698bc365',
      name: 'Zoë',
      at: 1_774_999_680_000,
      unheard: 'of',
    };
    const all = Array.from({ length: 300 }, (_, place) => ({ ...person, at: person.at + (place % 12) }));
    expect(there(all)).toEqual(all);
    expect(encoded(all).length).toBeLessThan(300 * 12 + 60);
  });

  test('keeps keys that are traps as keys', () => {
    const text = '{"__proto__":{"polluted":1},"constructor":2,"toString":"x","hasOwnProperty":null}';
    const read = there(JSON.parse(text));
    expect(JSON.stringify(read)).toBe(text);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  test('takes keys for different that only look alike when they are joined', () => {
    const all = [
      {},
      { '': 1 },
      { 'a\nb': 1, c: 2 },
      { a: 1, 'b\nc': 2 },
      { a: 1, b: 2, c: 3 },
      {},
      { '': 2 },
    ];
    expect(there(all)).toEqual(all);
  });

  test('leaves out what is not there', () => {
    expect(there({ a: undefined, b: 1 })).toEqual({ b: 1 });
    expect(there([undefined, 1])).toEqual([undefined, 1]);
  });

  test('that is cut off or no such thing at all is refused', () => {
    const bytes = encoded([{ id: 'somebody', at: 1_774_999_680_000, more: [1.5, -3, 'tel:+15551234567'] }]);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => new Decoder(bytes.subarray(0, length)).value()).toThrow(Damaged);
    }
    for (const broken of [[9, 3], [13, 120], [18], [], [16, 255]]) {
      expect(() => new Decoder(Uint8Array.from(broken)).value()).toThrow(Damaged);
    }
  });
});

test('the vocabulary is the one that everything stored was written with', () => {
  // Whoever changes it needs a new version of the database, and these lines.
  expect([WORDS.length, WORDS[0], WORDS[191], WORDS[192], WORDS.at(-1)]).toMatchInlineSnapshot(`
    [
      426,
      "form",
      "messageStatus",
      "received",
      "screenMonitorings",
    ]
  `);
  expect([SHAPES.length, SHAPES[0]?.join(' '), SHAPES.at(-1)?.join(' ')]).toMatchInlineSnapshot(`
    [
      54,
      "start end lanes more",
      "id purpose name userId queueId queueName teamId startTime connectedTime endTime alertingTimeoutMs wrapupRequired wrapupPrompt wrapupTimeoutMs startAcwTime endAcwTime wrapup attributes chats",
    ]
  `);
  expect(new Set(WORDS).size).toBe(WORDS.length);
});
