import type { ParseOutcome } from '../../workers/found';
import type { ParseInput, Progress } from '../../workers/messages';
import type { parseInput } from '../../workers/parseInput';
import { leftOutProblems } from '../files/leftOut';
import { hasZip, withZipsOpened } from '../files/zip';
import type { Saved, SavedStore } from './saved';
import { type Recent, restoredInput, restoredRecent, savedForm, storable } from './restore';

/** What is being read, or was. */
export interface Opened {
  input: ParseInput;
  progress?: Progress;
  /** Was cancelled; what had been read is about to be shown. */
  stopped?: true;
  /** Absent while reading. */
  outcome?: ParseOutcome;
}

export interface SessionState {
  opened?: Opened;
  /** Id of the conversation chosen among several. */
  chosen?: string;
  /** What is shown was read from a text that the box has no more: it was edited since. */
  edited: boolean;
  /** Goes up whenever the text was changed by something other than typing. */
  draftVersion: number;
  /** Part of this would not survive a reload. */
  unsaved: boolean;
  /** The last clearing can be taken back. */
  canUndo: boolean;
  /** What was shown in this tab, newest first. */
  recent: readonly Recent[];
  /** `false`: the browser keeps nothing for this page, so that a reload loses everything. */
  lasting: boolean;
}

/** What one tab works on. Nothing of it leaves the browser. */
export interface Session {
  subscribe: (listener: () => void) => () => void;
  state: () => SessionState;
  draft: () => string;
  /** Takes note of typing; the text is fetched only when the hands rest, as it may be long. */
  noteDraft: (read: () => string) => void;
  flush: () => void;
  setDraft: (text: string) => void;
  open: (input: ParseInput) => Promise<void>;
  /** Puts a whole document in the place of what was there, which can be had back, and shows it. */
  replace: (text: string) => void;
  cancel: () => void;
  choose: (id: string) => void;
  clear: () => void;
  undo: () => void;
  /** Shows what was shown before, and puts text back into the box. */
  reopen: (id: string) => void;
  /** Forgets one of the recent, or all. */
  forget: (id?: string) => void;
}

export interface SessionOptions {
  saved: SavedStore;
  /** The time, ms since the epoch. */
  clock?: () => number;
  parse: typeof parseInput;
}

/** From here on a text box takes long only to lay the text out: it is shown without standing in the box. */
export const HELD_FROM = 1_000_000;

const REST_MS = 400;
const PAINT_MS = 30;

interface Snapshot {
  draft: string;
  opened?: Opened;
  chosen?: string;
}

export function createSession(options: SessionOptions): Session {
  const saved = options.saved.read();
  return new TabSession(options, saved);
}

/** Boxes have line breaks of their own. */
function isSameText(one: string, other: string): boolean {
  return one === other || one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');
}

function isEdited(input: ParseInput | undefined, draft: string): boolean {
  return input?.kind === 'text' && input.text.length < HELD_FROM && !isSameText(input.text, draft);
}

/** Nobody wants that back. */
function isBlank(input: ParseInput): boolean {
  return input.kind === 'text' && input.text.trim() === '';
}

/** What was left out of folders and ZIP files is told with what is wrong with the others. */
function withLeftOut(outcome: ParseOutcome, input: ParseInput): ParseOutcome {
  const own = leftOutProblems(input);
  if (own.length === 0) return outcome;
  const { problems, problemCount } = outcome;
  return { ...outcome, problems: [...own, ...problems], problemCount: problemCount + own.length };
}

class TabSession implements Session {
  private readonly listeners = new Set<() => void>();
  private current: SessionState = {
    edited: false,
    draftVersion: 0,
    unsaved: false,
    canUndo: false,
    recent: [],
    lasting: true,
  };
  private text: string;
  private read: (() => string) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading: AbortController | undefined;
  private cleared: Snapshot | undefined;
  /** Put into the box last, by other means than typing. */
  private given = '';
  private recentLength: number;
  private draftSaved = true;
  private openedSaved = true;

  constructor(
    private readonly options: SessionOptions,
    saved: Saved,
  ) {
    this.text = saved.draft;
    this.current.recent = restoredRecent(options.saved.readRecent());
    this.recentLength = options.saved.recentLength();
    this.current.lasting = options.saved.lasting;
    const input = restoredInput(saved);
    if (!input) return;
    void this.readInput(input, this.begin(input));
    this.update({ chosen: saved.chosen });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  state = (): SessionState => this.current;

  draft(): string {
    return this.read?.() ?? this.text;
  }

  noteDraft(read: () => string): void {
    this.read = read;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), REST_MS);
  }

  flush(): void {
    clearTimeout(this.timer);
    const text = this.read?.();
    this.read = undefined;
    if (text === undefined || text === this.text) return;
    this.text = text;
    this.saveDraft();
    // What is shown was saved as “the text”, which is another one now.
    this.saveOpened();
    this.update({});
  }

  setDraft(text: string): void {
    this.read = undefined;
    this.text = text;
    this.saveDraft();
    this.update({ draftVersion: this.current.draftVersion + 1 });
  }

  async open(given: ParseInput): Promise<void> {
    const control = this.begin(given);
    const input = hasZip(given) ? await withZipsOpened(given, control.signal) : given;
    // Something else was opened while it was unpacked.
    if (this.reading !== control) return;
    if (input !== given) this.update({ opened: { input } });
    const reading = this.readInput(input, control);
    await this.saveInput(input);
    await reading;
    await this.remember(input).catch(() => undefined); // what does that may not have come: it is shown all the same
  }

  reopen(id: string): void {
    const found = this.current.recent.find((recent) => recent.id === id);
    if (!found) return;
    if (found.input.kind === 'text') this.replace(found.input.text);
    else {
      this.makeRoom();
      void this.open(found.input);
    }
  }

  replace(text: string): void {
    this.makeRoom();
    // A text that the box does not take is held by what is opened alone, and goes with it.
    this.given = text.length < HELD_FROM ? text : '';
    if (this.given !== '') this.setDraft(text);
    void this.open({ kind: 'text', text });
  }

  /** What was put into the box and left as it came is among the recent; what was typed before it is nowhere else. */
  private makeRoom(): void {
    const draft = this.draft();
    if (draft === '') return;
    if (this.cleared && isSameText(draft, this.given)) this.setDraft('');
    else this.clear();
  }

  forget(id?: string): void {
    const recent = this.current.recent.filter((one) => id !== undefined && one.id !== id);
    this.keepRecent(recent);
  }

  cancel(): void {
    this.reading?.abort();
  }

  choose(id: string): void {
    this.update({ chosen: id });
  }

  clear(): void {
    this.cleared = this.snapshot();
    this.cancel();
    this.reading = undefined;
    this.update({ opened: undefined, chosen: undefined, canUndo: true });
    this.setDraft('');
    this.saveOpened();
  }

  undo(): void {
    if (!this.cleared) return;
    const { draft, opened, chosen } = this.cleared;
    const present = this.snapshot();
    // What was typed since is not lost either: it changes places with what comes back.
    this.cleared = present.draft === '' ? undefined : present;
    this.cancel();
    this.reading = undefined;
    this.setDraft(draft);
    this.update({ opened, chosen, canUndo: this.cleared !== undefined });
    this.saveOpened();
  }

  private snapshot(): Snapshot {
    this.flush();
    const { opened, chosen } = this.current;
    return { draft: this.draft(), opened: opened?.outcome && opened, chosen };
  }

  private begin(input: ParseInput): AbortController {
    this.reading?.abort();
    this.reading = new AbortController();
    this.update({ opened: { input }, chosen: undefined });
    return this.reading;
  }

  private async readInput(input: ParseInput, reading: AbortController): Promise<void> {
    const outcome = await this.options.parse(input, {
      signal: reading.signal,
      onProgress: (progress) => {
        if (this.reading === reading) this.update({ opened: { input, progress } });
      },
    });
    if (outcome.ending === 'cancelled' && this.reading === reading) {
      // The answer to the click comes first: drawing what was read may take longer.
      this.update({ opened: { input, stopped: true } });
      await new Promise((resolve) => setTimeout(resolve, PAINT_MS));
    }
    // A later reading has taken its place.
    if (this.reading === reading) this.update({ opened: { input, outcome: withLeftOut(outcome, input) } });
  }

  private async saveInput(input: ParseInput): Promise<void> {
    const form = await savedForm(input, this.text);
    if (this.current.opened?.input !== input) return;
    this.openedSaved = form !== undefined && this.options.saved.writeOpened(form);
    this.updateUnsaved();
  }

  /** Also what could not be read: it may be wanted again when the mistake is found. */
  private async remember(input: ParseInput): Promise<void> {
    const { opened } = this.current;
    if (opened?.input !== input || !opened.outcome || isBlank(input)) return;
    const at = (this.options.clock ?? Date.now)();
    const { recentOf, withRecent } = await import('./recent');
    const entry = await recentOf({ input, outcome: opened.outcome }, at);
    this.keepRecent(withRecent(this.current.recent, entry));
  }

  private keepRecent(recent: readonly Recent[]): void {
    this.noteKept(recent, this.options.saved.writeRecent(storable(recent)));
  }

  private noteKept(recent: readonly Recent[], kept: readonly { id: string }[]): void {
    const ids = new Set(kept.map(({ id }) => id));
    this.recentLength = this.options.saved.recentLength();
    this.update({ recent: recent.map((one) => ({ ...one, lasting: ids.has(one.id) })) });
  }

  private saveDraft(): void {
    this.draftSaved = this.options.saved.writeDraft(this.text);
    this.updateUnsaved();
  }

  private saveOpened(): void {
    const input = this.current.opened?.input;
    if (input) void this.saveInput(input);
    else this.openedSaved = this.options.saved.writeOpened(undefined);
    this.updateUnsaved();
  }

  private updateUnsaved(): void {
    const { saved } = this.options;
    if (saved.recentLength() !== this.recentLength) this.noteKept(this.current.recent, saved.readRecent());
    const unsaved = !this.draftSaved || !this.openedSaved;
    if (unsaved !== this.current.unsaved) this.update({ unsaved });
  }

  private update(change: Partial<SessionState>): void {
    const next = { ...this.current, ...change };
    this.current = { ...next, edited: isEdited(next.opened?.input, this.text) };
    if ('chosen' in change) this.options.saved.writeChosen(change.chosen);
    for (const listener of this.listeners) listener();
  }
}
