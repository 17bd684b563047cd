import { createContext, useContext, useEffect, useState } from 'react';
import type { CreateRichEditor } from './RichBox';

export type LoadRichEditor = () => Promise<CreateRichEditor>;

/** How the rich text box is fetched; without, the plain one stays. */
export const RichEditorContext = createContext<LoadRichEditor | undefined>(undefined);

/** The rich text box once it is there; `undefined` until then, and where it can't be had. */
export function useRichEditor(): CreateRichEditor | undefined {
  const load = useContext(RichEditorContext);
  const [create, setCreate] = useState<CreateRichEditor>();
  useEffect(() => {
    let gone = false;
    async function fetchIt() {
      // Offline, or a new release has replaced the file: the plain box does all that matters.
      const made = await load?.().catch(() => undefined);
      // Letters in the making (an input method's) belong to the element they are made in.
      if (made) whenComposed(() => !gone && setCreate(() => made));
    }
    void fetchIt();
    return () => {
      gone = true;
    };
  }, [load]);
  return create;
}

function whenComposed(run: () => void): void {
  const area = document.activeElement;
  if (!(area instanceof HTMLTextAreaElement) || area.dataset.composing === undefined) {
    run();
    return;
  }
  area.addEventListener('compositionend', () => setTimeout(run), { once: true });
}
