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
  /** Answered by `ready`. */
  ping: undefined;
  /** Draws a conversation. The conversation itself may be the payload, too. */
  load: LoadRequest;
  /** Replaces the view; what it does not name takes its default. */
  setView: ViewInit;
  /** Without a payload: the system's. */
  setTheme: Theme | undefined;
  /** An IANA name. Without a payload: the browser's. */
  setTimeZone: string | undefined;
  /** A BCP 47 tag. Without a payload: the browser's. */
  setLocale: string | undefined;
  /** Asks for what is on the screen as a picture. */
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
  /** The frame has started, also after a reload. */
  ready: FrameReady;
  /** A conversation was drawn that no request with an `id` asked for. */
  loaded: FrameLoaded;
  /** The visitor changed what is shown. Holds the whole new view. */
  viewChange: View;
  /** A mark was selected; `null` when the selection was cleared. */
  select: Mark | null;
  /** The size that the content needs, in CSS pixels: after each `ready`, and whenever it changes, unless the frame is hidden. */
  resize: { width: number; height: number };
  /** Something went wrong that no request with an `id` asked for. */
  error: FrameFault;
}

/** Which versions of the protocol and which requests the frame knows. */
export interface FrameReady {
  versions: readonly number[];
  requests: readonly RequestType[];
}

export interface LoadRequest {
  /** Anything `parseConversations` takes, its result, or a timeline from `buildTimeline`. */
  conversation: unknown;
  /** What to show. Default: the whole conversation. */
  view?: ViewInit | undefined;
  /** The present, in ms since the epoch: running segments end there. Default: the latest instant in the data. */
  now?: Instant | undefined;
  /** Running segments grow with the clock while the conversation goes on. */
  live?: boolean | undefined;
}

/** What was drawn. Times are ms since the epoch. */
export interface FrameLoaded {
  /** The id of the conversation. */
  id: string;
  title?: string;
  start: Instant;
  end: Instant;
  live: boolean;
  lanes: number;
  problems: Problem[];
}

/** Which picture, of which width and theme. */
export interface ExportRequest extends PictureOptions {
  format: 'svg' | 'png';
  /** Pixels of a PNG for each of the screen. Default: 2. */
  scale?: number | undefined;
}

export type FrameExport = { format: 'svg'; text: string } | { format: 'png'; blob: Blob };

/**
 * `unsupported-version`, `unknown-type`, `invalid-message`, `invalid-payload`: the message is malformed.
 * `too-large`: it is larger than the frame reads. `no-conversation`: it holds nothing that could be drawn; `problems` say
 * why. `superseded`: another conversation was loaded meanwhile. `not-loaded`: there is no timeline yet to ask about.
 * `failed`: the fault is ours, or the browser's.
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

/** Why a request failed. */
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
