/** Of text or bytes; beyond it a frame, which shares its page with others, is the wrong place to read. */
export const MOST_BYTES = 64_000_000;
/** Of values in objects, which weigh some ten bytes each as text. */
const MOST_VALUES = 4_000_000;

/** Whether something is more than a frame reads. Stops counting as soon as it is; depth does not matter. */
export function isTooLarge(input: unknown): boolean {
  if (input instanceof Uint8Array) return input.length > MOST_BYTES;
  let values = 0;
  let characters = 0;
  const left: unknown[] = [input];
  while (left.length > 0) {
    const value = left.pop();
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (values + left.length > MOST_VALUES || characters > MOST_BYTES) return true;
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    const items = Array.isArray(value) ? value : Object.values(value);
    if (items.length > MOST_VALUES) return true;
    for (const item of items) left.push(item);
  }
  return false;
}
