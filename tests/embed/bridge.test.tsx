import { act } from '@testing-library/react';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Bridge } from '../../src/embed/page/bridge';
import { MountedTimeline } from '../../src/embed/mounted';
import { FrameTimeline } from '../../src/embed/page/frame-timeline';
import { settingsFrom } from '../../src/embed/page/settings';
import { type Message, messageOf, type RequestType } from '../../src/embed/protocol';
import { readAny } from '../../src/timeline/read-any';
import { usualCall } from '../fixtures/timelines';

const running = {
  participants: [{ id: 'a', purpose: 'agent', calls: [{ id: 'k', connectedTime: '2026-11-19T09:00:00Z' }] }],
};
const small = JSON.stringify({ id: 'small', ...running });
/** Large enough for a worker, which here reads as long as a test wants. */
const large = JSON.stringify({ id: 'large', ...running, note: 'x'.repeat(200_000) });
class Reading extends EventTarget {
  private input: unknown;
  postMessage({ input }: { input: unknown }): void {
    this.input = input;
  }
  terminate(): void {}
  answers(): void {
    this.dispatchEvent(new MessageEvent('message', { data: { reading: readAny(this.input) } }));
  }
}

interface Frame {
  /** The last worker that was started. */
  reading?: Reading;
  timeline: FrameTimeline;
  /** What the host heard under an id, all of it. */
  answers: (id: number) => Message[];
  ask: (type: RequestType, payload: unknown, id: number) => void;
}

function frame(address = '?timeZone=UTC'): Frame {
  const shell = document.createElement('div');
  document.body.append(shell);
  const told: Message[] = [];
  const made: { reading?: Reading } = {};
  const timeline = new FrameTimeline(shell, {
    settings: settingsFrom(address),
    createWorker: () => {
      made.reading = new Reading();
      return made.reading as unknown as Worker; // has what is asked of one here
    },
    ears: {
      viewChange: () => undefined,
      select: () => undefined,
      problems: () => undefined,
      error: () => undefined,
    },
  });
  const bridge = new Bridge(timeline, (message) => told.push(message));
  return Object.assign(made, {
    timeline,
    answers: (id: number) => told.filter((message) => message.id === id),
    ask: (type: RequestType, payload: unknown, id: number) => bridge.hear(messageOf(type, payload, id)),
  });
}

async function answerOf({ answers }: Frame, id: number): Promise<Message> {
  await expect.poll(() => answers(id).length).toBe(1);
  return answers(id)[0] as Message;
}

describe('each request of a host is answered, once', () => {
  const broken = { lanes: [null], links: [null] };

  beforeEach(() => {
    vi.spyOn(console, 'error').mockReturnValue();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('also when something else is said in place of what is being loaded', async () => {
    const one = frame();
    one.ask('load', large, 1);
    one.ask('setView', { clock: 'elapsed' }, 2);
    one.ask('export', 'svg', 3);
    one.timeline.say('The address of this frame was cut off.');
    expect(await answerOf(one, 1)).toMatchObject({ type: 'error', payload: { code: 'superseded' } });
    expect(await answerOf(one, 2)).toMatchObject({ type: 'viewChange', payload: { clock: 'elapsed' } });
    expect(await answerOf(one, 3)).toMatchObject({ type: 'error', payload: { code: 'not-loaded' } });
  });

  it('also when what was loaded could not be drawn', async () => {
    const one = frame();
    one.ask('load', broken, 1);
    expect(await answerOf(one, 1)).toMatchObject({ type: 'error', payload: { code: 'failed' } });
    one.ask('export', 'svg', 2);
    expect(await answerOf(one, 2)).toMatchObject({ type: 'error', payload: { code: 'not-loaded' } });
    one.ask('setView', {}, 3);
    one.ask('load', broken, 4);
    expect(await answerOf(one, 3)).toMatchObject({ type: 'viewChange' });
    expect(await answerOf(one, 4)).toMatchObject({ type: 'error', payload: { code: 'failed' } });
    one.ask('load', usualCall(), 5);
    expect(await answerOf(one, 5)).toMatchObject({ type: 'loaded' });
    one.ask('export', 'svg', 6);
    expect(await answerOf(one, 6)).toMatchObject({ type: 'result', payload: { format: 'svg' } });
  });

  it('when the same large text comes once more, as soon as it is drawn', async () => {
    const one = frame();
    one.ask('load', large, 1);
    one.reading?.answers();
    expect(await answerOf(one, 1)).toMatchObject({ type: 'loaded', payload: { id: 'large' } });
    one.timeline.say('Something else.');
    one.ask('load', large, 2);
    one.ask('export', 'svg', 3);
    await act(async () => undefined);
    expect([...one.answers(2), ...one.answers(3)]).toEqual([]);
    one.reading?.answers();
    expect(await answerOf(one, 2)).toMatchObject({ type: 'loaded', payload: { id: 'large' } });
    expect(await answerOf(one, 3)).toMatchObject({ type: 'result', payload: { format: 'svg' } });
  });

  it('when the same text comes once more with another now, by what is drawn until then', async () => {
    const one = frame();
    const ends: unknown[] = [];
    for (const [id, minutes] of [5, 7, 7, 6].entries()) {
      const now = Date.parse('2026-11-19T09:00:00Z') + minutes * 60_000;
      one.ask('load', { conversation: small, now }, id);
      const { payload } = await answerOf(one, id);
      ends.push((payload as { end: number }).end - now);
    }
    expect(ends).toEqual([0, 0, 0, 0]);
  });

  it('whatever is asked for in whatever order, and the last that was loaded is shown', async () => {
    const nothing = { hello: 'world' };
    type Ask = [type: RequestType, payload: unknown, fates: RegExp];
    const asks: { [name: string]: Ask } = {
      small: ['load', small, /^(loaded small|superseded)$/],
      large: ['load', large, /^(loaded large|superseded)$/],
      nothing: ['load', nothing, /^(no-conversation|superseded)$/],
      broken: ['load', broken, /^(failed|superseded)$/],
      view: ['setView', { clock: 'elapsed' }, /^viewChange/],
      'no view': ['setView', 'all', /^invalid-payload$/],
      theme: ['setTheme', 'dark', /^result/],
      'no theme': ['setTheme', 'red', /^invalid-payload$/],
      locale: ['setLocale', 'de', /^result/],
      export: ['export', 'svg', /^(result|not-loaded)/],
      ping: ['ping', undefined, /^ready/],
    };
    const others = ['say', 'read', 'read', 'wait'];
    const name = fc.constantFrom(...Object.keys(asks), ...others);
    const come = async (names: string[]) => {
      const one = frame();
      for (const [id, name] of names.entries()) {
        const [type, payload] = asks[name] ?? [];
        if (type) one.ask(type, payload, id);
        else if (name === 'say') one.timeline.say('Something else.');
        else if (name === 'read') one.reading?.answers();
        else await act(async () => undefined);
      }
      one.reading?.answers();
      const told = await Promise.all(
        names.map(async (name, id) => {
          if (!asks[name]) return '';
          const { type, payload } = await answerOf(one, id);
          const { code, id: shown } = payload as { code?: string; id?: string };
          return code ?? `${type} ${shown ?? ''}`.trim();
        }),
      );
      for (const [id, name] of names.entries()) expect(told[id]).toMatch(asks[name]?.[2] ?? /^$/);
      const last = names.findLastIndex((name) => name === 'say' || asks[name]?.[0] === 'load');
      expect(told[last]).not.toBe('superseded');
      one.timeline.say('');
    };
    await fc.assert(fc.asyncProperty(fc.array(name, { maxLength: 12, size: 'max' }), come), { numRuns: 15 });
  });

  it('with the overlays of its address where a view names none, also before anything is shown', async () => {
    const one = frame('?overlays=-roles');
    one.ask('setView', { overlays: { peers: true } }, 1);
    expect(await answerOf(one, 1)).toMatchObject({ payload: { overlays: { roles: false, peers: true } } });
  });

  it('by no-conversation where nobody takes part in what was sent', async () => {
    const one = frame();
    one.ask('load', { id: 'c', participants: [] }, 1);
    expect(await answerOf(one, 1)).toMatchObject({ payload: { code: 'no-conversation' } });
  });

  it('with the picture that was asked for', async () => {
    const picture = { theme: 'dark', width: 640, compact: true };
    const drawn = { toSvg: async (...told: object[]) => told, toPng: async (...told: object[]) => told };
    vi.spyOn(MountedTimeline.prototype, 'drawn').mockResolvedValue(drawn as never);
    const one = frame();
    one.ask('export', { format: 'svg', ...picture }, 1);
    expect(await answerOf(one, 1)).toMatchObject({ payload: { text: [picture] } });
    one.ask('export', { format: 'png', scale: 3, ...picture }, 2);
    expect(await answerOf(one, 2)).toMatchObject({ payload: { blob: [{ ...picture, scale: 3 }] } });
  });

  it('without a word of the data where it is our fault', async () => {
    const one = frame();
    vi.spyOn(one.timeline, 'setView').mockRejectedValue(new Error('Ada could not be read'));
    one.ask('setView', {}, 1);
    const { type, payload } = await answerOf(one, 1);
    expect([type, payload]).toEqual(['error', { code: 'failed', message: 'The frame could not do this' }]);
  });

  it('by what was asked for, though what was shown before grows meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    const one = frame();
    one.ask('load', { conversation: small, live: true }, 1);
    expect(await answerOf(one, 1)).toMatchObject({ payload: { id: 'small', live: true } });
    one.ask('load', { conversation: large, live: true }, 2);
    one.ask('export', 'svg', 3);
    await act(() => vi.advanceTimersByTime(5000));
    expect([...one.answers(2), ...one.answers(3)]).toEqual([]);
    one.reading?.answers();
    expect(await answerOf(one, 2)).toMatchObject({ type: 'loaded', payload: { id: 'large' } });
    expect(await answerOf(one, 3)).toMatchObject({ type: 'result' });
  });
});
