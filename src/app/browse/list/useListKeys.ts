import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Followed, linkAround, useFollowed } from './useFollowed';
import type { Rows } from './useRows';
import type { Selection } from './useSelection';

export interface ListKeys extends Followed {
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Before the link hears of it, which leads elsewhere. */
  onClickCapture: (event: MouseEvent<HTMLElement>) => void;
}

interface KeyOptions {
  rows: Rows;
  /** Rows that fit into the window. */
  page: number;
  /** The row that keys reach at first. */
  first: number;
  /** Whether it is to have the focus at once, as it had when the list was left. */
  focused: boolean;
  box: RefObject<HTMLElement | null>;
  reveal: (index: number) => void;
  placeOf: (id: string) => Promise<number | undefined>;
  /** Of the row that keys reach, which stands elsewhere by now. */
  onMoved: (from: number, to: number) => void;
  selection: Selection;
  /** `leaves`: a click may open it at once. */
  onActive: (index: number, leaves: boolean) => void;
}

function moveOf(key: string, { page, total }: { page: number; total: number }): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return page;
    case 'PageUp':
      return -page;
    case 'Home':
      return -total;
    case 'End':
      return total;
    default:
      return undefined;
  }
}

/** What has the focus when a row is wanted, which may come late. */
interface Wanted {
  place: number;
  from: Element | null;
  column: number;
}

function wantedAt(place: number): Wanted {
  const { activeElement: from } = document;
  // From a row's box it goes on by the links, which Enter opens.
  return { place, from, column: from instanceof HTMLInputElement ? -1 : columnOf(from) };
}

/** Of the cell that something stands in: -1 is none. */
function columnOf(target: Element | null): number {
  const cell = target?.closest('[role="gridcell"]');
  return cell ? [...(cell.parentElement?.children ?? [])].indexOf(cell) : -1;
}

/** What takes the focus in a column of the row around: what can be used there, else the cell; the row's link where there is none. */
function stopAt(link: HTMLElement, column: number): HTMLElement {
  const cell = link.closest('[role="row"]')?.children[column];
  if (!(cell instanceof HTMLElement)) return link;
  return cell.querySelector<HTMLElement>('a, input') ?? cell;
}

/** Columns from a key on, to where the eye goes: in some languages the next stands on the left. */
function stepOf({ key, currentTarget }: KeyboardEvent): number {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key] ?? 0;
  return getComputedStyle(currentTarget).direction === 'rtl' ? -step : step;
}

/** Keys that stay in a row; whether this is one. */
function goAside(event: KeyboardEvent, link: HTMLElement, from: Element): boolean {
  if (event.key === 'Enter' && from !== link) {
    link.click();
    return true;
  }
  const step = event.shiftKey ? 0 : stepOf(event);
  if (step === 0) return false;
  const column = Math.max(0, columnOf(from) + step);
  const stop = stopAt(link, column);
  if (columnOf(stop) === column) {
    stop.focus({ preventScroll: true });
    stop.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }
  return true;
}

/** Gives the focus to the row at a place, as soon as it is there: that may take a fetch. Nobody is called back by it. */
function useWantedFocus(
  box: RefObject<HTMLElement | null>,
  first: number | undefined,
): (place: number) => void {
  const [atFirst] = useState(() => (first === undefined ? undefined : wantedAt(first)));
  const wanted = useRef(atFirst);
  useEffect(() => {
    if (!wanted.current) return;
    const link = box.current?.querySelector<HTMLElement>(`[data-place="${wanted.current.place}"]`);
    const { activeElement: at } = document;
    if (!link || !at) return;
    // What is around the row has it when what had it has gone.
    if (at === wanted.current.from || at.contains(link))
      stopAt(link, wanted.current.column).focus({ preventScroll: true });
    wanted.current = undefined;
  });
  return (place) => {
    wanted.current = wantedAt(place);
  };
}

/**
 * Arrows, Home, End (also with Ctrl, as in any grid) and Page keys walk the rows, ← and → the cells of one; Space
 * selects, Ctrl + A all, Escape none; Enter opens, which is the link's own.
 */
export function useListKeys(options: KeyOptions): ListKeys & { active: number } {
  const { rows, page, box, selection } = options;
  const [reached, setActive] = useState(options.first);
  // Rows go: it is never beyond those that are there.
  const active = Math.min(reached, Math.max(0, rows.total - 1));
  const focusOn = useWantedFocus(box, options.focused ? options.first : undefined);

  function reach(place: number, leaves = false) {
    setActive(place);
    options.onActive(place, leaves);
  }
  function go(place: number): number {
    const to = Math.min(Math.max(0, place), rows.total - 1);
    reach(to);
    options.reveal(to);
    focusOn(to);
    return to;
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target } = event;
    const link = linkAround(target);
    if (!link || !(target instanceof Element) || event.altKey) return;
    const ends = event.key === 'Home' || event.key === 'End';
    if ((event.ctrlKey || event.metaKey) && !ends) {
      if (event.key.toLowerCase() !== 'a') return;
      event.preventDefault();
      return selection.all(rows.total);
    }
    const move = moveOf(event.key, { page, total: rows.total });
    const row = rows.rowAt(active);
    if (event.key === 'Escape' && (selection.ids.size > 0 || selection.tooMany)) selection.clear();
    // A row's own box does that by itself.
    else if (event.key === ' ' && row && !(target instanceof HTMLInputElement))
      selection.click({ place: active, id: row.id }, event.shiftKey);
    else if (move !== undefined) {
      const to = go(active + move);
      if (event.shiftKey)
        selection.stretch({ place: active, id: row?.id }, { place: to, id: rows.rowAt(to)?.id });
    } else if (!goAside(event, link, target)) return;
    event.preventDefault();
  }
  function onClickCapture({ target }: MouseEvent<HTMLElement>) {
    const link = linkAround(target);
    if (link) reach(Number(link.dataset.place), true);
  }
  function onMoved(place: number) {
    setActive(place);
    options.onMoved(active, place);
    focusOn(place);
  }
  const followed = useFollowed({ rows, box, active, placeOf: options.placeOf, onMoved, onReached: reach });
  return { active, onKeyDown, onClickCapture, ...followed };
}
