import { type Source, SourceError } from '../source';
import { samples } from './catalogue';

export interface SampleSourceOptions<Document> {
  /** The site's base, with a slash at its end. */
  base: string;
  /** Makes a document of the text of a sample. */
  read(text: string, signal?: AbortSignal): Promise<Document>;
  fetch?: typeof fetch;
}

/** The examples that come with the site, as files under `samples/`. */
export function createSampleSource<Document>(options: SampleSourceOptions<Document>): Source<Document> {
  return {
    list: () => Promise.resolve(samples),
    async get(id, signal) {
      const text = await sampleText(id, options, signal);
      return options.read(text, signal);
    },
  };
}

async function sampleText(
  id: string,
  { base, fetch = globalThis.fetch }: Pick<SampleSourceOptions<unknown>, 'base' | 'fetch'>,
  signal?: AbortSignal,
): Promise<string> {
  const sample = samples.find((item) => item.id === id);
  if (!sample) throw new SourceError('missing');
  try {
    const response = await fetch(`${base}samples/${sample.file}`, { signal });
    if (response.status === 404) throw new SourceError('missing', response.status);
    if (!response.ok) throw new SourceError('refused', response.status);
    return await response.text();
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof SourceError ? error : new SourceError('unreachable');
  }
}
