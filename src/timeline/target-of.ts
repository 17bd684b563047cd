/**
 * The element that an event happened to, not the page or its window. Of a window that the host has opened and draws
 * into, elements are no `Element` of this one.
 */
export function targetOf({ target }: { target: EventTarget | null }): Element | null {
  return (target as Partial<Node> | null)?.nodeType === 1 ? (target as Element) : null;
}
