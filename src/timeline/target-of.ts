/** The element that an event happened to, not the page or its window. */
export function targetOf({ target }: { target: EventTarget | null }): Element | null {
  return target instanceof Element ? target : null;
}
