import type { ParseRequest } from './messages';
import { serveParse } from './serve';

serveParse({
  send: (report, transfer = []) => self.postMessage(report, { transfer }),
  listen: (listener) =>
    self.addEventListener('message', ({ data }: MessageEvent<ParseRequest>) => listener(data)),
});
