import type { Problem } from '../core/model/problem';
import type { JoinLink } from '../core/timeline/join-links';
import type { Mark } from '../core/view/marks';
import type { Range } from '../core/view/range';
import type { Overlays, View, ViewInit } from '../core/view/view';
import type { Theme } from '../ui/palette';
import type { SvgOptions } from './figure/plan';

/** A link that a visitor chose: https, without user name, password or control characters. */
export interface OpenableLink extends JoinLink {
  laneId: string;
}

export interface ParticipantTimelineProps {
  /**
   * The data: anything `parseConversations` takes (text, bytes, an object), its result, one of its conversations, or a
   * timeline from `buildTimeline`. If it holds several conversations, the first is shown. `undefined` while you wait for
   * it. Pass a new object or text when the data has changed: the same one is not read again.
   */
  conversation: unknown;
  /** IANA name such as `Europe/Berlin`. Default: the browser's. */
  timeZone?: string | undefined;
  /** BCP 47 tag such as `en-GB`, for dates and numbers. Default: the browser's. */
  locale?: string | undefined;
  /** `system` follows the system's colour scheme and contrast. Default: the `color-scheme` of the page around it. */
  theme?: Theme | undefined;
  /** Which overlays are on, at first and whenever this changes. A `view` that names overlays wins. */
  overlays?: Partial<Overlays> | undefined;
  /**
   * The present, in ms since the epoch: running segments end there. Default: the latest instant in the data, which the
   * axis then marks as its end.
   */
  now?: number | undefined;
  /** Running segments grow with the clock while the conversation goes on. Not with `now`, nor with a built timeline. */
  live?: boolean | undefined;
  /** Controls the view: update it from `onViewChange`. Without it the timeline keeps its view itself. */
  view?: ViewInit | undefined;
  /** The visitor, or the ref, changed what is shown. Holds the whole new view. */
  onViewChange?: ((view: View) => void) | undefined;
  /** A mark was selected by click or Enter; `undefined` when the selection was cleared. */
  onSelect?: ((mark: Mark | undefined) => void) | undefined;
  /**
   * With a listener, the menu of a row offers safe links to join its co-browse session. The timeline opens none itself:
   * whoever has the link may join, so ask the visitor, and open it without opener and referrer.
   */
  onOpenLink?: ((link: OpenableLink) => void) | undefined;
  /** What is wrong with the data: once it was read, and whenever that changes. */
  onProblems?: ((problems: Problem[]) => void) | undefined;
  /** The timeline could not be drawn. A message stands in its place; nothing is thrown into the page. */
  onError?: ((error: unknown) => void) | undefined;
  /**
   * No switches, gestures or selection, and no keys but those that lead from mark to mark. `view` and the ref still
   * control it.
   */
  readOnly?: boolean | undefined;
  /** Lower rows, for cards. */
  compact?: boolean | undefined;
  /** `false` hides switches and buttons, except those of rows and legend. Keys and gestures stay. */
  toolbar?: boolean | undefined;
  /**
   * Where you serve `participant-timeline/worker`: large texts are then read off the page's thread. In Vite:
   * `import workerUrl from 'participant-timeline/worker?worker&url'`.
   */
  workerUrl?: string | URL | undefined;
  /**
   * The same, for bundlers and policies with their own way to start a worker:
   * `() => new Worker(new URL('participant-timeline/worker', import.meta.url), { type: 'module' })`.
   */
  createWorker?: (() => Worker) | undefined;
}

/** The methods of the ref, which is `null` until a timeline is drawn. */
export interface ParticipantTimelineHandle {
  /**
   * Back to the first view: the whole conversation, without far ends that would squeeze the rest to nothing. If some
   * are left out, the timeline says so and offers all of it.
   */
  fit(): void;
  /** Shows a range, in ms since the epoch, as far as the conversation reaches. */
  zoomTo(range: Range): void;
  /** Selects a mark or a lane by its id and brings it into sight; `undefined` clears the selection. */
  select(id: string | undefined): void;
  /**
   * What is on the screen as an SVG file, with all rows, in the width and theme of the screen unless the options say
   * otherwise. The code for it is loaded on the first call.
   */
  toSvg(options?: PictureOptions): Promise<string>;
  /** The same as a PNG, with `scale` pixels for each of the screen. Default: 2. */
  toPng(options?: PictureOptions & { scale?: number | undefined }): Promise<Blob>;
}

export type PictureOptions = Pick<SvgOptions, 'width' | 'theme' | 'compact'>;
