import { assertNever } from '../../core/model/assert-never';
import {
  type FrameFault,
  type FrameNews,
  type FrameReady,
  type Message,
  type MessageId,
  messageOf,
  VERSION,
} from '../protocol';
import { Fault } from './fault';
import { readMessage, REQUESTS, type Request } from './requests';
import type { FrameTimeline } from './frame-timeline';

const READY: FrameReady = { versions: [VERSION], requests: REQUESTS };

/** The frame's end of the line: one answer for every request, and news. `post` reaches the host and nobody else. */
export class Bridge {
  readonly #post: (message: Message) => void;
  readonly #timeline: FrameTimeline;

  constructor(timeline: FrameTimeline, post: (message: Message) => void) {
    this.#timeline = timeline;
    this.#post = post;
  }

  start(): void {
    this.tell('ready', READY);
  }

  tell<T extends keyof FrameNews>(type: T, news: FrameNews[T]): void {
    this.#post(messageOf(type, news));
  }

  hear(data: unknown): void {
    const heard = readMessage(data);
    switch (heard.kind) {
      case 'chatter':
        return;
      case 'fault':
        this.#post(messageOf('error', heard.fault, heard.id));
        return;
      case 'request':
        void this.#answer(heard.request, heard.id);
        return;
      default:
        assertNever(heard);
    }
  }

  async #answer(request: Request, id: MessageId | undefined): Promise<void> {
    let answer: Message;
    try {
      answer = messageOf(...(await this.#do(request)), id);
    } catch (error) {
      answer = messageOf('error', faultIn(error), id);
    }
    this.#post(answer);
  }

  async #do(request: Request): Promise<[type: string, payload: unknown]> {
    const timeline = this.#timeline;
    switch (request.type) {
      case 'ping':
        return ['ready', READY];
      case 'load':
        return ['loaded', await timeline.load(request.load)];
      case 'setView':
        return ['viewChange', await timeline.setView(request.view)];
      case 'setTheme':
        timeline.set({ theme: request.theme });
        return ['result', { theme: request.theme }];
      case 'setTimeZone':
        timeline.set({ timeZone: request.timeZone });
        return ['result', { timeZone: request.timeZone }];
      case 'setLocale':
        timeline.set({ locale: request.locale });
        return ['result', { locale: request.locale }];
      case 'export':
        return ['result', await timeline.export(request.wanted)];
      default:
        return assertNever(request);
    }
  }
}

/** What went wrong by our fault is told without what it was about: errors may quote data. */
function faultIn(error: unknown): FrameFault {
  if (error instanceof Fault) return error.fault;
  return { code: 'failed', message: 'The frame could not do this' };
}
