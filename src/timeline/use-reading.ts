import { useEffect, useMemo, useState, useRef } from 'react';
import { type Reading, readSound } from './input';
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

/** Reads on the page; what mends broken text is loaded only for such. */
async function readHere(input: unknown): Promise<Reading> {
  const sound = readSound(input);
  if (sound) return sound;
  const { readAny } = await import('./read-any');
  return readAny(input);
}

interface Wanted {
  input: unknown;
  /** Large enough for a worker, where the host has one. */
  large: boolean;
  way: Options;
}

/** Reads what could not be read at once, and tells; what is given back stops it. */
function readLater({ input, large, way }: Wanted, tell: (reading: Promise<Reading>) => void): () => void {
  const worker = large && isLarge(input) ? startWorker(way) : undefined;
  if (!worker || !isLarge(input)) {
    tell(readHere(input));
    return () => undefined;
  }
  return readInWorker(worker, input, (reading) => tell(reading ? Promise.resolve(reading) : readHere(input)));
}

/**
 * Reads at once, so that the first drawing has it, on servers too. Two things come later: large texts, read by
 * a worker if the host gave one, and broken texts, which a part that is loaded for them has to mend. Until then
 * what was read before stays.
 *
 * @throws when that part cannot be loaded, into the boundary around the timeline
 */
export function useReading(input: unknown, options: Options): Taken | undefined {
  const { workerUrl, createWorker } = options;
  const large = (workerUrl !== undefined || createWorker !== undefined) && isLarge(input);
  const now = useMemo(() => {
    const reading = large ? undefined : readSound(input);
    return reading && { input, reading };
  }, [input, large]);
  const [last, setLast] = useState(now);
  const [failed, setFailed] = useState<{ error: unknown }>();
  if (now && now !== last) setLast(now);
  const way = useRef(options);
  useNewest(way, options);
  useEffect(() => {
    if (now) return undefined;
    let wanted = true;
    const stop = readLater({ input, large, way: way.current }, (reading) => {
      reading.then(
        (read) => wanted && setLast({ input, reading: read }),
        (error: unknown) => wanted && setFailed({ error }),
      );
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [input, now, large, way]);
  if (failed) throw failed.error;
  return now ?? last;
}
