import { useEffect } from 'react';

/** Where the keyboard goes on: the nearest place around what is gone that can have the focus. */
function nearest(around: readonly Element[]): HTMLElement | null {
  // What is drawn anew under its id is the same.
  const again = document.getElementById(around[0]?.id ?? '');
  if (again) return again;
  for (const element of around) {
    if (!element.isConnected) continue;
    // Of a list whose item went, another item.
    const found = element.matches('ul') ? element.querySelector<HTMLElement>('button, a[href]') : element;
    if (found instanceof HTMLElement && found.matches('button, a[href], [tabindex]')) return found;
  }
  return document.getElementById('content');
}

/**
 * What has the focus may go from the page by what it does itself: a filter that is taken off, a page that was loaded.
 * Browsers then begin anew at the very top, before the navigation.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let around: Element[] = [];
    function onFocusIn(event: FocusEvent) {
      around = event.composedPath().filter((target) => target instanceof Element);
    }
    function onFocusOut({ target }: FocusEvent) {
      // Browsers may say so of what is being removed, too: by the next moment that is gone.
      queueMicrotask(() => {
        if (around[0] === target && around[0]?.isConnected) around = [];
      });
    }
    // In a moment: whoever knows a better place has the focus there by then.
    const look = () =>
      setTimeout(() => {
        if (around.length === 0 || around[0]?.isConnected) return;
        if (document.activeElement === document.body) nearest(around)?.focus({ preventScroll: true });
        else around = [];
      });
    const observer = new MutationObserver(() => {
      if (around.length > 0 && !around[0]?.isConnected) look();
    });
    observer.observe(document.body, { subtree: true, childList: true });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, []);
}
