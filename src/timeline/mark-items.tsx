import { markAt, otherEnd } from '../core/view/walk';
import { englishMenus } from '../ui/menu-words';
import { type Command, SHARE } from './keys';
import type { Props } from './mark-menu';
import { Menu, type MenuItem } from './menu';

/** What the keys do to the mark they are on, and from mark to mark. */
function itemsOf({ stage, focus, run }: Props): MenuItem[] {
  const { view, words, columns } = stage;
  const { mark: markMenu } = englishMenus;
  const doing = (command: Command, possible = true) => (possible ? () => run(command) : undefined);
  const there = markAt(columns, focus.active) !== undefined;
  const selected = view.selected !== undefined;
  return [
    { label: markMenu.panLeft, keys: 'A', act: doing({ kind: 'pan', share: -SHARE }) },
    { label: markMenu.panRight, keys: 'D', act: doing({ kind: 'pan', share: SHARE }) },
    { label: markMenu.previous, keys: '←', act: doing({ kind: 'walk', step: 'previous' }) },
    { label: markMenu.next, keys: '→', act: doing({ kind: 'walk', step: 'next' }) },
    { label: markMenu.above, keys: '↑', act: doing({ kind: 'walk', step: 'above' }) },
    { label: markMenu.below, keys: '↓', act: doing({ kind: 'walk', step: 'below' }) },
    { label: markMenu.first, keys: 'Home', act: doing({ kind: 'walk', step: 'first' }) },
    { label: markMenu.last, keys: 'End', act: doing({ kind: 'walk', step: 'last' }) },
    { label: markMenu.open, keys: 'Enter', act: doing({ kind: 'open' }, there) },
    {
      label: markMenu.follow,
      keys: ']',
      act: doing(
        { kind: 'follow' },
        otherEnd({ columns, overlays: view.overlays }, focus.active) !== undefined,
      ),
    },
    { label: markMenu.back, keys: '[', act: doing({ kind: 'back' }, focus.canGoBack()) },
    { label: markMenu.zoom, keys: 'F', act: doing({ kind: 'fitSelection' }, selected) },
    { label: markMenu.measure, keys: 'M', act: doing({ kind: 'measure' }, there) },
    { label: markMenu.extend, keys: 'Shift Enter', act: doing({ kind: 'extend' }, there) },
    { label: words.buttons.clearRange, keys: 'Shift M', act: doing({ kind: 'unmeasure' }, !!view.measured) },
    { label: markMenu.clear, keys: 'Esc', act: doing({ kind: 'clear' }, selected) },
  ];
}

interface OpenProps extends Props {
  /** What it was opened from: it gets the focus back. */
  opener: HTMLElement;
  onClose: () => void;
}

/** The menu of the mark that the keyboard is on. */
export function MarkItems({ opener, onClose, ...props }: OpenProps) {
  const { label } = props.stage.words.markMenu;
  return <Menu label={label} items={itemsOf(props)} opener={opener} onClose={onClose} />;
}
