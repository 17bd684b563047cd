import { existsSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { samples } from '../../src/sources/samples/catalogue';
import { createSampleSource } from '../../src/sources/samples/source';

function sourceAnswering(answer: () => Promise<Response>) {
  const fetch = vi.fn<typeof globalThis.fetch>(answer);
  return {
    fetch,
    source: createSampleSource({ base: '/deep/', read: (text) => Promise.resolve(text), fetch }),
  };
}
const id = samples[0]?.id ?? '';

/** The network goes while the text comes. */
function brokenOff(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.error(new TypeError('network')) });
}

describe('the sample source', () => {
  test('lists what the catalogue says, and every file is there', async () => {
    const { source } = sourceAnswering(() => Promise.resolve(new Response('')));
    expect(await source.list()).toBe(samples);
    for (const { file } of samples)
      expect([file, existsSync(`public/samples/${file}`)]).toEqual([file, true]);
  });

  test('fetches under the base and hands the text to the reader', async () => {
    const { fetch, source } = sourceAnswering(() => Promise.resolve(new Response('{"id":1}')));
    expect(await source.get(id)).toBe('{"id":1}');
    expect(fetch.mock.calls[0]?.[0]).toBe(`/deep/samples/${samples[0]?.file}`);
  });

  test('an unknown id is missing without asking', async () => {
    const { fetch, source } = sourceAnswering(() => Promise.resolve(new Response('')));
    await expect(source.get('none')).rejects.toMatchObject({ kind: 'missing' });
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([
    ['missing', () => Promise.resolve(new Response('', { status: 404 }))],
    ['refused', () => Promise.resolve(new Response('', { status: 503 }))],
    ['unreachable', () => Promise.reject(new TypeError('network'))],
    ['unreachable', () => Promise.resolve(new Response(brokenOff()))],
  ])('%s is a kind of its own', async (kind, answer) => {
    await expect(sourceAnswering(answer).source.get(id)).rejects.toMatchObject({ kind });
  });

  test('an abort stays an abort', async () => {
    const control = new AbortController();
    control.abort();
    const { source } = sourceAnswering(() => Promise.reject(new DOMException('', 'AbortError')));
    await expect(source.get(id, control.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
