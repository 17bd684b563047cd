import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { Problem } from '../core/model/problem';
import { problemsOf } from '../core/timeline/problems';
import type { Mark } from '../core/view/marks';
import type { Overlays, View, ViewInit } from '../core/view/view';
import { viewFrom } from '../core/view/view-from';
import { ParticipantTimeline } from '../timeline/complete';
import { type Host, HostContext, type Read, Slot } from '../timeline/host';
import type { OpenableLink, ParticipantTimelineHandle, ParticipantTimelineProps } from '../timeline/props';
import { english } from '../ui/words';

/** Who has to know what happens in the timeline. */
export interface Ears {
  viewChange: (view: View) => void;
  select: (mark: Mark | undefined) => void;
  problems: (problems: Problem[]) => void;
  /** With it links of the data are offered. */
  openLink?: (link: OpenableLink) => void;
  error: (error: unknown) => void;
  /** What was shown last is read and drawn, or drawn anew as it grew. */
  read?: (read: Read) => void;
}

/** What each form hands on. Element and frame list it by name, so that none lacks a prop that another has. */
export type Shown = Omit<
  ParticipantTimelineProps,
  'view' | 'onViewChange' | 'onSelect' | 'onProblems' | 'onOpenLink' | 'onError'
>;

/** Nothing is drawn, and nothing comes to be. */
export class NothingDrawn extends Error {
  override readonly name = 'NothingDrawn';
}

interface Waiting {
  done: (timeline: ParticipantTimelineHandle) => void;
  failed: (error: Error) => void;
}

/** The component in an element of a page that knows no React. It keeps the view, so that nobody else has to. */
export class MountedTimeline {
  /** What is said as long as there is no conversation. */
  #waitingText = english.reading;
  readonly #shell: HTMLElement;
  readonly #ears: Ears;
  readonly #host: Host;
  #root: Root | undefined;
  #handle: ParticipantTimelineHandle | null = null;
  #input: unknown;
  #read: Read | undefined;
  /** As the component told it last; nothing before the first change. */
  #view: View | undefined;
  #overlays: Partial<Overlays> | undefined;
  /** A view that waits for its conversation to be drawn; the next one that is shown, if it names none. */
  #wanted: { view: ViewInit; input?: unknown } | undefined;
  #quiet = false;
  #waiting: Waiting[] = [];

  constructor(shell: HTMLElement, ears: Ears, { slots = false } = {}) {
    this.#shell = shell;
    this.#ears = ears;
    this.#host = {
      slots,
      judge: problemsOf,
      onRead: (read) => this.#onRead(read),
      setView: { current: null },
    };
  }

  show(shown: Shown): void {
    const { conversation: input, overlays } = shown;
    this.#input = input;
    if (input === undefined) this.#leave();
    // The component takes others without a word.
    if (this.#view && JSON.stringify(overlays) !== JSON.stringify(this.#overlays)) {
      const view = { ...this.#view, overlays: viewFrom({ overlays }).overlays };
      if (this.#wanted?.view === this.#view) this.#wanted = { ...this.#wanted, view };
      this.#view = view;
    }
    this.#overlays = overlays;
    if (input !== undefined && this.#wanted && !('input' in this.#wanted))
      this.#wanted = { ...this.#wanted, input };
    this.#root ??= createRoot(this.#shell);
    const root = this.#root;
    flushSync(() => root.render(this.#element(shown)));
    if (this.#isRead) this.#applyWanted();
  }

  /** What is shown, or is to be; of overlays that it does not name these. */
  viewWith(overlays?: Partial<Overlays>): View {
    return viewFrom(this.#wanted?.view ?? this.#view, overlays);
  }

  /** What stands in place of a timeline, as soon as none is shown. */
  say(text: string): void {
    this.#waitingText = text;
  }

  /** Replaces the view, now or as soon as what is shown next is drawn; `viewChange` tells nobody of it. */
  setView(view: ViewInit): void {
    this.#wanted = { view };
  }

  /** The timeline once it is drawn; `act` gets it without any delay if it is. */
  drawn(act?: (timeline: ParticipantTimelineHandle) => void): Promise<ParticipantTimelineHandle> {
    if (this.#isRead && this.#handle) {
      act?.(this.#handle);
      return Promise.resolve(this.#handle);
    }
    if (!this.#root || this.#isRead || this.#input === undefined) {
      return Promise.reject(new NothingDrawn('No timeline is drawn'));
    }
    return new Promise((resolve, reject) => {
      const done = (timeline: ParticipantTimelineHandle) => {
        act?.(timeline);
        resolve(timeline);
      };
      this.#waiting.push({ done, failed: reject });
    });
  }

  /** Takes everything away. Shown again, it goes on where it was. */
  clear(): void {
    if (this.#view) this.#wanted ??= { view: this.#view, input: this.#input };
    this.#root?.unmount();
    this.#root = undefined;
    this.#leave();
  }

  get #isRead(): boolean {
    return this.#read !== undefined && this.#read.input === this.#input;
  }

  #element(shown: Shown) {
    if (shown.conversation === undefined) {
      return (
        <div className="pt-root" part="root" data-theme={shown.theme}>
          <HostContext value={this.#host}>
            <output className="pt-message" part="message">
              <Slot name="loading">{this.#waitingText}</Slot>
            </output>
          </HostContext>
        </div>
      );
    }
    return (
      <HostContext value={this.#host}>
        <ParticipantTimeline
          ref={this.#takeHandle}
          {...shown}
          onViewChange={this.#onViewChange}
          onSelect={this.#ears.select}
          onProblems={this.#ears.problems}
          onOpenLink={this.#ears.openLink}
          onError={this.#onError}
        />
      </HostContext>
    );
  }

  readonly #takeHandle = (handle: ParticipantTimelineHandle | null) => {
    this.#handle = handle;
  };

  readonly #onViewChange = (view: View) => {
    this.#view = view;
    if (!this.#quiet) this.#ears.viewChange(viewFrom(view));
  };

  readonly #onError = (error: unknown) => {
    // All that comes of it.
    this.#read = { input: this.#input, problems: [] };
    this.#giveUp();
    this.#ears.error(error);
  };

  #onRead(read: Read): void {
    // What was shown before may grow while the next is read.
    if (read.input !== this.#input) return;
    // Another conversation begins with a view of its own.
    if (read.timeline?.id !== this.#read?.timeline?.id) this.#view = undefined;
    this.#read = read;
    this.#applyWanted();
    this.#ears.read?.(read);
    const handle = this.#handle;
    if (!handle) return this.#giveUp();
    for (const { done } of this.#waiting.splice(0)) done(handle);
  }

  /** A view for something that is not shown any more is worth nothing. */
  #applyWanted(): void {
    const wanted = this.#wanted;
    if (!wanted || !('input' in wanted)) return;
    this.#wanted = undefined;
    if (wanted.input !== this.#input) return;
    this.#quiet = true;
    this.#host.setView.current?.(wanted.view);
    this.#quiet = false;
  }

  /** What was read is shown no more, and nothing is awaited. */
  #leave(): void {
    this.#read = undefined;
    this.#giveUp();
  }

  #giveUp(): void {
    for (const { failed } of this.#waiting.splice(0)) failed(new NothingDrawn('No timeline was drawn'));
  }
}
