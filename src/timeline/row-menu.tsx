import { joinLinksOf } from '../core/timeline/join-links';
import type { ViewAction } from '../core/view/reduce';
import { englishMenus } from '../ui/menu-words';
import { nameOf } from '../ui/speech';
import { Menu, type MenuItem } from './menu';
import type { ParticipantTimelineProps } from './props';
import { lanesOn, moveBy } from './row-moves';
import type { Stage } from './stage';
import { tellHost } from './tell-host';

interface Props {
  stage: Stage;
  laneId: string;
  opener: HTMLElement;
  onOpenLink?: ParticipantTimelineProps['onOpenLink'];
  onClose: () => void;
}

/** What can be done to a row; the keys do it too. */
function itemsOf({ stage, laneId, onOpenLink }: Props): MenuItem[] {
  const { view, words, columns, rows, dispatch } = stage;
  const { row: rowMenu } = englishMenus;
  const lane = columns.timeline.lanes.find(({ id }) => id === laneId);
  const userId = lane?.userId;
  const laneIds = lanesOn(stage, laneId);
  const doing = (action: ViewAction | undefined) => action && (() => dispatch(action));
  const items: MenuItem[] = [
    {
      label: rows.of.get(laneId)?.folded ? words.buttons.unfold : words.buttons.fold,
      act: doing({ type: 'toggleFold', laneIds }),
    },
    { label: rowMenu.hide, act: doing({ type: 'hide', laneIds }), keys: 'H' },
    {
      label: laneIds.some((id) => view.pinned.includes(id)) ? rowMenu.unpin : rowMenu.pin,
      act: doing({ type: 'togglePin', laneIds }),
      keys: 'P',
    },
    { label: rowMenu.up, act: doing(moveBy(stage, laneId, 'up')), keys: 'K' },
    { label: rowMenu.down, act: doing(moveBy(stage, laneId, 'down')), keys: 'J' },
  ];
  if (userId !== undefined && columns.users.has(userId))
    items.push({
      label: view.joined.includes(userId) ? rowMenu.part : rowMenu.join,
      act: doing({ type: 'toggleJoined', userId }),
      keys: 'L',
    });
  const links = lane && onOpenLink ? joinLinksOf(lane) : [];
  for (const [at, link] of links.entries()) {
    const which = links.length > 1 ? `${link.host} (${at + 1})` : link.host;
    items.push({ label: rowMenu.openLink(which), act: () => tellHost(onOpenLink, { ...link, laneId }) });
  }
  return items;
}

/** The menu of a row. */
export function RowMenu(props: Props) {
  const { stage, laneId, opener, onClose } = props;
  const lane = stage.columns.timeline.lanes.find(({ id }) => id === laneId);
  const label = stage.words.rowMenu.of(lane ? nameOf(lane) : '');
  return <Menu label={label} items={itemsOf(props)} opener={opener} onClose={onClose} />;
}
