/** Where the conversations of a list come from: `/?v=1&source=samples`, and without a word the library. */
export const SOURCE_NAMES = ['library', 'samples'] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

/** The version that addresses are written in; another one says nothing to us. */
export const VERSION = '1';

export function sourceNameFrom(query: URLSearchParams): SourceName {
  if (query.get('v') !== VERSION) return 'library';
  return SOURCE_NAMES.find((name) => name === query.get('source')) ?? 'library';
}

/** The whole of a source, nothing filtered. */
export function listAddress(source: SourceName): string {
  return source === 'library' ? '/' : `/?v=${VERSION}&source=${source}`;
}
