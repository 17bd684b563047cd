const READABLE = /\.(json|jsonl|ndjson|har|txt|log|gz)$/i;

function isReadable({ name }: File): boolean {
  return READABLE.test(name);
}

/**
 * Of a folder there are also files that nobody meant: pictures, hidden ones. Where there are no others they are taken
 * all the same, so that it is said what is wrong with them.
 */
export function readableFiles(files: readonly File[]): File[] {
  const readable = files.filter(isReadable);
  return readable.length > 0 ? readable : files.filter(({ name }) => !name.startsWith('.'));
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

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const files: File[] = [];
  for (const each of await entriesOf(entry)) files.push(...(await filesOf(each)));
  return files;
}

/** What was dropped, folders opened. The items are gone after the event, so they are all taken at once. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (!entries.some(isFolder)) return [...files];
  const all = await Promise.all(
    entries.map(async (entry) => (isFolder(entry) ? readableFiles(await filesOf(entry)) : filesOf(entry))),
  );
  return all.flat();
}
