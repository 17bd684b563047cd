/** Arrays and objects nested deeper than this are not read: a clone of some thousand levels throws. */
export const MAX_DEPTH = 512;

/** A key as it stands in a JSON Pointer (RFC 6901). */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** One array or object on the way down, and how far its children have been seen. */
interface Level {
  /** The children of an array; those of an object are found by its keys. */
  items: readonly unknown[] | undefined;
  value: object;
  keys: readonly string[];
  next: number;
}

function enter(value: object): Level {
  if (Array.isArray(value)) return { items: value, value, keys: [], next: 0 };
  return { items: undefined, value, keys: Object.keys(value), next: 0 };
}

function childAt({ items, value, keys }: Level, index: number): unknown {
  return items ? items[index] : Reflect.get(value, keys[index] ?? '');
}

function pointerOf(path: readonly Level[]): string {
  return path
    .map(({ items, keys, next }) => `/${items ? String(next - 1) : escapeKey(keys[next - 1] ?? '')}`)
    .join('');
}

/** JSON Pointer of the first array or object that lies deeper than `MAX_DEPTH` levels. The root is level 1. */
export function tooDeep(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const path = [enter(value)];
  for (let level = path[0]; level; level = path.at(-1)) {
    const count = (level.items ?? level.keys).length;
    if (level.next >= count) {
      path.pop();
      continue;
    }
    const child = childAt(level, level.next);
    level.next += 1;
    if (typeof child !== 'object' || child === null) continue;
    if (path.length >= MAX_DEPTH) return pointerOf(path);
    path.push(enter(child));
  }
  return undefined;
}

export const TOO_DEEP = `The data is nested deeper than ${MAX_DEPTH} levels, so this document was not read`;
