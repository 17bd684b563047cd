import type { Certainty, Limit, LinkKind, MilestoneKind, SegmentType } from '../core/model/timeline';
import type { OverlayName } from '../core/view/view';

/** Everything the timeline says, in one language. A new language is a new object of this type. */
export interface Words {
  timeline: string;
  events: string;
  segments: { [type in SegmentType]: string };
  /** Where the full word does not fit. */
  short: { [type in SegmentType]?: string };
  unanswered: string;
  overrun: string;
  certainties: { [certainty in Certainty]: string };
  /** What the drawing does to show it. */
  certaintyHints: { [certainty in Certainty]: string };
  milestones: { [kind in MilestoneKind]: string };
  limits: { [kind in Limit['kind']]: string };
  overlays: { [name in OverlayName]: string };
  /** “A … B”. */
  links: { [kind in LinkKind]: string };
  linkNouns: { [kind in LinkKind]: string };
  unresolved: string;
  itself: string;
  roles: { [role: string]: string };
  purposes: { [purpose: string]: string };
  media: { [media: string]: string };
  buttons: {
    zoomIn: string;
    zoomOut: string;
    fit: string;
    fitAll: string;
    fitBusy: string;
    clock: string;
    elapsed: string;
    keys: string;
    close: string;
    zoomToRange: string;
    clearRange: string;
    fold: string;
    unfold: string;
    tryAgain: string;
    find: string;
    closeFind: string;
    previousMatch: string;
    nextMatch: string;
    group: string;
    restoreOrder: string;
    showAllLanes: string;
  };
  /** What can be done to a row. */
  rowMenu: {
    of(name: string): string;
    hide: string;
    pin: string;
    unpin: string;
    up: string;
    down: string;
    join: string;
    part: string;
  };
  labels: {
    from: string;
    to: string;
    at: string;
    duration: string;
    certainty: string;
    reason: string;
    medium: string;
    role: string;
    session: string;
    legend: string;
    overlays: string;
    view: string;
    range: string;
    now: string;
    elapsed: string;
    noSegments: string;
    and: string;
    kind: string;
    participant: string;
    what: string;
    start: string;
    end: string;
    detail: string;
    filter: string;
    previousPage: string;
    nextPage: string;
    people: string;
    filterPeople: string;
    pinned: string;
  };
  /** Said of what was done to the rows and the picture. */
  told: {
    hidden(name: string, hidden: boolean): string;
    pinned(name: string, pinned: boolean): string;
    moved(name: string, place: number, count: number): string;
    joined(joined: boolean): string;
    idle(folded: boolean): string;
  };
  hiddenLanes(count: number): string;
  filteredLanes(count: number): string;
  noLanes: string;
  leg(which: number, count: number): string;
  legs(count: number): string;
  foldIdle(gaps: number): string;
  /** Of a folded gap, and of an open one. */
  openGap(length: string): string;
  foldGap(length: string): string;
  matches(count: number): string;
  matchOf(which: string, count: string): string;
  segmentCount(count: number): string;
  rowsShown(from: string, to: string, all: string): string;
  zoomHint: string;
  empty: string;
  /** While a worker reads. */
  reading: string;
  /** Said when a row was folded or unfolded. */
  folded(name: string, folded: boolean): string;
  /** In place of the axis where no participant has any time. */
  untimed: string;
  /** What lies outside of the first sight: before it, after it, or both. */
  more(before: string | undefined, after: string | undefined): string;
  failed: string;
  holdHelp: string;
  keys: [keys: string, does: string][];
  eventKinds: { segment: string; milestone: string; role: string; link: string; limit: string };
}

export const english: Words = {
  timeline: 'Timeline',
  events: 'Events',
  segments: {
    dialing: 'Dialing',
    contacting: 'Contacting',
    offering: 'Offering',
    alerting: 'Alerting',
    ivr: 'IVR',
    queued: 'Queue',
    voicemail: 'Voicemail',
    connected: 'Connected',
    hold: 'Hold',
    parked: 'Parked',
    acw: 'After-call work',
    uploading: 'Uploading',
    transmitting: 'Transmitting',
    scheduled: 'Scheduled',
    monitoring: 'Monitoring',
    coaching: 'Coaching',
    barging: 'Barging',
    screenmonitoring: 'Screen monitoring',
    sharing: 'Sharing',
    other: 'Other',
  },
  short: { acw: 'ACW', screenmonitoring: 'Screen' },
  unanswered: 'not answered',
  overrun: 'ran over its limit',
  certainties: {
    recorded: 'recorded',
    running: 'still running',
    inferred: 'end inferred',
    planned: 'planned',
  },
  certaintyHints: {
    recorded: 'Both ends stand in the data',
    running: 'Points on: had not ended when the data was taken',
    inferred: 'Fades out: the end follows from a rule',
    planned: 'Dashed outline: lies ahead, never counted',
  },
  milestones: {
    start: 'Start',
    alerting: 'Alerting began',
    connected: 'Connected',
    hold: 'Put on hold',
    parked: 'Parked',
    resume: 'Resumed',
    'acw-start': 'After-call work began',
    'acw-end': 'After-call work ended',
    end: 'End',
    'provider-event': 'Provider event',
    wrapup: 'Wrap-up saved',
    flagged: 'Flagged',
    'evaluation-assigned': 'Evaluation assigned',
    'evaluation-submitted': 'Evaluation submitted',
    'evaluation-released': 'Evaluation released',
  },
  limits: { alerting: 'Time to answer', acw: 'Time for after-call work' },
  overlays: {
    roles: 'Roles',
    control: 'Control',
    consult: 'Consult',
    monitor: 'Monitor',
    coach: 'Coach',
    barge: 'Barge',
    transfer: 'Transfer',
    peers: 'Peers',
    limits: 'Limits',
  },
  links: {
    controlling: 'controls',
    consult: 'consults',
    monitor: 'monitors',
    coach: 'coaches',
    barge: 'barges in on',
    transfer: 'transfers to',
    peer: 'peer of',
  },
  linkNouns: {
    controlling: 'controls',
    consult: 'consult',
    monitor: 'monitors',
    coach: 'coaches',
    barge: 'barges',
    transfer: 'transfer',
    peer: 'peer',
  },
  unresolved: 'someone not in the data',
  itself: 'itself',
  roles: { sharer: 'sharer', viewer: 'viewer' },
  purposes: {
    acd: 'Queue',
    agent: 'Agent',
    api: 'API',
    botflow: 'Bot flow',
    campaign: 'Campaign',
    customer: 'Customer',
    dialer: 'Dialer',
    external: 'External',
    fax: 'Fax',
    group: 'Group',
    inbound: 'Inbound flow',
    ivr: 'IVR',
    manual: 'Manual',
    outbound: 'Outbound flow',
    station: 'Station',
    user: 'User',
    voicemail: 'Voicemail',
    voicesurveyflow: 'Survey flow',
    workflow: 'Workflow',
  },
  media: {
    call: 'Voice',
    callback: 'Callback',
    chat: 'Chat',
    cobrowse: 'Co-browse',
    email: 'Email',
    message: 'Message',
    'internal-message': 'Internal message',
    'screen-monitoring': 'Screen monitoring',
    screenshare: 'Screen share',
    social: 'Social',
    video: 'Video',
  },
  buttons: {
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit',
    fitAll: 'Show everything',
    fitBusy: 'Show where most happens',
    clock: 'Clock time',
    elapsed: 'Time since start',
    keys: 'Keys',
    close: 'Close',
    zoomToRange: 'Zoom to range',
    clearRange: 'Clear range',
    fold: 'Fold',
    unfold: 'Unfold',
    tryAgain: 'Try again',
    find: 'Search participants and fields',
    closeFind: 'Close search',
    previousMatch: 'Previous match',
    nextMatch: 'Next match',
    group: 'Group by user',
    restoreOrder: 'Restore order',
    showAllLanes: 'Show all participants',
  },
  rowMenu: {
    of: (name) => `Row of ${name}`,
    hide: 'Hide',
    pin: 'Pin to top',
    unpin: 'Unpin',
    up: 'Move up',
    down: 'Move down',
    join: 'Join the legs of this user',
    part: 'Part the legs of this user',
  },
  labels: {
    from: 'From',
    to: 'To',
    at: 'At',
    duration: 'Duration',
    certainty: 'Certainty',
    reason: 'Ended by',
    medium: 'Medium',
    role: 'Role',
    session: 'Session',
    legend: 'Segment types',
    overlays: 'Overlays',
    view: 'View',
    range: 'Range',
    now: 'now',
    elapsed: 'since start',
    noSegments: 'no segments',
    and: 'and',
    kind: 'Kind',
    participant: 'Participant',
    what: 'What',
    start: 'Start',
    end: 'End',
    detail: 'Detail',
    filter: 'Filter events',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    people: 'Participants',
    filterPeople: 'Filter participants',
    pinned: 'Pinned',
  },
  told: {
    hidden: (name, hidden) => `${name} ${hidden ? 'hidden' : 'shown again'}`,
    pinned: (name, pinned) => `${name} ${pinned ? 'pinned to the top' : 'unpinned'}`,
    moved: (name, place, count) => `${name} moved to row ${place} of ${count}`,
    joined: (joined) => (joined ? 'Legs joined' : 'Legs parted'),
    idle: (folded) => (folded ? 'Idle gaps folded' : 'Idle gaps shown'),
  },
  hiddenLanes: (count) => (count === 1 ? '1 lane hidden' : `${count} lanes hidden`),
  filteredLanes: (count) => (count === 1 ? '1 lane filtered out' : `${count} lanes filtered out`),
  noLanes: 'No participant is in sight: all are hidden or filtered out.',
  leg: (which, count) => `leg ${which} of ${count}`,
  legs: (count) => `${count} legs`,
  foldIdle: (gaps) => (gaps === 1 ? 'Fold the idle gap' : `Fold ${gaps} idle gaps`),
  openGap: (length) => `${length} hidden, show it`,
  foldGap: (length) => `Fold ${length} in which nothing happens`,
  matches: (count) => (count === 0 ? 'Nothing found' : count === 1 ? '1 match' : `${count} matches`),
  matchOf: (which, count) => `${which} of ${count}`,
  segmentCount: (count) => (count === 1 ? '1 segment' : `${count} segments`),
  rowsShown: (from, to, all) => `${from} to ${to} of ${all}`,
  zoomHint: 'Hold Ctrl or ⌘ and scroll to zoom, Shift and scroll to move',
  reading: 'Reading the conversation…',
  empty: 'Nothing to draw: no participant was found in this conversation.',
  folded: (name, folded) => `${name} ${folded ? 'folded' : 'unfolded'}`,
  untimed: 'Nothing can be placed in time: none of these participants says when anything happened.',
  more(before, after) {
    const parts = [before && `${before} before`, after && `${after} after`].filter(
      (part) => part !== undefined,
    );
    return `This is where most happens. Out of sight: ${parts.join(', ')}.`;
  },
  failed: 'The timeline could not be drawn. The data is untouched.',
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
    ['G', 'Fold or open all idle gaps'],
    ['/', 'Search participants and fields; Enter, Shift + Enter: next, previous'],
    ['Esc', 'Clear the selection'],
    ['0', 'Show where most happens; again: everything'],
    ['F', 'Show the selection, or everything'],
    ['M, Shift + M', 'Mark the selected range, clear it'],
    ['T', 'Clock time or time since start'],
    ['?', 'This list'],
    ['Ctrl or ⌘ + wheel, pinch', 'Zoom at the pointer'],
    ['Shift + wheel, drag', 'Move'],
    ['Drag a name', 'Move the participant up or down'],
    ['Drag on the axis', 'Measure a range'],
    ['Double click', 'Zoom to a segment; on empty ground back to the first sight'],
  ],
  eventKinds: { segment: 'Segment', milestone: 'Milestone', role: 'Role', link: 'Link', limit: 'Limit' },
};

/** A word for a value that may be one the catalogue does not know: then the value itself, readable. */
export function wordFor(catalogue: { readonly [key: string]: string | undefined }, value: string): string {
  return Object.hasOwn(catalogue, value) ? (catalogue[value] ?? value) : value;
}
