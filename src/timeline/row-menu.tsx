import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { placeTip } from '../core/layout/tip';
import { usersWithLegs } from '../core/view/arrange';
import type { ViewAction } from '../core/view/reduce';
import { nameOf } from '../ui/speech';
import { moveBy } from './row-moves';
import type { Stage } from './stage';

interface Props {
  stage: Stage;
  laneId: string;
  /** What it was opened from: it gets the focus back. */
  opener: HTMLElement;
  onClose: () => void;
}

interface Item {
  label: string;
  /** Absent: cannot be done now. */
  action?: ViewAction;
}

/** What can be done to a row; the keys of the same names do it too. */
function itemsOf(stage: Stage, laneId: string): Item[] {
  const { view, words, columns } = stage;
  const { rowMenu } = words;
  const lane = columns.timeline.lanes.find(({ id }) => id === laneId);
  const userId = lane?.userId;
  const legs = userId !== undefined && usersWithLegs(columns.timeline.lanes).has(userId);
  const items: Item[] = [
    {
      label: view.folded.includes(laneId) ? words.buttons.unfold : words.buttons.fold,
      action: { type: 'toggleFold', laneId },
    },
    { label: rowMenu.hide, action: { type: 'hide', laneId } },
    {
      label: view.pinned.includes(laneId) ? rowMenu.unpin : rowMenu.pin,
      action: { type: 'togglePin', laneId },
    },
    { label: rowMenu.up, action: moveBy(stage, laneId, 'up') },
    { label: rowMenu.down, action: moveBy(stage, laneId, 'down') },
  ];
  if (legs)
    items.push({
      label: view.joined.includes(userId) ? rowMenu.part : rowMenu.join,
      action: { type: 'toggleJoined', userId },
    });
  return items;
}

function place(menu: HTMLElement, opener: HTMLElement): void {
  if (typeof menu.showPopover === 'function' && !menu.matches(':popover-open')) menu.showPopover();
  const { documentElement: page } = menu.ownerDocument;
  const size = { width: menu.offsetWidth, height: menu.offsetHeight };
  const viewport = { width: page.clientWidth, height: page.clientHeight };
  const { left, top } = placeTip(opener.getBoundingClientRect(), size, viewport);
  menu.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
}

function move(menu: HTMLElement, by: number): void {
  const items = [...menu.querySelectorAll('button:not(:disabled)')].filter(
    (one) => one instanceof HTMLElement,
  );
  const at = items.findIndex((item) => item === menu.ownerDocument.activeElement);
  items[(at + by + items.length) % items.length]?.focus();
}

/** The menu of a row, over everything. */
export function RowMenu({ stage, laneId, opener, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useLayoutEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const element = menu.current;
    if (!element) return undefined;
    place(element, opener);
    element.querySelector('button')?.focus();
    const page = element.ownerDocument;
    const onDown = ({ target }: Event) => {
      if (!(target instanceof Node) || !element.contains(target)) close.current();
    };
    page.addEventListener('pointerdown', onDown, true);
    return () => page.removeEventListener('pointerdown', onDown, true);
  }, [opener]);
  const lane = stage.columns.timeline.lanes.find(({ id }) => id === laneId);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && menu.current) move(menu.current, step);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') opener.focus();
  };
  return (
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      popover="manual"
      className="pt-menu"
      aria-label={stage.words.rowMenu.of(lane ? nameOf(lane) : '')}
      onKeyDown={onKeyDown}
    >
      {itemsOf(stage, laneId).map(({ label, action }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          disabled={!action}
          onClick={() => {
            if (action) stage.dispatch(action);
            onClose();
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
