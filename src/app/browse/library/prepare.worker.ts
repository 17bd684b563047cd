import { createCaller } from '../../../sources/library/caller';
import { serveWorkshop } from './workshop';
import { lineOver } from '../../../sources/library/port';

/** From the page: lines to the import that reads, and to the library. */
export interface ToPrepare {
  orders: MessagePort;
  library: MessagePort;
}

self.addEventListener('message', ({ data: { orders, library } }: MessageEvent<ToPrepare>) => {
  serveWorkshop(lineOver(orders), createCaller(lineOver(library)));
});
