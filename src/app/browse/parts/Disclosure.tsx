import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface DisclosureProps {
  label: string;
  icon?: LucideIcon;
  align?: 'start' | 'end';
  /** A function gets the way to shut it. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button and what it opens, over the page. Escape, another click elsewhere or the button itself shut it. */
export function Disclosure({ label, icon: Icon, align = 'start', children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();

  function close() {
    setOpen(false);
    document.getElementById(`${id} button`)?.focus();
  }
  useEffect(() => {
    if (!open) return undefined;
    function onPointerDown({ target }: PointerEvent) {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    }
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);

  return (
    // Escape is heard from whatever has the focus within.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={root}
      className={`relative ${align === 'end' ? 'ml-auto' : ''}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open) close();
      }}
    >
      <button
        id={`${id} button`}
        type="button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        className="button min-h-8 py-1"
        onClick={() => setOpen(!open)}
      >
        {Icon && <Icon className="size-4" aria-hidden="true" />}
        {label}
      </button>
      {open && (
        <div
          id={id}
          className={`absolute top-full z-30 mt-1 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-surface p-3 text-sm shadow-lg ${align === 'end' ? 'right-0' : 'left-0'}`}
        >
          {typeof children === 'function' ? children(close) : children}
        </div>
      )}
    </div>
  );
}
