/** Sorts in place. Vendors list nearly everything in order of time, which is quickly seen. */
export function sortUnlessSorted<T>(items: T[], compare: (a: T, b: T) => number): T[] {
  for (let i = 1; i < items.length; i++) {
    if (compare(items[i - 1] as T, items[i] as T) > 0) return items.sort(compare);
  }
  return items;
}

/** Adds all items at the end; `push(...items)` has room for some ten thousands only. */
export function append<T>(target: T[], items: readonly T[]): void {
  for (const item of items) target.push(item);
}
