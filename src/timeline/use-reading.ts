import { useEffect, useMemo, useState, useRef } from 'react';
import { readBuilt, type Reading } from './input';
import type { Pipeline, PipelineSource } from './pipeline-source';
import type { ParticipantTimelineProps } from './props';
import { readInWorker } from './read-in-worker';
import { useNewest } from './use-newest';
import { useOnPage } from './use-on-page';

/** Below this a worker takes longer to start than to read. */
const WORTH_A_WORKER = 100_000;

type Options = Pick<ParticipantTimelineProps, 'workerUrl' | 'createWorker'> & { source: PipelineSource };

function isLarge(input: unknown): input is string | Uint8Array {
  const size = typeof input === 'string' || input instanceof Uint8Array ? input.length : 0;
  return size > WORTH_A_WORKER;
}

function isForWorker(input: unknown, { workerUrl, createWorker }: Omit<Options, 'source'>): boolean {
  return (workerUrl !== undefined || createWorker !== undefined) && isLarge(input);
}

/** The host's way to a worker, or its address; nothing where it gave neither. Throws where the page allows none. */
function startWorker({ workerUrl, createWorker }: Options): Worker | undefined {
  if (createWorker) return createWorker();
  return workerUrl === undefined ? undefined : new Worker(workerUrl, { type: 'module' });
}

/** What was given, what was read of it, and what builds it, unless it was built before. */
export interface Taken {
  input: unknown;
  reading: Reading;
  pipeline?: Pipeline;
}

function readNow(input: unknown, { source }: Options): Taken | undefined {
  const built = readBuilt(input);
  if (built) return { input, reading: built };
  const pipeline = source.present();
  const reading = pipeline?.readSound(input);
  return reading && { input, reading, pipeline };
}

/** Reads on the page; what mends broken text is loaded only for such. */
async function readHere(input: unknown, { source }: Options): Promise<Taken> {
  const pipeline = await source.load();
  const sound = pipeline.readSound(input);
  if (sound) return { input, reading: sound, pipeline };
  const { readAny } = await pipeline.loadMender();
  return { input, reading: readAny(input), pipeline };
}

async function readElsewhere(input: unknown, reading: Reading, { source }: Options): Promise<Taken> {
  return { input, reading, pipeline: await source.load() };
}

interface Wanted {
  input: unknown;
  /** Large enough for a worker, where the host has one. */
  large: boolean;
  way: Options;
}

/** Reads what could not be read at once, and tells; what is given back stops it. */
function readLater({ input, large, way }: Wanted, tell: (taken: Promise<Taken>) => void): () => void {
  try {
    const worker = large ? startWorker(way) : undefined;
    if (worker && isLarge(input)) {
      return readInWorker(worker, input, (reading) =>
        tell(reading ? readElsewhere(input, reading, way) : readHere(input, way)),
      );
    }
  } catch {
    // There is no worker to be had.
  }
  tell(readHere(input, way));
  return () => undefined;
}

/** Reading waits for what reads, and not for a worker. */
export function isWaiting(input: unknown, { source, ...way }: Options): boolean {
  return !source.present() && !source.failed() && !readBuilt(input) && !isForWorker(input, way);
}

/**
 * Reads at once where all is at hand, so that the first drawing has it, on servers too. Three things come later:
 * what reads and builds, where a page loads it apart from what draws; large texts, read by a worker if the host
 * gave one; and broken texts, which a part that is loaded for them has to mend. Until then what was read before
 * stays, and what a server has drawn: while that is taken over, Suspense waits, too.
 *
 * @throws when such a part cannot be loaded, into the boundary around the timeline
 */
export function useReading(input: unknown, options: Options): Taken | undefined {
  const { source } = options;
  const large = isForWorker(input, options);
  const onPage = useOnPage();
  // oxlint-disable-next-line typescript/only-throw-error -- what React 18 and 19 both wait for
  if (!onPage && isWaiting(input, options)) throw source.load();
  const now = useMemo(() => (large ? undefined : readNow(input, { source })), [input, large, source]);
  const [last, setLast] = useState(now);
  const [failed, setFailed] = useState<{ error: unknown }>();
  if (now && now !== last) setLast(now);
  const way = useRef(options);
  useNewest(way, options);
  useEffect(() => {
    if (now) return undefined;
    let wanted = true;
    const stop = readLater({ input, large, way: way.current }, (taken) => {
      taken.then(
        (read) => wanted && setLast(read),
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
