import type { ZipEntry } from 'unzipit';
import type { FilesInput, ParseInput } from '../../workers/messages';
import { UNPACKED_BYTES } from '../../workers/unpack';
import { isZip, readableFiles } from './readable';

/** What lies in one ZIP file, as far as it is read: `name` is the last part of `path`. */
interface Packed {
  name: string;
  path: string;
  entry: ZipEntry;
}

/**
 * The input with each ZIP file opened as a folder is. A file that is none in spite of its name, or is cut off, stays as
 * it is, so that reading it tells what is wrong. Entries that cannot be unpacked, as without a password, are named with what
 * was left out.
 *
 * @param going asked before each entry: what is not wanted any more is not unpacked
 */
export async function unzipped(input: ParseInput, going = () => true): Promise<ParseInput> {
  if (input.kind !== 'files') return input;
  const files: File[] = [];
  const leftOut = [...(input.leftOut ?? [])];
  // A small file may unpack to terabytes.
  let room = UNPACKED_BYTES;
  for (const file of input.files) {
    const packed = isZip(file) ? await packedIn(file) : undefined;
    if (!packed) {
      files.push(file);
      continue;
    }
    const chosen = readableFiles(packed);
    leftOut.push(...chosen.leftOut);
    for (const { path, entry } of chosen.files) {
      if (!going()) break;
      const content = entry.size > room ? undefined : await entry.blob().catch(() => undefined);
      if (content) files.push(new File([content], path));
      else leftOut.push(path);
      room -= content?.size ?? 0;
    }
  }
  return { ...input, files, leftOut } satisfies FilesInput;
}

/** Nothing where the file cannot be opened as a ZIP file. */
async function packedIn(file: File): Promise<Packed[] | undefined> {
  try {
    const { unzipRaw } = await import('unzipit');
    const { entries } = await unzipRaw(file);
    return entries
      .filter(({ name }) => !name.endsWith('/'))
      .map((entry) => ({ name: lastOf(entry.name), path: entry.name, entry }));
  } catch {
    return undefined;
  }
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
