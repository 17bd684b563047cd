import type { AllOf } from '../../core/model/all-of';
import type { Range } from '../../core/view/range';
import type { Overlays, View, ViewInit } from '../../core/view/view';
import { readView } from '../../core/view/view-from';
import type { ParticipantTimelineHandle, PictureOptions } from '../../timeline/props';
import type { Theme } from '../../ui/palette';
import { isSet, numberIn, overlaysIn, themeNamed } from '../choices';
import { type Ears, MountedTimeline, type Shown } from '../mounted';
import { ATTRIBUTES, type AttributeName } from './attributes';
import { jsonIn, watchJson } from './json-child';
import { sheetsOf } from './sheets';
import type { ParticipantTimelineEventMap, ParticipantTimelineProperties } from './types';

/** Servers have no elements; there this can be loaded, and does nothing. */
const Base = globalThis.HTMLElement ?? Object;

const properties = [
  'conversation',
  'timeZone',
  'locale',
  'theme',
  'overlays',
  'now',
  'live',
  'view',
  'readOnly',
  'compact',
  'toolbar',
  'workerUrl',
  'createWorker',
] as const;
const PROPERTIES: AllOf<keyof ParticipantTimelineProperties, typeof properties> = properties;

type Listener<K extends keyof ParticipantTimelineEventMap> = (
  this: ParticipantTimelineElement,
  event: ParticipantTimelineEventMap[K],
) => unknown;

/** `<participant-timeline>`: the component for pages without React. Text attributes stand for themselves. */
export class ParticipantTimelineElement extends Base implements ParticipantTimelineHandle {
  static readonly observedAttributes: readonly AttributeName[] = ATTRIBUTES;

  readonly #timeline: MountedTimeline;
  readonly #ears: Ears;
  readonly #tellLink: NonNullable<Ears['openLink']>;
  /** Who listens for links: those of the data are offered while there is anybody. */
  readonly #openers = new Set<unknown>();
  /** What no attribute holds; what one might say instead, under its name. */
  #given: {
    conversation?: unknown;
    createWorker?: () => Worker;
    overlays?: Partial<Overlays>;
    'worker-url'?: string | URL;
  } = {};
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #stopWatching: (() => void) | undefined;
  #due = false;

  constructor() {
    super();
    // No elements are looked up in it: with the page's registry it could not be drawn in another document.
    const shadow = this.attachShadow({ mode: 'open', customElementRegistry: null });
    shadow.adoptedStyleSheets = [...sheetsOf(this.ownerDocument)];
    const shell = this.ownerDocument.createElement('div');
    shell.className = 'pt-shell';
    shadow.append(shell);
    const tell = (name: keyof ParticipantTimelineEventMap, detail: unknown) =>
      this.dispatchEvent(new CustomEvent(name, { detail }));
    this.#ears = {
      viewChange: (view) => tell('viewChange', view),
      select: (mark) => tell('select', mark),
      problems: (problems) => tell('problems', problems),
      error: (error) => tell('error', error),
    };
    this.#tellLink = (link) => tell('openLink', link);
    this.#timeline = new MountedTimeline(shell, this.#ears, { slots: true });
  }

  connectedCallback(): void {
    if (!this.#isOnPage) return;
    clearTimeout(this.#leaving);
    this.#takeEarlyProperties();
    this.#stopWatching ??= watchJson(this, () => this.#change());
    this.#change();
  }

  /** Who moves an element takes it out and puts it back: only when it stays out, it is given up. */
  disconnectedCallback(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      if (this.#isOnPage) return;
      this.#stopWatching?.();
      this.#stopWatching = undefined;
      this.#timeline.clear();
    });
  }

  /**
   * What is drawn listens to its window, and style sheets belong to one document. One that nobody sees, as templates
   * have, takes none, and draws nothing.
   */
  adoptedCallback(): void {
    this.#timeline.clear();
    if (this.ownerDocument.defaultView && this.shadowRoot)
      this.shadowRoot.adoptedStyleSheets = [...sheetsOf(this.ownerDocument)];
  }

  /** Of a property and its attribute the one counts that was set later. */
  attributeChangedCallback(name: string): void {
    Reflect.deleteProperty(this.#given, name);
    this.#change();
  }

  override addEventListener<K extends keyof ParticipantTimelineEventMap>(
    type: K,
    listener: Listener<K>,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  /** As ever, but that links are offered as long as somebody listens for them. */
  override addEventListener(...parameters: Parameters<HTMLElement['addEventListener']>): void {
    super.addEventListener(...parameters);
    const [type, listener, options] = parameters;
    const { once, signal } = Object(options) as AddEventListenerOptions;
    if (type !== 'openLink' || this.#openers.has(listener) || signal?.aborted) return;
    const gone = () => this.removeEventListener(type, listener, options);
    if (once) super.addEventListener(type, gone, options);
    signal?.addEventListener('abort', gone);
    this.#openers.add(listener);
    this.#offerLinks();
  }

  override removeEventListener<K extends keyof ParticipantTimelineEventMap>(
    type: K,
    listener: Listener<K>,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
  override removeEventListener(...parameters: Parameters<HTMLElement['removeEventListener']>): void {
    super.removeEventListener(...parameters);
    const [type, listener] = parameters;
    if (type === 'openLink' && this.#openers.delete(listener)) this.#offerLinks();
  }

  /** As the component's `conversation`; without it the text of a `<script type="application/json">` inside. */
  get conversation(): unknown {
    return this.#given.conversation;
  }
  set conversation(value: unknown) {
    this.#given.conversation = value;
    this.#change();
  }

  /** What is shown now. A view that is set replaces it: what it does not say takes its default. */
  get view(): View {
    return this.#timeline.viewWith(this.overlays);
  }
  set view(value: ViewInit | undefined) {
    this.#timeline.setView(readView(value));
    this.#change();
  }

  get overlays(): Partial<Overlays> | undefined {
    return this.#given.overlays ?? overlaysIn(this.getAttribute('overlays'));
  }
  set overlays(value: Partial<Overlays> | undefined) {
    this.#given.overlays = value ?? undefined;
    this.#change();
  }

  get timeZone(): string | undefined {
    return this.getAttribute('time-zone') ?? undefined;
  }
  set timeZone(value: string | undefined) {
    this.#write('time-zone', value);
  }

  get locale(): string | undefined {
    return this.getAttribute('locale') ?? undefined;
  }
  set locale(value: string | undefined) {
    this.#write('locale', value);
  }

  get theme(): Theme | undefined {
    return themeNamed(this.getAttribute('theme'));
  }
  set theme(value: Theme | undefined) {
    this.#write('theme', value);
  }

  get now(): number | undefined {
    return numberIn(this.getAttribute('now'));
  }
  set now(value: number | undefined) {
    this.#write('now', value);
  }

  get live(): boolean {
    return isSet(this.getAttribute('live'));
  }
  set live(value: boolean | undefined) {
    this.#write('live', value ? '' : undefined);
  }

  get readOnly(): boolean {
    return isSet(this.getAttribute('read-only'));
  }
  set readOnly(value: boolean | undefined) {
    this.#write('read-only', value ? '' : undefined);
  }

  get compact(): boolean {
    return isSet(this.getAttribute('compact'));
  }
  set compact(value: boolean | undefined) {
    this.#write('compact', value ? '' : undefined);
  }

  /** On, unless the attribute says `"false"`. */
  get toolbar(): boolean {
    return this.getAttribute('toolbar') !== 'false';
  }
  set toolbar(value: boolean | undefined) {
    this.#write('toolbar', value === false ? 'false' : undefined);
  }

  /** Kept as it was given: under Trusted Types an address for a worker is an object. */
  get workerUrl(): string | URL | undefined {
    return this.#given['worker-url'] ?? this.getAttribute('worker-url') ?? undefined;
  }
  set workerUrl(value: string | URL | undefined) {
    this.#given['worker-url'] = value ?? undefined;
    this.#change();
  }

  get createWorker(): (() => Worker) | undefined {
    return this.#given.createWorker;
  }
  set createWorker(value: (() => Worker) | undefined) {
    this.#given.createWorker = value ?? undefined;
    this.#change();
  }

  fit(): void {
    this.#do((timeline) => timeline.fit());
  }
  zoomTo(range: Range): void {
    this.#do((timeline) => timeline.zoomTo(range));
  }
  /** Selects a mark by its id, or nothing, and brings it into sight. */
  select(id?: string): void {
    this.#do((timeline) => timeline.select(id));
  }
  /** Rejects where no timeline is drawn, or none comes to be drawn. */
  async toSvg(options?: PictureOptions): Promise<string> {
    this.#render();
    return (await this.#timeline.drawn()).toSvg(options);
  }
  async toPng(options?: PictureOptions & { scale?: number }): Promise<Blob> {
    this.#render();
    return (await this.#timeline.drawn()).toPng(options);
  }

  #offerLinks(): void {
    const openLink = this.#openers.size > 0 ? this.#tellLink : undefined;
    if (openLink === this.#ears.openLink) return;
    this.#ears.openLink = openLink;
    this.#change();
  }

  get #isOnPage(): boolean {
    return this.isConnected && this.ownerDocument.defaultView !== null;
  }

  #do(act: (timeline: ParticipantTimelineHandle) => void): void {
    this.#render();
    this.#timeline.drawn(act).catch(() => undefined);
  }

  /** Properties that were set before the element had a class hide its own; they are set once more. */
  #takeEarlyProperties(): void {
    for (const name of PROPERTIES) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  #write(name: AttributeName, value: string | number | null | undefined): void {
    if (value === undefined || value === null) this.removeAttribute(name);
    else this.setAttribute(name, String(value));
  }

  /** However many things are set one after the other, it is drawn once. */
  #change(): void {
    if (this.#due || !this.#isOnPage) return;
    this.#due = true;
    queueMicrotask(() => this.#render());
  }

  #render(): void {
    if (!this.#due) return;
    this.#due = false;
    if (!this.#isOnPage) return;
    const { timeZone, locale, theme, overlays, now, live, readOnly, compact, toolbar, workerUrl } = this;
    this.#timeline.show({
      conversation: this.#given.conversation ?? jsonIn(this),
      timeZone,
      locale,
      theme,
      overlays,
      now,
      live,
      readOnly,
      compact,
      toolbar,
      workerUrl,
      createWorker: this.createWorker,
    } satisfies Record<keyof Shown, unknown>);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'participant-timeline': ParticipantTimelineElement;
  }
}
