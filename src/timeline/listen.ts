type Handlers = {
  readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void;
};

/** Listens to events by their names; the result stops it. */
export function listen(target: EventTarget, handlers: Handlers): () => void {
  const each = (act: 'addEventListener' | 'removeEventListener') => {
    for (const [name, handler] of Object.entries(handlers)) target[act](name, handler as EventListener);
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
