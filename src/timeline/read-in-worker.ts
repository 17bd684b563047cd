import type { Reading } from './input';

/** What the page sends, and what the worker of `participant-timeline/worker` answers. */
export interface ReadRequest {
  input: string | Uint8Array;
}
export interface ReadAnswer {
  reading: Reading;
}

/** A worker that dies or loops raises no event: silence for so long, by size, is taken for it. */
const SILENCE = 10_000;
const SILENCE_PER_MEGABYTE = 500;

/**
 * Has a worker read; tells nothing where it could not. What is given back stops it and tells nobody.
 *
 * @throws where what a host gave is no worker, as in its tests
 */
export function readInWorker(
  worker: Worker,
  input: string | Uint8Array,
  done: (reading: Reading | undefined) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    worker.removeEventListener('message', hear);
    worker.removeEventListener('error', fail);
    worker.removeEventListener('messageerror', fail);
    worker.terminate();
  };
  const end = (reading?: Reading) => {
    stop();
    done(reading);
  };
  const fail = (event: Event) => {
    event.preventDefault(); // read on the page instead; nobody need see it in the console
    end();
  };
  const hear = ({ data }: MessageEvent<ReadAnswer | null>) => {
    end(data?.reading);
  };
  worker.addEventListener('message', hear);
  worker.addEventListener('error', fail);
  worker.addEventListener('messageerror', fail);
  const request: ReadRequest = { input };
  worker.postMessage(request, []);
  timer = setTimeout(end, SILENCE + (input.length / 1e6) * SILENCE_PER_MEGABYTE);
  return stop;
}
