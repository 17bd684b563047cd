import { options } from 'preact';
import { createRoot as rootOf } from 'preact/compat/client';

/**
 * Stands for that of `react-dom/client` in the file of the element, which is drawn by Preact. As in React,
 * effects of what somebody did come before the next thing is done: the focus has moved before another key comes.
 */
export const createRoot: typeof rootOf = (container) => {
  options.requestAnimationFrame = queueMicrotask;
  return rootOf(container);
};
