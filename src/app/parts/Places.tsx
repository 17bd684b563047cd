import type { ReactNode } from 'react';
import { words } from '../words';

/** A list of places in the JSON. */
export function Places({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="card mt-2 divide-y divide-line text-xs leading-5 [overflow-wrap:anywhere]"
    >
      {children}
    </ul>
  );
}

interface PlaceProps {
  pointer: string;
  onPointer: (pointer: string) => void;
  children: ReactNode;
}

/** One of them, and the way to it. */
export function Place({ pointer, onPointer, children }: PlaceProps) {
  return (
    <li>
      <button
        type="button"
        title={words.details.showInJson}
        className="block w-full rounded-md px-2.5 py-1.5 text-start hover:bg-hover"
        onClick={() => onPointer(pointer)}
      >
        {children}
      </button>
    </li>
  );
}
