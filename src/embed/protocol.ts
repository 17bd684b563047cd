import type { Problem } from '../core/model/problem';
import type { Instant } from '../core/model/time';
import type { Mark } from '../core/view/marks';
import type { View, ViewInit } from '../core/view/view';
import type { PictureOptions } from '../timeline/props';
import type { Theme } from '../ui/palette';

/**
 * What host page and frame say to each other by `postMessage`:
 *
 *     { protocol: "participant-timeline", version: 1, type, id?, payload? }
 *
 * A request with an `id` gets one answer with that `id`: its result or `error`. Times are ms since the epoch.
 */
export const PROTOCOL = 'participant-timeline';
export const VERSION = 1;

export type MessageId = string | number;

/** What a host may ask for, and with what. */
export interface FrameRequests {
  ping: undefined;
  /** Instead of this the conversation itself does, too. */
  load: LoadRequest;
  /** What it does not say takes its default. */
  setView: ViewInit;
  setTheme: Theme | undefined;
  setTimeZone: string | undefined;
  setLocale: string | undefined;
  export: ExportRequest;
}
export type RequestType = keyof FrameRequests;

/** What the answer to each holds, and its type. */
export interface FrameResults {
  ping: { type: 'ready'; payload: FrameReady };
  load: { type: 'loaded'; payload: FrameLoaded };
  setView: { type: 'viewChange'; payload: View };
  setTheme: { type: 'result'; payload: { theme?: Theme } };
  setTimeZone: { type: 'result'; payload: { timeZone?: string } };
  setLocale: { type: 'result'; payload: { locale?: string } };
  export: { type: 'result'; payload: FrameExport };
}

/** What the frame says by itself. */
export interface FrameNews {
  /** The frame has started; also after it was loaded anew. */
  ready: FrameReady;
  /** Something was loaded that no request with an id asked for. */
  loaded: FrameLoaded;
  viewChange: View;
  select: Mark | null;
  /** What the content needs, in CSS pixels; also after each `ready`. */
  resize: { width: number; height: number };
  error: FrameFault;
}

export interface FrameReady {
  versions: readonly number[];
  requests: readonly RequestType[];
}

export interface LoadRequest {
  /** Anything `parseConversations` takes, what it gave, or a timeline that `buildTimeline` made. */
  conversation: unknown;
  view?: ViewInit | undefined;
  /** Until when running segments are drawn. */
  now?: Instant | undefined;
  /** Running segments grow with the clock. */
  live?: boolean | undefined;
}

export interface FrameLoaded {
  /** Of the conversation. */
  id: string;
  title?: string;
  start: Instant;
  end: Instant;
  live: boolean;
  lanes: number;
  problems: Problem[];
}

export interface ExportRequest extends PictureOptions {
  format: 'svg' | 'png';
  /** Pixels of a PNG for each on the screen; 2 without. */
  scale?: number | undefined;
}

export type FrameExport = { format: 'svg'; text: string } | { format: 'png'; blob: Blob };

/**
 * `unsupported-version`, `unknown-type`, `invalid-message`, `invalid-payload`: the message is not as it should be.
 * `too-large`: more than is read. `no-conversation`: nothing in it that could be drawn; `problems` say why.
 * `superseded`: another conversation was loaded meanwhile. `not-loaded`: asks about a timeline, and there is none.
 * `failed`: our fault, or the browser's.
 */
export type FrameFaultCode =
  | 'unsupported-version'
  | 'unknown-type'
  | 'invalid-message'
  | 'invalid-payload'
  | 'too-large'
  | 'no-conversation'
  | 'superseded'
  | 'not-loaded'
  | 'failed';

export interface FrameFault {
  code: FrameFaultCode;
  message: string;
  problems?: Problem[];
}

/** As it goes over the line. */
export interface Message {
  protocol: typeof PROTOCOL;
  version: typeof VERSION;
  type: string;
  id?: MessageId;
  payload?: unknown;
}

export function messageOf(type: string, payload?: unknown, id?: MessageId): Message {
  const message: Message = { protocol: PROTOCOL, version: VERSION, type };
  if (id !== undefined) message.id = id;
  if (payload !== undefined) message.payload = payload;
  return message;
}
