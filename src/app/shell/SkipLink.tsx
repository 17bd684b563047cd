import type { MouseEvent } from 'react';

interface SkipLinkProps {
  /** Id of what it leads to, which takes the focus. */
  to: string;
  children: string;
}

/** Past what one may not want to go through key by key; there for the eye while it has the focus. */
export function SkipLink({ to, children }: SkipLinkProps) {
  // Done here: the browser would make an entry of the history for it, without what the page has noted in its own.
  function skip(event: MouseEvent) {
    const target = document.getElementById(to);
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView?.();
    target.focus({ preventScroll: true });
  }
  return (
    <a
      href={`#${to}`}
      onClick={skip}
      className="button button-primary sr-only focus:not-sr-only focus:fixed focus:top-2 focus:start-2 focus:z-50 focus:px-3 focus:py-1.5 print:hidden"
    >
      {children}
    </a>
  );
}
