import type { Certainty, Limit, LinkKind, MilestoneKind, Unsure } from '../core/model/timeline';
import type { SegmentLook } from '../core/model/look';
import type { OverlayName } from '../core/view/view';

/**
 * What the timeline says, in one language; what is loaded later has its words with it (`*-words.ts`). A second language
 * takes an object of each of these types, and a choice where `english…` is imported: there is none yet.
 */
export interface Words {
  timeline: string;
  events: string;
  segments: { [type in SegmentLook]: string };
  /** Where the full word does not fit. */
  short: { [type in SegmentLook]?: string };
  /** Of several conversations; how many stands in `count`. */
  atOnce: (count: string) => string;
  unanswered: string;
  overrun: string;
  /** Of the end of a leg. */
  inError: string;
  /** Of what is inferred, by which ends come from a rule; its own word is that of the last. */
  certainties: { [certainty in Certainty | Unsure]: string };
  /** Of a transfer, whose time is exact: a rule says to whom it went. */
  taker: string;
  /** Of another tie, or a role, that is inferred: only segments know which of their ends is. */
  when: string;
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
    zoomToRange: string;
    clearRange: string;
    fold: string;
    unfold: string;
    tryAgain: string;
    find: string;
    group: string;
    restoreOrder: string;
    showAllLanes: string;
  };
  /** What can be done to the mark that the keyboard is on. */
  markMenu: { label: string };
  /** What can be done to a row. */
  rowMenu: { of(name: string): string };
  labels: {
    legend: string;
    overlays: string;
    view: string;
    range: string;
    now: string;
    dataEnds: string;
    noSegments: string;
    people: string;
    filterPeople: string;
    pinned: string;
  };
  /** Said of what was done to the rows and the picture. */
  told: {
    folded(name: string, folded: boolean): string;
    hidden(name: string, hidden: boolean): string;
    pinned(name: string, pinned: boolean): string;
    moved(name: string, place: number, count: number): string;
    joined(joined: boolean): string;
    /** `10:07:00 to 10:08:12`, and how long that is. */
    measured(span: string, length: string): string;
    unmeasured: string;
    idle(folded: boolean): string;
    shown(span: string, length: string): string;
  };
  hiddenLanes(count: number): string;
  filteredLanes(count: number): string;
  noLanes: string;
  leg(which: number, count: number): string;
  legs(count: number): string;
  foldIdle(gaps: number): string;
  /** Of a folded gap where nothing can be pressed, where it can, and of an open one. */
  gapHidden(length: string): string;
  openGap(length: string): string;
  foldGap(length: string): string;
  segmentCount(count: number): string;
  zoomHint: string;
  empty: string;
  /** In place of a conversation that could not be read: what is wrong, and where it stands in the text. */
  unread(why: string, line?: number, column?: number): string;
  /** While a worker reads. */
  reading: string;
  /** In place of the axis where no participant has any time. */
  untimed: string;
  /** Of the first sight, where it is not all. */
  busiest: string;
  /** What lies outside of what is shown: before it, after it, or both. */
  outside(before: string | undefined, after: string | undefined): string;
  /** Nothing came since then, though the conversation goes on. */
  silent(since: string): string;
  failed: string;
}
