import { readHandover } from '../../ui/handover';
import { startOwnWorker } from '../../workers/own';
import type { FrameNews } from '../protocol';
// The module is made by Vite: the address of the built worker.
// oxlint-disable-next-line import/default
import workerUrl from '../worker?worker&url';
import { Bridge } from './bridge';
import { Fault } from './fault';
import { FrameTimeline } from './frame-timeline';
import { settingsFrom } from './settings';
import { listedOrigins, type Trust, trustOf } from './trust';
import { frameWords } from './words';
import './page.css';

/** A page that stands by itself has nobody to talk to. */
function trustHere(): Trust {
  if (window.parent === window) return { kind: 'none' };
  const meta = document.querySelector<HTMLMetaElement>('meta[name="participant-timeline:origins"]');
  const list = listedOrigins(meta?.content ?? '');
  // Pages of our own, as the docs, can do all the frame can.
  return trustOf(location.search, list.length > 0 ? [...list, location.origin] : list);
}

/** What the timeline needs, so that the host can give the frame that height. */
function watchSize(shell: HTMLElement, tell: (size: FrameNews['resize']) => void): void {
  let last = -1;
  const measure = () => {
    const { width, height } = shell.getBoundingClientRect();
    const needed = Math.ceil(height);
    if (needed === last) return;
    last = needed;
    tell({ width: Math.ceil(width), height: needed });
  };
  new ResizeObserver(measure).observe(shell);
  measure();
}

/** What kept a text from being read, and where: an address has no host that could be told. */
function sayWhy(timeline: FrameTimeline, error: unknown): void {
  const problem = error instanceof Fault ? error.fault.problems?.[0] : undefined;
  if (problem?.line) timeline.say(`${problem.message}, line ${problem.line}, column ${problem.column}.`);
}

async function showFragment(timeline: FrameTimeline, trust: Trust): Promise<void> {
  const { hash } = location;
  const handover = await readHandover(hash);
  if (hash !== location.hash) return; // another one has come meanwhile
  if (handover.kind === 'text') {
    timeline.load({ conversation: handover.text }).catch((error: unknown) => sayWhy(timeline, error));
  } else if (handover.kind !== 'none') timeline.say(frameWords.fragment[handover.kind]);
  else if (trust.kind === 'none') timeline.say(frameWords.alone);
}

function start(shell: HTMLElement): void {
  const trust = trustHere();
  let bridge: Bridge | undefined;
  const timeline = new FrameTimeline(shell, {
    settings: settingsFrom(location.search),
    createWorker: () => startOwnWorker(workerUrl),
    ears: {
      viewChange: (view) => bridge?.tell('viewChange', view),
      select: (mark) => bridge?.tell('select', mark ?? null),
      problems: () => undefined, // `loaded` tells them
      error: () => bridge?.tell('error', { code: 'failed', message: frameWords.failed }),
    },
  });
  if (trust.kind === 'refused') {
    timeline.say(frameWords.refused[trust.reason]);
    return;
  }
  if (trust.kind === 'trusted') {
    const { parent } = window;
    const { origin } = trust;
    const line = new Bridge(timeline, (message) => parent.postMessage(message, origin));
    bridge = line;
    window.addEventListener('message', (event) => {
      if (event.source === parent && event.origin === origin) line.hear(event.data);
    });
    line.start();
    watchSize(shell, (size) => line.tell('resize', size));
  }
  void showFragment(timeline, trust);
  window.addEventListener('hashchange', () => void showFragment(timeline, trust));
}

const shell = document.getElementById('root');
if (shell) start(shell);
