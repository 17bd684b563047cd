import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FrameClient } from '../../src/embed/frame/client';
import { type Message, messageOf, type RequestType } from '../../src/embed/protocol';

const SITE = 'https://timeline.example';
const PATIENCE = 1000;
const isBad = (payload: unknown) => String(payload).startsWith('bad');

/** The page of the frame as the protocol has it, for payloads that say by their names what comes of them. */
class FramePage {
  started = false;
  theme: unknown = 'of its address';
  shown: unknown;
  view: unknown;
  reading: { id: Message['id']; conversation: string; view: unknown } | undefined;
  waiting: (() => void)[] = [];
  constructor(readonly say: (type: string, payload?: unknown, id?: Message['id']) => void) {}

  hear({ type, payload, id }: Message): void {
    const { conversation = payload, view } = (payload ?? {}) as { conversation?: unknown; view?: unknown };
    if (type === 'ping') this.say('ready', {}, id);
    else if (isBad(conversation)) this.say('error', { code: 'invalid-payload' }, id);
    else if (type === 'load') {
      if (this.reading) this.say('error', { code: 'superseded' }, this.reading.id);
      const waits = this.shown === undefined && !this.reading ? this.view : undefined;
      this.reading = { id, conversation: String(conversation), view: view ?? waits };
      if (!this.reading.conversation.startsWith('slow')) this.read();
    } else if (type === 'setView') {
      (this.reading ?? this).view = payload;
      if (this.reading) this.waiting.push(() => this.say('viewChange', this.view, id));
      else this.say('viewChange', payload, id);
    } else {
      this.theme = payload ?? 'system';
      this.say('result', {}, id);
    }
  }
  read(): void {
    if (!this.reading) return;
    const { id, conversation, view } = this.reading;
    Object.assign(this, { reading: undefined, shown: conversation, view });
    this.say('loaded', conversation, id);
    for (const act of this.waiting.splice(0)) act();
  }
}

/** A page with an iframe, what is under way between the two, and what came of all that was asked. */
class World {
  readonly host = new EventTarget();
  readonly targets = new Set<string>();
  readonly toFrame: Message[] = [];
  toHost: Message[] = [];
  readonly window = {
    postMessage: (message: Message, target: string) =>
      void [this.targets.add(target), this.toFrame.push(message)],
  };
  readonly iframe = Object.assign(new EventTarget(), {
    isConnected: true,
    contentWindow: this.window,
    contentDocument: null,
    style: { height: '' },
  });
  page = this.opened();
  readonly client = new FrameClient({ iframe: this.iframe, host: this.host, origin: SITE } as never, {
    timeout: PATIENCE,
    theme: 'dark',
  });
  readonly asked: { type: RequestType; payload: unknown; came: unknown[] }[] = [];

  opened(): FramePage {
    // A page is not there for so short a time that nobody heard it start.
    this.toHost = this.toHost.filter(({ type, id }) => type !== 'ready' || id !== undefined);
    return new FramePage((type, payload, id) => this.toHost.push(messageOf(type, payload, id)));
  }
  ask(type: 'load' | 'setView' | 'setTheme', payload?: unknown): void {
    const came: unknown[] = [];
    this.asked.push({ type, payload, came });
    this.client[type](payload as never).then(
      () => came.push('done'),
      (error: { code: string }) => came.push(error.code),
    );
  }
  post(data: unknown, from: { origin?: string; source?: unknown } = {}): void {
    const usual = { data, origin: SITE, source: this.iframe.contentWindow };
    this.host.dispatchEvent(Object.assign(new Event('message'), usual, from));
  }
  readonly acts: { [name: string]: (name: string) => unknown } = {
    load: (name) => this.ask('load', name),
    'slow load': (name) => this.ask('load', name),
    'bad load': (name) => this.ask('load', name),
    view: (name) => this.ask('setView', name),
    'bad view': (name) => this.ask('setView', name),
    theme: (name) => this.ask('setTheme', name),
    'no theme': () => this.ask('setTheme'),
    'bad theme': (name) => this.ask('setTheme', name),
    read: () => this.page.read(),
    'visitor turns': (name) => {
      if (this.page.shown !== undefined) this.page.say('viewChange', (this.page.view = name));
    },
    start: () => {
      if (!this.page.started) this.page.say('ready', {});
      this.page.started = true;
    },
    'to frame': () => {
      const message = this.toFrame.shift();
      if (message && this.page.started && this.iframe.isConnected) this.page.hear(message);
    },
    'to host': () => this.toHost.length > 0 && this.post(this.toHost.shift()),
    arrive: () => this.iframe.dispatchEvent(new Event('load')),
    reload: () => (this.page = this.opened()),
    'out and in': () => {
      const isConnected = !this.iframe.isConnected;
      Object.assign(this.iframe, { isConnected, contentWindow: isConnected ? this.window : null });
      // What comes back has another window: nothing that the old one said is taken for its word, be it the last.
      this.toHost = [];
      this.page = this.opened();
    },
    'time passes': () => vi.advanceTimersByTime(PATIENCE / 3),
    stranger: (name) => {
      for (const from of [{ origin: 'null' }, { source: this.host }])
        this.post(messageOf('viewChange', name), from);
    },
  };
  async run(names: readonly string[]): Promise<void> {
    for (const [place, name] of names.entries()) {
      this.acts[name]?.(`${name} ${place}`);
      for (let turn = 0; turn < 6; turn++) await Promise.resolve();
    }
  }
  /** All that is under way comes to its end, without any time passing. */
  async settle(): Promise<void> {
    await this.run([...(this.iframe.isConnected ? [] : ['out and in']), 'start', 'arrive']);
    while (this.toFrame.length + this.toHost.length > 0 || this.page.reading)
      await this.run(['to frame', 'to host', ...(this.toFrame.length > 0 ? [] : ['read'])]);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const often = ['to frame', 'to host', 'start', 'to frame', 'to host', 'read', 'to frame', 'to host'];
const acts = (...more: string[]) => {
  const { acts, client } = new World();
  client.disconnect();
  const usual = Object.keys(acts).filter((name) => name !== 'time passes');
  return fc.array(fc.constantFrom(...usual, ...often, ...more), { maxLength: 40, size: 'max' });
};

it('whatever comes between, each request is settled once, and the frame shows what was asked for last', async () => {
  const come = async (names: string[]) => {
    const world = new World();
    await world.run(names);
    await world.settle();
    const good = world.asked.filter(({ payload }) => !isBad(payload));
    const last = (type: RequestType) => good.findLast((one) => one.type === type);
    for (const one of world.asked) {
      const passed = one.type === 'load' && one !== last('load') ? ['done', 'superseded'] : ['done'];
      expect(good.includes(one) ? passed : ['invalid-payload']).toEqual(expect.arrayContaining(one.came));
      expect(one.came).toHaveLength(1);
    }
    const { theme, shown, view } = world.page;
    expect(theme).toBe(last('setTheme') ? (last('setTheme')?.payload ?? 'system') : 'dark');
    expect(shown).toBe(last('load')?.payload);
    // The same when it is loaded anew; but a view that waits for its conversation may have come to an earlier page.
    const crossed = names.includes('reload') || names.includes('out and in');
    const early = good.find(({ type }) => type !== 'setTheme')?.type === 'setView';
    await world.run(['reload']);
    await world.settle();
    expect(world.page).toMatchObject({ theme, shown, ...((!crossed || !early) && { view }) });
    expect([...world.targets]).toEqual([SITE]);
  };
  await fc.assert(fc.asyncProperty(acts(), come), { numRuns: 300 });
});

it('however long things take, nothing stays when it is disconnected', async () => {
  const leave = async (names: string[]) => {
    const world = new World();
    await world.run(names);
    const heard = vi.fn<(news: unknown) => void>();
    for (const type of ['ready', 'loaded', 'viewChange', 'error'] as const) world.client.on(type, heard);
    world.client.disconnect();
    world.toFrame.length = 0;
    world.ask('load');
    await world.settle();
    await world.client.ready.catch(() => undefined);
    expect(world.asked.filter(({ came }) => came.length !== 1)).toEqual([]);
    expect([heard.mock.calls, world.toFrame, vi.getTimerCount()]).toEqual([[], [], 0]);
  };
  const time = Array.from({ length: 4 }, () => 'time passes');
  await fc.assert(fc.asyncProperty(acts(...time), leave), { numRuns: 300 });
});
