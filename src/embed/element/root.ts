import { options } from 'preact';
import { createRoot as rootOf } from 'preact/compat/client';

/** What has the focus, within shadow roots, too. */
function focused(at = document.activeElement): Element | null {
  const inner = at?.shadowRoot?.activeElement;
  return inner ? focused(inner) : at;
}

/** Browsers that cannot move an element take the focus from one that is put elsewhere: it has it again. */
function keepFocus(draw: () => void): void {
  queueMicrotask(() => {
    const had = focused();
    draw();
    if (had?.isConnected && focused() === document.body) (had as HTMLElement).focus({ preventScroll: true });
  });
}

/**
 * Stands for that of `react-dom/client` in the file of the element, which is drawn by Preact. As in React,
 * effects of what somebody did come before the next thing is done: the focus has moved before another key comes;
 * and what has the focus keeps it where it is moved.
 */
export const createRoot: typeof rootOf = (container) => {
  options.requestAnimationFrame = queueMicrotask;
  options.debounceRendering = keepFocus;
  return rootOf(container);
};
