import { readableFiles } from './readable';

/** Gets files, and the names of those that were left out of their folders. */
export type TakeFiles = (files: readonly File[], leftOut: readonly string[]) => void;

export interface Chosen {
  files: File[];
  leftOut: string[];
}

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // It hands over a hundred at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

/** Adds what lies in it. What cannot be opened is named, and does not keep the others from coming. */
async function gather(entry: FileSystemEntry, found: Chosen): Promise<void> {
  try {
    if (isFile(entry))
      found.files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    else if (isFolder(entry)) for (const each of await entriesOf(entry)) await gather(each, found);
  } catch {
    found.leftOut.push(entry.name);
  }
}

/** What was dropped, folders opened. The items are gone after the event, so they are all taken at once. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Chosen> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(isFolder)) return { files: [...files], leftOut: [] };
  const all = await Promise.all(
    entries.map(async (entry): Promise<Chosen> => {
      const found: Chosen = { files: [], leftOut: [] };
      await gather(entry, found);
      if (!isFolder(entry)) return found;
      const { files, leftOut } = readableFiles(found.files);
      return { files, leftOut: [...found.leftOut, ...leftOut] };
    }),
  );
  return { files: all.flatMap((one) => one.files), leftOut: all.flatMap(({ leftOut }) => leftOut) };
}
