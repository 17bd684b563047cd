import type { Line } from './host';

/** A line over a port. What comes before somebody listens waits in it. */
export function lineOver<In, Out>(port: MessagePort): Line<In, Out> {
  return {
    send: (message) => port.postMessage(message),
    listen(listener) {
      port.addEventListener('message', ({ data }: MessageEvent<In>) => listener(data));
      port.start();
    },
  };
}
