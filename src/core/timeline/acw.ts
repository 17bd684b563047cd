import type { Interval } from '../measure/intervals';
import type { Communication, Participant } from '../model/conversation';
import type { Limit, Segment } from '../model/timeline';
import type { Instant } from '../model/time';
import { MEDIA_ARRAYS } from '../model/vendor';
import type { Whole } from './draw';
import { CLOCKS, fieldEdge, lookedAt, observedAt, pointersOf } from './edge';
import { type Fact, factOf, type Leg, type LegState, newestOf, possible } from './facts';
import type { LaneDraft } from './gather';
import { lastGiven } from './lists';
import { plainWord } from './purpose';

/** What the data says of one stretch of after-call work. */
export interface AcwFacts {
  leg: Leg;
  start: Fact<Instant>;
  end?: Fact<Instant>;
  wrapupEnd?: Fact<Instant>;
  wrapupSeconds?: Fact<number>;
  timeout?: Fact<number>;
  /** Which word says that it was skipped, when a look at that is its end. */
  skip?: Fact<unknown>;
  /** Until when some look still shows it. */
  seen?: Fact<Instant>;
}

export interface AcwDrawn {
  leg: Leg;
  segment: Segment;
  /** Where its start stands. */
  start: string;
  /** The end that the data gives, wherever it lies. */
  end?: Fact<Instant>;
  limit?: Limit;
}

/** Whether the conversation goes on, and up to when. */
type Living = Pick<Whole, 'live' | 'now'>;

/** Draws the after-call work of a participant. */
export function drawAcw(work: readonly AcwFacts[], whole: Living): AcwDrawn[] {
  return work.map((facts) => {
    const segment = segmentOf(facts, whole);
    const end = facts.end ?? recordedEnd(segment, segment.evidence.pointers[1]);
    return limited({ leg: facts.leg, segment, start: facts.start.pointer, end }, facts.timeout);
  });
}

function recordedEnd({ certainty, end }: Segment, pointer = ''): Fact<Instant> | undefined {
  return certainty === 'recorded' ? { value: end, pointer } : undefined;
}

/** After-call work among recorded segments that has no end there: it ends as any other does. */
export function endOpenAcw(
  { lane, leg }: { lane: LaneDraft; leg: Leg },
  segment: Segment,
  whole: Living,
): Segment {
  const [type, pointer] = segment.evidence.pointers as [string, string];
  const start = { value: segment.start, pointer };
  const drawn = segmentOf(complete({ leg, start, end: ownEnd(lane, leg, start) }), whole);
  const { pointers, rule } = drawn.evidence;
  return { ...segment, ...drawn, evidence: { pointers: [type, ...pointers], rule } };
}

/** After-call work that stands among recorded segments: drawn already, and limited like any other. */
export function recordedAcw(leg: Leg, segments: readonly Segment[]): AcwDrawn[] {
  const drawn: AcwDrawn[] = [];
  for (const segment of segments) {
    if (segment.type !== 'acw') continue;
    // The first says that it is after-call work.
    const [, start = '', end] = segment.evidence.pointers;
    drawn.push(limited({ leg, segment, start, end: recordedEnd(segment, end) }, leg.newest.wrapupTimeout));
  }
  return drawn;
}

function limited(drawn: AcwDrawn, timeout: Fact<number> | undefined): AcwDrawn {
  if (timeout === undefined) return drawn;
  const { segment, leg } = drawn;
  const at = Math.round(segment.start + timeout.value);
  if (segment.end > at) segment.overrunFrom = at;
  const evidence = { pointers: [drawn.start, timeout.pointer], rule: 'acw-limit' };
  drawn.limit = { kind: 'acw', at, trackId: leg.trackId, evidence };
  return drawn;
}

/**
 * Each communication that names times of its own after-call work has its own; the participant's times
 * are the same work said again, and stand alone only where no communication speaks.
 */
export function acwOf(lane: LaneDraft): AcwFacts[] {
  const distinct: AcwFacts[] = [];
  for (const leg of byRank(lane)) {
    const start = ownStart(leg);
    if (start === undefined) continue;
    const own = complete({ leg, start, end: ownEnd(lane, leg, start) });
    if (!distinct.some((other) => isSameWork(toldSpan(own), toldSpan(other)))) distinct.push(own);
  }
  const start = newestOf(lane, 'startAcwTime');
  if (distinct.length > 0 || start === undefined) return distinct;
  return [complete({ leg: legFor(lane), start, end: newestOf(lane, 'endAcwTime') })];
}

/** An agent works after one thing at a time: what is told twice of one time, or by two clocks of one begin, is told once. */
function isSameWork(a: Interval, b: Interval): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return second.start - first.start <= CLOCKS || second.start < first.end;
}

/** As far as its end was told. */
function toldSpan({ start, end, wrapupEnd }: AcwFacts): Interval {
  return { start: start.value, end: (end ?? wrapupEnd ?? start).value };
}

/** The work that the single times tell and that no recorded segment of the participant has. */
export function notRecorded(drawn: readonly AcwDrawn[], recorded: readonly AcwDrawn[]): readonly AcwDrawn[] {
  return drawn.filter((one) => !recorded.some((other) => isSameWork(one.segment, other.segment)));
}

/** What a look says of a leg: its communication, or the flat participant, which is one. */
export function ownOf({ communication, participant }: LegState): Communication | Participant {
  return communication ?? participant;
}

function ownStart({ states }: Leg): Fact<Instant> | undefined {
  return (
    lastGiven(states, (state) => factOf(ownOf(state).afterCallWork, 'startTime')) ??
    lastGiven(states, (state) => factOf(ownOf(state), 'startAcwTime'))
  );
}

/** Where only one communication speaks, the participant's end is that of its work. */
function ownEnd(lane: LaneDraft, leg: Leg, start: Fact<Instant>): Fact<Instant> | undefined {
  return (
    lastGiven(leg.states, (state) => factOf(ownOf(state).afterCallWork, 'endTime')) ??
    lastGiven(leg.states, (state) => factOf(ownOf(state), 'endAcwTime')) ??
    (newestOf(lane, 'startAcwTime')?.value === start.value || lane.legs.filter(ownStart).length <= 1
      ? newestOf(lane, 'endAcwTime')
      : undefined)
  );
}

function complete({ leg, start, end }: Pick<AcwFacts, 'leg' | 'start' | 'end'>): AcwFacts {
  const saved = wrapupFact(leg, 'endTime');
  const { by, at } = skipOf(leg);
  return {
    leg,
    start,
    end,
    wrapupEnd: saved ?? at,
    wrapupSeconds: possible(wrapupFact(leg, 'durationSeconds'), 1000),
    timeout: leg.newest.wrapupTimeout,
    skip: saved ? undefined : by,
    seen: lookedAt((leg.states.at(-1) as LegState).look),
  };
}

/** The newest word of a leg's wrap-up, else of its participant's. */
function wrapupFact(leg: Leg, name: 'endTime' | 'durationSeconds'): Fact<number> | undefined {
  return lastGiven(
    leg.states,
    ({ communication, participant }) =>
      factOf(communication?.wrapup, name) ?? factOf(participant.wrapup, name),
  );
}

/** What a look says of whether the work was skipped. */
function skipIn(state: LegState): Fact<unknown> | undefined {
  const { communication, participant } = state;
  const work = ownOf(state).afterCallWork;
  return plainWord(work?.state ?? '') === 'skipped'
    ? factOf(work, 'state')
    : (factOf(communication, 'wrapupSkipped') ??
        factOf(participant, 'wrapupSkipped') ??
        factOf(communication, 'acwSkipped'));
}

/** What says last whether a leg's work was skipped, and when a look that follows another was the first to show it. */
export function skipOf({ states }: Leg): { by: Fact<unknown> | undefined; at: Fact<Instant> | undefined } {
  const by = lastGiven(states, skipIn);
  const first = by?.value ? states.find((state) => skipIn(state)?.value) : undefined;
  return { by, at: first?.before && observedAt(first) };
}

/** The medium's place in the order that counts for after-call work. */
function rankOf({ media }: Leg): number {
  const rank = MEDIA_ARRAYS.findIndex(([, medium]) => medium === media);
  return rank < 0 ? MEDIA_ARRAYS.length : rank;
}

function byRank({ legs }: LaneDraft): readonly Leg[] {
  return legs.length < 2 ? legs : legs.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** The track whose communication speaks of after-call work, else the first in the order of media. */
function legFor(lane: LaneDraft): Leg {
  const legs = byRank(lane);
  const speaks = (test: (own: Communication | Participant) => unknown): Leg | undefined =>
    legs.find(({ states }) => states.some((state) => test(ownOf(state))));
  return (
    speaks(({ afterCallWork }) => afterCallWork?.state) ??
    speaks(({ afterCallWorkRequired }) => afterCallWorkRequired) ??
    speaks(({ wrapup }) => wrapup) ??
    (legs[0] as Leg)
  );
}

/**
 * Rule 6: after-call work lasts to its stated end, else to the saving or skipping of the wrap-up, else as long as it says.
 * Without any of these it runs while the conversation is live, later the time allowed bounds it, and where nothing
 * does it is as long as it was seen.
 */
function segmentOf(facts: AcwFacts, { live, now }: Living): Segment {
  const { start, end, wrapupEnd, wrapupSeconds, timeout, skip } = facts;
  const from = start.value;
  const drawn = (
    to: Instant,
    certainty: Segment['certainty'],
    why: { rule: string; by?: Fact<number>; word?: Fact<unknown> },
  ): Segment => ({
    type: 'acw',
    start: from,
    end: Math.max(from, Math.round(to)),
    // An end before the start is nobody's end.
    certainty: to < from ? 'inferred' : certainty,
    evidence: { pointers: [...fieldEdge(start).pointers, ...pointersOf([why.by, why.word])], rule: why.rule },
  });
  if (end !== undefined) return drawn(end.value, 'recorded', { rule: 'acw-recorded', by: end });
  if (wrapupEnd !== undefined && wrapupEnd.value >= from - CLOCKS) {
    return drawn(wrapupEnd.value, 'recorded', { rule: 'acw-until-wrapup', by: wrapupEnd, word: skip });
  }
  if (wrapupSeconds !== undefined) {
    return drawn(from + wrapupSeconds.value * 1000, 'inferred', {
      rule: 'acw-by-duration',
      by: wrapupSeconds,
    });
  }
  if (live) return drawn(now(), 'running', { rule: 'acw-still-open' });
  if (timeout !== undefined) {
    return drawn(from + timeout.value, 'inferred', { rule: 'acw-by-timeout', by: timeout });
  }
  // Nothing bounds it from above; the last look that shows it bounds it from below.
  const open = drawn(facts.seen?.value ?? from, 'inferred', { rule: 'acw-end-unknown', by: facts.seen });
  open.atLeast = true;
  return open;
}
