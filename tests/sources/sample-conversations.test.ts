import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildTimeline, parseConversations, type Track } from '../../src/core/index';
import { TYPE_ORDER } from '../../src/core/model/look';
import { samples } from '../../src/sources/samples/catalogue';
import { createSampleConversations } from '../../src/sources/samples/conversations';
import { createSampleSource } from '../../src/sources/samples/source';
import { SourceError } from '../../src/sources/source';
import { describeSource } from './contract';

function fromFiles(url: unknown): Promise<Response> {
  return Promise.resolve(new Response(readFileSync(`public/${String(url).replace('/', '')}`)));
}

function typesOf({ segments }: Track): string[] {
  return segments.map(({ type }) => type);
}

function sampleConversations(fetch: typeof globalThis.fetch = fromFiles) {
  return createSampleConversations(
    createSampleSource({
      base: '/',
      read: (text) => Promise.resolve(parseConversations(text).conversations),
      fetch,
    }),
  );
}

test('the samples are a list like any other, and each opens as the conversation it is', async () => {
  const source = sampleConversations();
  const { rows } = await source.list({ filter: {}, limit: 1000 });
  expect(rows.length).toBeGreaterThan(16);
  expect(await source.count({})).toEqual({ value: rows.length, exact: true });
  for (const { id } of rows) {
    const { text } = await source.get(id);
    expect(parseConversations(text).conversations.map((conversation) => conversation.id)).toEqual([id]);
  }
});

test('the key to the picture has every type of segment but those that no record has', () => {
  const { conversations } = parseConversations(readFileSync('public/samples/every-segment.json', 'utf8'));
  const lanes = conversations.flatMap((one) => buildTimeline(one).lanes);
  const shown = new Set<string>(lanes.flatMap(({ tracks }) => tracks.flatMap(typesOf)));
  expect(TYPE_ORDER.filter((type) => !shown.has(type))).toEqual(['offering', 'concurrent']);
});

test('who controlled a browser is found by asking for it', async () => {
  const controlled = { choices: { mark: ['controlled'] } };
  const { rows } = await sampleConversations().list({ filter: controlled, limit: 1000 });
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row.controlled).toBeGreaterThan(0);
});

test('after a failure it is asked again', async () => {
  let offline = true;
  const source = sampleConversations((url) =>
    offline ? Promise.reject(new TypeError('network')) : fromFiles(url),
  );
  await expect(source.count({})).rejects.toBeInstanceOf(SourceError);
  offline = false;
  expect((await source.count({})).value).toBeGreaterThan(16);
});

describeSource('the samples', (all) =>
  Promise.resolve(
    createSampleConversations({
      list: () => Promise.resolve(samples),
      // As if they stood in two of the files.
      get: (id) => {
        const place = samples.findIndex((sample) => sample.id === id);
        const some = place === 0 ? all.slice(0, 20) : all.slice(20);
        return Promise.resolve(place < 2 ? some : []);
      },
    }),
  ),
);
