/** Fetches when it is first asked, for all who ask; after a failure it is fetched once more. */
export function once<T>(fetch: () => Promise<T>): () => Promise<T> {
  let fetched: Promise<T> | undefined;
  return async () => {
    fetched ??= fetch();
    try {
      return await fetched;
    } catch (error) {
      fetched = undefined;
      throw error;
    }
  };
}
