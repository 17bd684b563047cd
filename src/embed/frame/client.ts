import type { View, ViewInit } from '../../core/view/view';
import type { Theme } from '../../ui/palette';
import {
  type ExportRequest,
  type FrameExport,
  type FrameFault,
  type FrameLoaded,
  type FrameNews,
  type FrameReady,
  type FrameRequests,
  type FrameResults,
  type LoadRequest,
  type Message,
  messageOf,
  PROTOCOL,
  type RequestType,
  VERSION,
} from '../protocol';
import { TimelineFrameError, type TimelineFrameErrorCode } from './error';
import { Listeners } from './listeners';
import type { TimelineFrame, TimelineFrameEvents, TimelineFrameOptions } from './types';

const PATIENCE = 20_000;
/** Timers that are to wait longer wait for nothing. */
const MOST_PATIENCE = 2 ** 31 - 1;
/** No timeline is higher; what says so is wrong. */
const MOST_HEIGHT = 100_000;

interface Pending {
  /** Another one each time it is sent: a page that gets it twice is not the one that answers for the other. */
  id?: string;
  type: RequestType;
  payload: unknown;
  timer: ReturnType<typeof setTimeout>;
  resolve: (result: never) => void;
  reject: (error: TimelineFrameError) => void;
}

/** What may come of what the frame took. After all other faults it goes on with what it had. */
const TAKEN: readonly TimelineFrameErrorCode[] = ['no-conversation', 'superseded', 'failed'];

/** What the frame took, and has to be told when it is loaded anew. */
interface Kept {
  settings: Map<RequestType, unknown>;
  load?: LoadRequest;
  view?: ViewInit;
}

interface Place {
  iframe: HTMLIFrameElement;
  host: Window;
  origin: string;
}

export class FrameClient implements TimelineFrame {
  readonly ready: Promise<FrameReady>;

  readonly #place: Place;
  readonly #patience: number;
  readonly #autoHeight: boolean;
  readonly #height: string;
  readonly #listeners = new Listeners();
  readonly #pending = new Set<Pending>();
  /** Ids of two clients of one frame differ. */
  readonly #prefix = Math.random().toString(36).slice(2);
  readonly #settleReady: { resolve: (ready: FrameReady) => void; reject: (error: Error) => void };
  readonly #leave = new AbortController();
  #kept: Kept = { settings: new Map() };
  #count = 0;
  /** The frame answers; until then requests wait. */
  #live = false;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(place: Place, options: TimelineFrameOptions) {
    const { timeout = PATIENCE, autoHeight = true, theme, timeZone, locale, signal } = options;
    this.#place = place;
    this.#patience = Math.min(timeout, MOST_PATIENCE);
    this.#autoHeight = autoHeight;
    this.#height = place.iframe.style.height;
    if (theme !== undefined) this.#take('setTheme', theme);
    if (timeZone !== undefined) this.#take('setTimeZone', timeZone);
    if (locale !== undefined) this.#take('setLocale', locale);
    const { promise, resolve, reject } = deferred<FrameReady>();
    this.ready = promise;
    this.ready.catch(() => undefined); // whoever waits for it hears of it; nobody has to
    this.#settleReady = { resolve, reject };
    const until = { signal: this.#leave.signal };
    place.host.addEventListener('message', (event) => this.#hear(event), until);
    place.iframe.addEventListener('load', () => this.#arrive(), until);
    signal?.addEventListener('abort', () => this.disconnect(), until);
    this.#expectAnswer();
    if (mayAnswer(place)) this.#greet();
    if (signal?.aborted) this.disconnect();
  }

  load(conversation: unknown, options: Omit<LoadRequest, 'conversation'> = {}): Promise<FrameLoaded> {
    return this.#ask('load', { ...options, conversation });
  }

  setView(view: ViewInit): Promise<View> {
    return this.#ask('setView', view);
  }

  async setTheme(theme?: Theme): Promise<void> {
    await this.#ask('setTheme', theme);
  }

  async setTimeZone(timeZone?: string): Promise<void> {
    await this.#ask('setTimeZone', timeZone);
  }

  async setLocale(locale?: string): Promise<void> {
    await this.#ask('setLocale', locale);
  }

  export(request: ExportRequest & { format: 'svg' }): Promise<Extract<FrameExport, { format: 'svg' }>>;
  export(request: ExportRequest & { format: 'png' }): Promise<Extract<FrameExport, { format: 'png' }>>;
  export(request: ExportRequest): Promise<FrameExport>;
  export(request: ExportRequest): Promise<FrameExport> {
    return this.#ask('export', request);
  }

  ping(): Promise<FrameReady> {
    return this.#ask('ping', undefined);
  }

  on<T extends keyof TimelineFrameEvents>(
    type: T,
    listener: (news: TimelineFrameEvents[T]) => void,
  ): () => void {
    return this.#listeners.add(type, listener);
  }

  disconnect(): void {
    if (this.#leave.signal.aborted) return;
    if (this.#live) this.#greet(); // others who share the frame hear from it how high it is
    this.#leave.abort();
    clearTimeout(this.#waiting);
    const error = new TimelineFrameError('disconnected', 'The frame was disconnected');
    this.#settleReady.reject(error);
    for (const pending of this.#pending) this.#settle(pending).reject(error);
    this.#listeners.clear();
    this.#kept = { settings: new Map() };
    if (this.#autoHeight) this.#place.iframe.style.height = this.#height;
  }

  #ask<T extends RequestType>(type: T, payload: FrameRequests[T]): Promise<FrameResults[T]['payload']> {
    const { promise, resolve, reject } = deferred<FrameResults[T]['payload']>();
    if (this.#leave.signal.aborted) {
      reject(new TimelineFrameError('disconnected', 'The frame was disconnected'));
      return promise;
    }
    const timer = setTimeout(() => {
      this.#settle(pending).reject(this.#lateness(type));
      this.#take(type, payload); // it may come late
    }, this.#patience);
    const pending: Pending = { type, payload, timer, resolve, reject };
    this.#pending.add(pending);
    if (this.#live) this.#send(pending);
    return promise;
  }

  #lateness(type: RequestType): TimelineFrameError {
    return this.#live && this.#place.iframe.isConnected
      ? new TimelineFrameError('timeout', `The frame did not answer “${type}” in ${this.#patience} ms`)
      : noAnswer(this.#place);
  }

  #settle(pending: Pending): Pending {
    clearTimeout(pending.timer);
    this.#pending.delete(pending);
    return pending;
  }

  #send(pending: Pending): void {
    this.#count += 1;
    pending.id = `${this.#prefix}-${this.#count}`;
    this.#post(messageOf(pending.type, pending.payload, pending.id), pending);
  }

  /** What cannot be copied is told to whoever asked, or by an event. */
  #post(message: Message, pending?: Pending): void {
    if (this.#leave.signal.aborted) return; // by who has just heard of an error
    try {
      this.#place.iframe.contentWindow?.postMessage(message, this.#place.origin);
    } catch (cause) {
      const error = unclonable(cause);
      if (pending) this.#settle(pending).reject(error);
      else this.#listeners.tell('error', error);
    }
  }

  #greet(): void {
    this.#post(messageOf('ping', undefined, `${this.#prefix}-hello`));
  }

  /** The iframe shows a page: perhaps another one, perhaps one that has announced itself before, or is about to. */
  #arrive(): void {
    this.#expectAnswer();
    this.#greet();
  }

  #expectAnswer(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#live = false;
      const error = noAnswer(this.#place);
      this.#settleReady.reject(error);
      this.#listeners.tell('error', error);
    }, this.#patience);
  }

  #hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (source === null || source !== this.#place.iframe.contentWindow) return;
    if (origin !== this.#place.origin || !isOurs(data)) return;
    const { type, id, payload, version } = data;
    if (version !== VERSION) return; // of a frame that knows better, and speaks ours, too
    if (type === 'ready') this.#start(payload as FrameReady, id === undefined);
    if (id === undefined) return this.#news(type as keyof FrameNews, payload);
    for (const pending of this.#pending) if (pending.id === id) this.#answer(pending, type, payload);
  }

  #answer(pending: Pending, type: string, payload: unknown): void {
    const { resolve, reject } = this.#settle(pending);
    if (type !== 'error') {
      this.#take(pending.type, pending.type === 'setView' ? payload : pending.payload);
      resolve(payload as never);
      return;
    }
    const error = errorOf(payload);
    if (TAKEN.includes(error.code)) this.#take(pending.type, pending.payload);
    reject((error.code === 'too-large' && loopIn(pending.payload)) || error);
  }

  /** Is told to the frame again when it is loaded anew. */
  #take(type: RequestType, payload: unknown): void {
    if (type === 'load') this.#takeLoad(payload as LoadRequest);
    else if (type === 'setView') this.#kept.view = payload as ViewInit;
    else if (type.startsWith('set')) this.#kept.settings.set(type, payload);
  }

  /** A view that is set before anything is shown waits for the first conversation. */
  #takeLoad(load: LoadRequest): void {
    if (this.#kept.load || load.view) this.#kept.view = undefined;
    this.#kept.load = load;
  }

  /** `anew`: the page in the frame has just started, and knows nothing yet. */
  #start(ready: FrameReady, anew: boolean): void {
    clearTimeout(this.#waiting);
    if (this.#live && !anew) return;
    this.#live = true;
    this.#settleReady.resolve(ready);
    this.#restore();
    for (const pending of this.#pending) this.#send(pending);
  }

  #restore(): void {
    const { settings, load, view } = this.#kept;
    for (const [type, value] of settings) this.#post(messageOf(type, value));
    if (load) this.#post(messageOf('load', view ? { ...load, view } : load));
    else if (view) this.#post(messageOf('setView', view));
  }

  #news(type: keyof FrameNews, payload: unknown): void {
    switch (type) {
      case 'ready':
      case 'loaded':
      case 'select':
        this.#listeners.tell(type, payload as never);
        return;
      case 'viewChange':
        if (this.#kept.load) this.#kept.view = payload as View;
        this.#listeners.tell(type, payload as View);
        return;
      case 'resize':
        this.#resize(payload as FrameNews['resize']);
        return;
      case 'error': {
        const error = errorOf(payload);
        // Of what was told again, while another conversation is asked for.
        if (error.code !== 'superseded') this.#listeners.tell(type, error);
        return;
      }
      default: // of a later version: nothing to us
        return type satisfies never;
    }
  }

  #resize(size: FrameNews['resize']): void {
    const { iframe } = this.#place;
    if (this.#autoHeight && Number.isFinite(size.height)) {
      const needed = Math.min(Math.ceil(size.height), MOST_HEIGHT);
      iframe.style.height = `${needed}px`;
      // Pages that size all things by their borders take those of the frame, and its padding, from what is in it.
      const { clientHeight, offsetHeight } = iframe;
      const { paddingTop, paddingBottom } = getComputedStyle(iframe);
      const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom) || 0;
      const lacking = Math.min(needed, offsetHeight) - clientHeight + padding;
      if (lacking > 0) iframe.style.height = `${needed + lacking}px`;
    }
    this.#listeners.tell('resize', size);
  }
}

interface Ours {
  protocol: unknown;
  version: unknown;
  type: string;
  id?: unknown;
  payload?: unknown;
}

function isOurs(data: unknown): data is Ours {
  const { protocol, type } = (data ?? {}) as Partial<Ours>;
  return protocol === PROTOCOL && typeof type === 'string';
}

function errorOf(payload: unknown): TimelineFrameError {
  const { code, message, problems } = (payload ?? {}) as Partial<FrameFault>;
  return new TimelineFrameError(code ?? 'failed', message ?? 'The frame says no more', problems);
}

function unclonable(cause: unknown): TimelineFrameError {
  return new TimelineFrameError('unclonable', `No frame takes this: ${String(cause)}`);
}

/** A frame that counts what holds itself comes to no end, and calls it too large. */
function loopIn(payload: unknown): TimelineFrameError | undefined {
  try {
    JSON.stringify(payload);
  } catch (cause) {
    if (cause instanceof TypeError) return unclonable(cause);
  }
  return undefined;
}

function noAnswer({ iframe, origin }: Place): TimelineFrameError {
  if (!iframe.isConnected) return new TimelineFrameError('detached', 'The iframe is not in the page');
  return new TimelineFrameError(
    'no-answer',
    `Nothing in the frame answers for ${origin}: it shows another page, or does not trust this one`,
  );
}

/** Before its first page has come an iframe holds an empty one of ours, which a message would only annoy. */
function mayAnswer({ iframe, host, origin }: Place): boolean {
  return iframe.contentDocument === null ? iframe.contentWindow !== null : origin === host.origin;
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
