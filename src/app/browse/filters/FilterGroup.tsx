import { type ReactNode, useContext, useState } from 'react';
import { OpenGroups } from './open-groups';

interface FilterGroupProps {
  label: string;
  /** How many of its filters are set. */
  active: number;
  initiallyOpen?: boolean;
  children: ReactNode;
}

/** One part of the filters; what is within is asked for only when it is open. */
export function FilterGroup({ label, active, initiallyOpen = false, children }: FilterGroupProps) {
  const groups = useContext(OpenGroups);
  const [open, setOpen] = useState(groups?.get(label) ?? (initiallyOpen || active > 0));
  return (
    <details
      open={open}
      className="border-t border-line py-1"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        groups?.set(label, currentTarget.open);
      }}
    >
      <summary className="min-h-7 rounded px-1 py-1 text-sm font-medium">
        {label}
        {active > 0 && (
          <span className="ms-1.5 rounded-full bg-accent px-1.5 text-xs text-on-accent">{active}</span>
        )}
      </summary>
      {open && <div className="pb-1.5">{children}</div>}
    </details>
  );
}
