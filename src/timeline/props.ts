import type { Problem } from '../core/model/problem';
import type { JoinLink } from '../core/timeline/join-links';
import type { Mark } from '../core/view/marks';
import type { Range } from '../core/view/range';
import type { Overlays, View, ViewInit } from '../core/view/view';
import type { Theme } from '../ui/palette';
import type { SvgOptions } from './figure/plan';

/** A link that a visitor has chosen: plain https, without user info and control characters. */
export interface OpenableLink extends JoinLink {
  laneId: string;
}

export interface ParticipantTimelineProps {
  /**
   * Anything `parseConversations` takes, what it gave, a conversation of that, or a timeline that `buildTimeline`
   * made. Of several the first is shown. `undefined`: it is still to come. What changes comes as another object, or
   * text: this one is not read twice.
   */
  conversation: unknown;
  /** IANA name; without it the one of the page. */
  timeZone?: string | undefined;
  /** BCP 47 tag; without it the one of the page. */
  locale?: string | undefined;
  /** `system` follows the system's colour scheme and its wish for contrast; without it the host's `color-scheme` holds. */
  theme?: Theme | undefined;
  /** Which overlays are on, at first and when this changes; a `view` that says so wins. */
  overlays?: Partial<Overlays> | undefined;
  /**
   * Until when running segments are drawn, ms since the epoch; without it the latest instant in the data, and the axis
   * says that the data ends there.
   */
  now?: number | undefined;
  /** Running segments grow with the clock, as long as the conversation goes on; `now` and built timelines stand still. */
  live?: boolean | undefined;
  /** Given: the host keeps the view and hears of changes. Without: the timeline keeps it. */
  view?: ViewInit | undefined;
  /** What is shown has changed, by hand or through the ref: all of it, to be kept or given back as `view`. */
  onViewChange?: ((view: View) => void) | undefined;
  /** A mark was chosen by click or Enter; `undefined`: the choice was cleared. */
  onSelect?: ((mark: Mark | undefined) => void) | undefined;
  /**
   * Given: the menu of a row offers the links to join a co-browse session that are safe to open. The timeline opens
   * none itself: whoever has one may join, so the host asks the visitor, and opens it without opener and referrer.
   */
  onOpenLink?: ((link: OpenableLink) => void) | undefined;
  /** What is wrong with the data, when it was read and whenever that changes. */
  onProblems?: ((problems: Problem[]) => void) | undefined;
  /** The timeline could not be drawn; it says so in its place, and the host may note why. */
  onError?: ((error: unknown) => void) | undefined;
  /**
   * To be looked at only: no switches, gestures or selection, and no keys but those that lead from mark to mark; the ref and
   * `view` still steer it.
   */
  readOnly?: boolean | undefined;
  /** Lower rows. */
  compact?: boolean | undefined;
  /** `false`: without switches and buttons but those of rows and legend; keys and gestures remain. */
  toolbar?: boolean | undefined;
  /**
   * Address of `participant-timeline/worker` as the host serves it: large texts are then read off the page's thread.
   * Vite has it as `import workerUrl from 'participant-timeline/worker?worker&url'`.
   */
  workerUrl?: string | URL | undefined;
  /**
   * The same for bundlers and policies that have their own way to start a worker, as
   * `() => new Worker(new URL('participant-timeline/worker', import.meta.url), { type: 'module' })`.
   */
  createWorker?: (() => Worker) | undefined;
}

/** What a host may do to a timeline through its ref, which is `null` until one is drawn. */
export interface ParticipantTimelineHandle {
  /**
   * Back to what one sees at first: the whole conversation, but for far ends that would squeeze the rest to
   * nothing; then the timeline says so, with a button for all of it.
   */
  fit(): void;
  /** Shows a stretch, in ms since the epoch, as far as the conversation reaches. */
  zoomTo(range: Range): void;
  /** Selects a mark by its id, or nothing, and brings it into sight. */
  select(id: string | undefined): void;
  /**
   * What is on the screen as a picture that stands alone, all rows included, as wide and in the theme as shown
   * unless the options say otherwise. What draws it is loaded only then.
   */
  toSvg(options?: PictureOptions): Promise<string>;
  /** The same in pixels, twice as many as on the screen unless `scale` says otherwise. */
  toPng(options?: PictureOptions & { scale?: number | undefined }): Promise<Blob>;
}

export type PictureOptions = Pick<SvgOptions, 'width' | 'theme' | 'compact'>;
