import { createCaller } from '../../../sources/library/caller';
import { ALIVE_EVERY_MS } from '../../../workers/watch';
import type { Alive } from './import.worker';
import { serveWorkshop } from './workshop';
import { lineOver } from '../../../sources/library/port';

/** From the page: lines to the import that reads, and to the library. */
export interface ToPrepare {
  orders: MessagePort;
  library: MessagePort;
}

setInterval(() => self.postMessage({ type: 'alive' } satisfies Alive, {}), ALIVE_EVERY_MS);

self.addEventListener('message', ({ data: { orders, library } }: MessageEvent<ToPrepare>) => {
  serveWorkshop(lineOver(orders), createCaller(lineOver(library)));
});
