import type { Problem } from '../../core/model/problem';
import { startOwnWorker } from '../../workers/own';
import type { FrameNews } from '../protocol';
// The module is made by Vite: the address of the built worker.
// oxlint-disable-next-line import/default
import workerUrl from '../worker?worker&url';
import { Bridge } from './bridge';
import { Fault } from './fault';
import type { Fragment } from './fragment';
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

/** What the timeline needs, so that the host can give the frame that height. What is given back tells it again. */
function watchSize(page: HTMLElement, tell: (size: FrameNews['resize']) => void): () => void {
  let last = Number.NaN;
  const measure = () => {
    const { width, height } = page.getBoundingClientRect();
    // A frame that is hidden has none, and is to be as high as it was when it is seen again.
    if (height === 0) return;
    // Once the host follows: many rows are else as high as suits the frame, and the frame as high as suits them.
    if (Math.abs(window.innerHeight - last) <= 1) document.documentElement.dataset['followed'] = '';
    last = Math.ceil(height);
    tell({ width: Math.ceil(width), height: last });
  };
  new ResizeObserver(measure).observe(page);
  return measure;
}

function note(text: string): void {
  const place = document.getElementById('note');
  if (place) place.textContent = text;
}

/** What was not read, and where: an address has no host that could be told. */
function lossOf(problems: readonly Problem[] = []): string {
  const lost = problems.find(({ severity }) => severity === 'error');
  return lost?.line ? `${lost.message}, line ${lost.line}, column ${lost.column}.` : '';
}

/** Shows what an address holds, and says what of it could not be read: below the timeline, or in its place. */
async function showText(timeline: FrameTimeline, conversation: string): Promise<void> {
  try {
    const { problems } = await timeline.load({ conversation });
    note(lossOf(problems));
  } catch (error) {
    const loss = error instanceof Fault ? lossOf(error.fault.problems) : '';
    if (loss) timeline.say(loss);
  }
}

/** Most frames are told by messages: what reads addresses is fetched for those that hold something. */
async function fragmentOf(hash: string): Promise<Fragment> {
  if (hash === '') return { kind: 'none' };
  try {
    const { readFragment } = await import('./fragment');
    return await readFragment(hash);
  } catch {
    return { kind: 'fault', said: frameWords.failed };
  }
}

async function showFragment(timeline: FrameTimeline, trust: Trust): Promise<void> {
  const { hash } = location;
  const { shown } = timeline;
  const fragment = await fragmentOf(hash);
  // Another one has come meanwhile, or a conversation by message.
  if (hash !== location.hash || shown !== timeline.shown) return;
  note('');
  if (fragment.kind === 'text') await showText(timeline, fragment.text);
  else if (fragment.kind === 'fault') timeline.say(fragment.said);
  else if (trust.kind === 'none') timeline.say(frameWords.alone);
}

function start(shell: HTMLElement): void {
  const trust = trustHere();
  let bridge: Bridge | undefined;
  const settings = settingsFrom(location.search);
  document.documentElement.dir = settings.dir;
  const timeline = new FrameTimeline(shell, {
    settings,
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
    const tellSize = watchSize(shell.parentElement ?? shell, (size) => line.tell('resize', size));
    const line = new Bridge(timeline, (message) => {
      parent.postMessage(message, origin);
      if (message.type === 'ready') tellSize(); // whoever greets later has to know it, too
    });
    bridge = line;
    timeline.say(frameWords.waiting(origin)); // who copied the address of another page sees it
    window.addEventListener('message', (event) => {
      if (event.source !== parent || event.origin !== origin) return;
      const { shown } = timeline;
      line.hear(event.data);
      if (shown !== timeline.shown) note(''); // it was of what the address holds
    });
    line.start();
  }
  void showFragment(timeline, trust);
  window.addEventListener('hashchange', () => void showFragment(timeline, trust));
}

const shell = document.getElementById('root');
if (shell) start(shell);
