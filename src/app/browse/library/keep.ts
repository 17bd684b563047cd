/** Asks the browser not to clear what is kept here when room gets short. It may say no; then nothing is different. */
export async function askToKeep(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // Nothing can be kept at all, which the library says itself.
  }
}
