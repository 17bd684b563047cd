import type { Segment, SegmentType } from '../model/timeline';
import type { Instant } from '../model/time';
import {
  assumed,
  certaintyBetween,
  distinct,
  earlier,
  type Edge,
  isInferred,
  later,
  notBefore,
  type Span,
  unsureOf,
} from './edge';
import type { History, Point, Stretch } from './fold';
import { collected, sortUnlessSorted } from './lists';
import { type Pause, withoutPauses } from './membership';
import { connectedAs } from './words';

/** A stretch that holds a leg's place before its evidence and certainty are worked out. */
interface Piece extends Span {
  type: SegmentType;
  label?: string;
  rule: string;
  planned?: true;
  /** It goes on from a stretch that was laid over it. */
  resumed?: true;
}

export interface DeriveContext {
  purpose: string;
  now: () => Instant;
  /** Where the leg ends for the picture: its end, the conversation's, or now. */
  last: Edge;
  /** Instants of the leg that bound what has no end of its own: in rising order. */
  known: () => readonly Edge[];
}

/**
 * Draws a history: its points one after another, hold and park cut out of them.
 *
 *     alerting    connected                       E
 *     [-----------[===========hold~~~~~====park..]
 */
export function deriveSegments(history: History, context: DeriveContext): Segment[] {
  const { holds, parks, pauses, points } = history;
  if (holds.length + parks.length + pauses.length === 0) return drawPieces(basePieces(points, context));
  const overlays = overlaysOf(history, context);
  const base = collected(basePieces(points, context), (piece) => cut(piece, overlays));
  const there = collected(base, (piece) => withoutPauses(piece, pauses));
  const planned = collected(parks, (park) => plannedPiece(park, context));
  return drawPieces([...there, ...overlays, ...planned]);
}

function overlaysOf({ holds, parks, pauses }: History, context: DeriveContext): Piece[] {
  const overlays = layOver([
    ...collected(holds, (hold) => overlay('hold', hold, context)),
    ...collected(parks, (park) => overlay('parked', park, context)),
  ]);
  return collected(overlays, (piece) => whileThere(piece, pauses));
}

/** A piece less the pauses of its leg. What ended nobody knows when may have ended before a pause. */
function whileThere(piece: Piece, pauses: readonly Pause[]): Piece[] {
  const parts = withoutPauses(piece, pauses);
  const [first] = parts;
  if (first === undefined || first.end === piece.end || !endsUnknown(piece)) return parts;
  return [{ ...first, end: assumed(first.end) }];
}

function drawPieces(pieces: Piece[]): Segment[] {
  return sortUnlessSorted(pieces, (a, b) => a.start.at - b.start.at || a.end.at - b.end.at).map(toSegment);
}

/**
 * Only the stretches of hold and park, where the recorded segments of the track, in order of start, do not
 * reach: none that begins in one of them, and of the others what lies before the next.
 *
 *     records     [------10)          [30------
 *     H=5         inside: nothing
 *     H=20                  [20=======30)          held at most until the next
 */
export function deriveStretches(
  history: History,
  context: DeriveContext,
  records: readonly Segment[],
): Segment[] {
  const overlays = overlaysOf(history, context);
  const planned = collected(history.parks, (park) => plannedPiece(park, context));
  return drawPieces(collected([...overlays, ...planned], (piece) => outside(piece, records)));
}

function outside(piece: Piece, records: readonly Segment[]): Piece[] {
  if (records.some((record) => beginsIn(record, piece))) return [];
  const next = records.find(({ start }) => start > piece.start.at);
  if (next === undefined || next.start >= piece.end.at) return [piece];
  const end: Edge = { at: next.start, how: 'rule', pointers: next.evidence.pointers };
  return [{ ...piece, end, rule: piece.type === 'hold' ? 'hold-end-unknown' : 'park-end-unknown' }];
}

/** Whether a piece begins within a record; what has no length has no place of its own behind one either. */
function beginsIn(record: Segment, piece: Piece): boolean {
  const { at } = piece.start;
  if (at === record.end) return piece.end.at === at || runsAsOther(record, piece);
  return record.start <= at && at < record.end;
}

/** What is planned goes on from a stretch of its kind, and not from a record that runs as something else. */
function runsAsOther(record: Segment, { type, planned }: Piece): boolean {
  return planned === true && record.certainty === 'running' && record.type !== type;
}

function toSegment(piece: Piece): Segment {
  const segment: Segment = {
    type: piece.type,
    start: piece.start.at,
    end: piece.end.at,
    certainty: piece.planned ? 'planned' : certaintyBetween(piece.start, piece.end),
    evidence: { pointers: distinct([...piece.start.pointers, ...piece.end.pointers]), rule: piece.rule },
  };
  if (piece.label !== undefined) segment.label = piece.label;
  const unsure = piece.planned ? undefined : unsureOf(piece.start, piece.end);
  if (unsure !== undefined) segment.unsure = unsure;
  // What was laid over it was drawn as long as it can have been, so this is drawn as short.
  if (piece.resumed && isInferred(piece.start) && !isInferred(piece.end)) segment.atLeast = true;
  return segment;
}

function basePieces(points: readonly Point[], { purpose, last }: DeriveContext): Piece[] {
  const pieces: Piece[] = [];
  points.forEach(({ mode, label, start, planned }, index) => {
    if (mode === 'none') return;
    const next = points[index + 1]?.start;
    const end = earlier(next ?? last, last);
    const type = mode === 'connected' ? connectedAs(purpose) : mode;
    const rule =
      start.how === 'rule' ? `${mode}-from-start` : `${mode}-until-${next === end ? 'next' : 'end'}`;
    const piece: Piece = { type, start, end: notBefore(start, end), rule };
    if (label !== undefined) piece.label = label;
    pieces.push(piece);
    // Where the leg begins only behind `now`, it waits from there on.
    const from = later(end, start);
    if (planned === undefined || next !== undefined || last.how !== 'now' || planned.value <= from.at) return;
    const due: Edge = { at: planned.value, how: 'field', pointers: [planned.pointer] };
    pieces.push({ type, start: from, end: due, rule: 'scheduled-planned', planned: true });
  });
  return pieces;
}

/** What a hold or a park lays over the states of its leg. */
function overlay(type: 'hold' | 'parked', { start, end }: Stretch, context: DeriveContext): Piece[] {
  const { last } = context;
  if (start.at > last.at) return [];
  if (end === 'unknown' || (type === 'hold' && end?.how === 'rule')) {
    const rule = type === 'hold' ? 'hold-end-unknown' : 'park-end-unknown';
    const next = nextKnown(start, context);
    return [{ type, start, end: end === 'unknown' ? next : earlier(end, next), rule }];
  }
  const rule = type === 'hold' ? holdRule(end) : parkRule(end, context);
  return [{ type, start, end: within(end ?? last, start, last), rule }];
}

function holdRule(end: Edge | undefined): string {
  if (end === undefined) return 'hold-still-held';
  return end.how === 'change' ? 'hold-until-released' : 'hold-until-end';
}

function parkRule(end: Edge | undefined, { last }: DeriveContext): string {
  if (end === undefined) return 'parked-still';
  if (end.how === 'field') return 'parked-until-resume';
  if (end.how === 'change') return 'parked-until-change';
  // At the leg's own end it ended with the leg; at the last look of one that goes on nobody knows when.
  return end.at === last.at && last.how !== 'now' ? 'parked-until-end' : 'park-end-unknown';
}

function plannedPiece({ planned, start }: Stretch, { now, last }: DeriveContext): Piece[] {
  if (planned === undefined || last.how !== 'now') return [];
  const from: Edge = { at: Math.max(now(), start.at), how: 'now', pointers: start.pointers };
  const to: Edge = { at: planned.value, how: 'field', pointers: [planned.pointer] };
  return [{ type: 'parked', start: from, end: to, rule: 'parked-planned', planned: true }];
}

function within(end: Edge, start: Edge, last: Edge): Edge {
  // What was over by a look was over by the end of the leg, too, and nobody saw when.
  const bounded = end.how === 'rule' ? assumed(earlier(end, last)) : earlier(end, last);
  if (bounded.at >= start.at) return bounded;
  return { ...bounded, at: start.at, pointers: [...start.pointers, ...bounded.pointers] };
}

/** The end was not recorded: it lies between the start and the next thing known of the track. */
function nextKnown(start: Edge, { known, last }: DeriveContext): Edge {
  const next = known().find(({ at }) => at > start.at) ?? last;
  return assumed(earlier(next, last));
}

/**
 * Hold and park at once: the earlier one has the time until it ends. Where nobody knows when that was, it
 * was over when the later one began.
 */
function layOver(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces.sort((a, b) => a.start.at - b.start.at)) {
    const before = result.at(-1);
    if (before !== undefined && piece.start.at < before.end.at) {
      if (endsBy(piece.start, before)) before.end = assumed(piece.start);
      else if (piece.end.at <= before.end.at) continue;
      else piece.start = before.end;
    }
    result.push(piece);
  }
  return result;
}

function endsBy(start: Edge, before: Piece): boolean {
  return endsUnknown(before) && !isInferred(start) && start.at > before.start.at;
}

function endsUnknown({ rule }: Piece): boolean {
  return rule.endsWith('-end-unknown');
}

/** What is left of a piece beside those laid over it. */
function cut(piece: Piece, overlays: readonly Piece[]): Piece[] {
  return withoutPauses(piece, overlays).map((part) =>
    part.start === piece.start ? part : { ...part, resumed: true },
  );
}
