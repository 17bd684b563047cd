import { type KeyboardEvent, useEffect, useRef } from 'react';
import { raiseBeside } from './raise';
import { useNewest } from './use-newest';

export interface MenuItem {
  label: string;
  /** Absent: cannot be done now. */
  act?: () => void;
  /** The key that does the same. */
  keys?: string;
}

interface Props {
  label: string;
  items: readonly MenuItem[];
  /** What it was opened from: it gets the focus back. */
  opener: HTMLElement;
  onClose: () => void;
}

/** Which of the items each key leads to; after the last comes the first. */
const WAYS: { readonly [key: string]: (at: number) => number } = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: () => -1,
};

function move(menu: HTMLElement, way: (at: number) => number): void {
  const items = [...menu.querySelectorAll('button:not(:disabled)')].filter(
    (one) => one instanceof HTMLElement,
  );
  // Where focus is inside a shadow root, the page only knows that it is somewhere in there.
  const at = items.findIndex((item) => item.matches(':focus'));
  items.at(way(at) % items.length)?.focus();
}

/** A menu over everything. */
export function Menu({ label, items, opener, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useNewest(close, onClose);
  useEffect(() => {
    const element = menu.current;
    if (!element) return undefined;
    raiseBeside(element, opener.getBoundingClientRect());
    element.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    const page = element.ownerDocument;
    const onDown = (event: Event) => {
      // Not the target: for listeners outside of a shadow root that is the element around it.
      if (!event.composedPath().includes(element)) close.current();
    };
    page.addEventListener('pointerdown', onDown, true);
    return () => page.removeEventListener('pointerdown', onDown, true);
  }, [opener]);
  const onKeyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (way && menu.current) move(menu.current, way);
    else if (event.key === 'Escape' || event.key === 'Tab') {
      opener.focus();
      onClose();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      popover="manual"
      className="pt-menu"
      part="menu"
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {items.map(({ label, act, keys }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={!act}
          onClick={() => {
            opener.focus(); // first, for what is done may take the focus elsewhere
            act?.();
            onClose();
          }}
        >
          {label}
          {keys && <kbd aria-hidden="true">{keys}</kbd>}
        </button>
      ))}
    </div>
  );
}
