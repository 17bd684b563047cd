import { type ReactNode, useEffect } from 'react';
import { words } from '../words';

/** One page: its title for tabs and history, and the landmark the skip link leads to. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = words.pageTitle(title);
  }, [title]);
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto w-full max-w-[150rem] px-4 pb-12 outline-none sm:px-6"
    >
      {children}
    </main>
  );
}
