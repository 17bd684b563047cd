/** Arrays and objects nested deeper than this are not read: a clone of some thousand levels throws. */
export const MAX_DEPTH = 512;

/** A key as it stands in a JSON Pointer (RFC 6901). */
export function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Whether some array or object lies deeper than `MAX_DEPTH` levels, of which the value is the first. */
export function isTooDeep(value: unknown): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    const below: object[] = [];
    for (const container of level)
      for (const child of Object.values(container)) if (isContainer(child)) below.push(child);
    level = below;
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export const LEFT_OUT = `Nested deeper than ${MAX_DEPTH} levels: left out`;
export const TOO_DEEP = `The data is nested deeper than ${MAX_DEPTH} levels, so this document was not read`;
