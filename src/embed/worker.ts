import { readAny } from '../timeline/read-any';
import type { ReadAnswer, ReadRequest } from '../timeline/read-in-worker';

/** Reads one conversation off the page's thread: what `workerUrl` and `createWorker` of the component start. */
addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  const answer: ReadAnswer = { reading: readAny(data.input) };
  postMessage(answer);
});
