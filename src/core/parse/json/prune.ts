import { LISTINGS } from './listings';

/** An array or object that was still open where the text ended. */
export interface OpenContainer {
  value: unknown[] | Record<string, unknown>;
  /** The key whose value was being read last. */
  key: string | undefined;
}

/** Arrays of things that can each be read for themselves. */
const LISTS = ['participants', ...LISTINGS, 'entries'];

/** Under these an event and its envelope hold a conversation, and a HAR its entries. */
const BODIES = ['eventBody', 'event_body', 'detail', 'log'];

/** A conversation, or what is around one, which may hold complete participants when it is not complete itself. */
export function holdsList(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    LISTS.some((key) => Object.hasOwn(value, key)) ||
    BODIES.some((key) => Object.hasOwn(value, key) && holdsList((value as Record<string, unknown>)[key]))
  );
}

/** The key under which the array `open[index]` stands; '' for an array at the top. */
function nameOf(open: readonly OpenContainer[], index: number): string {
  return index === 0 ? '' : (open[index - 1]?.key ?? '');
}

/**
 * Drops what the cut left incomplete from the containers that are open there, outermost first:
 *
 *     {"conversations": [ {…}, {"id": …, "participants": [ {…}, {"id": …, "calls": [ ✂
 *                                                           ─── incomplete: dropped
 *
 * A participant is dropped whole. A conversation stays when it holds participants, which may be complete.
 */
export function dropIncomplete(open: readonly OpenContainer[]): void {
  for (let index = 0; index < open.length - 1; index += 1) {
    const list = open[index]?.value;
    const name = nameOf(open, index);
    if (!Array.isArray(list) || (index > 0 && !LISTS.includes(name))) continue;
    // Of a HAR's entry that is cut off, the text that it holds may be complete, or hold what is.
    if (name === 'entries') return;
    if (name === 'participants' || !open.some((inner, depth) => depth > index && holdsList(inner.value))) {
      list.pop();
      return;
    }
  }
}
