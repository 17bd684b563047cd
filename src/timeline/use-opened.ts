import { type RefObject, useCallback, useState } from 'react';
import type { OpenMenu } from './rows';
import { takeFocus } from './use-focus';

/** What opens over the timeline: the list of keys, the search, the menu of a row. */
export function useOpened(grid: RefObject<HTMLElement | null>) {
  const [help, setHelp] = useState(false);
  const [finding, setFinding] = useState(false);
  const [menu, setMenu] = useState<{ laneId: string; opener: HTMLElement }>();
  const onMenu = useCallback<OpenMenu>(
    (laneId, opener) => setMenu((open) => (open?.opener === opener ? undefined : { laneId, opener })),
    [],
  );
  return {
    help,
    finding,
    menu,
    onMenu,
    /** Asked for by keys and buttons. */
    open: {
      help: () => setHelp(true),
      find: () => setFinding(true),
      menu: (laneId: string) => {
        const opener = takeFocus(grid.current);
        if (opener) onMenu(laneId, opener);
      },
    },
    closeHelp: useCallback(() => setHelp(false), []),
    closeMenu: useCallback(() => setMenu(undefined), []),
    closeFind: useCallback(() => {
      setFinding(false);
      takeFocus(grid.current);
    }, [grid]),
  };
}
