import type { Certainty, Limit, LinkKind, MilestoneKind, Segment } from '../model/timeline';
import type { SegmentLook } from '../model/look';
import type { Pixel } from '../view/pixel';
import type { Range } from '../view/range';
import type { Tick } from '../view/ticks';
import type { Row } from './rows';
import type { Window } from './window';

/**
 * What is to be drawn, as plain data: `x` from the start of the window, `y` from the top of all rows.
 * Everything that draws (screen, paper, file) draws this, and decides nothing but colours.
 */
export interface Scene {
  window: Window;
  /** Visible ones only. */
  rows: Row[];
  height: Pixel;
  ticks: SceneTick[];
  /** Folded gaps. */
  breaks: Break[];
  bars: BarPath[];
  labels: BarLabel[];
  overruns: LanePath[];
  unanswered: LanePath[];
  milestones: MilestonePath[];
  limits: LimitPath[];
  ribbons: Ribbon[];
  links: Wire[];
  /** Where the data ends, in a conversation that goes on. */
  now?: Pixel;
}

export interface Break extends Range {
  left: Pixel;
  right: Pixel;
}

export interface SceneTick extends Tick {
  x: Pixel;
}

export interface LanePath {
  laneId: string;
  path: string;
}

/** All bars of a lane of one type and certainty. */
export interface BarPath extends LanePath {
  type: SegmentLook;
  certainty: Certainty;
  /** Of bars whose end is inferred: the part that is sure, and slices that fade away. */
  sure?: { path: string; opacity: number }[];
}

export interface BarLabel {
  type: SegmentLook;
  certainty: Certainty;
  x: Pixel;
  y: Pixel;
  text: string;
  size: Pixel;
  /** What the bar might say, longest first, and where its room ends: words move along with the screen's edge. */
  texts: string[];
  right: Pixel;
}

export interface MilestonePath extends LanePath {
  kind: MilestoneKind;
  tone: 'quiet' | 'plain' | 'error';
}

export interface LimitPath extends LanePath {
  kind: Limit['kind'];
  /** From the beginning of what is limited to the limit. */
  leader: string;
}

export interface Ribbon {
  /** Among the roles of the lane. */
  index: number;
  laneId: string;
  role: string;
  certainty: Certainty;
  /** Number of the co-browse session in this conversation, from 0. */
  session: number;
  left: Pixel;
  right: Pixel;
  y: Pixel;
  height: Pixel;
  pill?: Pill;
}

export interface Pill {
  left: Pixel;
  top: Pixel;
  width: Pixel;
  height: Pixel;
  text: string;
}

/** What lasts of a link: on the ribbon, or on a line of its own; `y` is its middle. */
export interface Stretch {
  left: Pixel;
  right: Pixel;
  y: Pixel;
  width: Pixel;
  path: string;
}

/** A link: the line between the rows at its start, and its stretch on the row it comes from. */
export interface Wire {
  index: number;
  laneId: string;
  kind: LinkKind;
  certainty: Certainty;
  /** Place of the line, as far as it lies in the window. */
  x?: Pixel;
  from: Pixel;
  to: Pixel;
  line?: string;
  /** Head of an arrow, or dots at both ends. */
  arrow?: string;
  /** The other end is not in the data, or is the lane itself. */
  stub?: 'unresolved' | 'self';
  stretch?: Stretch;
  pill?: Pill;
}

/** The words that go into the picture; the core has no language of its own. */
export interface SceneWords {
  /** What a bar may say, longest first. */
  segment(segment: Segment): string[];
  role(role: string, session: number, sessions: number): string;
  link(kind: LinkKind, stub?: 'unresolved' | 'self'): string;
}
