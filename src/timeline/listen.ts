type Events = HTMLElementEventMap & WindowEventMap & DocumentEventMap;
type Handlers = { readonly [Name in keyof Events]?: (event: Events[Name]) => void };

/** Listens to events by their names; the result stops it. */
export function listen(
  target: EventTarget | null,
  handlers: Handlers,
  options?: AddEventListenerOptions,
): () => void {
  const each = (act: 'addEventListener' | 'removeEventListener') => {
    for (const [name, handler] of Object.entries(handlers))
      target?.[act](name, handler as EventListener, options);
  };
  each('addEventListener');
  return () => each('removeEventListener');
}

/** Several listeners as one. */
export function together(...stops: readonly (() => void)[]): () => void {
  return () => {
    for (const stop of stops) stop();
  };
}
