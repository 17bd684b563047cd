/** Beside the library's files; nothing stands in it. */
const FILE = 'room';
/** A file system counts what a file is long, whether or not anything was written into it. */
const BYTES = 262_144;

/** What only workers have; the types are those of pages. */
declare global {
  interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<{ getSize(): number; truncate(size: number): void; close(): void }>;
  }
}

async function folderOf(directory: string): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(directory, { create: true });
}

export function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'QuotaExceededError';
}

/**
 * Sets some room aside. An import that spends a quota spends it to the last byte, and then not even what is there can
 * be opened, looked at, or deleted: opening writes, too.
 */
export async function setRoomAside(directory: string): Promise<void> {
  try {
    const file = await (await folderOf(directory)).getFileHandle(FILE, { create: true });
    const handle = await file.createSyncAccessHandle();
    try {
      if (handle.getSize() < BYTES) handle.truncate(BYTES);
    } finally {
      handle.close();
    }
  } catch {
    // There is none any more: what is open stays open.
  }
}

/** Gives it up. */
export async function giveRoom(directory: string): Promise<void> {
  try {
    await (await folderOf(directory)).removeEntry(FILE);
  } catch {
    // It was given up before.
  }
}
