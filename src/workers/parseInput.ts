import { parseConversations } from '../core/index';
import type { ParseOutcome } from './found';
import type { ParseInput, Progress, Source } from './messages';
import { type Collector, createCollector } from './collect';
import { readInWorker } from './inWorker';
import { spawnParseWorker } from './spawn';

/** Up to this many characters reading takes less time than starting a worker. */
export const AT_ONCE_CHARACTERS = 100_000;
/** The longest the page's thread is kept without a break where no worker can start. */
const SLICE_MS = 12;

export interface ParseControl {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

/** Reads text or files into conversations. Never throws: how it ended stands in the outcome. */
export async function parseInput(input: ParseInput, control: ParseControl = {}): Promise<ParseOutcome> {
  const collector = createCollector();
  if (input.kind === 'text' && input.text.length <= AT_ONCE_CHARACTERS) {
    const { conversations, format, problems } = parseConversations(input.text);
    for (const conversation of conversations) collector.add(conversation);
    for (const problem of problems) collector.addProblem({ problem });
    return { ...collector.outcome('done'), format };
  }
  const sources = sourcesOf(input);
  const large = sources.reduce((sum, { blob }) => sum + blob.size, 0) > AT_ONCE_CHARACTERS;
  return (large && (await inWorker(sources, collector, control))) || onPage(sources, collector, control);
}

/** What is to be read, piece by piece. */
export function sourcesOf(input: ParseInput): Source[] {
  if (input.kind === 'text') return [{ blob: new Blob([input.text]) }];
  if (input.files.length === 1) return input.files.map((blob) => ({ blob }));
  return input.files.map((blob, index) => ({ blob, file: blob.name, index }));
}

/** Nothing where no worker can start. */
async function inWorker(
  sources: readonly Source[],
  collector: Collector,
  { signal, onProgress }: ParseControl,
): Promise<ParseOutcome | undefined> {
  try {
    const line = spawnParseWorker();
    const ending = await readInWorker(line, { sources, onBatch: collector.addBatch, onProgress, signal });
    return ending === 'unstarted' ? undefined : collector.outcome(ending);
  } catch {
    return undefined; // forbidden by the browser or by the policy of the page
  }
}

async function onPage(
  sources: readonly Source[],
  collector: Collector,
  { signal, onProgress }: ParseControl,
): Promise<ParseOutcome> {
  let sliceEnd = performance.now() + SLICE_MS;
  function pause(): Promise<void> | undefined {
    if (performance.now() < sliceEnd) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        sliceEnd = performance.now() + SLICE_MS;
        resolve();
      });
    });
  }
  try {
    // Seldom needed here: mostly the worker does it.
    const { readSources } = await import('./readSources');
    await readSources(
      sources,
      {
        onConversation: collector.add,
        onProblem: collector.addProblem,
        onProgress: (progress) => onProgress?.(progress),
        pause,
      },
      signal,
    );
    return collector.outcome(signal?.aborted ? 'cancelled' : 'done');
  } catch {
    return collector.outcome(signal?.aborted ? 'cancelled' : 'crashed');
  }
}
