import type { WorkerLine } from './inWorker';
import type { ParseReport } from './messages';
import { startOwnWorker } from './own';
// The module is made by Vite: the address of the built worker.
// oxlint-disable-next-line import/default
import workerUrl from './parse.worker?worker&url';

/** @throws where the browser or the page's policy allows no worker */
export function spawnParseWorker(): WorkerLine {
  const worker = startOwnWorker(workerUrl);
  return {
    send: (request) => worker.postMessage(request, []),
    end: () => worker.terminate(),
    onReport(listener) {
      worker.addEventListener('message', ({ data }: MessageEvent<ParseReport>) => listener(data));
    },
    onBreak(listener) {
      worker.addEventListener('messageerror', listener);
      worker.addEventListener('error', (event) => {
        event.preventDefault(); // reported as the ending, not once more in the console
        listener();
      });
    },
  };
}
