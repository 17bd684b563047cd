import { createCaller } from '../../../sources/library/caller';
import type { Line } from '../../../sources/library/host';
import { serveWorkshop } from './workshop';

/** From the page: lines to the import that reads, and to the library. */
export interface ToPrepare {
  orders: MessagePort;
  library: MessagePort;
}

function lineOver<In, Out>(port: MessagePort): Line<In, Out> {
  return {
    send: (message) => port.postMessage(message),
    listen(listener) {
      port.addEventListener('message', ({ data }: MessageEvent<In>) => listener(data));
      port.start();
    },
  };
}

self.addEventListener('message', ({ data: { orders, library } }: MessageEvent<ToPrepare>) => {
  serveWorkshop(lineOver(orders), createCaller(lineOver(library)));
});
