import { type RefObject, useCallback, useState } from 'react';
import type { OpenMenu } from './rows';
import { takeFocus } from './use-focus';

/** What opens over the timeline: the list of keys, the search, the menu of a row. */
export function useOpened(grid: RefObject<HTMLElement | null>) {
  const [help, setHelp] = useState(false);
  const [finding, setFinding] = useState(false);
  // What is typed from when the search is asked for until its box has the keys, which the grid has till then.
  const [ahead, setAhead] = useState<string>();
  const [menu, setMenu] = useState<{ laneId: string; opener: HTMLElement }>();
  const onMenu = useCallback<OpenMenu>(
    (laneId, opener) => setMenu((open) => (open?.opener === opener ? undefined : { laneId, opener })),
    [],
  );
  return {
    help,
    finding,
    ahead,
    /** @returns Whether a key was typed for the search. */
    typeAhead: (key: string) => {
      if (ahead === undefined || key.length > 1) return false;
      setAhead((typed) => typed + key);
      return true;
    },
    takeAhead: useCallback(() => setAhead(undefined), []),
    menu,
    onMenu,
    /** Asked for by keys and buttons. */
    open: {
      help: () => setHelp(true),
      find: () => {
        setFinding(true);
        setAhead('');
      },
      menu: (laneId: string) => {
        const opener = takeFocus(grid.current);
        if (opener) onMenu(laneId, opener);
      },
    },
    closeHelp: useCallback(() => setHelp(false), []),
    closeMenu: useCallback(() => setMenu(undefined), []),
    closeFind: useCallback(() => {
      setFinding(false);
      setAhead(undefined);
      takeFocus(grid.current);
    }, [grid]),
  };
}
