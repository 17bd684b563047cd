const SELECTOR = ':scope > script[type="application/json"]';

/** The text of `<script type="application/json">` in an element; nothing where there is none. */
export function jsonIn(element: Element): string | undefined {
  return element.querySelector(SELECTOR)?.textContent?.trim() || undefined;
}

/** Calls when it may have changed. A page that is being read has the element before its children. */
export function watchJson(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(element, { childList: true, subtree: true, characterData: true });
  return () => observer.disconnect();
}
