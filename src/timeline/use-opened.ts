import { type RefObject, useCallback, useState } from 'react';
import type { OpenMenu } from './rows';
import { takeFocus } from './use-focus';

/** What opens over the timeline: the list of keys, the search, the menu of a row. */
export function useOpened(grid: RefObject<HTMLElement | null>) {
  const [help, setHelp] = useState(false);
  // How often the search was asked for since it was shut.
  const [finding, setFinding] = useState(0);
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
      find: () => setFinding((times) => times + 1),
      menu: (laneId: string) => {
        const opener = takeFocus(grid.current);
        if (opener) onMenu(laneId, opener);
      },
    },
    closeHelp: useCallback(() => setHelp(false), []),
    closeMenu: useCallback(() => setMenu(undefined), []),
    closeFind: useCallback(() => {
      setFinding(0);
      takeFocus(grid.current);
    }, [grid]),
  };
}
