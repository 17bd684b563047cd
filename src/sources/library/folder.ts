/** Where the library's files stand in the storage of this site. */
export const FOLDER = '.participant-timeline-library';

/** Whether they are there; nothing where nobody can tell. */
export async function isKept(): Promise<boolean | undefined> {
  try {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(FOLDER);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError' ? false : undefined;
  }
}

/** Nobody kept anything yet, or it was taken away. */
export async function isNothingKept(): Promise<boolean> {
  return (await isKept()) === false;
}
