import type { LucideIcon } from 'lucide-react';
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

interface DisclosureProps {
  label: string;
  icon?: LucideIcon;
  align?: 'start' | 'end';
  /** Where it is narrow only the icon is seen. */
  short?: boolean;
  /** A function gets the way to shut it. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** Between what was opened and the window's edge. */
const EDGE = 8;

function moveWithin(element: HTMLElement): void {
  const { style } = element;
  style.translate = '';
  const { left, right } = element.getBoundingClientRect();
  // Of the page without the bar it scrolls by.
  const wide = document.body.clientWidth;
  const over = Math.max(0, right + EDGE - wide) - Math.max(0, EDGE - left);
  style.translate = over === 0 ? '' : `${-over}px`;
}

/** Moves what was opened back into the window, as far as it would stand out of it, however wide either becomes. */
function useWithin(open: boolean) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    if (!open || !element) return undefined;
    moveWithin(element);
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => moveWithin(element));
    observer.observe(document.body);
    observer.observe(element);
    return () => observer.disconnect();
  }, [open]);
  return panel;
}

/** While it is open, tells of a click or the focus outside of it. */
function useElsewhere(root: RefObject<HTMLElement | null>, open: boolean, onElsewhere: () => void) {
  const leave = useEffectEvent(onElsewhere);
  useEffect(() => {
    if (!open) return undefined;
    function onPointer({ target }: Event) {
      if (target instanceof Node && !root.current?.contains(target)) leave();
    }
    /** It would lie over what has the focus. What is around it has it when a button in here has gone. */
    function onFocus(event: FocusEvent) {
      if (event.target instanceof Node && !event.target.contains(root.current)) onPointer(event);
    }
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('focusin', onFocus);
    };
  }, [root, open]);
}

/** A button and what it opens, over the page. Escape, a click or the focus elsewhere, or the button itself shut it. */
export function Disclosure({ label, icon: Icon, align = 'start', short = false, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const panel = useWithin(open);
  const id = useId();

  function close() {
    setOpen(false);
    document.getElementById(`${id}-button`)?.focus();
  }
  useElsewhere(root, open, () => setOpen(false));

  return (
    // Escape is heard from whatever has the focus within.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={root}
      className={`relative ${align === 'end' ? 'ms-auto' : ''}`}
      onKeyDown={(event) => {
        // While a word is being put together, it takes back that.
        if (event.key === 'Escape' && open && !event.nativeEvent.isComposing) close();
      }}
    >
      <button
        id={`${id}-button`}
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        className="button"
        onClick={() => setOpen(!open)}
      >
        {Icon && <Icon className="size-4" aria-hidden="true" />}
        <span className={short ? 'max-sm:sr-only' : undefined}>{label}</span>
      </button>
      {open && (
        <div
          ref={panel}
          id={id}
          className={`absolute top-full z-30 mt-1 max-h-[80dvh] w-max max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border border-line bg-surface p-3 text-sm shadow-lg ${align === 'end' ? 'end-0' : 'start-0'}`}
        >
          {typeof children === 'function' ? children(close) : children}
        </div>
      )}
    </div>
  );
}
