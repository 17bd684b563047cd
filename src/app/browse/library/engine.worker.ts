import { HOUR } from '../../../core/facts/hours';
import { Engine } from '../../../sources/library/engine';
import { Host, type Between, type Line, type Served } from '../../../sources/library/host';
import { FOLDER, isNothingKept } from '../../../sources/library/folder';
import { canKeepFiles, openFiles, openMemory, openUnkept, startEngine } from '../../../sources/library/open';
import { giveRoom } from '../../../sources/library/room';
import type { FromHost, Info } from '../../../sources/library/wire';
import { lineOver } from '../../../sources/library/port';
import { ALIVE_EVERY_MS } from '../../../workers/watch';
import type { Alive } from './import.worker';

/** Of a worker that is there as long as its page. */
const BEAT_MS = 10 * ALIVE_EVERY_MS;

/**
 * Tabs whose versions talk otherwise, or work out otherwise what is stored, must not talk: the number goes up with every
 * change of the wire, and with every version of the database.
 */
const NAME = 'participant-timeline-library-8';

/** To this worker by its page: the end of a line for the page, or for a worker of an import, which is a party then. */
export interface Connect extends Served {
  port: MessagePort;
}

/** An import has ended in whatever way. What was stored of it is answered over the port, when nothing more is. */
export interface HangUp {
  port: MessagePort;
  hangUp: string;
}

async function quota(): Promise<number | undefined> {
  return (await navigator.storage.estimate()).quota;
}

function channelOfTabs(): Line<Between, Between> {
  const channel = new BroadcastChannel(NAME);
  return {
    send: (message) => channel.postMessage(message), // oxlint-disable-line unicorn/require-post-message-target-origin -- a channel has none
    listen: (listener) =>
      channel.addEventListener('message', ({ data }: MessageEvent<Between>) => listener(data)),
  };
}

/** Nobody else: what is in memory is this tab's alone. */
const NO_CHANNEL: Line<Between, Between> = { send: () => undefined, listen: () => undefined };

async function start(): Promise<Host> {
  const sqlite = await startEngine();
  const clock = Date.now;
  if (!(await canKeepFiles())) {
    return new Host({
      name: '',
      channel: NO_CHANNEL,
      whenFree: (work) => void work(),
      open: async (onChange) => new Engine(openMemory(sqlite, beat), { persistent: false, clock, onChange }),
    });
  }
  return new Host({
    name: crypto.randomUUID(),
    channel: channelOfTabs(),
    whenFree: (work) =>
      void navigator.locks.request(NAME, async () => {
        await work();
        // Held until this worker ends.
        await new Promise<never>(() => undefined);
      }),
    open: async (onChange: (info: Info) => void) => {
      const hourly = (work: () => void) => void setInterval(work, HOUR);
      const options = { persistent: true, quota, clock, onChange, hourly, giveRoom: () => giveRoom(FOLDER) };
      // Nothing of a visitor's browser is taken before there is something to keep.
      const files = () => openFiles(sqlite, FOLDER, beat);
      if (!(await isNothingKept())) return new Engine(await files(), options);
      const { sql, keep } = openUnkept(sqlite, files);
      return new Engine(sql, { ...options, keep });
    },
  });
}

/** Called often, in the middle of long statements as well: a page takes a worker for dead that it does not hear. */
function beat(): void {
  const now = performance.now();
  if (now - lastBeat < BEAT_MS) return;
  lastBeat = now;
  self.postMessage({ type: 'alive' } satisfies Alive, {});
}

let lastBeat = Number.NEGATIVE_INFINITY;
beat();
setInterval(beat, BEAT_MS / 2);
const host = start();
host.catch(() => self.postMessage({ type: 'unusable', why: 'engine' } satisfies FromHost, {}));

// What comes over a line before there is a host waits in it.
self.addEventListener('message', ({ data: { port, ...data } }: MessageEvent<Connect | HangUp>) => {
  const take = async (each: Host) => {
    if ('hangUp' in data) port.postMessage(await each.hangUp(data.hangUp));
    else each.serve(lineOver(port), data);
  };
  host.then(take).catch(() => undefined); // said above
});
