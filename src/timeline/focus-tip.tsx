import { type RefObject, useEffect, useState } from 'react';
import { markBox } from '../core/layout/mark-box';
import { markAt, type Place } from '../core/view/walk';
import { listen, together } from './listen';
import type { Stage } from './stage';
import { targetOf } from './target-of';
import { Tip } from './parts';

function cellOf(event: Event): Element | undefined {
  const target = targetOf(event);
  return target?.matches('.pt-cell') ? target : undefined;
}

/** Whether the facts of the focused mark are wanted: by the keyboard, or by a tap, for which nothing hovers. */
function useWanted(grid: RefObject<HTMLElement | null>): boolean {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const element = grid.current;
    if (!element) return undefined;
    // What was used last: browsers take the first focus that a script gives for one of the keyboard.
    let pointer = '';
    const onDown = (event: PointerEvent) => {
      pointer = event.pointerType;
      setWanted(false);
    };
    const onFocus = (event: FocusEvent) => {
      const cell = cellOf(event);
      const shown = pointer ? pointer === 'touch' : cell?.matches(':focus-visible');
      setWanted(cell !== undefined && shown === true);
    };
    const onKey = (event: KeyboardEvent) => {
      pointer = '';
      setWanted(event.key !== 'Escape' && cellOf(event) !== undefined);
    };
    const onBlur = () => setWanted(false);
    return together(
      listen(element.ownerDocument, { pointerdown: onDown, keydown: onKey }, { capture: true }),
      listen(element, { focusin: onFocus, focusout: onBlur }),
    );
  }, [grid]);
  return wanted;
}

interface Props {
  stage: Stage;
  active: Place;
  grid: RefObject<HTMLElement | null>;
}

/** What the pointer gets by hovering, for whoever comes by keyboard or touch. */
export function FocusTip({ stage, active, grid }: Props) {
  const wanted = useWanted(grid);
  const { columns, rows, scale, shape } = stage;
  const mark = wanted ? markAt(columns, active) : undefined;
  const box = mark && markBox(mark, { columns, rows, scale, width: shape.plot });
  if (!mark || !box || box.right < 0 || box.left > shape.plot) return null;
  const about = { ...box, left: Math.max(box.left, 0), right: Math.min(box.right, shape.plot) };
  return <Tip key={mark.id} mark={mark} stage={stage} kind="focus" about={about} />;
}
