import { type MouseEvent, useState } from 'react';
import { barAt, type Plot } from './plot';

interface Named extends Omit<Plot, 'bars'> {
  /** Of the bars, one after the other. */
  names: readonly string[];
}

interface Drag {
  from: number;
  to: number;
  /** Of the bars that it began over. */
  names: readonly string[];
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name, place) => name === others[place]);
}

/**
 * Bars are chosen by a click, or by dragging over several. Where the pointer is, is asked here: the chart library comes
 * to know of it a frame after it moved, which is too late for a tap. Where others have come in their place meanwhile
 * nothing is chosen: nobody pointed at these.
 */
export function useBarDrag({ names, ...plot }: Named, onChoose: (first: number, last: number) => void) {
  const [begun, setDrag] = useState<Drag>();
  const drag = begun && isSame(begun.names, names) ? begun : undefined;
  const over = drag && { first: Math.min(drag.from, drag.to), last: Math.max(drag.from, drag.to) };
  function indexAt({ currentTarget, clientX }: MouseEvent<HTMLElement>): number | undefined {
    const { left, width } = currentTarget.getBoundingClientRect();
    return barAt(clientX - left, width, { ...plot, bars: names.length });
  }
  return {
    /** The bars that the pointer went over since its button is down. */
    over,
    handlers: {
      onMouseDown(event: MouseEvent<HTMLElement>) {
        const index = indexAt(event);
        if (index !== undefined && event.button === 0) setDrag({ from: index, to: index, names });
      },
      onMouseMove(event: MouseEvent<HTMLElement>) {
        const index = indexAt(event);
        if (drag && index !== undefined && index !== drag.to) setDrag({ ...drag, to: index });
      },
      onMouseUp() {
        if (over) onChoose(over.first, over.last);
        setDrag(undefined);
      },
      onMouseLeave: () => setDrag(undefined),
    },
  };
}
