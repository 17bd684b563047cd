import { act } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineParticipantTimeline, ParticipantTimelineElement } from '../../src/embed/element/element';
import { sheetsOf } from '../../src/embed/element/sheets';
import type { View } from '../../src/core/view/view';
import { MountedTimeline } from '../../src/embed/mounted';
import { usualCall } from '../fixtures/timelines';

const conversation = usualCall();
const range = { start: conversation.start, end: conversation.start + 60_000 };
const text = (name: string) =>
  JSON.stringify({
    id: 'c',
    participants: [
      {
        id: 'a',
        name,
        purpose: 'agent',
        calls: [{ id: 'k', connectedTime: '2026-11-19T09:00:00Z', disconnectedTime: '2026-11-19T09:05:00Z' }],
        cobrowsesessions: [{ id: 's', viewerUrl: 'https://watch.example/join' }],
      },
    ],
  });

function element(properties: object = {}, tag = 'participant-timeline'): ParticipantTimelineElement {
  return Object.assign(document.createElement(tag) as ParticipantTimelineElement, properties);
}
/** What is due is done, and who was taken out is given up. */
const soon = () => act(() => new Promise<void>((done) => setTimeout(done, 5)));
async function placed(properties: object = {}): Promise<ParticipantTimelineElement> {
  const timeline = element({ timeZone: 'UTC', ...properties });
  document.body.append(timeline);
  await soon();
  return timeline;
}
const drawing = (timeline: Element) => timeline.shadowRoot?.querySelector('.pt-region') ?? null;
const said = (timeline: Element) => timeline.shadowRoot?.textContent;
const child = (json: string) => {
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = json;
  return script;
};

afterEach(async () => {
  document.body.replaceChildren();
  await soon();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('<participant-timeline>', () => {
  it('draws the text of a script inside it, follows it, and what it is given goes before it', async () => {
    const timeline = await placed();
    expect(drawing(timeline)).toBeNull();
    const script = child(` ${text('Ada')} `);
    timeline.append(script);
    await soon();
    expect(said(timeline)).toContain('Ada');
    (script.firstChild as Text).data = text('Bea');
    await soon();
    expect(said(timeline)).toContain('Bea');
    timeline.conversation = text('Cid');
    await soon();
    expect(said(timeline)).toContain('Cid');
    timeline.conversation = undefined;
    await soon();
    expect(said(timeline)).toContain('Bea');
    script.textContent = ' ';
    await soon();
    expect(drawing(timeline)).toBeNull();
  });

  it('takes no script of what stands deeper in it, and none of another type', async () => {
    const timeline = element();
    const inside = document.createElement('div');
    inside.append(child(text('Ada')));
    timeline.append(inside, Object.assign(child(text('Bea')), { type: 'text/plain' }));
    document.body.append(timeline);
    await soon();
    expect(drawing(timeline)).toBeNull();
  });

  it('takes properties that were set before it had a class', async () => {
    const early = element(
      { conversation: text('Ada'), readOnly: true, view: { clock: 'elapsed' } },
      'early-timeline',
    );
    document.body.append(early);
    defineParticipantTimeline('early-timeline');
    await soon();
    expect(early).toBeInstanceOf(ParticipantTimelineElement);
    expect(Object.keys(early)).toEqual([]);
    expect(said(early)).toContain('Ada');
    expect(early.hasAttribute('read-only')).toBe(true);
    expect(early.view.clock).toBe('elapsed');
  });

  it('lets a tag stay what it is, and does nothing where there are no elements', () => {
    const taken = customElements.get('participant-timeline');
    expect(() => defineParticipantTimeline()).not.toThrow();
    expect(customElements.get('participant-timeline')).toBe(taken);
    vi.stubGlobal('customElements', undefined);
    expect(() => defineParticipantTimeline('nowhere-timeline')).not.toThrow();
  });

  it.each([
    ['timeZone', 'time-zone', 'Asia/Tokyo', 'Asia/Tokyo', undefined],
    ['locale', 'locale', 'de', 'de', undefined],
    ['theme', 'theme', 'dark', 'dark', undefined],
    ['now', 'now', 5, '5', undefined],
    ['live', 'live', true, '', false],
    ['readOnly', 'read-only', true, '', false],
    ['compact', 'compact', true, '', false],
    ['toolbar', 'toolbar', false, 'false', true],
  ])('has its %s as the attribute %s, too', (property, attribute, value, written, without) => {
    const timeline = element();
    const read = () => Reflect.get(timeline, property) as unknown;
    expect(read()).toBe(without);
    Reflect.set(timeline, property, value);
    expect(timeline.getAttribute(attribute)).toBe(written);
    expect(read()).toBe(value);
    Reflect.set(timeline, property, without);
    expect(timeline.hasAttribute(attribute)).toBe(false);
    Reflect.set(timeline, property, value);
    Reflect.set(timeline, property, null);
    expect(read()).toBe(without);
  });

  it('leaves out what attributes say that is none of the choices', () => {
    const timeline = element();
    const read = (name: string, said: string, property: string) => {
      timeline.setAttribute(name, said);
      return Reflect.get(timeline, property) as unknown;
    };
    expect(read('theme', 'red', 'theme')).toBeUndefined();
    for (const said of ['', ' ', 'soon', 'Infinity']) expect(read('now', said, 'now')).toBeUndefined();
    for (const name of ['live', 'compact']) expect(read(name, 'false', name)).toBe(false);
    for (const said of ['', 'true']) expect(read('toolbar', said, 'toolbar')).toBe(true);
  });

  it('takes overlays and the address of its worker from an attribute where no property says them', () => {
    const timeline = element();
    expect([timeline.overlays, timeline.workerUrl]).toEqual([undefined, undefined]);
    timeline.setAttribute('overlays', 'peers,-roles nonsense');
    timeline.setAttribute('worker-url', '/a.js');
    expect([timeline.overlays, timeline.workerUrl]).toEqual([{ peers: true, roles: false }, '/a.js']);
    Object.assign(timeline, { overlays: { coach: false }, workerUrl: '/b.js' });
    expect([timeline.overlays, timeline.workerUrl]).toEqual([{ coach: false }, '/b.js']);
    Object.assign(timeline, { overlays: null, workerUrl: null, createWorker: null });
    expect([timeline.overlays, timeline.workerUrl]).toEqual([{ peers: true, roles: false }, '/a.js']);
    expect(timeline.createWorker).toBeUndefined();
  });

  it('goes by the property or the attribute, whichever was set later', () => {
    const timeline = element({ overlays: { coach: false }, workerUrl: '/b.js' });
    timeline.setAttribute('overlays', 'peers');
    expect([timeline.overlays, timeline.workerUrl]).toEqual([{ peers: true }, '/b.js']);
    timeline.setAttribute('worker-url', '/a.js');
    expect([timeline.overlays, timeline.workerUrl]).toEqual([{ peers: true }, '/a.js']);
    Object.assign(timeline, { overlays: { coach: false }, workerUrl: '/b.js' });
    for (const name of ['overlays', 'worker-url']) timeline.removeAttribute(name);
    expect([timeline.overlays, timeline.workerUrl]).toEqual([undefined, undefined]);
  });

  it('is drawn once, however many things are set, and not while it is nowhere', async () => {
    const show = vi.spyOn(MountedTimeline.prototype, 'show');
    const timeline = element({ conversation });
    timeline.locale = 'de';
    await soon();
    expect(show).not.toHaveBeenCalled();
    document.body.append(timeline);
    Object.assign(timeline, { theme: 'dark', compact: true, overlays: { roles: false } });
    await soon();
    expect(show.mock.calls).toMatchObject([
      [
        {
          conversation,
          locale: 'de',
          theme: 'dark',
          compact: true,
          overlays: { roles: false },
          toolbar: true,
        },
      ],
    ]);
    for (const [name, value] of Object.entries({
      timeZone: 'UTC',
      now: 5,
      live: true,
      readOnly: true,
      toolbar: false,
    })) {
      show.mockClear();
      Reflect.set(timeline, name, value);
      await soon();
      expect(show.mock.calls).toMatchObject([[{ [name]: value }]]);
    }
    const createWorker = () => undefined;
    for (const [name, value] of Object.entries({
      overlays: { peers: true },
      workerUrl: '/w.js',
      createWorker,
    })) {
      show.mockClear();
      Reflect.set(timeline, name, value);
      await soon();
      expect(show.mock.calls).toMatchObject([[{ [name]: value }]]);
    }
  });

  it('says before it is drawn what it is to show, as far as that is sound', () => {
    const timeline = element({ overlays: { roles: false } });
    expect(timeline.view.overlays).toMatchObject({ roles: false, control: true });
    timeline.view = { clock: 'sundial' as never, filter: 'Ada', overlays: { control: false } };
    expect(timeline.view).toMatchObject({ clock: 'time', filter: 'Ada' });
    expect(timeline.view.overlays).toMatchObject({ roles: false, control: false });
  });

  it('tells what happened, to whoever listens to itself, but not what it was told', async () => {
    const timeline = await placed({ conversation });
    const heard: unknown[] = [];
    timeline.addEventListener('viewChange', ({ detail }) => heard.push(detail.range));
    timeline.addEventListener('select', ({ detail }) => heard.push(detail?.kind ?? detail));
    document.body.addEventListener('viewChange', () => heard.push('bubbled'));
    timeline.view = { range: { start: range.start, end: range.end + 1 } };
    await soon();
    expect(timeline.view.range).toEqual({ start: range.start, end: range.end + 1 });
    expect(heard).toEqual([]);
    act(() => timeline.zoomTo(range));
    expect(heard).toEqual([range]);
    expect(timeline.view.range).toEqual(range);
    act(() => timeline.fit());
    expect(heard).toHaveLength(2);
    const [lane] = conversation.lanes;
    const selected = `${lane?.id}/${lane?.tracks[0]?.id}/0`;
    act(() => timeline.select(selected));
    expect(timeline.view.selected).toBe(selected);
    act(() => timeline.select(JSON.parse('null')));
    expect(timeline.view.selected).toBeUndefined();
    timeline.view = undefined;
    await soon();
    expect(timeline.view.range).toBeUndefined();
  });

  it('tells a view, and gives one, that whoever has it may change', async () => {
    const timeline = await placed({ conversation });
    const told: View[] = [];
    timeline.addEventListener('viewChange', ({ detail }) => told.push(detail));
    act(() => timeline.zoomTo(range));
    told.push(timeline.view);
    for (const view of told) {
      view.folded.push('jonas');
      view.overlays.roles = false;
      if (view.range) view.range.end = view.range.start + 1;
    }
    expect(told).toHaveLength(2);
    expect(timeline.view).toMatchObject({ folded: [], overlays: { roles: true }, range });
    act(() => timeline.select('jonas'));
    expect(told.at(-1)).toMatchObject({ folded: [], overlays: { roles: true }, selected: 'jonas' });
  });

  it('tells whose name was pressed, though the page hears of it as a whole only', async () => {
    const timeline = await placed({ conversation });
    const heard: unknown[] = [];
    timeline.addEventListener('select', ({ detail }) => heard.push(detail?.id));
    const name = drawing(timeline)?.querySelector('[data-lane="jonas"] .pt-identity');
    for (const type of ['pointerdown', 'pointerup'])
      act(() => void name?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true })));
    expect(heard).toEqual(['jonas']);
  });

  it('tells what is wrong with what it is given, and what could not be drawn', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const timeline = await placed();
    const heard: string[] = [];
    timeline.addEventListener('problems', ({ detail }) => heard.push(...detail.map(({ code }) => code)));
    timeline.addEventListener('error', () => heard.push('error'));
    timeline.conversation = '{"hello": "world"}';
    await expect.poll(() => heard).toContain('unknown-format');
    timeline.conversation = { lanes: [null], links: [null] };
    await expect.poll(() => heard).toContain('error');
  });

  it('does what is asked at once, though nothing is drawn yet', async () => {
    const timeline = element({ conversation, timeZone: 'UTC' });
    document.body.append(timeline);
    act(() => timeline.zoomTo(range));
    expect(timeline.view.range).toEqual(range);
    expect(await timeline.toSvg({ width: 640 })).toContain('width="640"');
    Object.assign(timeline, { conversation: undefined });
    await expect(timeline.toSvg()).rejects.toMatchObject({ name: 'NothingDrawn' });
    await expect(timeline.toPng()).rejects.toMatchObject({ name: 'NothingDrawn' });
    expect(() => timeline.fit()).not.toThrow();
  });

  it('offers links of the data once somebody listens for them', async () => {
    const timeline = await placed({ conversation: text('Ada') });
    const show = vi.spyOn(MountedTimeline.prototype, 'show');
    timeline.addEventListener('select', () => undefined);
    timeline.addEventListener('openLink', () => undefined, { signal: AbortSignal.abort() });
    await soon();
    expect(show).not.toHaveBeenCalled();
    for (const listener of [() => undefined, () => undefined]) {
      timeline.addEventListener('openLink', listener);
      await soon();
    }
    expect(show).toHaveBeenCalledOnce();
  });

  const openLink = 'openLink';
  type Listen = (timeline: ParticipantTimelineElement, listener: () => void) => () => void;
  it.each<[string, Listen]>([
    [
      'removed',
      (timeline, listener) => {
        timeline.addEventListener(openLink, listener);
        return () => timeline.removeEventListener(openLink, listener);
      },
    ],
    [
      'taken away by its signal',
      (timeline, listener) => {
        const stop = new AbortController();
        timeline.addEventListener(openLink, listener, { signal: stop.signal });
        return () => stop.abort();
      },
    ],
    [
      'told the one link that it wanted to hear of',
      (timeline, listener) => {
        timeline.addEventListener(openLink, listener, { once: true });
        return () => timeline.dispatchEvent(new CustomEvent(openLink));
      },
    ],
    [
      'removed that asked once more to hear of one only',
      (timeline, listener) => {
        timeline.addEventListener(openLink, listener);
        timeline.addEventListener(openLink, listener, { once: true });
        timeline.dispatchEvent(new CustomEvent(openLink));
        return () => timeline.removeEventListener(openLink, listener);
      },
    ],
  ])('offers links of the data until the last listener is %s', async (_how, listen) => {
    const timeline = await placed({ conversation: text('Ada') });
    const items = () => [...(timeline.shadowRoot?.querySelectorAll('[role="menuitem"]') ?? [])];
    const offered = () => items().some((item) => item.textContent?.includes('link to watch'));
    const stop = listen(timeline, () => undefined);
    const menu = timeline.shadowRoot?.querySelector<HTMLElement>('[aria-label="Row of Ada"]');
    act(() => menu?.click());
    await expect.poll(offered).toBe(true);
    stop();
    await soon();
    expect(items()).not.toEqual([]);
    expect(offered()).toBe(false);
  });

  it('goes on where it was when it is moved, and when it comes back; in between nothing of it stays', async () => {
    const stopped = vi.spyOn(MutationObserver.prototype, 'disconnect');
    const timeline = await placed({ conversation });
    act(() => timeline.zoomTo(range));
    const before = drawing(timeline);
    expect(before).not.toBeNull();
    const there = document.createElement('div');
    document.body.append(there);
    act(() => there.append(timeline));
    await soon();
    expect(drawing(timeline)).toBe(before);
    stopped.mockClear();
    timeline.remove();
    document.body.append(timeline);
    timeline.remove();
    await soon();
    expect(drawing(timeline)).toBeNull();
    expect(stopped).toHaveBeenCalled();
    document.body.append(timeline);
    await soon();
    expect(drawing(timeline)).not.toBeNull();
    expect(timeline.view.range).toEqual(range);
    timeline.remove();
    await new Promise((done) => setTimeout(done)); // back as soon as it was given up
    timeline.append(child(text('Ada')));
    Object.assign(timeline, { conversation: undefined });
    document.body.append(timeline);
    await soon();
    expect(said(timeline)).toContain('Ada');
    timeline.querySelector('script')?.remove();
    await soon();
    expect(drawing(timeline)).toBeNull();
  });

  it('draws nothing in a document that nobody sees, and has the style sheets of the one it is in', async () => {
    const timeline = await placed({ conversation });
    expect(timeline.shadowRoot?.adoptedStyleSheets).toEqual(sheetsOf(document));
    expect(sheetsOf(document)).toBe(sheetsOf(document));
    const unseen = document.createElement('template').content;
    unseen.append(timeline);
    expect(drawing(timeline)).toBeNull();
    timeline.locale = 'de';
    await soon();
    expect(drawing(timeline)).toBeNull();
    document.body.append(timeline);
    await soon();
    expect(drawing(timeline)).not.toBeNull();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const other = frame.contentDocument as Document;
    other.body.append(timeline);
    await soon();
    expect(drawing(timeline)).not.toBeNull();
    expect(timeline.shadowRoot?.adoptedStyleSheets[0]).toBe(sheetsOf(other)[0]);
    expect(sheetsOf(other)[0]).not.toBe(sheetsOf(document)[0]);
  });

  it('leaves the window that it was in, and listens to the one that it is in', async () => {
    const heard = vi.spyOn(window, 'addEventListener');
    const left = vi.spyOn(window, 'removeEventListener');
    const timeline = await placed({ conversation });
    expect(heard).toHaveBeenCalledWith('beforeprint', expect.any(Function), undefined);
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const other = frame.contentWindow as Window;
    const heardThere = vi.spyOn(other, 'addEventListener');
    other.document.body.append(timeline);
    await soon();
    const gone = new Set(left.mock.calls.map(([, listener]) => listener));
    expect(heard.mock.calls.filter(([, listener]) => !gone.has(listener))).toEqual([]);
    expect(heardThere).toHaveBeenCalledWith('beforeprint', expect.any(Function), undefined);
  });
});
