/** What stands in menus, in one language; loaded with them. */
export interface MenuWords {
  mark: {
    previous: string;
    next: string;
    above: string;
    below: string;
    first: string;
    last: string;
    open: string;
    follow: string;
    back: string;
    zoom: string;
    measure: string;
    extend: string;
    clear: string;
    panLeft: string;
    panRight: string;
  };
  row: {
    hide: string;
    pin: string;
    unpin: string;
    up: string;
    down: string;
    join: string;
    part: string;
    /** Of a link to join a co-browse session, which the host opens. */
    openLink(host: string): string;
  };
}

export const englishMenus: MenuWords = {
  mark: {
    previous: 'Previous segment',
    next: 'Next segment',
    above: 'Participant above',
    below: 'Participant below',
    first: 'First segment',
    last: 'Last segment',
    open: 'Open details',
    follow: 'Follow the link',
    back: 'Go back along it',
    zoom: 'Zoom to the selection',
    measure: 'Mark its range',
    extend: 'Extend the range to it',
    clear: 'Clear the selection',
    panLeft: 'Move left',
    panRight: 'Move right',
  },
  row: {
    hide: 'Hide',
    pin: 'Pin to top',
    unpin: 'Unpin',
    up: 'Move up',
    down: 'Move down',
    join: 'Join the legs of this user',
    part: 'Part the legs of this user',
    openLink: (host) => `Open the link to watch, at ${host}…`,
  },
};
