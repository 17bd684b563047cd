import { useState } from 'react';
import { markAt, otherEnd } from '../core/view/walk';
import { Icon } from './draw/icon';
import { type Command, SHARE } from './keys';
import { Menu, type MenuItem } from './menu';
import type { Stage } from './stage';
import type { Focus } from './use-focus';

interface Props {
  stage: Stage;
  focus: Focus;
  run: (command: Command) => void;
}

/** What the keys do to the mark they are on, and from mark to mark. */
function itemsOf({ stage, focus, run }: Props): MenuItem[] {
  const { view, words, columns } = stage;
  const { markMenu } = words;
  const doing = (command: Command, possible = true) => (possible ? () => run(command) : undefined);
  const there = markAt(columns, focus.active) !== undefined;
  const selected = view.selected !== undefined;
  return [
    { label: words.buttons.panLeft, keys: 'A', act: doing({ kind: 'pan', share: -SHARE }) },
    { label: words.buttons.panRight, keys: 'D', act: doing({ kind: 'pan', share: SHARE }) },
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
      act: doing({ kind: 'follow' }, otherEnd(columns, focus.active) !== undefined),
    },
    { label: markMenu.back, keys: '[', act: doing({ kind: 'back' }, focus.canGoBack()) },
    { label: markMenu.zoom, keys: 'F', act: doing({ kind: 'fitSelection' }, selected) },
    { label: markMenu.measure, keys: 'M', act: doing({ kind: 'measure' }, there) },
    { label: words.buttons.clearRange, keys: 'Shift M', act: doing({ kind: 'unmeasure' }, !!view.measured) },
    { label: markMenu.clear, keys: 'Esc', act: doing({ kind: 'clear' }, selected) },
  ];
}

/** The button for all that has no button of its own. */
export function MarkMenu(props: Props) {
  const [opener, setOpener] = useState<HTMLElement>();
  const { label } = props.stage.words.markMenu;
  return (
    <>
      <button
        type="button"
        className="pt-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={opener !== undefined}
        onClick={({ currentTarget }) => setOpener(currentTarget)}
      >
        <Icon name="ellipsis" size={16} />
      </button>
      {opener && (
        <Menu label={label} items={itemsOf(props)} opener={opener} onClose={() => setOpener(undefined)} />
      )}
    </>
  );
}
