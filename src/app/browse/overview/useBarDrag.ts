import { type MouseEvent, useState } from 'react';
import { barAt, type Plot } from './plot';

/**
 * Bars are chosen by a click, or by dragging over several. Where the pointer is, is asked here: the chart library comes
 * to know of it a frame after it moved, which is too late for a tap.
 */
export function useBarDrag(plot: Plot, onChoose: (first: number, last: number) => void) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const over = drag && { first: Math.min(drag.from, drag.to), last: Math.max(drag.from, drag.to) };
  function indexAt({ currentTarget, clientX }: MouseEvent<HTMLElement>): number | undefined {
    const { left, width } = currentTarget.getBoundingClientRect();
    return barAt(clientX - left, width, plot);
  }
  return {
    /** The bars that the pointer went over since its button is down. */
    over,
    handlers: {
      onMouseDown(event: MouseEvent<HTMLElement>) {
        const index = indexAt(event);
        if (index !== undefined && event.button === 0) setDrag({ from: index, to: index });
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
