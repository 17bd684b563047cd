import { assertNever } from '../core/model/assert-never';
import { findMark, rangeOfMark, type Mark } from '../core/view/marks';
import { markAt } from '../core/view/walk';
import type { Command } from './keys';
import { measureTo } from './measuring';
import { lanesOn, moveBy } from './row-moves';
import type { Stage } from './stage';
import type { Focus } from './use-focus';

/** What a command works on. */
export interface Desk {
  stage: Stage;
  focus: Focus;
  select: (mark: Mark | undefined) => void;
  menu: (laneId: string) => void;
  help: () => void;
  find: () => void;
}

function selectedRange({ stage, focus }: Desk) {
  const { selected } = stage.view;
  const mark =
    selected === undefined ? markAt(stage.columns, focus.active) : findMark(stage.columns.timeline, selected);
  const range = mark && rangeOfMark(mark);
  return range && range.end >= range.start ? range : undefined;
}

type RowCommand = Extract<
  Command['kind'],
  'fold' | 'hide' | 'pin' | 'moveUp' | 'moveDown' | 'join' | 'rowMenu'
>;

/** What keys do to the row they are on. */
function runOnRow(kind: RowCommand, { stage, focus, menu }: Desk): void {
  const { dispatch, columns, rows } = stage;
  const lane = columns.lanes[focus.active.row]?.lane;
  if (!lane) return undefined;
  const laneIds = lanesOn(stage, lane.id);
  switch (kind) {
    case 'fold':
      return dispatch({ type: 'toggleFold', laneIds });
    case 'hide': {
      // Focus goes on to a neighbour, lest it be lost with the row.
      const at = rows.list.findIndex(({ laneId }) => laneIds.includes(laneId));
      const next = rows.list[at + laneIds.length] ?? rows.list[at - 1];
      if (next) focus.moveTo({ row: next.index, place: 0 }, true);
      return dispatch({ type: 'hide', laneIds });
    }
    case 'pin':
      return dispatch({ type: 'togglePin', laneIds });
    case 'rowMenu':
      return menu(lane.id);
    case 'moveUp':
    case 'moveDown': {
      const action = moveBy(stage, lane.id, kind === 'moveUp' ? 'up' : 'down');
      return action && dispatch(action);
    }
    case 'join': {
      const { userId } = lane;
      return userId !== undefined && columns.users.has(userId)
        ? dispatch({ type: 'toggleJoined', userId })
        : undefined;
    }
    default:
      return assertNever(kind);
  }
}

/** What keys do to the range that is marked. */
function runOnRange(kind: 'measure' | 'extend' | 'unmeasure', desk: Desk): void {
  const { stage, focus } = desk;
  const mark = markAt(stage.columns, focus.active);
  const range = kind === 'measure' ? selectedRange(desk) : undefined;
  if (kind === 'extend') return mark && measureTo(stage, rangeOfMark(mark));
  // A row in which nothing happens has no range, and takes none away.
  if (range || kind === 'unmeasure') stage.dispatch({ type: 'measure', range });
}

/** Does what a key asks for. */
export function runCommand(command: Command, desk: Desk): void {
  const { stage, focus, select, help, find } = desk;
  const { dispatch, columns, view, bounds } = stage;
  switch (command.kind) {
    case 'walk':
      return focus.step(command.step);
    case 'zoom':
      return dispatch({ type: 'zoomBy', factor: command.factor });
    case 'pan':
      return dispatch({ type: 'panByShare', share: command.share });
    case 'open':
      return select(markAt(columns, focus.active));
    case 'fold':
    case 'hide':
    case 'pin':
    case 'moveUp':
    case 'moveDown':
    case 'join':
    case 'rowMenu':
      return runOnRow(command.kind, desk);
    case 'idle':
      return bounds.gaps.length > 0 ? dispatch({ type: 'toggleIdle' }) : undefined;
    case 'find':
      return find();
    case 'clear':
      dispatch({ type: 'clear' });
      return view.selected === undefined ? undefined : select(undefined);
    case 'follow':
    case 'back':
      return focus.follow(command.kind);
    case 'fit':
      // Once more from there: there is one key for both, since mostly they are the same.
      return dispatch({ type: view.range === undefined && bounds.fit !== bounds.whole ? 'fitAll' : 'fit' });
    case 'fitSelection': {
      const range = view.selected === undefined ? undefined : selectedRange(desk);
      return dispatch(range ? { type: 'zoomTo', range } : { type: 'fit' });
    }
    case 'measure':
    case 'extend':
    case 'unmeasure':
      return runOnRange(command.kind, desk);
    case 'clock':
      return dispatch({ type: 'toggleClock' });
    case 'help':
      return help();
    default:
      return assertNever(command);
  }
}
