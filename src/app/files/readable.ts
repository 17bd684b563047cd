const ENDINGS = ['.json', '.jsonl', '.ndjson', '.har', '.txt', '.log', '.gz', '.zip'];

/** What choosers of files offer first. */
export const ACCEPTED = [
  ...ENDINGS,
  'application/json',
  'application/gzip',
  'application/zip',
  'text/plain',
].join();

interface Named {
  name: string;
}

function isReadable({ name }: Named): boolean {
  const lower = name.toLowerCase();
  return ENDINGS.some((ending) => lower.endsWith(ending));
}

/**
 * Of a folder there are also files that nobody meant: pictures, hidden ones. Where there are no others they are taken
 * all the same, so that it is said what is wrong with them.
 */
export function readableFiles<File extends Named>(
  all: readonly File[],
): { files: File[]; leftOut: string[] } {
  // What a Mac keeps beside each file, under its name, where it copies to other disks.
  const own = all.filter(({ name }) => !name.startsWith('._'));
  const shown = own.filter(({ name }) => !name.startsWith('.'));
  const files = own.filter(isReadable);
  if (files.length === 0) return { files: shown, leftOut: [] };
  return { files, leftOut: shown.filter((file) => !isReadable(file)).map(({ name }) => name) };
}

/** By its name alone: to look into each of thousands of files would take as long as reading them. */
export function isZip({ name }: Named): boolean {
  return /\.zip$/i.test(name);
}
