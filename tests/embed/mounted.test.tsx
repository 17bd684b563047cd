import { act } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Ears, MountedTimeline, type Shown } from '../../src/embed/mounted';
import type { Overlays } from '../../src/core/view/view';
import { readAny } from '../../src/timeline/read-any';
import { usualCall } from '../fixtures/timelines';

const deaf: Ears = {
  viewChange: () => undefined,
  select: () => undefined,
  problems: () => undefined,
  error: () => undefined,
};
const conversation = usualCall();
const shown = (overlays?: Partial<Overlays>): Shown => ({ conversation, timeZone: 'UTC', overlays });
let mounted: MountedTimeline | undefined;

afterEach(() => mounted?.clear());

function mount(): MountedTimeline {
  const shell = document.createElement('div');
  document.body.append(shell);
  mounted = new MountedTimeline(shell, deaf);
  return mounted;
}

const roles = (timeline: MountedTimeline, overlays?: Partial<Overlays>) =>
  timeline.viewWith(overlays).overlays.roles;

it('tells the overlays of a view as they will be drawn, before and after', () => {
  const timeline = mount();
  const overlays = { roles: false };
  expect(roles(timeline, overlays)).toBe(false);
  timeline.setView({ clock: 'elapsed' });
  expect(roles(timeline, overlays)).toBe(false);
  timeline.show(shown(overlays));
  expect(timeline.viewWith(overlays)).toMatchObject({ clock: 'elapsed', overlays: { roles: false } });
  timeline.setView({ overlays: { roles: true } });
  expect(roles(timeline, overlays)).toBe(true);
});

it('knows the overlays that it was given after the view had changed', async () => {
  const timeline = mount();
  timeline.show(shown());
  const handle = await timeline.drawn();
  handle.zoomTo({ start: conversation.start, end: conversation.start + 60_000 });
  expect(roles(timeline)).toBe(true);
  timeline.show(shown({ roles: false }));
  expect(roles(timeline, { roles: false })).toBe(false);
  expect(timeline.viewWith().range).toBeDefined();
});

it('has the overlays that it was given while it was away', async () => {
  const timeline = mount();
  timeline.show(shown());
  const handle = await timeline.drawn();
  handle.zoomTo({ start: conversation.start, end: conversation.start + 60_000 });
  timeline.clear();
  timeline.show(shown({ roles: false }));
  await timeline.drawn();
  expect(timeline.viewWith()).toMatchObject({
    overlays: { roles: false },
    range: { start: conversation.start },
  });
});

it('keeps the overlays that a visitor switched while it is given the same ones', async () => {
  const timeline = mount();
  timeline.show(shown({ roles: false }));
  await timeline.drawn();
  timeline.setView({ overlays: { roles: true } });
  act(() => timeline.show(shown({ roles: false })));
  expect(roles(timeline)).toBe(true);
  act(() => timeline.show(shown({ roles: false })));
  expect(roles(timeline)).toBe(true);
});

describe('a view that is set', () => {
  const clockOf = (timeline: MountedTimeline) => timeline.viewWith().clock;
  const text = (id: string) => ({ conversation: JSON.stringify({ id, participants: [{ id: 'a' }] }) });

  /** Reads as long as a test wants. */
  class Reading extends EventTarget {
    private input: unknown;
    postMessage({ input }: { input: unknown }): void {
      this.input = input;
    }
    terminate(): void {}
    answer(input = this.input): void {
      this.dispatchEvent(new MessageEvent('message', { data: { reading: readAny(input) } }));
    }
  }
  let reading: Reading | undefined;
  const createWorker = () => {
    reading = new Reading();
    return reading as unknown as Worker; // has what is asked of one here
  };
  const large = (id: string) => ({
    conversation: text(id).conversation + ' '.repeat(200_000),
    createWorker,
  });

  it('waits for a conversation, however often it is drawn without one', async () => {
    const timeline = mount();
    timeline.setView({ clock: 'elapsed' });
    timeline.show({ conversation: undefined });
    timeline.show({ conversation: undefined });
    act(() => timeline.show(text('c')));
    await timeline.drawn();
    expect(clockOf(timeline)).toBe('elapsed');
  });

  it('is for what is shown next, not for what is shown in its place', async () => {
    const timeline = mount();
    timeline.setView({ clock: 'elapsed' });
    act(() => {
      timeline.show(text('c'));
      timeline.show(text('d'));
    });
    await timeline.drawn();
    expect(clockOf(timeline)).toBe('time');
  });

  it('is not forgotten while it is away, but with the conversation', async () => {
    const timeline = mount();
    timeline.show(shown());
    const handle = await timeline.drawn();
    act(() => handle.zoomTo({ start: conversation.start, end: conversation.start + 60_000 }));
    timeline.setView({ clock: 'elapsed' });
    timeline.clear();
    act(() => timeline.show(shown()));
    await timeline.drawn();
    expect(clockOf(timeline)).toBe('elapsed');
    act(() => timeline.show(text('d')));
    await timeline.drawn();
    expect(clockOf(timeline)).toBe('time');
  });

  it('waits until what it is for is read, and goes with it', async () => {
    const timeline = mount();
    timeline.setView({ clock: 'elapsed' });
    timeline.show(large('c'));
    act(() => reading?.answer());
    await timeline.drawn();
    expect(clockOf(timeline)).toBe('elapsed');
    timeline.setView({ clock: 'time', filter: 'Ada' });
    act(() => timeline.show(large('d')));
    act(() => timeline.show(large('e')));
    act(() => reading?.answer());
    await timeline.drawn();
    expect(timeline.viewWith().filter).toBe('');
  });

  it.each([{ hello: 'world' }, { lanes: [null], links: [null] }])(
    'keeps nobody waiting for what comes to nothing when it is read: %j',
    async (input) => {
      vi.spyOn(console, 'error').mockReturnValue();
      const timeline = mount();
      timeline.show(large('c'));
      const waits = timeline.drawn();
      act(() => reading?.answer(input));
      await expect(waits).rejects.toMatchObject({ name: 'NothingDrawn' });
      vi.restoreAllMocks();
    },
  );

  it('keeps nobody waiting for a drawing that does not come', async () => {
    const timeline = mount();
    const failed = { name: 'NothingDrawn' };
    timeline.show({ conversation: '{"hello": "world"}' });
    await expect(timeline.drawn()).rejects.toMatchObject(failed);
    timeline.show(large('c'));
    const waits = timeline.drawn();
    timeline.clear();
    await expect(waits).rejects.toMatchObject(failed);
    await expect(timeline.drawn()).rejects.toMatchObject(failed);
  });
});

it('comes back where it was, though what is selected is out of sight there', async () => {
  const timeline = mount();
  timeline.show(shown());
  const handle = await timeline.drawn();
  act(() => handle.select('jonas/jonas-call/2'));
  act(() => handle.zoomTo({ start: conversation.start, end: conversation.start + 60_000 }));
  const { range } = timeline.viewWith();
  timeline.clear();
  act(() => timeline.show(shown()));
  await timeline.drawn();
  expect(timeline.viewWith()).toMatchObject({ selected: 'jonas/jonas-call/2', range });
});

it.each([{ hidden: ['jonas'] }, { filter: 'Ada' }])(
  'leaves the row of what is selected out of sight where the view says so: %j',
  async (rows) => {
    const timeline = mount();
    timeline.show(shown());
    await timeline.drawn();
    const view = { selected: 'jonas/jonas-call/2', ...rows };
    timeline.setView(view);
    act(() => timeline.show(shown()));
    expect(timeline.viewWith()).toMatchObject(view);
    timeline.clear();
    act(() => timeline.show(shown()));
    await timeline.drawn();
    expect(timeline.viewWith()).toMatchObject(view);
    timeline.setView({ ...view, selected: 'jonas/jonas-call/1' });
    act(() => timeline.show(shown()));
    expect(timeline.viewWith()).toMatchObject({ hidden: [], filter: '' });
  },
);
