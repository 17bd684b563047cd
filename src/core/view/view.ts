import type { AllOf } from '../model/all-of';
import type { Instant } from '../model/time';
import type { LinkKind, MilestoneKind } from '../model/timeline';
import type { SegmentLook } from '../model/look';
import { boundsIn, foldsOf } from './gaps';
import type { Mark } from './marks';
import type { Bounds, Range } from './range';

export type OverlayName =
  | 'roles'
  | 'control'
  | 'consult'
  | 'monitor'
  | 'coach'
  | 'barge'
  | 'transfer'
  | 'peers'
  | 'limits'
  | 'evaluations';

export type Overlays = { [name in OverlayName]: boolean };

/** `time` is the wall clock of the chosen zone, `elapsed` counts from the start of the conversation. */
export type ClockMode = 'time' | 'elapsed';

/** What the user chose about the rows. */
export interface RowChoice {
  /** Ids of lanes reduced to one thin line. */
  folded: string[];
  /** Ids of lanes taken out of sight, */
  hidden: string[];
  /** and of lanes that stay on top, whatever the filter says. */
  pinned: string[];
  /** Lanes that were moved, in turn. */
  moved: Move[];
  /** Legs of one user stand together. */
  grouped: boolean;
  /** Ids of users whose legs share one row's height. */
  joined: string[];
  /** Narrows the lanes to those that hold all of its words. Free text: it never goes into an address. */
  filter: string;
}

/** A lane that was put before another; without one, last. */
export interface Move {
  laneId: string;
  before?: string;
}

/** Everything that can be chosen about the picture. Plain data, fit for an address, a file or a message. */
export interface View extends RowChoice {
  /** What is on the screen; absent: the stretch in which the conversation happens, mostly all of it. */
  range?: Range | undefined;
  /** Id of a mark or a lane. */
  selected?: string | undefined;
  overlays: Overlays;
  clock: ClockMode;
  /** A range the user marked to learn its length. */
  measured?: Range | undefined;
  /** Segment types to stand out; none: all alike. */
  highlighted: SegmentLook[];
  /** Whether idle gaps take their full width. */
  idle: 'shown' | 'folded';
  /** Starts of gaps that were opened while the others are folded. */
  opened: Instant[];
}

const overlays = [
  'roles',
  'control',
  'consult',
  'monitor',
  'coach',
  'barge',
  'transfer',
  'peers',
  'limits',
  'evaluations',
] as const;
/** In the order of their switches. */
export const OVERLAYS: AllOf<OverlayName, typeof overlays> = overlays;

/** Which switch shows links of a kind: mostly it has the same name. */
export function overlayOf(kind: LinkKind): OverlayName {
  return kind === 'controlling' ? 'control' : kind === 'peer' ? 'peers' : kind;
}

/** Which switch shows milestones of a kind; others are always there. */
export function overlayAt(kind: MilestoneKind): OverlayName | undefined {
  return kind.startsWith('evaluation') ? 'evaluations' : undefined;
}

/** Which switch shows a mark; others are always there. */
export function overlayWith(mark: Mark | undefined): OverlayName | undefined {
  if (mark?.kind === 'link') return overlayOf(mark.link.kind);
  if (mark?.kind === 'role') return 'roles';
  if (mark?.kind === 'limit') return 'limits';
  return mark?.kind === 'milestone' ? overlayAt(mark.milestone.kind) : undefined;
}

/** Whether what an overlay shows, if any does, is shown. */
export function isOn(overlay: OverlayName | undefined, overlays: Overlays | undefined): boolean {
  return !overlay || overlays?.[overlay] !== false;
}

/** Whether no overlay that is switched off holds a mark. */
export function isShown(mark: Mark | undefined, overlays: Overlays | undefined): boolean {
  return isOn(overlayWith(mark), overlays);
}

/** A view may come from an address or a host: what is absent takes its default. */
export type ViewInit = Partial<Omit<View, 'overlays'>> & { overlays?: Partial<Overlays> };

/** A range that hands cannot lead to, as of another conversation's address, would show nothing: then it is all that fits. */
export function shownRange(view: View, bounds: Bounds): Range {
  const { range } = view;
  const { start, end } = bounds.extent;
  return range && range.end > start && range.start < end
    ? range
    : boundsIn(bounds, foldsOf(bounds, view)).fit;
}
