import { type ReactNode, useState } from 'react';

interface FilterGroupProps {
  label: string;
  /** How many of its filters are set. */
  active: number;
  initiallyOpen?: boolean;
  children: ReactNode;
}

/** One part of the filters; what is within is asked for only when it is open. */
export function FilterGroup({ label, active, initiallyOpen = false, children }: FilterGroupProps) {
  const [open, setOpen] = useState(initiallyOpen || active > 0);
  return (
    <details
      open={open}
      className="border-t border-line py-1"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="min-h-7 rounded px-1 py-1 text-sm font-medium">
        {label}
        {active > 0 && (
          <span className="ml-1.5 rounded-full bg-accent px-1.5 text-xs text-on-accent">{active}</span>
        )}
      </summary>
      {open && <div className="pb-1.5">{children}</div>}
    </details>
  );
}
