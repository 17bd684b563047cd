import { memo, useState } from 'react';
import { markBox } from '../core/layout/mark-box';
import type { Row } from '../core/layout/rows';
import type { Lane } from '../core/model/timeline';
import type { Mark } from '../core/view/marks';
import { markAt } from '../core/view/walk';
import { rowName } from '../ui/identity';
import { nameOf, speak } from '../ui/speech';
import { visible } from '../ui/visible';
import { wordFor } from '../ui/words';
import { Identity } from './identity';
import { lanesOn } from './row-moves';
import type { Stage } from './stage';
import type { Focused } from './use-focus';

interface CellProps {
  stage: Stage;
  row: Row;
  lane: Lane;
  place: number;
  /** The keyboard is on it. */
  active: boolean;
  /** What is said before it. */
  by: string | undefined;
}

/** Where the segment of the active row lies on the screen. */
function cellStyle(stage: Stage, row: Row, mark: Mark) {
  const { columns, rows, scale, shape } = stage;
  const box = markBox(mark, { columns, rows, scale, width: shape.plot }, 6);
  if (!box) return undefined;
  const { left, right } = box;
  // Where text runs from right to left, `left` would otherwise give way to `right`.
  return { left, right: 'auto', width: right - left, top: box.top - row.y, height: box.bottom - box.top };
}

/**
 * A segment of a row that the keyboard is on, was on, or would come to. On rows without the focus it fills the row, so
 * that neither panning nor zooming touches it.
 */
function Cell({ stage, row, lane, place, active, by }: CellProps) {
  const { columns, view, words } = stage;
  // Data that comes anew may hold less than there was.
  const mark = markAt(columns, { row: row.index, place }) ?? markAt(columns, { row: row.index, place: 0 });
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- rows are placed by pixels, not tabulated
      role="gridcell"
      className="pt-cell"
      tabIndex={active ? 0 : -1}
      data-mark={mark?.id}
      aria-colindex={place + 2}
      aria-selected={mark && view.selected === mark.id}
      aria-label={(by ?? '') + (mark ? speak(mark, stage) : `${nameOf(lane)}, ${words.labels.noSegments}`)}
      style={active && mark ? cellStyle(stage, row, mark) : undefined}
    />
  );
}

/**
 * Two cells take turns, so that the focus moves at each step and what it leaves stays: screen readers that see what has
 * the focus go from the page take what is next to it instead, and say nothing, or both.
 */
function Cells({ active, ...of }: Omit<CellProps, 'place' | 'active' | 'by'> & { active?: Focused }) {
  const seatAt = (place: number) => ({
    place,
    id: markAt(of.stage.columns, { row: of.row.index, place })?.id,
  });
  const [{ seats, turn }, take] = useState(() => ({ seats: [seatAt(active?.place ?? 0)], turn: 0 }));
  if (active && active.place !== seats[turn]?.place) {
    const seat = seatAt(active.place);
    // It stays where others came in before its mark.
    const next = seat.id === seats[turn]?.id ? turn : 1 - turn;
    take({ seats: Object.assign([...seats], { [next]: seat }), turn: next });
  }
  return seats.map(({ place }, cell) => {
    const here = cell === turn ? active : undefined;
    return <Cell key={cell} {...of} place={place} active={here !== undefined} by={here?.by} />;
  });
}

interface RowProps {
  stage: Stage;
  row: Row;
  /** Its place among all rows. */
  at: number;
  active: Focused;
  selectedLane?: string;
  /** How it is tied to its neighbours. */
  tie?: Tie;
  /** “leg 1 of 2”. */
  legs: string;
  onMenu?: OpenMenu;
}

type Tie = 'first' | 'middle' | 'last' | undefined;

export type OpenMenu = (laneId: string, opener: HTMLElement) => void;

/** Rows of the same user that stand next to each other are tied by a line beside their names. */
function tieOf({ rows, columns }: Stage, row: Row, at: number): Tie {
  const userOf = (other: Row | undefined) => other && columns.lanes[other.index]?.lane.userId;
  const user = userOf(row);
  if (user === undefined || row.joined) return undefined;
  const before = userOf(rows.list[at - 1]) === user;
  const after = rows.list[at + 1];
  const next = userOf(after) === user && !after?.joined;
  if (before && next) return 'middle';
  return before ? 'last' : next ? 'first' : undefined;
}

/** Of a user with several legs: which of them this is, or how many share the row. */
function legsOf({ columns, view, words }: Stage, row: Row): string {
  const user = columns.lanes[row.index]?.lane.userId;
  const legs = user === undefined ? undefined : columns.users.get(user);
  if (user === undefined || !legs) return '';
  const { length } = legs;
  return view.joined.includes(user) ? words.legs(length) : words.leg(legs.indexOf(row.index) + 1, length);
}

function MediaTags({ stage, row, lane }: { stage: Stage; row: Row; lane: Lane }) {
  if (lane.tracks.length < 2 || row.folded || stage.shape.identity === 'above') return null;
  return lane.tracks.map((track, place) => {
    const band = row.tracks[place];
    const word = wordFor(stage.words.media, track.media);
    return band ? (
      <span
        key={track.id}
        className="pt-media"
        aria-hidden="true"
        title={visible(word)}
        style={{ top: band.y - row.y, lineHeight: `${band.height}px` }}
      >
        <bdi>{visible(word)}</bdi>
      </span>
    ) : null;
  });
}

function RowView({ stage, row, at, active, selectedLane, tie, legs, onMenu }: RowProps) {
  const { columns, view, dispatch, words } = stage;
  const lane = columns.lanes[row.index]?.lane;
  if (!lane) return null;
  const pinned = view.pinned.includes(lane.id);
  const said = [rowName(lane, columns.timeline, words), legs, pinned && words.labels.pinned];
  const name = said.filter(Boolean).join(', ');
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- rows are placed by pixels, not tabulated
      role="row"
      className="pt-row"
      part="row"
      data-lane={lane.id}
      data-folded={row.folded ? '' : undefined}
      data-joined={row.joined ? '' : undefined}
      data-tied={tie}
      data-pinned={pinned ? '' : undefined}
      data-selected={selectedLane === lane.id ? '' : undefined}
      aria-rowindex={at + 1}
      aria-label={name}
      style={{ top: row.y, height: row.height }}
    >
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
        role="rowheader"
        className="pt-identity"
        part="identity"
        aria-colindex={1}
        // Else its buttons would be read with it at every move along the rows.
        aria-label={name}
      >
        <Identity
          lane={lane}
          timeline={columns.timeline}
          words={words}
          folded={row.folded}
          legs={legs}
          pinned={pinned}
          onFold={() => dispatch({ type: 'toggleFold', laneIds: lanesOn(stage, lane.id) })}
          onMenu={onMenu && ((opener) => onMenu(lane.id, opener))}
        />
        <MediaTags stage={stage} row={row} lane={lane} />
      </div>
      <div className="pt-cells">
        <Cells stage={stage} row={row} lane={lane} active={active.row === row.index ? active : undefined} />
      </div>
    </div>
  );
}

function laneAt({ stage, row }: RowProps): Lane | undefined {
  return stage.columns.lanes[row.index]?.lane;
}

/**
 * Times name their day where a conversation is of several, as one becomes that goes on over midnight, and their zone
 * where clocks are changed meanwhile.
 */
function daysOf({ format, columns: { timeline } }: Stage): string {
  return [timeline.start, timeline.end].map((at) => format.date(at) + format.zone.offset(at)).join();
}

/** Of a conversation that grows most lanes stay what they were. */
function sameLane(before: RowProps, after: RowProps): boolean {
  const one = before.stage.columns;
  const other = after.stage.columns;
  if (one === other) return true;
  const lane = laneAt(after);
  const { words } = after.stage;
  return (
    lane !== undefined &&
    laneAt(before) === lane &&
    daysOf(before.stage) === daysOf(after.stage) &&
    rowName(lane, one.timeline, words) === rowName(lane, other.timeline, words)
  );
}

function samePlace(one: Row, other: Row): boolean {
  return (
    one.index === other.index &&
    one.y === other.y &&
    one.height === other.height &&
    one.folded === other.folded &&
    one.joined === other.joined &&
    one.tracks.every(({ y }, place) => y === other.tracks[place]?.y)
  );
}

/** Whether what has the focus is still what and where it was: a link goes on by itself, though its lane stays the same. */
function sameMark(one: Stage, other: Stage): boolean {
  const { range, scale, columns } = one;
  return (
    columns.timeline.links === other.columns.timeline.links &&
    range.start === other.range.start &&
    range.end === other.range.end &&
    scale.folds === other.scale.folds
  );
}

/** Panning and zooming change the stage at every frame, but of the rows only the one with the focus. */
const MemoRow = memo(RowView, (before, after) => {
  const one = before.stage;
  const other = after.stage;
  if (after.active.row === after.row.index && !sameMark(one, other)) return false;
  return (
    samePlace(before.row, after.row) &&
    before.at === after.at &&
    before.active === after.active &&
    before.selectedLane === after.selectedLane &&
    before.tie === after.tie &&
    before.legs === after.legs &&
    // Who shares the row is folded with it.
    (after.legs === '' || one.rows === other.rows) &&
    sameLane(before, after) &&
    one.shape === other.shape &&
    one.view.selected === other.view.selected &&
    one.view.pinned === other.view.pinned &&
    one.format === other.format &&
    one.dispatch === other.dispatch
  );
});

interface Props {
  stage: Stage;
  rows: readonly Row[];
  active: Focused;
  selectedLane?: string;
  onMenu?: OpenMenu;
}

/** A row per lane. */
export function RowList({ stage, rows, active, selectedLane, onMenu }: Props) {
  return rows.map((row) => {
    const at = stage.rows.list.indexOf(row);
    return (
      <MemoRow
        key={row.laneId}
        stage={stage}
        row={row}
        at={at}
        active={row.index === active.row ? active : IDLE}
        selectedLane={selectedLane === row.laneId ? selectedLane : undefined}
        tie={tieOf(stage, row, at)}
        legs={legsOf(stage, row)}
        onMenu={onMenu}
      />
    );
  });
}

/** The same for all rows without the focus, so that they need not be drawn when it moves. */
const IDLE: Focused = { row: -1, place: 0 };
