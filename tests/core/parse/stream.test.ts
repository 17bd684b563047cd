import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../../src/core/model/problem';
import { readDocuments } from '../../../src/core/parse/json/documents';
import { parseConversationStream, type StreamOptions } from '../../../src/core/parse/stream';

/** What the stream gave to the collector, and how much may be held back. */
const collected = vi.hoisted(() => ({ added: [] as [string, unknown][], takes: [] as boolean[] }));

vi.mock('../../../src/core/parse/collect', () => {
  type Waiting = { conversations: Map<string, { id: string; observations: [] }> };
  return {
    collect({ conversations }: Waiting, value: unknown, pointer: string) {
      collected.added.push([pointer, value]);
      conversations.set(pointer, { id: pointer, observations: [] });
    },
    collectElement({ conversations }: Waiting, value: unknown, { pointer }: { pointer: string }) {
      collected.added.push([pointer, value]);
      conversations.set(pointer, { id: pointer, observations: [] });
    },
    takeComplete(collector: Waiting, all: boolean) {
      collected.takes.push(all);
      const conversations = [...collector.conversations.values()];
      collector.conversations = new Map();
      return { conversations, problems: [] };
    },
  };
});

beforeEach(() => {
  collected.added = [];
  collected.takes = [];
});

/** A stream of bytes cut every `size` bytes, which counts what is asked of it. */
function streamOf(text: string, size = text.length + 1) {
  const bytes = new TextEncoder().encode(text);
  const state = { pulls: 0, cancelled: undefined as unknown };
  let at = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        state.pulls += 1;
        if (at >= bytes.length) return controller.close();
        controller.enqueue(bytes.subarray(at, at + size));
        at += size;
      },
      cancel(reason) {
        state.cancelled = reason ?? 'no reason';
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, state };
}

async function read(text: string, size?: number, options?: StreamOptions) {
  collected.added = [];
  const problems: Problem[] = [];
  for await (const item of parseConversationStream(streamOf(text, size).stream, options)) {
    if ('problem' in item) problems.push(item.problem);
  }
  return { added: collected.added, problems };
}

function readWhole(text: string) {
  const { documents, count, problems } = readDocuments(text);
  return { added: documents.map(({ value, index }) => [count > 1 ? `/${index}` : '', value]), problems };
}

const samples = [
  '{"id":"ä😀"}',
  '\uFEFF{"id":1}\n{"id":2}\r\n\r\n{"id":"\\u00e4\\n"}',
  '[{"id":1},{"id":2}]\n[3]',
  '{"id":1}{"id":2,"x":[{}]}\n42 7 "x"\n',
  '{"id":1}\n{"id":2,\n{"id":3}\n{"id":4]\n{"id":5}',
  '{"participants":[{"id":1},{"id":2},{"id',
  '{"id":1}\n{"participants":[{"id":1},{"i\n\n',
  '{\n "a": [1,\n 2,]\n}\n{\n "b": "x\ny"\n}\nhello\nyou\n{"c":1}',
  'data: {"a":1};\ndata: {"a":2};',
  'hello',
  '',
  ' \n',
];

describe('a stream', () => {
  it.each(samples)('gives what the whole text gives, wherever it is cut: %j', async (text) => {
    for (const size of [1, 2, 3, 5, 7, 1000]) expect(await read(text, size)).toEqual(readWhole(text));
  });

  it('does so for any text', async () => {
    const parts = fc.array(
      fc.constantFrom(...samples, ...Array.from('{}[]",:\n'), '{"a":1}\n', '😀', '"b"', '// c\n'),
    );
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 40 }), async (texts, size) => {
        const text = texts.join('');
        expect(await read(text, size)).toEqual(readWhole(text));
      }),
      { numRuns: 500 },
    );
  });
});

const small: StreamOptions = { maxDocumentLength: 60 };

describe('a large document', () => {
  const items = Array.from({ length: 9 }, (_, id) => ({ id, text: 'ä"]}\\' }));
  const elements = (path: string) => items.map((item, index) => [`${path}/${index}`, item]);

  it.each([
    ['a list', JSON.stringify(items), ''],
    [
      'conversations',
      JSON.stringify({ total: 9, x: { conversations: [1] }, conversations: items, end: [[]] }),
      '/conversations',
    ],
    [
      'entities, pretty printed',
      JSON.stringify({ pageSize: 25, entities: items }, undefined, 2),
      '/entities',
    ],
    ['participants', JSON.stringify({ participants: items }), '/participants'],
    [
      'conversations behind much else',
      JSON.stringify({ pad: 'x'.repeat(99), conversations: items }),
      '/conversations',
    ],
  ])('is cut into elements: %s', async (_, text, path) => {
    for (const size of [1, 3, 50, 1000]) {
      expect(await read(text, size, small)).toEqual({ added: elements(path), problems: [] });
    }
  });

  it('goes by its number when others came before', async () => {
    const { added } = await read(`{"id":"x"}\n${JSON.stringify(items)}\n{"id":"y"}`, 10, small);
    expect(added).toEqual([['/0', { id: 'x' }], ...elements('/1'), ['/2', { id: 'y' }]]);
  });

  it.each<[string, unknown]>([
    ['a conversation', { id: 'long', participants: items }],
    ['a participant', { calls: items }],
    ['one whose list is none', { conversations: { id: 'x'.repeat(99) } }],
  ])('that is no list is skipped, and the next is read: %s', async (_, value) => {
    const long = JSON.stringify(value);
    for (const size of [1, 7, 1000]) {
      const { added, problems } = await read(`{"id":1}\n${long}\n{"id":3}\n`, size, small);
      expect(added).toEqual([
        ['/0', { id: 1 }],
        ['/2', { id: 3 }],
      ]);
      expect(problems).toMatchObject([{ code: 'truncated-input', line: 2, column: 1 }]);
    }
  });

  it('loses no more than an element that is too long', async () => {
    const text = JSON.stringify({ conversations: [{ id: 1 }, { id: 'x'.repeat(99) }, { id: 3 }] });
    for (const size of [1, 7, 1000]) {
      const { added, problems } = await read(text, size, small);
      expect(added).toEqual([
        ['/conversations/0', { id: 1 }],
        ['/conversations/2', { id: 3 }],
      ]);
      expect(problems).toMatchObject([
        { code: 'truncated-input', pointers: ['/conversations/1'], line: 1, column: 28 },
      ]);
    }
  });

  it('loses no more by faults in it, and finds its end', async () => {
    const long = `{"id":"${'x'.repeat(99)}","a":[{"b":1} {"c":2} [3]],"d":{"e":},"f":1 "g":2},`;
    for (const size of [1, 7]) {
      const { added, problems } = await read(`{"conversations":[{"id":1},\n${long}\n{"id":3}]}`, size, small);
      expect(added).toEqual([
        ['/conversations/0', { id: 1 }],
        ['/conversations/2', { id: 3 }],
      ]);
      expect(problems.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
        'truncated-input 2:1',
        'invalid-json 2:122',
        'invalid-json 2:130',
        'invalid-json 2:144',
        'invalid-json 2:152',
      ]);
    }
  });

  it('loses nothing by faults, which are told with their place', async () => {
    const text = '{"conversations":[\n{"id":1},\n{"id":2,},\n{"id":3}\n{"id":4},,\n{"id":5},]}\n{"id":6}';
    for (const size of [1, 7, 1000]) {
      const { added, problems } = await read(text, size, small);
      expect(added.map(([, value]) => value)).toEqual([1, 2, 3, 4, 5, 6].map((id) => ({ id })));
      expect(problems.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
        'invalid-json 3:9',
        'invalid-json 5:1',
        'invalid-json 5:10',
        'invalid-json 6:10',
      ]);
    }
  });

  it('that is cut off keeps what is complete', async () => {
    const text = '{"conversations":[{"id":1},{"id":2,"participants":[{"id":"a"},{"id":"b","calls":[';
    for (const size of [1, 7, 1000]) {
      const { added, problems } = await read(text, size, small);
      expect(added).toEqual([
        ['/conversations/0', { id: 1 }],
        ['/conversations/1', { id: 2, participants: [{ id: 'a' }] }],
      ]);
      expect(problems).toMatchObject([{ code: 'truncated-input', line: 1, column: text.length + 1 }]);
    }
  });

  it('comes to an end however broken it is', async () => {
    const part = fc.constantFrom(
      ...Array.from('{}[]",:\n x'),
      '{"id":1}',
      ',{"id":2}',
      '"a":',
      '{"conversations":[',
      '[',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (parts, size) => {
          const text = `[{"id":1}${parts.join('')}`;
          const { added } = await read(text, size, { maxDocumentLength: 12 });
          expect(added.length).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('ends with its line where each line is a document', async () => {
    const text = `{"id":1}\n{"id":"2"\n${JSON.stringify(items).slice(0, -1)}\n{"id":3}\n`;
    for (const size of [1, 1000]) {
      const { added, problems } = await read(text, size, small);
      expect(added).toEqual([['/0', { id: 1 }], ['/1', { id: '2' }], ...elements('/2'), ['/3', { id: 3 }]]);
      expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
        '2 The line ends inside the document',
        '3 Expected a comma or "]", found a line break',
      ]);
    }
  });

  it('tells what is wrong around its elements', async () => {
    const text = `{"conversations":[,${JSON.stringify(items).slice(1)},, "total" 3, "page":{,"a":1} "b":2}`;
    const { added, problems } = await read(text, 7, small);
    expect(added.map(([, value]) => value)).toEqual(items);
    expect(problems.map(({ column, message }) => `${column} ${message}`)).toEqual([
      '19 Expected a value, found ","',
      '255 Expected a name in double quotes, found ","',
      '265 Expected a colon, found "3"',
      '268 Expected a colon, found a double quote',
      '276 Expected a name in double quotes, found ","',
      '284 Expected a comma or "}", found a double quote',
    ]);
  });

  it.each(['', ' ', '?!'])('finds elements and its end behind words that are none%s', async (more) => {
    const [first, ...others] = items.map((item) => JSON.stringify(item));
    const list = `${first},${others.join()} oops${more}${first} oops${more}`;
    const text = `{"conversations":[${list}], oops${more}}\n{"id":"next"}`;
    for (const size of [1, 50, 1000]) {
      const { added } = await read(text, size, small);
      expect(added.map(([, value]) => value)).toEqual([...items, items[0], { id: 'next' }]);
    }
  });

  it('has as many faults told as anybody reads', async () => {
    const { added, problems } = await read(`[${Array(99).fill('{"id":1,}').join()}]`, 50, small);
    expect(added).toHaveLength(99);
    expect(problems).toHaveLength(21);
  });

  it.each<[string, object]>([
    ['our own export', { format: 'participant-timeline', version: 1, conversations: [{ id: 1 }] }],
    ['a conversation, its participants first', { participants: [{ id: 'a' }], id: 'c' }],
    ['one whose list is none', { conversations: { id: 1 } }],
  ])('stays whole where it is no list and short enough: %s', async (_, value) => {
    const text = JSON.stringify({ ...value, pad: 'x'.repeat(1 << 20) });
    expect(await read(text, 1 << 17)).toEqual({ added: [['', JSON.parse(text)]], problems: [] });
  });

  it('is handed over even when a part of it is nested too deep, for the reader to leave out that part', async () => {
    const { added, problems } = await read(`{"id":1}\n{"x":${'['.repeat(600)}${']'.repeat(600)}}`);
    expect(added.map(([pointer]) => pointer)).toEqual(['/0', '/1']);
    expect(problems).toEqual([]);
  });
});

describe('reading', () => {
  const lines = '{"id":1}\n'.repeat(1000);

  it('asks for no more than is used, and cancels when it is left', async () => {
    const { stream, state } = streamOf(lines, 90);
    for await (const item of parseConversationStream(stream, { mergeWithin: 0 })) {
      expect(item).toHaveProperty('conversation');
      break;
    }
    expect(state.pulls).toBeLessThanOrEqual(2);
    expect(state.cancelled).toBeDefined();
  });

  it('ends with the reason of the signal while it waits', async () => {
    const aborter = new AbortController();
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      cancel() {
        cancelled = true;
        return new Promise(() => undefined); // a source that never lets go
      },
    });
    const next = parseConversationStream(stream, { signal: aborter.signal }).next();
    aborter.abort();
    await expect(next).rejects.toMatchObject({ name: 'AbortError' });
    expect(cancelled).toBe(true);
  });

  it('ends within a chunk', async () => {
    const aborter = new AbortController();
    const seen: unknown[] = [];
    const reading = async () => {
      const options = { signal: aborter.signal, mergeWithin: 0 };
      for await (const item of parseConversationStream(streamOf(lines).stream, options)) {
        seen.push(item);
        aborter.abort(new Error('enough'));
      }
    };
    await expect(reading()).rejects.toThrow('enough');
    expect(seen).toHaveLength(1);
    await expect(
      parseConversationStream(streamOf(lines).stream, { signal: aborter.signal }).next(),
    ).rejects.toThrow('enough');
  });

  it('tells its progress', async () => {
    const progress: unknown[] = [];
    await read('{"id":1}\n{"id":2}\noops\n{"id":3}', 9, { onProgress: (at) => progress.push(at) });
    expect(progress.at(-1)).toEqual({ bytes: 31, conversations: 3, problems: 1 });
    expect(progress.length).toBeGreaterThan(3);
  });

  it('hands over as it goes behind what it merges', async () => {
    const { stream, state } = streamOf(lines, 90);
    for await (const item of parseConversationStream(stream, { mergeWithin: 450 })) {
      expect(item).toHaveProperty('conversation');
      break;
    }
    expect(state.pulls).toBe(6);
  });

  it('lets go of what is held back when it is too much', async () => {
    await read(lines, undefined, { maxHeld: 100 });
    expect(collected.takes.filter(Boolean).length).toBeGreaterThan(8);
  });
});
