import { useCallback, useState } from 'react';
import { IconButton } from './icon-button';
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
  return (
    <>
      <IconButton
        label={props.stage.words.markMenu.label}
        icon="ellipsis"
        aria-haspopup="menu"
        aria-expanded={opener !== undefined}
        onClick={({ currentTarget }) => setOpener(opener ? undefined : currentTarget)}
      />
      {opener && <MarkItems {...props} opener={opener} onClose={close} />}
    </>
  );
}
