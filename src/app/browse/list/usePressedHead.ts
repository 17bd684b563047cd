import { type RefObject, useEffect, useState } from 'react';

export interface PressedHead {
  /** The column whose head was pressed, which made this list of another one. */
  pressed: string | undefined;
  onPressed: (column: string | undefined) => void;
}

/** Gives the focus back to the head that was pressed: the one that had it went with the list before. */
export function usePressedHead(
  box: RefObject<HTMLElement | null>,
  { pressed, onPressed }: PressedHead,
): void {
  const [head] = useState(pressed);
  useEffect(() => {
    if (head === undefined) return;
    box.current?.querySelector<HTMLElement>(`[data-column="${head}"] button`)?.focus();
    onPressed(undefined);
  }, [box, head, onPressed]);
}
