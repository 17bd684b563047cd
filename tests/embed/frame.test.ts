// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  connectTimelineFrame,
  type TimelineFrame,
  type TimelineFrameOptions,
} from '../../src/embed/frame/frame';
import { type Message, messageOf } from '../../src/embed/protocol';

const SITE = 'https://timeline.example';

/** The page in the frame: what was posted to it, and its way to answer. */
class FakeFrame {
  readonly iframe = document.createElement('iframe');
  readonly got: { message: Message; target: string }[] = [];
  readonly window = {
    postMessage: (message: Message, target: string) => {
      structuredClone(message);
      this.got.push({ message, target });
    },
  };

  constructor(src = `${SITE}/embed?parentOrigin=${encodeURIComponent(location.origin)}`) {
    if (src !== '') this.iframe.setAttribute('src', src);
    // A page of another origin is in there.
    Object.defineProperty(this.iframe, 'contentWindow', { value: this.window, configurable: true });
    Object.defineProperty(this.iframe, 'contentDocument', { value: null, configurable: true });
    document.body.append(this.iframe);
  }

  post(
    data: unknown,
    { origin = SITE, source = this.window }: { origin?: string; source?: unknown } = {},
  ): void {
    window.dispatchEvent(Object.assign(new Event('message'), { data, origin, source }));
  }
  say(type: string, payload?: unknown, id?: string): void {
    this.post(messageOf(type, payload, id));
  }
  /** What was posted since it was looked at last, without greetings. */
  taken(): Message[] {
    const taken = this.got.splice(0).map(({ message }) => message);
    return taken.filter(({ id }) => !String(id).endsWith('hello'));
  }
  last(): Message {
    const last = this.got.at(-1);
    if (!last) throw new Error('nothing was posted');
    return last.message;
  }
  answer(type: string, payload?: unknown): void {
    this.say(type, payload, String(this.last().id));
  }
}

const open: TimelineFrame[] = [];
function connect(frame: FakeFrame, options: TimelineFrameOptions = {}): TimelineFrame {
  const client = connectTimelineFrame(frame.iframe, options);
  open.push(client);
  return client;
}
const READY = { versions: [1], requests: [] };
const codeOf = async (promise: Promise<unknown>) => promise.catch((error: { code: string }) => error.code);

/** Type and payload of what was posted since it was looked at last. */
const told = (frame: FakeFrame) => frame.taken().map(({ type, payload }) => [type, payload]);
/** The same of what a frame is told that was loaded anew. */
function anew(frame: FakeFrame): unknown[] {
  frame.taken();
  frame.say('ready', READY);
  return told(frame);
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const client of open.splice(0)) client.disconnect();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the client of a frame', () => {
  it('waits until the frame has started, and posts to its exact origin only', async () => {
    const frame = new FakeFrame();
    const client = connect(frame, { theme: 'dark', locale: 'de' });
    const news = vi.fn<(news: unknown) => void>();
    client.on('loaded', news);
    const loaded = client.load('{}', { live: true });
    expect(frame.taken()).toEqual([]);
    frame.say('ready', READY);
    expect(await client.ready).toEqual(READY);
    expect(frame.got.map(({ message }) => [message.type, message.payload])).toEqual([
      ['setTheme', 'dark'],
      ['setLocale', 'de'],
      ['load', { conversation: '{}', live: true }],
    ]);
    expect(new Set(frame.got.map(({ target }) => target))).toEqual(new Set([SITE]));
    frame.answer('loaded', { id: 'c' });
    expect(await loaded).toEqual({ id: 'c' });
    expect(news).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('reads addresses where URL cannot say whether it can, as in the page that Jest 29 makes', () => {
    vi.stubGlobal('URL', Object.assign(class extends URL {}, { canParse: undefined }));
    const frame = new FakeFrame();
    connect(frame);
    expect(frame.last()).toMatchObject({ type: 'ping' });
    expect(() => connect(new FakeFrame('https://'))).toThrow(/address of the frame/);
  });

  it('greets a frame that was there before', async () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    expect(frame.last()).toMatchObject({ type: 'ping' });
    frame.answer('ready', READY);
    expect(await client.ready).toEqual(READY);
    // And each that comes in its place.
    frame.got.length = 0;
    frame.iframe.dispatchEvent(new Event('load'));
    expect(frame.last()).toMatchObject({ type: 'ping' });
  });

  it('tells news of the frame, but not that something it had told again was replaced', () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    const heard = vi.fn<(news: unknown) => void>();
    for (const type of ['viewChange', 'loaded', 'error'] as const) client.on(type, heard);
    frame.say('viewChange', { filter: 'Ada' });
    frame.say('loaded', { id: 'c' });
    frame.say('error', { code: 'superseded', message: 'by what was asked for next' });
    expect(heard.mock.calls).toEqual([[{ filter: 'Ada' }], [{ id: 'c' }]]);
  });

  it.each([
    ['a page of another origin', null, SITE, 1],
    ['the empty page that comes before it', document, SITE, 0],
    ['a page of this very origin', document, location.origin, 1],
  ])('greets %s, as often as it may', (_, contentDocument, origin, times) => {
    const frame = new FakeFrame(`${origin}/embed?parentOrigin=${encodeURIComponent(location.origin)}`);
    Object.defineProperty(frame.iframe, 'contentDocument', { value: contentDocument });
    connect(frame);
    expect(frame.got.map(({ message }) => message.type)).toEqual(Array.from({ length: times }, () => 'ping'));
  });

  it('talks to two who share one frame, each of its own', async () => {
    const frame = new FakeFrame();
    const [one, other] = [connect(frame), connect(frame)];
    frame.say('ready', READY);
    const pinged = one.ping();
    const { id } = frame.last();
    const exported = other.export({ format: 'svg' });
    frame.answer('result', { format: 'svg', text: '<svg/>' });
    expect(await exported).toEqual({ format: 'svg', text: '<svg/>' });
    frame.say('ready', READY, String(id));
    expect(await pinged).toEqual(READY);
  });

  it('has the frame say once more how high it is to whoever is left, when it leaves one that answers', () => {
    const frame = new FakeFrame();
    const [one, other] = [connect(frame), connect(frame)];
    frame.got.length = 0;
    one.disconnect();
    expect(frame.got).toEqual([]);
    const third = connect(frame);
    frame.say('ready', READY);
    frame.say('resize', { width: 300, height: 412 });
    frame.got.length = 0;
    third.disconnect();
    expect(frame.iframe.style.height).toBe('');
    expect(frame.last()).toMatchObject({ type: 'ping' });
    frame.answer('ready', READY);
    frame.say('resize', { width: 300, height: 412 });
    expect(frame.iframe.style.height).toBe('412px');
    other.disconnect();
    expect(frame.iframe.style.height).toBe('');
  });

  it('talks to where the address of the frame leads, if it is told', async () => {
    const frame = new FakeFrame();
    const origin = 'https://moved.example';
    const client = connect(frame, { origin });
    frame.say('ready', READY);
    const pinged = client.ping();
    expect(frame.got.map(({ target }) => target)).not.toContain(SITE);
    frame.post(messageOf('ready', READY), { origin });
    frame.post(messageOf('ready', READY, frame.last().id), { origin });
    expect(await pinged).toEqual(READY);
  });

  it('hears nobody else', async () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    const heard = vi.fn<(news: unknown) => void>();
    for (const type of ['ready', 'select', 'viewChange', 'error'] as const) client.on(type, heard);
    const ready = messageOf('ready', READY);
    frame.post(ready, { origin: 'https://other.example' });
    frame.post(ready, { origin: 'null' });
    frame.post(ready, { source: window });
    frame.post(ready, { source: null });
    for (const data of [
      null,
      7,
      'ready',
      { type: 'ready' },
      { ...ready, version: 2 },
      { ...ready, type: 1 },
    ]) {
      frame.post(data);
    }
    frame.post({ ...ready, protocol: 'another' });
    expect(heard).not.toHaveBeenCalled();
    frame.post(ready);
    expect(heard).toHaveBeenCalledOnce();
    // What has no window is not what is in the frame, though there is none in it, either.
    Object.defineProperty(frame.iframe, 'contentWindow', { value: null });
    frame.post(ready, { source: null });
    expect(heard).toHaveBeenCalledOnce();
  });

  it('tells a frame that is loaded anew what it was told, and asks again what it did not answer', async () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    const conversation = { participants: [] };
    const loading = client.load(conversation);
    frame.answer('loaded', {});
    await loading;
    void client.setTheme('dark');
    frame.answer('result');
    frame.say('viewChange', { clock: 'elapsed' });
    const exporting = client.export({ format: 'svg' });
    const before = frame.last().id;
    frame.taken();
    frame.say('ready', READY);
    const { id: last } = frame.last();
    expect(frame.taken()).toEqual([
      messageOf('setTheme', 'dark'),
      messageOf('load', { conversation, view: { clock: 'elapsed' } }),
      { ...messageOf('export', { format: 'svg' }), id: expect.not.stringMatching(String(before)) },
    ]);
    frame.say('error', { code: 'not-loaded', message: 'by who was asked first' }, String(before));
    frame.say('result', { format: 'svg', text: '<svg/>' }, String(last));
    expect(await exporting).toEqual({ format: 'svg', text: '<svg/>' });
  });

  it('forgets the view of another conversation', async () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    frame.say('viewChange', { clock: 'elapsed' });
    void client.load('a');
    frame.answer('loaded', {});
    frame.taken();
    frame.say('ready', READY);
    expect(frame.taken()).toEqual([messageOf('load', { conversation: 'a' })]);
  });

  it('passes on why the frame could not', async () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    const loading = client.load('[]');
    const problems = [{ code: 'nothing' }];
    frame.answer('error', { code: 'no-conversation', message: 'Nothing', problems });
    await expect(loading).rejects.toMatchObject({
      name: 'TimelineFrameError',
      code: 'no-conversation',
      problems,
    });
    const failed = vi.fn<(error: Error) => void>();
    client.on('error', failed);
    frame.say('error', { code: 'failed', message: 'Could not' });
    expect(failed.mock.lastCall?.[0]).toMatchObject({ code: 'failed', message: 'Could not' });
  });

  it.each([
    ['holds itself', 'unclonable'],
    ['is only large', 'too-large'],
  ])('tells of what a frame calls too large and %s: %s', async (what, code) => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    const conversation: { [key: string]: unknown } = { id: 'c' };
    if (what === 'holds itself') conversation['self'] = conversation;
    const loaded = codeOf(client.load(conversation));
    frame.answer('error', { code: 'too-large', message: 'About 64 MB' });
    expect(await loaded).toBe(code);
    const again = codeOf(client.load(conversation));
    frame.answer('error', { code: 'failed', message: 'no' });
    expect(await again).toBe('failed');
  });

  it('gives up in time, and says why', async () => {
    const frame = new FakeFrame();
    const client = connect(frame, { timeout: 1000 });
    const silent = vi.fn<(error: Error) => void>();
    client.on('error', silent);
    const early = codeOf(client.ping());
    vi.advanceTimersByTime(1000);
    expect(await early).toBe('no-answer');
    expect(await codeOf(client.ready)).toBe('no-answer');
    expect(silent).toHaveBeenCalledOnce();
    frame.say('ready', READY);
    const late = codeOf(client.ping());
    vi.advanceTimersByTime(1000);
    expect(await late).toBe('timeout');
    const gone = codeOf(client.ping());
    frame.iframe.remove();
    vi.advanceTimersByTime(1000);
    expect(await gone).toBe('detached');
  });

  it('waits 20 s where it is told nothing', () => {
    const frame = new FakeFrame();
    const silent = vi.fn<(error: Error) => void>();
    connect(frame).on('error', silent);
    vi.advanceTimersByTime(19_999);
    expect(silent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(silent).toHaveBeenCalledOnce();
  });

  it('lets a frame be that it was told to leave before', async () => {
    const frame = new FakeFrame();
    const client = connect(frame, { signal: AbortSignal.abort() });
    expect(await codeOf(client.ready)).toBe('disconnected');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells it once what it was told, though it says twice that it is there', async () => {
    const frame = new FakeFrame();
    const client = connect(frame, { theme: 'dark' });
    const waits = codeOf(client.export({ format: 'svg' }));
    frame.answer('ready', READY);
    frame.say('ready', READY, String(frame.got[0]?.message.id));
    expect(frame.taken().map(({ type }) => type)).toEqual(['setTheme', 'export']);
    client.disconnect();
    expect(await waits).toBe('disconnected');
  });

  it('waits with what is asked of a frame that answers no more', async () => {
    const frame = new FakeFrame();
    const client = connect(frame, { timeout: 1000 });
    frame.say('ready', READY);
    frame.iframe.dispatchEvent(new Event('load'));
    vi.advanceTimersByTime(1000);
    frame.taken();
    const asked = codeOf(client.ping());
    expect(frame.taken()).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(await asked).toBe('no-answer');
    client.load('late').catch(() => undefined);
    vi.advanceTimersByTime(1000);
    frame.say('ready', READY);
    expect(told(frame)).toEqual([['load', { conversation: 'late' }]]);
  });

  it('waits for ever where it is told so', async () => {
    const frame = new FakeFrame();
    const client = connect(frame, { timeout: Number.POSITIVE_INFINITY });
    const loaded = client.load('slow');
    vi.advanceTimersByTime(3_600_000);
    frame.say('ready', READY);
    frame.answer('loaded', { id: 'slow' });
    expect(await loaded).toEqual({ id: 'slow' });
  });

  it.each([
    ['load', 'ready'],
    ['ready', 'load'],
  ])('notices that another page is in the frame, after %s and %s of the first', (...order) => {
    const frame = new FakeFrame();
    const client = connect(frame, { timeout: 1000 });
    const silent = vi.fn<(error: Error) => void>();
    client.on('error', silent);
    for (const told of order) {
      if (told === 'ready') frame.say('ready', READY);
      else frame.iframe.dispatchEvent(new Event('load'));
    }
    frame.answer('ready', READY); // to the greeting that every page gets
    vi.advanceTimersByTime(1000);
    expect(silent).not.toHaveBeenCalled();
    frame.iframe.dispatchEvent(new Event('load')); // of one that says nothing
    vi.advanceTimersByTime(1000);
    expect(silent.mock.lastCall?.[0]).toMatchObject({ code: 'no-answer' });
  });

  it('tells a frame that is loaded anew no setting that it has refused, but the one before', async () => {
    const frame = new FakeFrame();
    const client = connect(frame, { timeZone: 'UTC' });
    frame.say('ready', READY);
    frame.taken();
    const dark = client.setTheme('dark');
    frame.answer('result', { theme: 'dark' });
    await dark;
    const refusal = { code: 'invalid-payload', message: 'no such zone' };
    const wrong = client.setTimeZone('Mars/Olympus');
    frame.answer('error', refusal);
    expect(await codeOf(wrong)).toBe('invalid-payload');
    frame.taken();
    frame.say('ready', READY);
    expect(frame.taken().map(({ type, payload }) => [type, payload])).toEqual([
      ['setTimeZone', 'UTC'],
      ['setTheme', 'dark'],
    ]);
  });

  it('tells a frame that is loaded anew the conversation and view that it still showed when it refused others', async () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    const first = client.load('first', { now: 7 });
    frame.answer('loaded', { id: 'first' });
    await first;
    const refused = async (asked: Promise<unknown>, code: string) => {
      frame.answer('error', { code, message: 'refused' });
      expect(await codeOf(asked)).toBe(code);
    };
    frame.say('viewChange', { filter: 'Ada' });
    await refused(client.setView(JSON.parse('"all"')), 'invalid-payload');
    await refused(client.load('larger than a frame takes'), 'too-large');
    expect(await codeOf(client.load({ act: () => undefined }))).toBe('unclonable');
    frame.taken();
    frame.say('ready', READY);
    expect(frame.taken().map(({ type, payload }) => [type, payload])).toEqual([
      ['load', { conversation: 'first', now: 7, view: { filter: 'Ada' } }],
    ]);
  });

  it('tells it none of several settings that were refused one after the other, but what it was connected with', async () => {
    const frame = new FakeFrame();
    const client = connect(frame, { theme: 'dark' });
    const wrong = ['red', 'blue'].map((theme) => codeOf(client.setTheme(JSON.parse(`"${theme}"`))));
    frame.say('ready', READY);
    const asked = frame.taken();
    expect(asked.map(({ payload }) => payload)).toEqual(['dark', 'red', 'blue']);
    for (const { id } of asked.slice(1))
      frame.say('error', { code: 'invalid-payload', message: 'no' }, `${id}`);
    expect(await Promise.all(wrong)).toEqual(['invalid-payload', 'invalid-payload']);
    expect(anew(frame)).toEqual([['setTheme', 'dark']]);
  });

  it('asks for each thing by its name', () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    frame.taken();
    const asked: Promise<unknown>[] = [
      client.load('one', { live: true }),
      client.setView({ filter: 'Ada' }),
      client.setTheme('dark'),
      client.setTimeZone('UTC'),
      client.setLocale('de'),
      client.export({ format: 'png', scale: 2 }),
      client.ping(),
    ];
    for (const one of asked) one.catch(() => undefined);
    expect(told(frame)).toEqual([
      ['load', { conversation: 'one', live: true }],
      ['setView', { filter: 'Ada' }],
      ['setTheme', 'dark'],
      ['setTimeZone', 'UTC'],
      ['setLocale', 'de'],
      ['export', { format: 'png', scale: 2 }],
      ['ping', undefined],
    ]);
  });

  it('tells it that a setting was taken back, as its address may say another', () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    void client.setTheme();
    frame.answer('result', { theme: 'system' });
    expect(anew(frame)).toEqual([['setTheme', undefined]]);
  });

  it('tells it the next conversation without the view that the last one still had meanwhile', () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    void client.load('first');
    frame.answer('loaded', {});
    void client.load('next');
    frame.say('viewChange', { filter: 'Ada' });
    frame.answer('loaded', {});
    expect(anew(frame)).toEqual([['load', { conversation: 'next' }]]);
  });

  it('tells it the view that waited for the first conversation', () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    const view = { filter: 'Ada' };
    void client.setView(view);
    frame.answer('viewChange', view);
    expect(anew(frame)).toEqual([['setView', view]]);
    void client.load('first');
    frame.answer('loaded', {});
    expect(anew(frame)).toEqual([['load', { conversation: 'first', view }]]);
  });

  it('tells it all of the view that it showed, and not that of before', () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    void client.setView({ filter: 'Ada' });
    frame.answer('viewChange', { filter: 'Ada' });
    void client.load('first', { view: { clock: 'elapsed' } });
    frame.answer('loaded', {});
    expect(anew(frame)).toEqual([['load', { conversation: 'first', view: { clock: 'elapsed' } }]]);
    void client.setView({ filter: 'Bea' });
    frame.answer('viewChange', { filter: 'Bea', clock: 'time' });
    const view = { filter: 'Bea', clock: 'time' };
    expect(anew(frame)).toEqual([['load', { conversation: 'first', view }]]);
  });

  it.each([
    ['there was nothing in it', 'no-conversation'],
    ['it could not draw it', 'failed'],
    ['it was asked for another', 'superseded'],
  ])('tells it also what it took though %s', async (_, code) => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    const loaded = codeOf(client.load('[]'));
    frame.answer('error', { code, message: 'Nothing' });
    expect(await loaded).toBe(code);
    frame.say('select', { id: 'no view' });
    expect(anew(frame)).toEqual([['load', { conversation: '[]' }]]);
  });

  it('takes what is said of a request that it sent once more for no answer to that', async () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    const loaded = client.load('slow');
    const superseded = String(frame.last().id);
    frame.say('ready', READY); // by who gets both
    frame.say('error', { code: 'superseded', message: 'by the other' }, superseded);
    frame.answer('loaded', { id: 'slow' });
    expect(await loaded).toEqual({ id: 'slow' });
  });

  it('cannot send what cannot be copied, and does not try again', async () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    frame.say('ready', READY);
    expect(await codeOf(client.load({ act: () => undefined }))).toBe('unclonable');
    frame.taken();
    frame.say('ready', READY);
    expect(frame.taken()).toEqual([]);
  });

  it('says which of its options cannot be copied, and sends all else', () => {
    const frame = new FakeFrame();
    // As from a host without types.
    const wrong = { theme: () => 'dark', locale: 'de' } as unknown as TimelineFrameOptions;
    const client = connect(frame, wrong);
    const failed = vi.fn<(error: Error) => void>();
    client.on('error', failed);
    client.load('{}').catch(() => undefined);
    frame.say('ready', READY);
    expect(failed.mock.calls).toMatchObject([[{ code: 'unclonable' }]]);
    expect(frame.taken().map(({ type }) => type)).toEqual(['setLocale', 'load']);
  });

  it('gives the frame the height it needs, within reason', () => {
    const frame = new FakeFrame();
    frame.iframe.style.height = '50%';
    const client = connect(frame);
    frame.say('resize', { width: 300, height: 412.3 });
    expect(frame.iframe.style.height).toBe('413px');
    for (const height of [Number.NaN, Number.POSITIVE_INFINITY, -1, '9px', '9', undefined])
      frame.say('resize', { width: 300, height });
    expect(frame.iframe.style.height).toBe('413px');
    frame.say('resize', { width: 300, height: 1e9 });
    expect(frame.iframe.style.height).toBe('100000px');
    client.disconnect();
    expect(frame.iframe.style.height).toBe('50%');
    const fixed = new FakeFrame();
    fixed.iframe.style.height = '200px';
    connect(fixed, { autoHeight: false });
    const told = vi.fn<(size: unknown) => void>();
    open.at(-1)?.on('resize', told);
    fixed.say('resize', { width: 300, height: 412 });
    expect(told).toHaveBeenCalledExactlyOnceWith({ width: 300, height: 412 });
    expect(fixed.iframe.style.height).toBe('200px');
    fixed.iframe.style.height = '250px';
    open.at(-1)?.disconnect();
    expect(fixed.iframe.style.height).toBe('250px');
  });

  it.each([
    { boxes: 'content-box', edges: [4, 0], padding: 0 },
    { boxes: 'border-box', edges: [0, 4], padding: 0 },
    { boxes: 'content-box', edges: [4, 0], padding: 7 },
    { boxes: 'border-box', edges: [0, 4], padding: 7 },
  ])('gives it that height inside its edges where the page sizes by $boxes: $padding', (box) => {
    const [outside = 0, inside = 0] = box.edges;
    const around = 2 * box.padding;
    const frame = new FakeFrame();
    const { iframe } = frame;
    const height = () => Number.parseInt(iframe.style.height);
    const content = () => height() - (inside && inside + around);
    Object.defineProperties(iframe, {
      offsetHeight: { get: () => height() + (outside && outside + around) },
      clientHeight: { get: () => content() + around },
    });
    iframe.style.padding = `${box.padding}px`;
    connect(frame);
    frame.say('ready', READY);
    for (const needed of [400, 300]) {
      frame.say('resize', { width: 900, height: needed });
      expect(content()).toBe(needed);
    }
  });

  it('leaves nothing behind', async () => {
    const frame = new FakeFrame();
    const leave = new AbortController();
    const client = connect(frame, { signal: leave.signal });
    const heard = vi.fn<(news: unknown) => void>();
    client.on('ready', heard);
    const waiting = codeOf(client.load('[]'));
    leave.abort();
    expect(await waiting).toBe('disconnected');
    expect(await codeOf(client.ready)).toBe('disconnected');
    expect(await codeOf(client.ping())).toBe('disconnected');
    frame.say('ready', READY);
    frame.iframe.dispatchEvent(new Event('load'));
    expect(heard).not.toHaveBeenCalled();
    expect(frame.taken()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    const looked = vi.fn<() => unknown>(() => frame.window);
    window.dispatchEvent(Object.defineProperty(new Event('message'), 'source', { get: looked }));
    expect(looked).not.toHaveBeenCalled();
    frame.iframe.style.height = '250px'; // by the page, which has it for itself again
    client.disconnect();
    expect(frame.iframe.style.height).toBe('250px');
  });

  it('says nothing more, and to nobody, once a listener has disconnected it', () => {
    const frame = new FakeFrame();
    const client = connect(frame, { theme: (() => 'dark') as never, locale: 'de' });
    const heard = vi.fn<(news: unknown) => void>();
    client.on('error', () => client.disconnect());
    client.on('error', heard);
    client.load('{}').catch(() => undefined);
    frame.say('ready', READY);
    expect(frame.taken()).toEqual([]);
    expect(heard).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('calls one that listens twice once more after it has stopped once', () => {
    const frame = new FakeFrame();
    const client = connect(frame);
    const heard = vi.fn<(news: unknown) => void>();
    const stop = client.on('select', heard);
    client.on('select', heard);
    frame.say('select', null);
    stop();
    frame.say('select', null);
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it('keeps one listener’s fault from the others', () => {
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const frame = new FakeFrame();
    const client = connect(frame);
    const heard = vi.fn<(news: unknown) => void>();
    const fault = new Error('of the host');
    client.on('select', () => {
      throw fault;
    });
    const stop = client.on('select', heard);
    frame.say('select', null);
    stop();
    frame.say('select', null);
    expect(heard).toHaveBeenCalledOnce();
    expect(reported).toHaveBeenCalledWith(fault);
    vi.unstubAllGlobals();
  });

  it('needs an address, and tells it whom to trust', () => {
    for (const src of ['', 'about:blank', 'javascript:void 0', 'data:text/html,x']) {
      const frame = new FakeFrame(src);
      expect(() => connect(frame)).toThrow(expect.objectContaining({ code: 'invalid-frame' }));
      expect(frame.iframe.getAttribute('src') ?? '').toBe(src);
    }
    const near = new FakeFrame('embed?theme=dark');
    connect(near);
    vi.stubGlobal('origin', 'null');
    expect(() => connect(new FakeFrame())).toThrow(expect.objectContaining({ code: 'untrusted-host' }));
    vi.unstubAllGlobals();
    const unseen = document.implementation.createHTMLDocument('').importNode(near.iframe);
    expect(() => connectTimelineFrame(unseen)).toThrow(expect.objectContaining({ code: 'detached' }));
    expect(near.iframe.src).toBe(
      `${location.origin}/embed?theme=dark&parentOrigin=${encodeURIComponent(location.origin)}`,
    );
    // No page, or the one of the example that was copied.
    for (const query of ['?theme=dark', '?parentOrigin=https://dashboard.example.com&theme=dark']) {
      const frame = new FakeFrame(`${SITE}/embed${query}#data1=abc`);
      connect(frame);
      const url = new URL(frame.iframe.src);
      expect(url.searchParams.getAll('parentOrigin')).toEqual([location.origin]);
      expect([url.searchParams.get('theme'), url.hash]).toEqual(['dark', '#data1=abc']);
    }
  });

  it('tells it that the page runs from right to left, unless its address says how it is to run', () => {
    const dirOf = (direction: string, query = '') => {
      const frame = new FakeFrame(`${SITE}/embed?parentOrigin=${location.origin}${query}`);
      frame.iframe.style.direction = direction; // jsdom hands on none to what is inside
      connect(frame);
      return new URL(frame.iframe.src).searchParams.getAll('dir');
    };
    expect(dirOf('ltr')).toEqual([]);
    expect(dirOf('rtl')).toEqual(['rtl']);
    expect(dirOf('rtl', '&dir=ltr')).toEqual(['ltr']);
  });

  it('takes no origin that would be any page, or none', () => {
    for (const origin of ['*', 'null', '', '/', 'timeline.example', `${SITE}/embed`, `${SITE}/`])
      expect(() => connect(new FakeFrame(), { origin })).toThrow(
        expect.objectContaining({ name: 'TimelineFrameError', code: 'invalid-frame' }),
      );
    expect(() => connect(new FakeFrame(), { origin: 'http://localhost:4173' })).not.toThrow();
  });

  it('says at once that a sandbox keeps the frame from answering', () => {
    const frame = new FakeFrame();
    for (const sandbox of ['', 'allow-scripts', 'allow-same-origin']) {
      frame.iframe.setAttribute('sandbox', sandbox);
      expect(() => connect(frame)).toThrow(expect.objectContaining({ code: 'invalid-frame' }));
    }
    for (const sandbox of [
      'allow-scripts allow-same-origin allow-popups',
      'Allow-Same-Origin ALLOW-SCRIPTS',
    ]) {
      frame.iframe.setAttribute('sandbox', sandbox);
      expect(() => connect(frame)).not.toThrow();
    }
  });
});
