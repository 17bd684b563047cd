import { type KeyboardEvent, useEffect, useRef } from 'react';
import { lead } from './lead';
import { listen } from './listen';
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

/** Puts the menu beside what it was opened from, and shuts it when something else is pressed. */
function useRaised({ opener, onClose }: Pick<Props, 'opener' | 'onClose'>) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useNewest(close, onClose);
  useEffect(() => {
    const element = menu.current;
    if (!element) return undefined;
    raiseBeside(element, opener.getBoundingClientRect());
    element.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    const onDown = (event: Event) => {
      // Not the target: for listeners outside of a shadow root that is the element around it. The opener shuts it itself.
      if (![element, opener].some((one) => event.composedPath().includes(one))) close.current();
    };
    return listen(element.ownerDocument, { pointerdown: onDown }, { capture: true });
  }, [opener]);
  return menu;
}

/** A menu over everything. */
export function Menu({ label, items, opener, onClose }: Props) {
  const menu = useRaised({ opener, onClose });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') {
      const items = event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)');
      return lead(event, [...items], ['ArrowDown', 'ArrowUp']);
    }
    opener.focus();
    onClose();
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
