/** What the host makes of news is its own affair: an error of its listener is reported as any other's, and stops nothing here. */
export function tellHost<T>(listener: ((news: T) => void) | undefined, news: T): void {
  try {
    listener?.(news);
  } catch (error) {
    reportError(error);
  }
}
