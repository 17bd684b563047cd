import { useCallback, useState } from 'react';
import { Icon } from './draw/icon';
import type { Command } from './keys';
import { MarkItems } from './parts';
import type { Stage } from './stage';
import type { Focus } from './use-focus';

export interface Props {
  stage: Stage;
  focus: Focus;
  run: (command: Command) => void;
}

/** The button for all that has no button of its own. */
export function MarkMenu(props: Props) {
  const [opener, setOpener] = useState<HTMLElement>();
  const close = useCallback(() => setOpener(undefined), []);
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
      {opener && <MarkItems {...props} opener={opener} onClose={close} />}
    </>
  );
}
