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

/** What cannot be opened is named, and does not keep the others from coming. */
async function filesOf(entry: FileSystemEntry): Promise<Chosen> {
  const found: Chosen = { files: [], leftOut: [] };
  try {
    if (isFile(entry))
      found.files.push(await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
    if (!isFolder(entry)) return found;
    for (const each of await entriesOf(entry)) {
      const { files, leftOut } = await filesOf(each);
      found.files.push(...files);
      found.leftOut.push(...leftOut);
    }
  } catch {
    found.leftOut.push(entry.name);
  }
  return found;
}

/** What was dropped, folders opened. The items are gone after the event, so they are all taken at once. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<Chosen> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(isFolder)) return { files: [...files], leftOut: [] };
  const all = await Promise.all(
    entries.map(async (entry): Promise<Chosen> => {
      const found = await filesOf(entry);
      if (!isFolder(entry)) return found;
      const { files, leftOut } = readableFiles(found.files);
      return { files, leftOut: [...found.leftOut, ...leftOut] };
    }),
  );
  return { files: all.flatMap((one) => one.files), leftOut: all.flatMap(({ leftOut }) => leftOut) };
}
