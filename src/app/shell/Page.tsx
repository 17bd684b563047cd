import { type ReactNode, useEffect } from 'react';
import { words } from '../words';

/** The page's title, for tabs and history, and for the landmark: who arrives hears by its name which page it is. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return;
    document.title = words.pageTitle(title);
    document.getElementById('content')?.setAttribute('aria-label', title);
  }, [title]);
}

interface PageProps {
  /** None where what is on the page says it itself, by `useTitle`. */
  title?: string;
  children: ReactNode;
}

/** One page: its title, and the landmark that the skip link leads to and arriving focuses: it stays one element. */
export function Page({ title, children }: PageProps) {
  useTitle(title);
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto w-full max-w-[150rem] px-4 pb-12 outline-none sm:px-6 print:px-0 print:pb-0"
    >
      {children}
    </main>
  );
}
