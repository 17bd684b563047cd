/** Adds an item to the list of its kind. */
export function addTo<K, T>(lists: Map<K, T[]>, kind: K, item: T): void {
  const list = lists.get(kind);
  if (list === undefined) lists.set(kind, [item]);
  else list.push(item);
}
