import { describe, expect, test } from 'vitest';
import { createSavedStore, type SavedRecent, SAVED_CHARACTERS } from '../../../src/app/session/saved';
import { Shelf } from './shelf';

function pasted(id: string, characters = 10): SavedRecent {
  return { id, at: 1, title: id, conversations: 1, input: { kind: 'text', text: 'x'.repeat(characters) } };
}
const ids = (list: readonly SavedRecent[]) => list.map(({ id }) => id);

describe('a recording of the network', () => {
  const sent = (value: string) => ({
    headers: [{ name: 'Authorization', value: `Bearer ${value} [1] "x" \\` }],
    cookies: [{ name: 'sid', value }],
    url: 'https://api.example.com',
  });
  const body = JSON.stringify({ id: 'a', participants: [], headers: ['kept'] });
  const entry = { request: sent('T0KEN'), response: { ...sent('T0KEN'), content: { text: body } } };
  const har = { log: { version: '1.2', entries: [entry, entry] } };

  test.each([
    ['small', JSON.stringify(har)],
    ['indented', JSON.stringify(har, null, 2)],
    ['cut off in a token', JSON.stringify(har).slice(0, JSON.stringify(har).lastIndexOf('KEN'))],
  ])('is kept without headers and cookies, %s', (_, text) => {
    const shelf = new Shelf();
    const store = createSavedStore(shelf);
    store.writeDraft(text);
    store.writeOpened({ kind: 'files', files: [{ name: 'a.har', text }] });
    store.writeRecent([{ ...pasted('h'), input: { kind: 'text', text } }]);
    const kept = Array.from({ length: shelf.length }, (_, at) => shelf.getItem(shelf.key(at) ?? '')).join();
    expect(kept).toContain('api.example.com');
    expect(kept).not.toMatch(/T0K|Bearer|sid/);
    expect(store.read().draft).toContain(JSON.stringify(body).slice(1, -1));
  });

  test('stays the same document for all else', () => {
    const store = createSavedStore(new Shelf());
    store.writeDraft(JSON.stringify(har));
    const kept: typeof har = JSON.parse(store.read().draft);
    expect(kept.log.entries.map(({ response }) => response.content.text)).toEqual([body, body]);
    expect(kept.log.entries[0]?.request).toEqual({
      headers: [],
      cookies: [],
      url: 'https://api.example.com',
    });
  });

  test('what is none is kept letter by letter', () => {
    const store = createSavedStore(new Shelf());
    const text = '{"participants": [], "headers": [1, 2]}';
    store.writeDraft(text);
    expect(store.read().draft).toBe(text);
  });
});

describe('what was shown in a tab', () => {
  test('comes back as it was kept', () => {
    const store = createSavedStore(new Shelf());
    expect(store.writeRecent([pasted('b'), pasted('a')])).toHaveLength(2);
    expect(store.readRecent()).toEqual([pasted('b'), pasted('a')]);
  });

  test('the oldest go first where there is no room', () => {
    const store = createSavedStore(new Shelf());
    const half = SAVED_CHARACTERS / 2;
    expect(ids(store.writeRecent([pasted('c', half), pasted('b', 100), pasted('a', half)]))).toEqual([
      'c',
      'b',
    ]);
  });

  test('what is being worked on comes before what was looked at earlier', () => {
    const store = createSavedStore(new Shelf());
    store.writeRecent([pasted('b', 100), pasted('a', SAVED_CHARACTERS / 2)]);
    expect(store.writeDraft('y'.repeat(SAVED_CHARACTERS / 2 + 1000))).toBe(true);
    expect(ids(store.readRecent())).toEqual(['b']);
  });

  test('a smaller limit of the browser is met the same way', () => {
    const store = createSavedStore(new Shelf(1000));
    expect(ids(store.writeRecent([pasted('c', 300), pasted('b', 300), pasted('a', 300)]))).toEqual([
      'c',
      'b',
    ]);
    expect(store.writeDraft('y'.repeat(2000))).toBe(false);
  });

  test('what is larger than there is room for leaves nothing of what was kept in its place', () => {
    const large = 'y'.repeat(SAVED_CHARACTERS + 1);
    for (const [shelf, text] of [
      [new Shelf(), large],
      [new Shelf(1000), 'y'.repeat(2000)],
    ] as const) {
      const store = createSavedStore(shelf);
      store.writeDraft('old');
      store.writeOpened({ kind: 'draft' });
      expect([store.writeDraft(text), store.writeOpened({ kind: 'text', text })]).toEqual([false, false]);
      expect(store.read()).toEqual({ draft: '', opened: undefined, chosen: undefined });
    }
  });

  test('what is typed and what is open share the room, and take it from what was looked at earlier', () => {
    const store = createSavedStore(new Shelf());
    const half = 'y'.repeat(SAVED_CHARACTERS / 2);
    expect(store.writeOpened({ kind: 'text', text: half })).toBe(true);
    expect(store.writeDraft(half)).toBe(false);
    expect(ids(store.writeRecent([pasted('b', SAVED_CHARACTERS / 2), pasted('a', 100)]))).toEqual(['a']);
  });

  test('nothing is kept without storage, and nothing breaks over what others wrote', () => {
    expect(createSavedStore(undefined).writeRecent([pasted('a')])).toEqual([]);
    const shelf = new Shelf();
    for (const text of ['no JSON', '{}', '[null,1,{"id":"x"}]']) {
      shelf.setItem('participant-timeline:recent', text);
      expect(createSavedStore(shelf).readRecent()).toEqual([]);
    }
  });

  test('what another version wrote of other types is passed over, as nothing could be drawn of it', () => {
    const shelf = new Shelf();
    const sound = { ...pasted('a'), participants: 2 };
    const odd = [{ title: 5 }, { conversations: '1' }, { participants: {} }, { format: [] }, { at: '1' }];
    const all = [...odd.map((change) => ({ ...sound, ...change })), sound];
    shelf.setItem('participant-timeline:recent', JSON.stringify(all));
    expect(createSavedStore(shelf).readRecent()).toEqual([sound]);
  });
});
