import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { moved, revealing, type Scroll, settled, type Track, trackHeight } from './track';

/** How long hands must rest until the bar is put where it belongs. */
const REST_MS = 160;
/** Until it is measured, and where nothing can be (tests without layout). */
const ASSUMED_WINDOW = 560;

interface TrackOptions {
  rows: number;
  row: number;
  /** Of the part above the rows that stays in sight. */
  head: number;
  /** Where to begin. */
  top: number;
  /** Hands rest. */
  onRest: (top: number) => void;
}

/** The height of an element's inside, less what stays at its top. */
function useWindow(box: RefObject<HTMLElement | null>, head: number): number {
  const [window, setWindow] = useState(ASSUMED_WINDOW);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      // On paper it is as high as what it holds, and is not to hold more for that.
      if (matchMedia('print').matches) return;
      if (element.clientHeight > head) setWindow(element.clientHeight - head);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, head]);
  return window;
}

export interface Tracked {
  /** Pixels of rows above the window. */
  top: number;
  track: Track;
  /** Of what the browser scrolls. */
  height: number;
  onScroll: () => void;
  reveal: (index: number) => void;
  /** Keeps a row that moved where it is in the window, if it is there. Answers what lies above the window then. */
  stay: (from: number, to: number) => number;
}

/** Scrolling over rows that may be more than a browser can be high. */
export function useTrack(box: RefObject<HTMLElement | null>, options: TrackOptions): Tracked {
  const { rows, row, onRest } = options;
  const window = useWindow(box, options.head);
  const track: Track = { rows, row, window };
  const [scroll, setScroll] = useState<Scroll>(() => ({ bar: 0, top: options.top }));
  // Rows come and go; what is shown never lies beyond them.
  const top = Math.min(scroll.top, Math.max(0, rows * row - window));

  // The element is the browser's, and so is where it has been scrolled to.
  /* oxlint-disable react/immutability, react/set-state-in-effect */
  /** Puts rows and bar at a place at once. */
  function show(wanted: number, within: Track): void {
    const next = settled(wanted, within);
    if (box.current) box.current.scrollTop = next.bar;
    // What the browser made of it, as it rounds.
    setScroll({ bar: box.current?.scrollTop ?? next.bar, top: next.top });
  }
  // The bar stands where the rows are also after they came in, and after the window changed.
  const stay = useEffectEvent((within: Track) => show(top, within));
  useLayoutEffect(() => {
    if (rows > 0) stay({ rows, row, window });
  }, [rows, row, window]);

  const shown = useRef(options.top);
  const rest = useEffectEvent(() => {
    // Scrolled once more, of which the browser tells with its next frame.
    if (box.current && box.current.scrollTop !== scroll.bar) return;
    show(top, track);
    onRest(top);
  });
  // Set anew by each move: it runs when there was none for a while.
  useEffect(() => {
    if (scroll.top === shown.current) return undefined;
    const timer = setTimeout(() => {
      shown.current = scroll.top;
      rest();
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [scroll]);
  return {
    top,
    track,
    height: trackHeight(track),
    onScroll() {
      const bar = box.current?.scrollTop ?? 0;
      setScroll((before) => (bar === before.bar ? before : moved(before, bar, track)));
    },
    reveal: (index) => show(revealing(top, index, track), track),
    stay(from, to) {
      if (revealing(top, from, track) !== top) return top;
      const next = top + (to - from) * row;
      show(next, track);
      return next;
    },
  };
}
