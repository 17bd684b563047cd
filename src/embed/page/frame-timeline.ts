import type { View, ViewInit } from '../../core/view/view';
import type { Read } from '../../timeline/host';
import { readBuilt } from '../../timeline/input';
import { type Ears, MountedTimeline, NothingDrawn, type Shown } from '../mounted';
import type { ExportRequest, FrameExport, FrameLoaded, LoadRequest } from '../protocol';
import { Fault } from './fault';
import type { Settings } from './settings';
import { frameWords } from './words';

interface Loading {
  resolve: (loaded: FrameLoaded) => void;
  reject: (fault: Fault) => void;
}

interface Options {
  settings: Settings;
  ears: Ears;
  createWorker?: () => Worker;
}

/** The one timeline of the frame, and what was asked of it. Holds data as long as it shows it, and nowhere else. */
export class FrameTimeline {
  readonly #timeline: MountedTimeline;
  readonly #createWorker: (() => Worker) | undefined;
  #settings: Settings;
  #load: LoadRequest = { conversation: undefined };
  #loading: Loading | undefined;
  #read: Read | undefined;
  #failed = false;

  constructor(shell: HTMLElement, { settings, ears, createWorker }: Options) {
    this.#settings = settings;
    this.#createWorker = createWorker;
    const own: Ears = {
      ...ears,
      read: (read) => this.#onRead(read),
      error: (error) => {
        this.#failed = true;
        this.#settle()?.reject(new Fault({ code: 'failed', message: frameWords.failed }));
        ears.error(error);
      },
    };
    this.#timeline = new MountedTimeline(shell, own);
    this.#timeline.setView(settings.view);
    this.#show();
  }

  /** What it shows, or is to show: another one each time. */
  get shown(): LoadRequest {
    return this.#load;
  }

  /** Says something in place of a timeline. */
  say(text: string): void {
    this.#supersede();
    this.#load = { conversation: undefined };
    this.#read = undefined;
    this.#timeline.say(text);
    this.#show();
  }

  load(load: LoadRequest): Promise<FrameLoaded> {
    this.#supersede();
    return new Promise((resolve, reject) => {
      this.#loading = { resolve, reject };
      this.#load = load;
      // The very same once more is tried once more.
      if (this.#failed) this.#timeline.clear();
      this.#failed = false;
      if (load.view) this.#timeline.setView(load.view);
      this.#show();
      // The very same text once more is not read once more.
      const read = this.#read;
      if (read && read.input === load.conversation) this.#onRead(read);
    });
  }

  /** Waits for what is being loaded; where nothing is, the view waits for it. */
  async setView(view: ViewInit): Promise<View> {
    this.#timeline.setView(view);
    this.#show();
    try {
      await this.#timeline.drawn();
    } catch (error) {
      if (!(error instanceof NothingDrawn)) throw error;
    }
    return this.#timeline.viewWith(this.#settings.overlays);
  }

  set(change: Partial<Pick<Settings, 'theme' | 'timeZone' | 'locale'>>): void {
    this.#settings = { ...this.#settings, ...change };
    this.#show();
  }

  async export({ format, scale, ...picture }: ExportRequest): Promise<FrameExport> {
    const timeline = await this.#timeline.drawn().catch(() => {
      throw new Fault({ code: 'not-loaded', message: 'No timeline is drawn' });
    });
    return format === 'svg'
      ? { format, text: await timeline.toSvg(picture) }
      : { format, blob: await timeline.toPng({ ...picture, scale }) };
  }

  #show(): void {
    const { theme, timeZone, locale, overlays, compact, readOnly, toolbar } = this.#settings;
    const { conversation, now } = this.#load;
    document.documentElement.dataset['theme'] = theme;
    this.#timeline.show({
      conversation,
      now,
      live: this.#grows,
      theme,
      timeZone,
      locale,
      overlays,
      compact,
      readOnly,
      toolbar,
      createWorker: this.#createWorker,
      // It comes with the frame, not by an address of the host.
    } satisfies Record<Exclude<keyof Shown, 'workerUrl'>, unknown>);
  }

  get #grows(): boolean {
    return this.#load.now === undefined && (this.#load.live === true || this.#settings.live);
  }

  #onRead(read: Read): void {
    this.#read = read;
    const loading = this.#settle();
    const { timeline, problems } = read;
    if (!timeline || timeline.lanes.length === 0) {
      loading?.reject(new Fault({ code: 'no-conversation', message: frameWords.nothing, problems }));
      return;
    }
    const { id, title, start, live, lanes } = timeline;
    // What grows with the clock is told before it ticks.
    const end =
      live && this.#grows && !readBuilt(read.input) ? Math.max(timeline.end, Date.now()) : timeline.end;
    loading?.resolve({ id, title, start, end, live, lanes: lanes.length, problems });
  }

  #supersede(): void {
    this.#settle()?.reject(new Fault({ code: 'superseded', message: 'Something else was loaded' }));
  }

  #settle(): Loading | undefined {
    const loading = this.#loading;
    this.#loading = undefined;
    return loading;
  }
}
