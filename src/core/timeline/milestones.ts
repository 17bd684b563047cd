import type { Evaluation } from '../model/conversation';
import type { Limit, Milestone, MilestoneKind } from '../model/timeline';
import type { Instant } from '../model/time';
import type { AcwDrawn } from './acw';
import { isErrorDisconnect } from './disconnect';
import type { DrawnLeg } from './draw';
import { type Edge, firstSaid, observedAt, pointersOf } from './edge';
import { type Fact, factOf, newest, pointerTo } from './facts';
import type { LaneDraft } from './gather';
import { plainWord } from './words';

/** The instants on a lane, in order of time. */
export function milestonesOf(
  lane: LaneDraft,
  legs: readonly DrawnLeg[],
  acw: readonly AcwDrawn[],
): Milestone[] {
  const all = [
    ...ownStart(lane, legs),
    ...legs.flatMap(legMilestones),
    ...acw.flatMap(acwMilestones),
    ...(acw.length === 0 ? loneAcwEnd(lane) : []),
    ...wrapups(lane, legs),
    ...flagged(lane),
    ...(lane.participant.evaluations ?? []).flatMap(evaluationMilestones),
  ];
  return all.sort((a, b) => a.at - b.at);
}

function at(kind: MilestoneKind, fact: Fact<Instant>, trackId?: string): Milestone {
  const milestone: Milestone = {
    kind,
    at: fact.value,
    evidence: { pointers: [fact.pointer], rule: 'time-field' },
  };
  if (trackId !== undefined) milestone.trackId = trackId;
  return milestone;
}

function atEdge(kind: MilestoneKind, edge: Edge, trackId: string): Milestone {
  const rule = edge.how === 'change' || edge.how === 'first' ? 'observed-change' : 'time-field';
  return { kind, at: edge.at, trackId, evidence: { pointers: edge.pointers, rule } };
}

/** With several communications the participant's start is nobody's but its own. */
function ownStart(lane: LaneDraft, legs: readonly DrawnLeg[]): Milestone[] {
  const start = factOf(lane.participant, 'startTime');
  const shared = legs.some(({ leg }) => leg.states.some(({ alone }) => alone));
  return start === undefined || (shared && legs.length === 1) ? [] : [at('start', start)];
}

function legMilestones(drawn: DrawnLeg): Milestone[] {
  const { leg, history, recorded, segments, end } = drawn;
  const id = leg.trackId;
  const result: Milestone[] = [];
  for (const kind of ['start', 'alerting', 'connected'] as const) {
    const fact = firstSaid(leg, kind) as Fact<Instant> | undefined;
    const shown = history.points.find(({ mode, start }) => mode === kind && start.how === 'change');
    if (fact !== undefined) result.push(at(kind, fact, id));
    else if (shown !== undefined) result.push(atEdge(kind, shown.start, id));
  }
  const first = segments.find(({ type }) => type !== 'scheduled');
  if (recorded && first !== undefined && firstSaid(leg, 'start') === undefined) {
    result.push({ kind: 'start', at: first.start, trackId: id, evidence: first.evidence });
  }
  for (const { start } of history.holds) result.push(atEdge('hold', start, id));
  for (const { start, end: resumed } of history.parks) {
    result.push(atEdge('parked', start, id));
    if (resumed !== undefined && resumed !== 'unknown' && resumed.how !== 'rule') {
      result.push(atEdge('resume', resumed, id));
    }
  }
  if (end !== undefined) result.push(endMilestone(drawn, end));
  const event = newest(leg, 'providerEvent');
  if (event !== undefined) result.push(at('provider-event', event, id));
  return result;
}

/** Rule 7: an error marks the end only where the leg never connected, or was cut off by an error. */
function endMilestone({ leg, presence, segments }: DrawnLeg, end: Edge): Milestone {
  const milestone = atEdge('end', end, leg.trackId);
  const disconnect = newest(leg, 'disconnectType');
  const text = disconnect?.value ?? segments.findLast((segment) => segment.disconnectType)?.disconnectType;
  if (text !== undefined) milestone.label = text;
  if (disconnect !== undefined)
    milestone.evidence.pointers = [...milestone.evidence.pointers, disconnect.pointer];
  const error = newest(leg, 'errorInfo')?.value;
  const failed = presence === undefined || (text !== undefined && isErrorDisconnect(text));
  if (error !== undefined && failed && Object.keys(error).length > 1) {
    milestone.error = { code: error.code, message: error.message };
    const named = (['code', 'message'] as const).filter((name) => error[name] !== undefined);
    // An error that names neither is still an error.
    const pointers = named.length === 0 ? [error.pointer] : named.map((name) => pointerTo(error, name));
    milestone.evidence.pointers.push(...pointers);
  }
  return milestone;
}

function acwMilestones({ leg, segment, pointers: [start, end] }: AcwDrawn): Milestone[] {
  const began = at('acw-start', { value: segment.start, pointer: start }, leg.trackId);
  if (segment.certainty !== 'recorded' || end === undefined) return [began];
  return [began, at('acw-end', { value: segment.end, pointer: end }, leg.trackId)];
}

/** An end of after-call work of which nothing says when it began. */
function loneAcwEnd(lane: LaneDraft): Milestone[] {
  const end = factOf(lane.participant, 'endAcwTime');
  return end === undefined ? [] : [at('acw-end', end)];
}

function wrapups(lane: LaneDraft, legs: readonly DrawnLeg[]): Milestone[] {
  const saved = new Map<string, Milestone>();
  const save = (fact: Fact<Instant>, label: Fact<string> | undefined, trackId?: string): void => {
    const milestone = at('wrapup', fact, trackId);
    if (label !== undefined) milestone.label = label.value;
    milestone.evidence = { pointers: pointersOf([fact, label]), rule: 'wrap-up-saved' };
    saved.set(`${fact.value} ${label?.value}`, milestone);
  };
  const wrapup = lane.participant.wrapup;
  const wrapupEnd = factOf(wrapup, 'endTime');
  if (wrapupEnd !== undefined) save(wrapupEnd, factOf(wrapup, 'name') ?? factOf(wrapup, 'code'));
  for (const { leg } of legs) {
    const communication = leg.states.at(-1)?.communication;
    const own = factOf(communication?.wrapup, 'endTime');
    if (own !== undefined)
      save(own, factOf(communication?.wrapup, 'name') ?? factOf(communication?.wrapup, 'code'), leg.trackId);
    for (const record of communication?.segments ?? []) {
      const [code, end] = [factOf(record, 'wrapUpCode'), factOf(record, 'endTime')];
      if (code !== undefined && end !== undefined) save(end, code, leg.trackId);
    }
    const skipped = skippedAt(lane, leg.states.at(-1)?.communication, newest(leg, 'end'));
    if (skipped !== undefined) save(skipped.at, { ...skipped.by, value: 'skipped' }, leg.trackId);
  }
  return [...saved.values()];
}

type CommunicationOf = DrawnLeg['leg']['states'][number]['communication'];

function skippedAt(
  lane: LaneDraft,
  communication: CommunicationOf,
  end: Fact<Instant> | undefined,
): { at: Fact<Instant>; by: Fact<unknown> } | undefined {
  const work = communication?.afterCallWork;
  const state = factOf(work, 'state');
  const flag =
    factOf(communication, 'wrapupSkipped') ??
    factOf(lane.participant, 'wrapupSkipped') ??
    factOf(communication, 'acwSkipped');
  const by =
    state !== undefined && plainWord(state.value) === 'skipped'
      ? state
      : flag?.value === true
        ? flag
        : undefined;
  const moment =
    factOf(work, 'endTime') ??
    factOf(lane.participant, 'endAcwTime') ??
    factOf(work, 'startTime') ??
    factOf(lane.participant, 'startAcwTime') ??
    end;
  return by === undefined || moment === undefined ? undefined : { at: moment, by };
}

/** A flag carries no time: only a stream shows when it was raised. */
function flagged(lane: LaneDraft): Milestone[] {
  const index = lane.states.findIndex(({ participant }) => participant.flaggedReason !== undefined);
  const found = lane.states[index];
  const reason = factOf(found?.participant, 'flaggedReason');
  if (found === undefined || reason === undefined) return [];
  const moment = observedAt({ ...found, alone: true }, undefined);
  if (moment === undefined) return [];
  const evidence = { pointers: [reason.pointer, moment.pointer], rule: 'observed-change' };
  return [{ kind: 'flagged', at: moment.value, label: reason.value, evidence }];
}

/** Assigned, submitted and released, each where the evaluation names its time. */
export function evaluationMilestones(evaluation: Evaluation): Milestone[] {
  const finished = plainWord(evaluation.status ?? '') === 'finished';
  const submitted =
    factOf(evaluation, 'submittedDate') ?? (finished ? factOf(evaluation, 'changedDate') : undefined);
  const dates: [MilestoneKind, Fact<Instant> | undefined][] = [
    ['evaluation-assigned', factOf(evaluation, 'assignedDate')],
    ['evaluation-submitted', submitted ?? factOf(evaluation, 'eventTime')],
    ['evaluation-released', factOf(evaluation, 'releaseDate')],
  ];
  return dates.flatMap(([kind, fact]) => {
    if (fact === undefined) return [];
    const milestone = at(kind, fact);
    const label = evaluation.evaluationForm?.name ?? evaluation.formName ?? evaluation.status;
    return [label === undefined ? milestone : { ...milestone, label }];
  });
}

/** By when an offer had to be answered, for legs that were offered. */
export function alertingLimit({ leg, segments }: DrawnLeg): Limit[] {
  const timeout = newest(leg, 'alertingTimeout');
  const offer = segments.find(({ type }) => type === 'alerting');
  if (timeout === undefined || offer === undefined || offer.evidence.rule === 'alerting-start-unknown')
    return [];
  const began = [firstSaid(leg, 'alerting'), firstSaid(leg, 'start')].find(
    (fact) => fact?.value === offer.start,
  );
  const from = began === undefined ? offer.evidence.pointers : [began.pointer];
  const evidence = { pointers: [...from, timeout.pointer], rule: 'alerting-limit' };
  return [{ kind: 'alerting', at: offer.start + timeout.value, trackId: leg.trackId, evidence }];
}
