import type { View, ViewInit } from '../../core/view/view';
import type { Theme } from '../../ui/palette';
import type {
  ExportRequest,
  FrameExport,
  FrameLoaded,
  FrameNews,
  FrameReady,
  LoadRequest,
} from '../protocol';
import type { TimelineFrameError } from './error';

export interface TimelineFrameOptions {
  /** The origin of the page in the frame, if its address redirects to another one. */
  origin?: string | undefined;
  /** How long a request may take, in ms. Default: 20,000; `Infinity` for no limit. */
  timeout?: number | undefined;
  /** `false`: the iframe keeps its height and its content scrolls. Default: the iframe is as high as its content. */
  autoHeight?: boolean | undefined;
  /** Default: the system's. */
  theme?: Theme | undefined;
  /** IANA name. Default: the browser's. */
  timeZone?: string | undefined;
  /** BCP 47 tag. Default: the browser's. */
  locale?: string | undefined;
  /** Aborting it does the same as `disconnect()`. */
  signal?: AbortSignal | undefined;
}

/** What a listener is given; `error` is also told when a frame stops answering. */
export interface TimelineFrameEvents extends Omit<FrameNews, 'error'> {
  error: TimelineFrameError;
}

/**
 * A timeline in a frame. Requests wait until the frame has started. After a reload it gets conversation, view, theme,
 * zone and locale again, and the requests that it had not answered.
 *
 * A promise that fails is rejected with a `TimelineFrameError`, whose `code` says why.
 */
export interface TimelineFrame {
  /** Resolves when the frame has answered for the first time. */
  readonly ready: Promise<FrameReady>;
  /** Draws a conversation: anything `parseConversations` takes, its result, or a timeline from `buildTimeline`. */
  load(conversation: unknown, options?: Omit<LoadRequest, 'conversation'>): Promise<FrameLoaded>;
  /** Replaces the view; what it does not name takes its default. Resolves with the whole new view. */
  setView(view: ViewInit): Promise<View>;
  /** Without an argument: the system's. */
  setTheme(theme?: Theme): Promise<void>;
  /** An IANA name; without an argument: the browser's. */
  setTimeZone(timeZone?: string): Promise<void>;
  /** A BCP 47 tag; without an argument: the browser's. */
  setLocale(locale?: string): Promise<void>;
  /** What is on the screen as an SVG or PNG file. */
  export(request: ExportRequest & { format: 'svg' }): Promise<Extract<FrameExport, { format: 'svg' }>>;
  export(request: ExportRequest & { format: 'png' }): Promise<Extract<FrameExport, { format: 'png' }>>;
  export(request: ExportRequest): Promise<FrameExport>;
  /** Resolves if the frame answers. */
  ping(): Promise<FrameReady>;
  /** Calls the listener on each message of that type. Returns a function that removes it. */
  on<T extends keyof TimelineFrameEvents>(
    type: T,
    listener: (news: TimelineFrameEvents[T]) => void,
  ): () => void;
  /** Removes every listener and timer and restores the iframe's height. Open requests are rejected. */
  disconnect(): void;
}
