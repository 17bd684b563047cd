import type { RecordedSegment } from '../model/conversation';
import type { Segment } from '../model/timeline';
import type { Instant } from '../model/time';
import { assumed, certaintyBetween, type Edge, notBefore, unsureOf } from './edge';
import { type Leg, type LegState, pointerTo } from './facts';
import { sortUnlessSorted } from './lists';
import { segmentTypeOf } from './words';

/** The recorded segments of a leg, and the look that brings them. */
export interface Recording {
  state: LegState;
  records: readonly RecordedSegment[];
}

/** That of the newest look that has one; an analytics record wins, for it holds the whole history. */
export function recordingOf(leg: Leg): Recording | undefined {
  let best: Recording | undefined;
  for (const state of leg.states) {
    const records = state.communication?.segments;
    if (records !== undefined && records.some(isPlaced) && !beats(best?.state, state))
      best = { state, records };
  }
  return best;
}

function beats(best: LegState | undefined, state: LegState): boolean {
  return best?.look.observation.form === 'analytics' && state.look.observation.form !== 'analytics';
}

function isPlaced({ startTime, endTime }: RecordedSegment): boolean {
  return startTime !== undefined || endTime !== undefined;
}

/**
 * Draws recorded segments as they stand: never trimmed, in order of start. One without an end lasts until
 * the next one begins, or as long as the leg; one without a start begins where the one before ended.
 */
export function recordedSegments(recording: Recording, purpose: string, last: Edge): Segment[] {
  const records = inOrder(recording.records.filter(isPlaced));
  const segments: Segment[] = [];
  for (let index = 0; index < records.length; index++) {
    const record = records[index] as RecordedSegment;
    const start = startOf(record, records[index - 1]);
    const end = endOf(record, { after: records[index + 1], last, start });
    const segment = draw(record, { purpose, start, end });
    if (segment.type === 'scheduled' && last.how === 'now' && end.at > last.at)
      addAhead(segments, segment, last.at);
    else segments.push(segment);
  }
  return segments;
}

/** A time that lies ahead is no record yet: until now it runs, from there on it is planned. */
function addAhead(segments: Segment[], segment: Segment, now: Instant): void {
  const { start, evidence } = segment;
  if (start < now) segments.push({ ...segment, end: now, certainty: 'running' });
  const planned = { pointers: evidence.pointers, rule: 'scheduled-planned' };
  segments.push({ ...segment, start: Math.max(start, now), certainty: 'planned', evidence: planned });
}

function inOrder(records: RecordedSegment[]): RecordedSegment[] {
  return sortUnlessSorted(records, (a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ startTime, endTime }: RecordedSegment): Instant {
  return startTime ?? (endTime as Instant);
}

function startOf(record: RecordedSegment, before: RecordedSegment | undefined): Edge {
  if (record.startTime !== undefined) return edgeAt(record, 'startTime', 'field');
  // One of the two times is there, or the record would have no place.
  const end = record.endTime as Instant;
  const isBehind = before?.endTime !== undefined && before.endTime <= end;
  return edgeAt(isBehind ? before : record, 'endTime', 'rule');
}

function endOf(
  record: RecordedSegment,
  { after, last, start }: { after: RecordedSegment | undefined; last: Edge; start: Edge },
): Edge {
  const { endTime } = record;
  if (endTime !== undefined && endTime >= start.at) return edgeAt(record, 'endTime', 'field');
  if (endTime !== undefined) return notBefore(start, edgeAt(record, 'endTime', 'rule'));
  if (after?.startTime !== undefined) return edgeAt(after, 'startTime', 'rule');
  return notBefore(start, last.how === 'now' ? last : assumed(last));
}

/** The edge that a time of a record gives, which is there. */
function edgeAt(record: RecordedSegment, name: 'startTime' | 'endTime', how: Edge['how']): Edge {
  return { at: record[name] as Instant, how, pointers: [pointerTo(record, name)] };
}

function draw(
  record: RecordedSegment,
  { purpose, start, end }: { purpose: string; start: Edge; end: Edge },
): Segment {
  const { type: word = '' } = record;
  const type = segmentTypeOf(word, purpose);
  const named = record.type === undefined ? [] : [pointerTo(record, 'type')];
  const segment: Segment = {
    type,
    start: start.at,
    end: end.at,
    certainty: certaintyBetween(start, end),
    evidence: {
      pointers: [...named, ...start.pointers, ...end.pointers],
      rule: end.how === 'rule' ? 'recorded-without-end' : 'recorded-segment',
    },
  };
  const unsure = unsureOf(start, end);
  if (unsure !== undefined) segment.unsure = unsure;
  if (type === 'other') segment.label = word;
  if (record.disconnectType !== undefined) segment.disconnectType = record.disconnectType;
  return segment;
}
