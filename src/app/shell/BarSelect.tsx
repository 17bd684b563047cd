import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface BarSelectProps {
  label: string;
  icon: LucideIcon;
  value: string;
  onChange: (value: string) => void;
  /** From which width on there is room for words: a name is never cut, it is there or it is not. */
  from: 'md' | 'lg';
  children: ReactNode;
}

const ICON = {
  md: 'md:hidden',
  lg: 'lg:hidden',
} as const;

const FIELD = {
  md: 'max-md:absolute max-md:inset-0 max-md:size-full max-md:opacity-0',
  lg: 'max-lg:absolute max-lg:inset-0 max-lg:size-full max-lg:opacity-0',
} as const;

/** A choice in the bar at the top: as wide as what is chosen, and no more than an icon where it is narrow. */
export function BarSelect({ label, icon: Icon, value, onChange, from, children }: BarSelectProps) {
  return (
    <span className="relative inline-flex rounded-md outline-offset-2 has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <span
        aria-hidden="true"
        className={`inline-grid size-9 place-items-center rounded-md border border-edge ${ICON[from]}`}
      >
        <Icon className="size-4" />
      </span>
      <select
        aria-label={label}
        title={label}
        className={`field field-sizing-content max-w-72 outline-none ${FIELD[from]}`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {children}
      </select>
    </span>
  );
}
