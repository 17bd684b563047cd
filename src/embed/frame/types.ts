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
  /** Of the page in the frame, where its address redirects to another one. */
  origin?: string | undefined;
  /** How long a request may take, in ms: 20,000 without, as long as it takes with `Infinity`. */
  timeout?: number | undefined;
  /** `false`: the iframe keeps its height, and its content scrolls. */
  autoHeight?: boolean | undefined;
  theme?: Theme | undefined;
  timeZone?: string | undefined;
  locale?: string | undefined;
  /** Aborted, it is the same as `disconnect()`. */
  signal?: AbortSignal | undefined;
}

/** What a listener is given; `error` is also told when a frame stops answering. */
export interface TimelineFrameEvents extends Omit<FrameNews, 'error'> {
  error: TimelineFrameError;
}

/**
 * A timeline in a frame. Requests wait until the frame has started. When it is loaded anew it gets conversation,
 * view, theme, zone and locale again, and the requests that it had not answered.
 *
 * Every promise is rejected with a `TimelineFrameError`, whose `code` says why.
 */
export interface TimelineFrame {
  /** The frame has answered for the first time. */
  readonly ready: Promise<FrameReady>;
  /** Draws a conversation: anything `parseConversations` takes, what it gave, or a built timeline. */
  load(conversation: unknown, options?: Omit<LoadRequest, 'conversation'>): Promise<FrameLoaded>;
  /** Replaces the view; resolves with all of it as it is now. */
  setView(view: ViewInit): Promise<View>;
  /** Without one the system's. */
  setTheme(theme?: Theme): Promise<void>;
  /** Without one the browser's. */
  setTimeZone(timeZone?: string): Promise<void>;
  /** Without one the browser's. */
  setLocale(locale?: string): Promise<void>;
  /** What is on the screen as a picture that stands alone. */
  export(request: ExportRequest & { format: 'svg' }): Promise<Extract<FrameExport, { format: 'svg' }>>;
  export(request: ExportRequest & { format: 'png' }): Promise<Extract<FrameExport, { format: 'png' }>>;
  export(request: ExportRequest): Promise<FrameExport>;
  /** Whether the frame answers. */
  ping(): Promise<FrameReady>;
  /** Calls on news of the frame; what is given back ends it. */
  on<T extends keyof TimelineFrameEvents>(
    type: T,
    listener: (news: TimelineFrameEvents[T]) => void,
  ): () => void;
  /** Takes every listener and timer away and gives the iframe its height back. What is under way is rejected. */
  disconnect(): void;
}
