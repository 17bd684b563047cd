import { usersWithLegs } from '../core/view/arrange';
import type { ViewAction } from '../core/view/reduce';
import { nameOf } from '../ui/speech';
import { Menu, type MenuItem } from './menu';
import { moveBy } from './row-moves';
import type { Stage } from './stage';

interface Props {
  stage: Stage;
  laneId: string;
  opener: HTMLElement;
  onClose: () => void;
}

/** What can be done to a row; the keys do it too. */
function itemsOf(stage: Stage, laneId: string): MenuItem[] {
  const { view, words, columns, dispatch } = stage;
  const { rowMenu } = words;
  const lane = columns.timeline.lanes.find(({ id }) => id === laneId);
  const userId = lane?.userId;
  const legs = userId !== undefined && usersWithLegs(columns.timeline.lanes).has(userId);
  const doing = (action: ViewAction | undefined) => action && (() => dispatch(action));
  const items: MenuItem[] = [
    {
      label: view.folded.includes(laneId) ? words.buttons.unfold : words.buttons.fold,
      act: doing({ type: 'toggleFold', laneId }),
    },
    { label: rowMenu.hide, act: doing({ type: 'hide', laneId }), keys: 'H' },
    {
      label: view.pinned.includes(laneId) ? rowMenu.unpin : rowMenu.pin,
      act: doing({ type: 'togglePin', laneId }),
      keys: 'P',
    },
    { label: rowMenu.up, act: doing(moveBy(stage, laneId, 'up')), keys: 'K' },
    { label: rowMenu.down, act: doing(moveBy(stage, laneId, 'down')), keys: 'J' },
  ];
  if (legs)
    items.push({
      label: view.joined.includes(userId) ? rowMenu.part : rowMenu.join,
      act: doing({ type: 'toggleJoined', userId }),
      keys: 'L',
    });
  return items;
}

/** The menu of a row. */
export function RowMenu({ stage, laneId, ...rest }: Props) {
  const lane = stage.columns.timeline.lanes.find(({ id }) => id === laneId);
  const label = stage.words.rowMenu.of(lane ? nameOf(lane) : '');
  return <Menu label={label} items={itemsOf(stage, laneId)} {...rest} />;
}
