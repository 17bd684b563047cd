import { type FocusEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineColumns } from '../core/layout/columns';
import { findMark, laneOfMark, rangeOfMark } from '../core/view/marks';
import { markId } from '../core/view/mark-id';
import { markAt, otherEnd, type Place, placeOf, walk, type Step } from '../core/view/walk';
import { linkWords } from '../ui/speech';
import type { Stage } from './stage';
import { useNewest, useSoon } from './use-newest';

/** Where the keyboard is, and what is said before it: along which link it came there. */
export interface Focused extends Place {
  by?: string | undefined;
}

export interface Focus {
  active: Focused;
  /** Id under which the lane of a row is selected. */
  laneMark(row: number): string | undefined;
  step(step: Step): void;
  /** The browser's focus came to a mark by other ways than the keys: they go on from there. */
  arrive(id: string | undefined): void;
  /** Along a link to its other end, or back the way one came. */
  follow(way: 'follow' | 'back'): void;
  /** Links were followed that lead back. */
  canGoBack(): boolean;
  /** Puts the keyboard on a place; `take` also takes the browser's focus there, `stay` moves nothing else for it. */
  moveTo(place: Focused, take: boolean, stay?: boolean): void;
}

const NEAREST = { block: 'nearest', inline: 'nearest' } as const;

/** The cell that Tab comes to, with the focus; where no row is left, that has the grid. */
export function takeFocus(grid: HTMLElement | null, take = true): HTMLElement | null | undefined {
  const cell = grid?.querySelector<HTMLElement>('.pt-cell[tabindex="0"]');
  if (take) (cell ?? grid)?.focus({ preventScroll: true });
  return cell;
}

function showFocused(grid: HTMLElement | null, take: boolean): void {
  const row = takeFocus(grid, take)?.closest('.pt-row');
  // Scrolls the rows, or the page where the rows have no scrollbar of their own.
  row?.scrollIntoView?.(NEAREST);
}

/** Whatever leads to a row or a time that is out of sight brings it back. */
function bringIntoSight({ columns, rows, view, dispatch }: Stage, place: Place): void {
  const lane = columns.lanes[place.row]?.lane;
  if (lane && !rows.of.has(lane.id)) {
    dispatch({ type: 'unhide', laneId: lane.id });
    if (!view.hidden.includes(lane.id)) dispatch({ type: 'filter', text: '' });
  }
  const mark = markAt(columns, place);
  if (mark) dispatch({ type: 'reveal', range: rangeOfMark(mark) });
}

interface Placed {
  stage: Stage;
  active: Focused;
}

interface Sync {
  stage: Stage;
  newest: RefObject<Placed>;
  moveTo: Focus['moveTo'];
}

/**
 * Selected from elsewhere (a table, an address): the keyboard goes on from there. What comes with it stays, be it a
 * range or rows that are out of sight: who opens what another saw sees that, and no row that was hidden.
 */
function useSelection({ stage, newest, moveTo }: Sync): void {
  const { asked } = stage;
  const { selected } = stage.view;
  const drawn = useRef<Stage>(undefined);
  useEffect(() => {
    if (selected === undefined) return;
    const before = drawn.current;
    // Selected once more: it may have gone out of sight since.
    const again = before && asked !== before.asked;
    // A host that keeps the view may give it later, or not at all.
    if (again && asked?.id !== selected) return;
    const { stage, active } = newest.current;
    const mark = findMark(stage.columns.timeline, selected);
    const place = mark && placeOf(stage.columns, mark);
    if (!mark || !place) return;
    const { view, rows } = stage;
    const isThere = place.row === active.row && (mark.kind === 'lane' || place.place === active.place);
    if (isThere && !again) return;
    const isSeen = rows.of.has(laneOfMark(mark).id);
    moveTo(place, false, !again && (isSeen ? view.range !== before?.view.range : rows !== before?.rows));
  }, [selected, asked, moveTo, newest]);
  useEffect(() => {
    drawn.current = stage;
  });
}

/** A place by its lane and mark, for others may come in above and before it while a conversation grows. */
interface Held extends Omit<Focused, 'row'> {
  laneId: string;
  id: string | undefined;
}

function holdIn({ columns }: Stage, { row, ...held }: Focused): Held {
  const id = markAt(columns, { row, place: held.place })?.id;
  return { laneId: columns.lanes[row]?.lane.id ?? '', id, ...held };
}

/** Where that is now. */
function foundIn(columns: TimelineColumns, { laneId, id, place, by }: Held): Focused | undefined {
  const row = columns.rowOf.get(laneId);
  const mark = id === undefined ? undefined : findMark(columns.timeline, id);
  return row === undefined ? undefined : { row, place, by, ...(mark && placeOf(columns, mark)) };
}

/** What is walked: the rows that are in sight. */
function groundOf({ columns, view, rows }: Stage) {
  return { columns, overlays: view.overlays, order: rows.list.map(({ index }) => index) };
}

/** The other end of a link, which the trail then leads back from, or the last place of the trail. */
function alongLink(way: 'follow' | 'back', trail: Held[], { stage, active }: Placed): Focused | undefined {
  const { columns, words, readOnly } = stage;
  if (way === 'back') {
    const from = trail.pop();
    return from && foundIn(columns, from);
  }
  const ground = groundOf(stage);
  const next = otherEnd(ground, active);
  // What is to be looked at only brings no row back.
  if (!next || (readOnly && !ground.order.includes(next.row))) return undefined;
  trail.push(holdIn(stage, active));
  const link = columns.links[next.link];
  return { ...next, by: link && `${linkWords(link, words)}, ` };
}

/** The place where its mark is now, or the first one where its lane is out of sight. */
function useInSight({ columns, rows }: Stage, held: Held): Focused {
  const found = useMemo(() => foundIn(columns, held), [columns, held]);
  const seen: Focused =
    found && rows.of.has(held.laneId) ? found : { row: rows.list[0]?.index ?? 0, place: 0 };
  const { row, place, by } = seen;
  return useMemo(() => ({ row, place, by }), [row, place, by]);
}

/**
 * What had the focus goes from the page, and the focus with it: it goes on where the keyboard is then. Nothing is
 * scrolled there: a row may have gone because somebody scrolls.
 */
export function useFocusKept(grid: RefObject<HTMLElement | null>) {
  const focused = useRef<Element | undefined>(undefined);
  useSoon(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = undefined;
    takeFocus(grid.current);
  });
  return {
    onFocus({ target }: FocusEvent) {
      focused.current = target;
    },
    // Browsers may say so of what is being removed, too: by the next moment that is gone.
    onBlur({ target }: FocusEvent) {
      queueMicrotask(() => {
        if (target.isConnected && focused.current === target) focused.current = undefined;
      });
    },
  };
}

/** One place of the grid can be reached by Tab; the arrows move it, and what it is on comes into sight. */
export function useFocus(stage: Stage, grid: RefObject<HTMLElement | null>): Focus {
  const [held, setHeld] = useState<Held>(() => holdIn(stage, { row: 0, place: 0 }));
  const shown = useInSight(stage, held);
  const trail = useRef<Held[]>([]);
  const wanted = useRef<'take' | 'show' | undefined>(undefined);
  const placed = { stage, active: shown };
  const newest = useRef(placed);
  useNewest(newest, placed);

  const moveTo = useCallback((place: Focused, take: boolean, stay = false) => {
    const { stage } = newest.current;
    wanted.current = take ? 'take' : 'show';
    newest.current.active = place;
    setHeld(holdIn(stage, place));
    if (!stay) bringIntoSight(stage, place);
  }, []);

  useEffect(() => {
    if (wanted.current) showFocused(grid.current, wanted.current === 'take');
    wanted.current = undefined;
  });

  useSelection({ stage, newest, moveTo });
  const step = (step: Step) => {
    const { stage, active } = newest.current;
    moveTo(walk(groundOf(stage), active, step), true);
  };
  const follow = (way: 'follow' | 'back') => {
    const next = alongLink(way, trail.current, newest.current);
    if (next) moveTo(next, true);
  };
  const arrive = (id: string | undefined) => {
    const { stage, active } = newest.current;
    const mark = id === undefined ? undefined : findMark(stage.columns.timeline, id);
    const place = mark && placeOf(stage.columns, mark);
    if (!place || (place.row === active.row && place.place === active.place)) return;
    newest.current.active = place;
    setHeld(holdIn(stage, place));
  };
  const laneMark = (row: number) => {
    const lane = newest.current.stage.columns.lanes[row]?.lane;
    return lane && markId({ kind: 'lane', laneId: lane.id });
  };
  const canGoBack = () => trail.current.length > 0;
  return { active: shown, laneMark, canGoBack, step, moveTo, follow, arrive };
}
