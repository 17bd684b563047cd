function keepList(before: readonly unknown[], after: unknown[]): unknown[] {
  const kept = after.map((value, place) => keepEqual(before[place], value));
  const same = before.length === after.length && kept.every((value, place) => value === before[place]);
  return same ? (before as unknown[]) : kept; // as it was given in; readonly only here
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * `after`, but with every part that equals its counterpart in `before` replaced by it. A conversation that
 * grows is read anew; whatever did not change is then the same object, and need not be drawn again.
 */
export function keepEqual<T>(before: unknown, after: T): T;
export function keepEqual(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) return keepList(before, after);
  if (!isRecord(before) || !isRecord(after)) return after;
  const entries = Object.entries(after).map(([name, value]): [string, unknown] => [
    name,
    keepEqual(before[name], value),
  ]);
  const same =
    Object.keys(before).length === entries.length &&
    entries.every(([name, value]) => Object.hasOwn(before, name) && before[name] === value);
  return same ? before : Object.fromEntries(entries);
}

/** Remembers what it gave last, and keeps of it what the next has, too. */
export function createKeeper<T>(): (value: T) => T {
  let last: T | undefined;
  return (value) => {
    last = keepEqual(last, value);
    return last;
  };
}
