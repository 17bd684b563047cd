import { findMark, rangeOfMark, type Mark } from '../core/view/marks';
import { markAt } from '../core/view/walk';
import type { Command } from './keys';
import type { Stage } from './stage';
import type { Focus } from './use-focus';

interface Desk {
  stage: Stage;
  focus: Focus;
  select: (mark: Mark | undefined) => void;
  help: () => void;
}

function selectedRange({ stage, focus }: Desk) {
  const { selected } = stage.view;
  const mark =
    selected === undefined ? markAt(stage.columns, focus.active) : findMark(stage.columns.timeline, selected);
  const range = mark && rangeOfMark(mark);
  return range && range.end >= range.start ? range : undefined;
}

/** Does what a key asks for. */
export function runCommand(command: Command, desk: Desk): void {
  const { stage, focus, select, help } = desk;
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
    case 'fold': {
      const lane = columns.lanes[focus.active.row];
      return lane && dispatch({ type: 'toggleFold', laneId: lane.lane.id });
    }
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
      return dispatch({ type: 'measure', range: selectedRange(desk) });
    case 'unmeasure':
      return dispatch({ type: 'measure' });
    case 'clock':
      return dispatch({ type: 'toggleClock' });
    case 'help':
      return help();
  }
}
