import type { Participant } from '../model/conversation';
import type { Problem, ProblemCode, Severity } from '../model/problem';
import type { Segment } from '../model/timeline';
import type { Instant } from '../model/time';
import type { AcwDrawn } from './acw';
import type { DrawnLeg, Whole } from './draw';
import { firstSaid, showsEnd } from './edge';
import { type Fact, factOf, type LegState, newest, pointerTo, say } from './facts';
import { segmentTypeOf } from './words';

/** Clocks of cloud and provider differ: what is nearer than this is in order. */
const UNTIDY = 500;
const FAR = 1000;

export function problem(
  code: ProblemCode,
  severity: Severity,
  { message, pointers }: { message: string; pointers: readonly string[] },
): Problem {
  return { code, severity, message, pointers: [...new Set(pointers)] };
}

/** What is wrong with one leg. `name` is the lane's, for the message; `acw` is the lane's, too. */
export function legProblems(
  drawn: DrawnLeg,
  name: string,
  { whole, acw }: { whole: Whole; acw: readonly AcwDrawn[] },
): Problem[] {
  return [
    ...outOfOrder(drawn, name),
    ...missing(drawn, name),
    ...unknownEnds(drawn, name),
    ...held(drawn, name),
    ...neighbours(drawn, name),
    ...outside(drawn, name, whole),
    ...skew(drawn, name, acw),
  ];
}

type Named = [name: string, fact: Fact<Instant> | undefined];

function outOfOrder({ leg }: DrawnLeg, name: string): Problem[] {
  const fact = (key: 'start' | 'alerting' | 'connected' | 'hold' | 'end'): Named => [
    WORDS[key],
    (key === 'end' ? newest(leg, key) : firstSaid(leg, key)) as Fact<Instant> | undefined,
  ];
  const end = fact('end');
  const pairs: [Named, Named][] = [
    [fact('start'), fact('alerting')],
    [fact('start'), fact('connected')],
    [fact('alerting'), fact('connected')],
    [fact('start'), end],
    [fact('alerting'), end],
    [fact('connected'), end],
    [fact('hold'), end],
    ...(leg.states.at(-1)?.communication?.segments?.map(recordPair) ?? []),
    ...workPair(leg.states.at(-1)),
  ];
  return firstOutOfOrder(pairs, name);
}

/** What is wrong with the times of a participant that are those of none of its legs. */
export function participantOutOfOrder(participant: Participant, name: string): Problem[] {
  const pair: [Named, Named] = [
    ['start of after-call work', factOf(participant, 'startAcwTime')],
    ['its end', factOf(participant, 'endAcwTime')],
  ];
  return firstOutOfOrder([pair], name);
}

function firstOutOfOrder(pairs: readonly [Named, Named][], name: string): Problem[] {
  // The same pair of values stands in every later snapshot, and an earlier pair explains a later one.
  const found = pairs.find(
    ([[, a], [, b]]) => a !== undefined && b !== undefined && b.value < a.value - UNTIDY,
  );
  if (found === undefined) return [];
  const [[before, a], [after, b]] = found as [[string, Fact<Instant>], [string, Fact<Instant>]];
  const message = `${name}: ${after} comes before ${before}`;
  return [problem('time-out-of-order', 'warning', { message, pointers: [a.pointer, b.pointer] })];
}

const WORDS = { start: 'start', alerting: 'alerting', connected: 'connected', hold: 'hold', end: 'end' };

function recordPair(
  record: Parameters<typeof pointerTo>[0] & { startTime?: number; endTime?: number },
): [Named, Named] {
  return [
    ['start of a segment', factOf(record, 'startTime')],
    ['its end', factOf(record, 'endTime')],
  ];
}

function workPair(state: LegState | undefined): [Named, Named][] {
  const work = state?.communication?.afterCallWork;
  return [
    [
      ['start of after-call work', factOf(work, 'startTime')],
      ['its end', factOf(work, 'endTime')],
    ],
  ];
}

function missing(drawn: DrawnLeg, name: string): Problem[] {
  const { leg, segments, end, endMissing } = drawn;
  const problems: Problem[] = [];
  const word = newest(leg, 'state');
  const begins = ['start', 'alerting', 'connected', 'hold', 'park'] as const;
  const begun =
    begins.some((fact) => firstSaid(leg, fact) !== undefined) ||
    segments.some(({ evidence }) => evidence.rule !== 'alerting-start-unknown');
  if (!begun && (end !== undefined || word !== undefined)) {
    const events = leg.states.every(
      ({ look }) => look.observation.form === 'event' || look.observation.form === 'fact',
    );
    problems.push(
      problem('missing-start', events ? 'info' : 'warning', {
        message: `${name}: nothing says when this leg started`,
        pointers: [...(word === undefined ? [] : [word.pointer]), ...(end?.pointers ?? [])],
      }),
    );
  }
  if (endMissing || end?.how === 'first') {
    const last = leg.states.findLast(showsEnd) ?? (leg.states.at(-1) as LegState);
    const ended = say(last, 'state');
    problems.push(
      problem('missing-end', 'warning', {
        message: `${name}: this leg is over, and nothing says since when`,
        pointers: ended === undefined ? drawn.last.pointers : [ended.pointer],
      }),
    );
  }
  return problems;
}

function unknownEnds({ segments }: DrawnLeg, name: string): Problem[] {
  return segments.flatMap((segment): Problem[] => {
    const { rule, pointers } = segment.evidence;
    if (rule === 'hold-end-unknown') {
      const message = `${name}: the end of the hold was not recorded; it is drawn as long as it can have been`;
      return [problem('hold-end-unknown', 'warning', { message, pointers })];
    }
    if (rule === 'park-end-unknown') {
      const message = `${name}: resumed at an unknown time; parked is drawn as long as it can have been`;
      return [problem('park-end-unknown', 'warning', { message, pointers })];
    }
    if (segment.unanswered) {
      const message = `${name}: the offer ended without an answer`;
      return [problem('unanswered', 'warning', { message, pointers })];
    }
    return [];
  });
}

function held({ history, recorded }: DrawnLeg, name: string): Problem[] {
  const fact = history.heldWithoutStart;
  if (fact === undefined || recorded) return [];
  const message = `${name}: on hold, and nothing says since when`;
  return [problem('held-without-start', 'warning', { message, pointers: [fact.pointer] })];
}

/** Recorded segments keep their times; where neighbours overlap or leave a gap, that is said. */
function neighbours({ recorded, segments }: DrawnLeg, name: string): Problem[] {
  if (!recorded) return [];
  const isRecorded = ({ evidence }: Segment): boolean => evidence.rule.startsWith('recorded');
  const work = segments.filter(({ type, certainty }) => type !== 'acw' && certainty !== 'planned');
  // A hold or park that only the single times know fills a gap; behind the last record it opens none.
  const until = work.findLastIndex(isRecorded);
  const problems: Problem[] = [];
  let reach: Segment | undefined;
  for (const next of work.slice(0, until + 1)) {
    if (reach !== undefined) {
      const both = isRecorded(reach) && isRecorded(next);
      problems.push(...between(reach, next, name).filter(({ code }) => both || code === 'gap-in-segments'));
    }
    if (reach === undefined || next.end > reach.end) reach = next;
  }
  return problems;
}

const BEFORE_ANSWER: ReadonlySet<string> = new Set([
  'alerting',
  'dialing',
  'contacting',
  'offering',
  'scheduled',
]);

function between(a: Segment, b: Segment, name: string): Problem[] {
  const pointers = [...a.evidence.pointers, ...b.evidence.pointers];
  const overlap = Math.min(a.end, b.end) - b.start;
  if (overlap > UNTIDY) {
    const message = `${name}: two recorded segments overlap by ${overlap} ms`;
    return [problem('overlapping-segments', 'warning', { message, pointers })];
  }
  const connected = !BEFORE_ANSWER.has(a.type) && a.disconnectType === undefined;
  if (connected && b.start - a.end > FAR) {
    const message = `${name}: ${b.start - a.end} ms between two recorded segments are not accounted for`;
    return [problem('gap-in-segments', 'info', { message, pointers })];
  }
  return [];
}

/** What comes after the conversation by its nature may lie outside it: after-call work, evaluations. */
function outside(drawn: DrawnLeg, name: string, whole: Whole): Problem[] {
  const isEarly = (at: Instant): boolean => whole.start !== undefined && at < whole.start.value - FAR;
  const isLate = (at: Instant): boolean => whole.end !== undefined && at > whole.end.value + FAR;
  const marks = marksOf(drawn);
  const early = marks.filter(({ start }) => isEarly(start));
  const late = marks.filter(({ end }) => isLate(end));
  if (early.length + late.length === 0) return [];
  const pointers = [
    ...[...early, ...late].flatMap((mark) => mark.pointers),
    ...(early.length > 0 && whole.start ? [whole.start.pointer] : []),
    ...(late.length > 0 && whole.end ? [whole.end.pointer] : []),
  ];
  const message = `${name}: lies more than a second outside the conversation's own start and end`;
  return [problem('outside-conversation', 'warning', { message, pointers })];
}

/** The stretches of a leg, and the instants that only its milestones show. */
function marksOf({ leg, segments, end }: DrawnLeg): { start: Instant; end: Instant; pointers: string[] }[] {
  const stretches = segments
    .filter(({ type, certainty }) => type !== 'acw' && certainty !== 'planned')
    .map(({ start, end, evidence }) => ({ start, end, pointers: evidence.pointers }));
  const instants = (['start', 'alerting', 'connected', 'hold', 'park'] as const)
    .map((key) => firstSaid(leg, key))
    .flatMap((fact) => (fact ? [{ start: fact.value, end: fact.value, pointers: [fact.pointer] }] : []));
  const over = end === undefined ? [] : [{ start: end.at, end: end.at, pointers: end.pointers }];
  return [...stretches, ...instants, ...over];
}

/** Rule 8: how far the provider's event lies from the nearest change of state. */
function skew({ leg, segments, end, history }: DrawnLeg, name: string, acw: readonly AcwDrawn[]): Problem[] {
  const event = newest(leg, 'providerEvent');
  if (event === undefined) return [];
  const said = (['start', 'alerting', 'connected', 'hold', 'park', 'resume', 'end'] as const).map(
    (key) => newest(leg, key)?.value as Instant | undefined,
  );
  const { startAcwTime, endAcwTime } = leg.states.at(-1)?.participant ?? {};
  const changes = [
    ...said,
    startAcwTime,
    endAcwTime,
    end?.at,
    ...[...segments, ...acw.map(({ segment }) => segment)].flatMap((segment) =>
      segment.certainty === 'running' ? [segment.start] : [segment.start, segment.end],
    ),
    ...history.points.map(({ start }) => start.at),
  ].filter((at) => at !== undefined);
  if (changes.length === 0) return [];
  const distance = Math.min(...changes.map((at) => Math.abs(at - event.value)));
  if (distance <= FAR) return [];
  const message = `${name}: the provider's event lies ${distance} ms from the nearest change of state`;
  return [problem('clock-skew', 'info', { message, pointers: [event.pointer] })];
}

/** Words that the vendor's lists do not have. */
export function unknownSegmentWords(drawn: DrawnLeg, purpose: string): Fact<string>[] {
  const state = drawn.leg.states.findLast(({ communication }) => communication?.segments !== undefined);
  return (state?.communication?.segments ?? []).flatMap((record) => {
    const word = factOf(record, 'type');
    return word === undefined || segmentTypeOf(word.value, purpose).known ? [] : [word];
  });
}
