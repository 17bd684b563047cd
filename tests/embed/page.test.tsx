import { Blob as NodeBlob } from 'node:buffer';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
// Here, so that no test waits for it: what the page itself loads first is the page.
import '../../src/embed/page/bridge';
import '../../src/embed/page/fragment';
import '../../src/embed/page/frame-timeline';
import '../../src/timeline/read-any';
import { buildTimeline, parseConversations } from '../../src/core/index';
import { frameWords } from '../../src/embed/page/words';
import { type Message, messageOf } from '../../src/embed/protocol';
import { handoverFragment } from '../../src/ui/handover';

const HOST = 'https://dashboard.example';
const named = `?parentOrigin=${encodeURIComponent(HOST)}`;
const talk = (id: string, name: string) => ({
  id,
  participants: [
    { id: 'a', name, purpose: 'agent', calls: [{ id: 'k', connectedTime: '2026-11-19T09:00:00Z' }] },
  ],
});
const [read] = parseConversations(talk('built', 'Ada')).conversations;
const built = read && buildTimeline(read, { now: Date.UTC(2026, 10, 19, 9) + 7 });
const text = (name: string) => JSON.stringify(talk('c', name));

/** What the page around the frame got. */
let got: { message: Message; target: string }[] = [];
let host: { postMessage: (message: Message, target: string) => void };
/** Machines are shared. */
const late = { timeout: 10_000 };
/** Calls what watches the size of the page. */
let measure: () => void = () => undefined;
let opened = 0;

/** The page of the frame at an address, in a page of another origin unless it stands alone. */
async function open(address: string, { alone = false, origins = '' } = {}): Promise<void> {
  history.replaceState(null, '', `/embed${address}`);
  document.head.innerHTML = `<meta name="participant-timeline:origins" content="${origins}">`;
  document.body.innerHTML = '<main><div id="root"></div><p id="note" role="status"></p></main>';
  size(300.2, 411.5);
  vi.stubGlobal('parent', alone ? window : host);
  // Under another name each time, so that it starts once more.
  await import(/* @vite-ignore */ `../../src/embed/page/main?${(opened += 1)}`);
  await soon();
}
function size(width: number, height: number): void {
  const main = document.querySelector('main') as HTMLElement;
  main.getBoundingClientRect = () => new DOMRect(0, 0, width, height);
}
const soon = () => new Promise((done) => setTimeout(done));
async function say(message: unknown, from: { origin?: string; source?: unknown } = {}): Promise<void> {
  const usual = { data: message, origin: HOST, source: host };
  window.dispatchEvent(Object.assign(new Event('message'), usual, from));
  await soon();
}
const types = () => got.map(({ message: { type, id } }) => (id === undefined ? type : `${type} ${id}`));
const page = () => document.body.textContent;
const noted = () => document.getElementById('note')?.textContent;
async function turn(fragment: string): Promise<void> {
  history.replaceState(null, '', `${location.pathname}${location.search}${fragment}`);
  window.dispatchEvent(new Event('hashchange'));
  await soon();
}

beforeEach(() => {
  got = [];
  host = { postMessage: (message, target) => got.push({ message, target }) };
  vi.stubGlobal('Blob', NodeBlob); // that of jsdom has no streams
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: () => void) {
        measure = told;
      }
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  delete document.documentElement.dataset['followed'];
  document.documentElement.dir = '';
  document.head.replaceChildren();
});

describe('the page of the frame', () => {
  it('greets the page that it was told to trust, and answers nobody else', async () => {
    await open(named);
    expect(types()).toEqual(['ready', 'resize']);
    expect(page()).toContain(frameWords.waiting(HOST));
    await say(messageOf('ping', undefined, 'a'));
    await say(messageOf('ping', undefined, 'stranger'), { origin: 'https://other.example' });
    await say(messageOf('ping', undefined, 'nobody'), { origin: 'null' });
    await say(messageOf('ping', undefined, 'sibling'), { source: { postMessage: host.postMessage } });
    await say(messageOf('load', talk('c', 'Eve'), 'thief'), { source: window });
    await say(messageOf('ping', undefined, 'b'));
    // Who greets has to know how high it is, too.
    expect(types()).toEqual(['ready', 'resize', 'ready a', 'resize', 'ready b', 'resize']);
    expect(new Set(got.map(({ target }) => target))).toEqual(new Set([HOST]));
    expect(page()).not.toContain('Eve');
  });

  it.each([
    ['?parentOrigin=*', '', frameWords.refused.malformed],
    ['?parentOrigin=null', '', frameWords.refused.malformed],
    [`${named}&parentOrigin=https://b.example`, '', frameWords.refused.several],
    [named, 'https://b.example', frameWords.refused['not-listed']],
  ])(
    'at %s with the list “%s” it says why, and says and hears nothing else',
    async (address, origins, said) => {
      await open(address + (await handoverFragment(text('Ada'))), { origins });
      await say(messageOf('ping', undefined, 'a'));
      await say(messageOf('ping', undefined, 'a'), { origin: 'null' });
      await turn(await handoverFragment(text('Ada')));
      expect(page()).toContain(said);
      expect(page()).not.toContain('Ada');
      expect(got).toEqual([]);
    },
  );

  it('trusts pages on the list of its site, and those of its site', async () => {
    await open(named, { origins: `https://b.example ${HOST}` });
    expect(types()).toContain('ready');
    got = [];
    await open(`?parentOrigin=${location.origin}`, { origins: HOST });
    expect(types()).toContain('ready');
  });

  it('talks to nobody when it stands alone, or was told of nobody', async () => {
    await open(named, { alone: true });
    expect(page()).toContain(frameWords.alone);
    await open('');
    await say(messageOf('ping', undefined, 'a'));
    expect(page()).toContain(frameWords.alone);
    expect(got).toEqual([]);
  });

  it('shows what its address holds, also the next, and says what of it was lost', async () => {
    await open(`?dir=rtl${await handoverFragment(text('Ada'))}`);
    expect(document.documentElement.dir).toBe('rtl');
    await expect.poll(page, late).toContain('Ada');
    expect(noted()).toBe('');
    await turn(await handoverFragment(`[${text('Bea')},\n {"id": `));
    await expect.poll(page, late).toContain('Bea');
    expect(noted()).toMatch(/, line 2, column \d+\.$/);
    await turn('#data1=AAAA');
    await expect.poll(page, late).toContain('cut off or changed');
    expect(noted()).toBe('');
    await turn(await handoverFragment('{"name": "x",\n  "id" "a"}'));
    await expect.poll(page, late).toMatch(/Expected a colon.*, line 2, column 8\./);
    await turn('');
    await expect.poll(page, late).toContain(frameWords.alone);
    await turn(await handoverFragment('{"hello": "world"}'));
    await expect.poll(page, late).not.toContain(frameWords.alone);
    await soon();
    expect(page()).not.toContain('undefined');
  });

  it('keeps what its host sent while it read its address', async () => {
    const others = await handoverFragment(text('Ada'));
    await open(named);
    const turned = turn(others);
    await say(messageOf('load', talk('c', 'Bea'), 'load'));
    await turned;
    await new Promise((done) => setTimeout(done, 50));
    expect(page()).toContain('Bea');
    expect(page()).not.toContain('Ada');
    expect(types()).toContain('loaded load');
    expect(page()).not.toContain(frameWords.alone);
  });

  it('says no more what was lost of its address when its host has sent something else', async () => {
    await open(named + (await handoverFragment(`[${text('Ada')},\n {"id": `)));
    await expect.poll(noted, late).toMatch(/line 2/);
    await say(messageOf('setTheme', 'dark', 'theme'));
    expect(noted()).toMatch(/line 2/);
    await say(messageOf('load', talk('c', 'Bea'), 'load'));
    expect(page()).toContain('Bea');
    expect(noted()).toBe('');
  });

  it('shows the last of two addresses that came one after the other', async () => {
    const [first, second] = await Promise.all([handoverFragment(text('Ada')), handoverFragment(text('Bea'))]);
    await open('');
    await Promise.all([turn(first), turn(second)]);
    await expect.poll(page, late).toContain('Bea');
    expect(page()).not.toContain('Ada');
  });

  it('tells news of its timeline', async () => {
    await open(named);
    await say(messageOf('load', talk('c', 'Ada'), 'load'));
    await expect.poll(types, late).toContain('loaded load');
    got = [];
    const cell = document.querySelector<HTMLElement>('[role="gridcell"]');
    act(() => cell?.focus());
    act(() => void cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
    act(() => void cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
    const news = got
      .filter(({ message: { type } }) => type === 'select')
      .map(({ message }) => message.payload);
    expect(news).toEqual([expect.objectContaining({ kind: 'segment' }), null]);
    expect(types()).toContain('viewChange');
  });

  it('says to whoever asked, and to all, what could not be drawn', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await open(named);
    await say(messageOf('load', { lanes: [null], links: [null] }, 'load'));
    await expect.poll(types, late).toContain('error load');
    expect(types()).toContain('error');
    await say(messageOf('load', talk('c', 'Ada'), 'next'));
    const region = document.querySelector('.pt-region');
    await say(messageOf('load', talk('c', 'Bea'), 'last'));
    expect(page()).toContain('Bea');
    expect(document.querySelector('.pt-region')).toBe(region);
    vi.restoreAllMocks();
  });

  it('looks as its address says', async () => {
    await open(`${named}&clock=elapsed&theme=dark&overlays=-roles`);
    await say(messageOf('load', talk('c', 'Ada'), 'load'));
    await expect.poll(page, late).toContain('Time since start');
    expect(document.documentElement.dataset['theme']).toBe('dark');
    await say(messageOf('setTheme', 'light', 'theme'));
    expect(document.documentElement.dataset['theme']).toBe('light');
    delete document.documentElement.dataset['theme'];
    await say(messageOf('setView', {}, 'view'));
    expect(got.at(-1)?.message).toMatchObject({
      id: 'view',
      payload: { overlays: { roles: false } },
    });
  });

  it.each([
    ['nobody says so', '', {}, false],
    ['its address says so', '&live', {}, true],
    ['who sends it says so', '', { live: true }, true],
  ])('grows with the clock where it is told to: %s', async (_, address, more, grows) => {
    const ticks = vi.spyOn(window, 'setInterval');
    await open(named + address);
    await say(messageOf('load', { conversation: talk('c', 'Ada'), ...more }, 'load'));
    await expect.poll(types, late).toContain('loaded load');
    await soon();
    await expect.poll(() => ticks.mock.calls.length > 0, late).toBe(grows);
    await say(messageOf('load', '[]', 'nothing'));
    ticks.mockRestore();
  });

  const start = Date.UTC(2026, 10, 19, 9);
  const at = Date.UTC(2026, 10, 19, 10);
  it.each([
    ['at the last of its data', {}, start],
    ['at the clock, when it grows with it', { live: true }, at],
    ['where it is told to, though it should grow', { live: true, now: start + 5 }, start + 5],
    ['where it was built to, which stands still', { conversation: built, live: true }, start + 7],
    ['where its data does, though the clock is behind', { live: true }, start, start - 9],
  ])('tells where a conversation ends: %s', async (_, load, end, clock = at) => {
    const time = vi.spyOn(Date, 'now').mockReturnValue(clock);
    await open(named);
    await say(messageOf('load', { conversation: talk('c', 'Ada'), ...load }, 'load'));
    await expect.poll(types, late).toContain('loaded load');
    time.mockRestore();
    expect(got.find(({ message }) => message.id === 'load')?.message.payload).toMatchObject({ start, end });
  });

  it('tells where the same text ends at another time', async () => {
    await open(named);
    await say(messageOf('load', { conversation: text('Ada'), now: start + 5 }, 'first'));
    await expect.poll(types, late).toContain('loaded first');
    await say(messageOf('load', { conversation: text('Ada'), now: start + 7 }, 'second'));
    await expect.poll(types, late).toContain('loaded second');
    await say(messageOf('load', { conversation: text('Ada'), now: start + 7 }, 'third'));
    await expect.poll(types, late).toContain('loaded third');
    const ends = got.filter(({ message }) => message.type === 'loaded').map(({ message }) => message.payload);
    expect(ends).toMatchObject([{ end: start + 5 }, { end: start + 7 }, { end: start + 7 }]);
  });

  it('shows the view that it is told, and that which comes with a conversation', async () => {
    await open(named);
    await say(messageOf('load', talk('c', 'Ada'), 'load'));
    await say(messageOf('setView', { clock: 'elapsed' }, 'view'));
    expect(page()).toContain('Time since start');
    await say(messageOf('load', talk('d', 'Bea'), 'plain'));
    await say(messageOf('setTimeZone', 'Asia/Tokyo', 'zone'));
    await say(messageOf('setLocale', 'de', 'locale'));
    expect(page()).toMatch(/19\. Nov.*GMT\+9/);
    expect(page()).not.toContain('Time since start');
    await say(messageOf('load', { conversation: talk('e', 'Cid'), view: { clock: 'elapsed' } }, 'with view'));
    expect(page()).toContain('Time since start');
    const region = document.querySelector('.pt-region');
    await say(
      messageOf('load', { conversation: talk('e', 'Cid'), now: Date.UTC(2026, 10, 19, 10) }, 'later'),
    );
    expect(document.querySelector('.pt-region')).toBe(region);
  });

  it('tells how high it is, rounded up, and when its host has followed', async () => {
    await open(named);
    const followed = () => document.documentElement.dataset['followed'];
    vi.stubGlobal('innerHeight', 300);
    measure();
    expect(got.at(-1)?.message.payload).toEqual({ width: 301, height: 412 });
    expect(followed()).toBeUndefined();
    vi.stubGlobal('innerHeight', 411);
    measure();
    expect(followed()).toBe('');
  });

  it('says nothing of its height, and takes none for followed, while it is hidden', async () => {
    await open(named);
    got = [];
    vi.stubGlobal('innerHeight', 0);
    size(0, 0);
    measure();
    await say(messageOf('ping', undefined, 'a'));
    expect(types()).toEqual(['ready a']);
    expect(document.documentElement.dataset['followed']).toBeUndefined();
  });
});
