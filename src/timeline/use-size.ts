import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { listen, together } from './listen';
import { useSoon } from './use-newest';

/** Where nothing can be measured (no layout, as in tests and on servers) a usual screen is assumed. */
const USUAL_WIDTH = 960;
const USUAL_HEIGHT = 640;

function widthOf(element: HTMLElement): number {
  return Math.round(element.clientWidth) || USUAL_WIDTH;
}

/** Tells once, and whenever the element becomes larger or smaller; the result stops it. */
function watchSize(element: HTMLElement, tell: () => void): () => void {
  tell();
  if (typeof ResizeObserver === 'undefined') return () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Not in its own turn: what is drawn at once is higher or lower, of which browsers tell the page as of an error.
  const observer = new ResizeObserver(() => {
    timer = setTimeout(tell);
  });
  observer.observe(element);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/**
 * Of the root that this element is in: what comes into the page together with its root is here before that is known.
 */
export function useWidth(within: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  // Before anybody sees it as wide as it is not: phones would step back to see all of it.
  useSoon(() => {
    const element = within.current?.closest<HTMLElement>('.pt-root');
    return element ? watchSize(element, () => setWidth(widthOf(element))) : undefined;
  }, [within]);
  return width;
}

/** The window that shows an element: hosts may draw into one that they have opened. */
function windowOf(element: Element | null | undefined): Window {
  return element?.ownerDocument.defaultView ?? window;
}

/** Room that A4 and US Letter leave between their usual margins, */
export const PAPER_WIDTH = 700;
/** and on their sides; `style/media.css` knows it, too. */
export const PAPER_LENGTH = 940;

/**
 * Whether the page is being printed: 0, or by how much a sheet is wider than its window, which that of a phone is not.
 * Known before the browser takes its picture, and drawn by then.
 */
export function usePrinting(within?: RefObject<HTMLElement | null>): number {
  const [printing, setPrinting] = useState(0);
  useEffect(() => {
    const view = windowOf(within?.current);
    // A frame on the sheet stays as wide as it is.
    const room = () => (view.parent === view ? view.innerWidth : PAPER_WIDTH);
    const before = () => flushSync(() => setPrinting(Math.max(1, PAPER_WIDTH / room())));
    const after = () => setPrinting(0);
    return listen(view, { beforeprint: before, afterprint: after });
  }, [within]);
  return printing;
}

export interface Scrolled {
  top: number;
  height: number;
}

/** On paper all rows are in sight. */
export const ALL: Scrolled = { top: 0, height: Number.MAX_SAFE_INTEGER };

/** Scrolling is told in steps, so that rows are laid out again now and then, not at each pixel. */
const STEP = 160;

export function useScroll(target: RefObject<HTMLElement | null>, enabled: boolean): Scrolled {
  const [scrolled, setScrolled] = useState<Scrolled>({ top: 0, height: USUAL_HEIGHT });
  useEffect(() => {
    const element = target.current;
    if (!element || !enabled) return undefined;
    const measure = () => {
      const top = Math.floor(element.scrollTop / STEP) * STEP;
      const height = element.clientHeight || USUAL_HEIGHT;
      setScrolled((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    return together(
      // It is as high as its rows where those are few, and its window is not.
      watchSize(element, measure),
      listen(element, { scroll: measure }),
      listen(windowOf(element), { resize: measure }),
    );
  }, [target, enabled]);
  return scrolled;
}
