import { useEffect, useMemo, useState, useRef } from 'react';
import { type Reading, read } from './input';
import type { ParticipantTimelineProps } from './props';
import { readInWorker } from './read-in-worker';
import { useNewest } from './use-newest';

/** Below this a worker takes longer to start than to read. */
const WORTH_A_WORKER = 100_000;

type Options = Pick<ParticipantTimelineProps, 'workerUrl' | 'createWorker'>;

function isLarge(input: unknown): input is string | Uint8Array {
  const size = typeof input === 'string' || input instanceof Uint8Array ? input.length : 0;
  return size > WORTH_A_WORKER;
}

/** The host's way to a worker, or its address; nothing where it gave neither or the page allows none. */
function startWorker({ workerUrl, createWorker }: Options): Worker | undefined {
  try {
    if (createWorker) return createWorker();
    return workerUrl === undefined ? undefined : new Worker(workerUrl, { type: 'module' });
  } catch {
    return undefined;
  }
}

/** What was given, and what was read of it. */
export interface Taken {
  input: unknown;
  reading: Reading;
}

/**
 * Reads at once, so that the first drawing has it, on servers too; large texts in a worker, if the host gave one.
 * Until a worker is done, what was read before stays.
 */
export function useReading(input: unknown, options: Options): Taken | undefined {
  const { workerUrl, createWorker } = options;
  const later = (workerUrl !== undefined || createWorker !== undefined) && isLarge(input);
  const now = useMemo(() => (later ? undefined : { input, reading: read(input) }), [input, later]);
  const [brought, setBrought] = useState<Taken>();
  const way = useRef(options);
  useNewest(way, options);
  useEffect(() => {
    if (!later || !isLarge(input)) return undefined;
    const worker = startWorker(way.current);
    if (!worker) {
      setBrought({ input, reading: read(input) });
      return undefined;
    }
    return readInWorker(worker, input, (reading) => setBrought({ input, reading: reading ?? read(input) }));
  }, [input, later, way]);
  return now ?? brought;
}
