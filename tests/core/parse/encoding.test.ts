import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/core/model/problem';
import { parseConversations } from '../../../src/core/parse/parse-conversations';
import { parseSound } from '../../../src/core/parse/parse-sound';
import { parseConversationStream } from '../../../src/core/parse/stream';

const document = (name: string) => `{"id":"c","participants":[\n{"id":"p","name":"${name}"}]}`;
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

async function streamed(bytes: Uint8Array, size: number) {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
  const names: (string | undefined)[] = [];
  const problems: Problem[] = [];
  for await (const item of parseConversationStream(stream)) {
    if ('problem' in item) problems.push(item.problem);
    else names.push(...nameOf(item.conversation));
  }
  return { names, problems };
}

function nameOf({ observations }: { observations: readonly object[] }): string[] {
  return /"name":"([^"]*)"/.exec(JSON.stringify(observations))?.slice(1) ?? [];
}

function lossesIn(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ message }) => message.includes('Not UTF-8'));
}

/** Read whole, and as streams cut at every place that may matter. */
async function readAll(bytes: Uint8Array) {
  const { conversations, problems } = parseConversations(bytes);
  const whole = { names: conversations.flatMap(nameOf), problems };
  for (const size of [1, 2, 3, 7, bytes.length]) expect(await streamed(bytes, size)).toEqual(whole);
  return whole;
}

describe('bytes that are not UTF-8', () => {
  it('are told with the place of the first, and the rest is kept', async () => {
    const { names, problems } = await readAll(latin1(document('Zo\u00e9 Fran\u00e7ois')));
    expect(names).toEqual(['Zo\uFFFD Fran\uFFFDois']);
    expect(problems).toMatchObject([
      { code: 'invalid-json', severity: 'error', pointers: [], line: 2, column: 21 },
    ]);
    expect(problems[0]?.message).toMatch(/^Not UTF-8: /);
  });

  it('are told of the byte behind what the text itself has of that sign, and behind a mark', async () => {
    const bytes = Uint8Array.of(
      0xef,
      0xbb,
      0xbf,
      ...utf8(document('\u540d \uFFFD \u00e9')),
      ...latin1('\n"\u00e9"'),
    );
    expect(lossesIn((await readAll(bytes)).problems)).toMatchObject([{ line: 3, column: 2 }]);
  });

  it('are told of behind a character that a stream is cut in', async () => {
    for (let before = 0; before < 7; before += 1) {
      const [start, end] = document('?')
        .split('?')
        .map((part) => utf8(part)) as [Uint8Array, Uint8Array];
      const name = utf8(`${'x'.repeat(before)}\ud83d\ude00\u540d`);
      const { problems } = await readAll(Uint8Array.of(...start, ...name, 0xe9, ...end));
      expect(problems).toMatchObject([{ line: 2, column: 19 + before + 3 }]);
    }
  });

  it('are told of behind a byte order mark within the text, where a stream may be cut', async () => {
    for (let before = 0; before < 7; before += 1) {
      const sound = utf8(`${document('x'.repeat(before))}\n\uFEFF"`);
      const { problems } = await readAll(Uint8Array.of(...sound, 0xe9, 0x22));
      expect(lossesIn(problems)).toMatchObject([{ line: 3, column: 3 }]);
    }
  });

  it('are not told of where there is no JSON anyway', async () => {
    for (const bytes of [latin1('h\u00e9llo'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)])
      expect(lossesIn((await readAll(bytes)).problems)).toEqual([]);
  });

  it('are told of once, and with the other problems', async () => {
    const broken = latin1(`${document('\u00e9')}\n{"id": oops}\n${document('\u00e9')}`);
    const { problems } = await readAll(broken);
    expect(problems.some(({ line }) => line === 3)).toBe(true);
    expect(lossesIn(problems)).toMatchObject([{ line: 2 }]);
  });

  it('are not told of text that has that sign itself', async () => {
    for (const sign of ['\uFFFD', '\uFFFD\uFFFD \ud83d\ude00\u00e9\uFFFD', '\\ufffd']) {
      expect((await readAll(utf8(document(sign)))).problems).toEqual([]);
      expect(parseConversations(document(sign)).problems).toEqual([]);
    }
  });

  it('are found behind a byte order mark, whatever the text begins with', async () => {
    for (const first of ['\uFFFD', '\uFF21', 'A', '\uFEFB']) {
      const sound = utf8(`\uFEFF${first}\n${document('\u00e9')}`);
      expect(lossesIn((await readAll(sound)).problems)).toEqual([]);
      const broken = Uint8Array.of(...sound, ...latin1(`\n${document('\u00e9')}`));
      expect(lossesIn((await readAll(broken)).problems)).toMatchObject([{ line: 5 }]);
    }
  });

  it('are not taken for sound, wherever they stand', () => {
    expect(parseSound(utf8(document('Zo\u00e9')))).toBeDefined();
    expect(parseSound(latin1(document('Zo\u00e9')))).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 0x80, max: 0xff }), (before, byte) => {
        const start = `{"id":"c","participants":[],"x":${JSON.stringify(before)},"y":"`;
        const { problems } = parseConversations(Uint8Array.of(...utf8(start), byte, ...utf8('"}')));
        expect(lossesIn(problems)).toMatchObject([{ line: 1, column: start.length + 1 }]);
      }),
    );
  });
});

describe('bytes', () => {
  const bytes = utf8(document('Zo\u00e9'));

  it('may come as a buffer, or as a part of one', () => {
    const whole = parseConversations(bytes);
    expect(whole.conversations.flatMap(nameOf)).toEqual(['Zo\u00e9']);
    expect(parseConversations(bytes.slice().buffer)).toEqual(whole);
    const within = Uint8Array.of(0x7b, ...bytes, 0x7b);
    expect(parseConversations(within.subarray(1, -1))).toEqual(whole);
  });

  it('are none in other views', () => {
    expect(parseConversations(Uint16Array.from(bytes)).conversations).toEqual([]);
    expect(parseConversations(new DataView(bytes.slice().buffer)).conversations).toEqual([]);
  });
});

describe('UTF-16', () => {
  const text = document('Zo\u00e9 \u540d \uFFFD \ud83d\ude00');
  const little = new Uint8Array(Buffer.from(text, 'utf16le'));
  const big = new Uint8Array(Buffer.from(text, 'utf16le').swap16());

  it.each([
    ['little endian, marked', Uint8Array.of(0xff, 0xfe, ...little)],
    ['big endian, marked', Uint8Array.of(0xfe, 0xff, ...big)],
    ['little endian', little],
    ['big endian', big],
    ['little endian, behind a line break', Uint8Array.of(0x0a, 0, ...little)],
  ])('%s, is read like UTF-8', async (_, bytes) => {
    expect(await readAll(bytes)).toEqual({ names: ['Zo\u00e9 \u540d \uFFFD \ud83d\ude00'], problems: [] });
  });

  it('that ends within a character is not told to be no UTF-8, whole or in pieces', async () => {
    const { problems } = await readAll(Uint8Array.of(0x5b, 0, 0x5d));
    expect(problems.map(({ code, column }) => [code, column])).toEqual([
      ['invalid-json', 2],
      ['unknown-format', 2],
    ]);
  });
});
