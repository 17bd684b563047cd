/** What the list of gestures and keys says, in one language. */
export interface HelpWords {
  keys: [keys: string, does: string][];
  holdHelp: string;
  close: string;
}

export const englishHelp: HelpWords = {
  close: 'Close',
  holdHelp: 'While an agent holds a call, the customer’s row goes on as the customer’s own data says.',
  keys: [
    ['W S, + −', 'Zoom in, zoom out'],
    ['A D', 'Move left, right'],
    ['Shift + arrows', 'Zoom and move'],
    ['← →', 'Previous, next segment'],
    [', .', 'Previous, next mark of any kind: also roles, links, milestones, limits'],
    ['[ ]', 'Follow a link to its other end, and back'],
    ['↑ ↓', 'Previous, next participant'],
    ['Home End', 'First, last segment'],
    ['Enter', 'Open details'],
    ['Space', 'Fold or unfold the participant'],
    ['H P', 'Hide the participant, pin it to the top'],
    ['K J', 'Move the participant up, down'],
    ['L', 'Join or part the legs of the user'],
    ['C', 'Menu of the participant'],
    ['G', 'Fold or open all idle gaps'],
    ['/', 'Search participants and fields; Enter, Shift + Enter: next, previous'],
    ['Esc', 'Clear the selection'],
    ['0', 'Show where most happens; again: everything'],
    ['F', 'Show the selection, or everything'],
    ['M, Shift + M', 'Mark the selected range, clear it'],
    ['Shift + Enter or click', 'Extend the range, or the selection, to here'],
    ['T', 'Clock time or time since start'],
    ['?', 'This list'],
    ['Ctrl or ⌘ + wheel, pinch', 'Zoom at the pointer'],
    ['Shift + wheel, drag', 'Move'],
    ['Drag a name', 'Move the participant up or down'],
    ['Drag on the axis', 'Measure a range'],
    ['Double click', 'Zoom to a segment; on empty ground back to the first view'],
  ],
};
