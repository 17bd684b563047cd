/** Where the library's files stand in the storage of this site. */
export const FOLDER = '.participant-timeline-library';

/** Nobody kept anything yet, or it was taken away. */
export async function isNothingKept(): Promise<boolean> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(FOLDER);
    return false;
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError';
  }
}
