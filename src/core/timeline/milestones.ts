import type { Evaluation, Wrapup } from '../model/conversation';
import type { Limit, Milestone, MilestoneKind } from '../model/timeline';
import type { Instant } from '../model/time';
import { type AcwDrawn, ownOf, skipOf } from './acw';
import { isErrorDisconnect } from './disconnect';
import type { DrawnLeg } from './draw';
import { CLOCKS, type Edge, isInferred, observedAt, pointersOf } from './edge';
import { type Fact, factOf, type Leg, newestOf, pointerTo, readSaid } from './facts';
import type { LaneDraft } from './gather';
import { append, collected, lastGiven, sortUnlessSorted } from './lists';
import { plainWord } from './purpose';

/** The instants on a lane, in order of time. */
export function milestonesOf(
  lane: LaneDraft,
  legs: readonly DrawnLeg[],
  acw: readonly AcwDrawn[],
): Milestone[] {
  const all: Milestone[] = [];
  const start = newestOf(lane, 'startTime');
  // With several communications the participant's start is nobody's but its own, unless one that was alone has told it.
  const isLegs = legs.some(
    ({ leg: { first, states } }) =>
      states.some(({ alone }) => alone) && (legs.length === 1 || first.start?.value === start?.value),
  );
  if (start !== undefined && !isLegs) all.push(at('start', start));
  for (const drawn of legs) addLegMilestones(all, drawn);
  for (const drawn of acw) addAcwMilestones(all, drawn);
  // An end of after-call work of which nothing says when it began.
  const loneEnd = acw.length === 0 ? newestOf(lane, 'endAcwTime') : undefined;
  if (loneEnd !== undefined) all.push(at('acw-end', loneEnd));
  append(all, wrapups(lane, legs));
  append(all, flagged(lane));
  for (const evaluation of lane.participant.evaluations ?? []) append(all, evaluationMilestones(evaluation));
  return sortUnlessSorted(all, (a, b) => a.at - b.at);
}

function at(kind: MilestoneKind, fact: Fact<Instant>, trackId?: string): Milestone {
  const evidence = { pointers: [fact.pointer], rule: 'time-field' };
  return trackId === undefined
    ? { kind, at: fact.value, evidence }
    : { kind, at: fact.value, evidence, trackId };
}

function atEdge(kind: MilestoneKind, edge: Edge, trackId: string): Milestone {
  const rule = edge.how === 'change' || edge.how === 'first' ? 'observed-change' : 'time-field';
  return { kind, at: edge.at, trackId, evidence: { pointers: edge.pointers, rule } };
}

function addLegMilestones(all: Milestone[], drawn: DrawnLeg): void {
  const { leg, history, recording, segments, end } = drawn;
  const { first, newest, trackId } = leg;
  addBegin(all, drawn, 'start');
  addBegin(all, drawn, 'alerting');
  addBegin(all, drawn, 'connected');
  if (recording !== undefined && first.start === undefined) {
    const opening = segments.find(({ type }) => type !== 'scheduled');
    if (opening !== undefined)
      all.push({ kind: 'start', at: opening.start, trackId, evidence: opening.evidence });
  }
  for (const { start } of history.holds) all.push(atEdge('hold', start, trackId));
  for (const { start, end: resumed } of history.parks) {
    all.push(atEdge('parked', start, trackId));
    if (resumed !== undefined && resumed !== 'unknown' && !isInferred(resumed)) {
      all.push(atEdge('resume', resumed, trackId));
    }
  }
  if (end !== undefined) all.push(endMilestone(drawn, end));
  if (newest.providerEvent !== undefined) all.push(at('provider-event', newest.providerEvent, trackId));
}

/** From its own field, else from the change of state that two looks show. */
function addBegin(
  all: Milestone[],
  { leg, history }: DrawnLeg,
  kind: 'start' | 'alerting' | 'connected',
): void {
  const fact = leg.first[kind];
  if (fact !== undefined) {
    all.push(at(kind, fact, leg.trackId));
    return;
  }
  const shown = history.points.find(({ mode, start }) => mode === kind && start.how === 'change');
  if (shown !== undefined) all.push(atEdge(kind, shown.start, leg.trackId));
}

/** Rule 7: an error marks the end only where the leg never connected, or was cut off by an error. */
function endMilestone(drawn: DrawnLeg, end: Edge): Milestone {
  const { leg, presence, segments } = drawn;
  const milestone = atEdge('end', end, leg.trackId);
  const disconnect = leg.newest.disconnectType;
  const text = disconnect?.value ?? lastGiven(segments, (segment) => segment.disconnectType);
  if (text !== undefined) milestone.label = text;
  if (disconnect !== undefined)
    milestone.evidence.pointers = [...milestone.evidence.pointers, disconnect.pointer];
  const failed = presence === undefined || (text !== undefined && isErrorDisconnect(text));
  if (failed) addError(milestone, drawn);
  return milestone;
}

/** A leg tells its error, analytics the code of it in the record that ended the leg. */
function addError(milestone: Milestone, { leg, recording }: DrawnLeg): void {
  const error = leg.newest.errorInfo?.value;
  if (error !== undefined && Object.keys(error).length > 1) {
    const named = (['code', 'message'] as const).filter((name) => error[name] !== undefined);
    milestone.error = Object.fromEntries(named.map((name) => [name, error[name]]));
    // An error that names neither is still an error.
    const pointers = named.length === 0 ? [error.pointer] : named.map((name) => pointerTo(error, name));
    append(milestone.evidence.pointers, pointers);
    return;
  }
  const code = lastGiven(recording?.records ?? [], (record) =>
    record.errorCode?.trim() ? factOf(record, 'errorCode') : undefined,
  );
  if (code === undefined) return;
  milestone.error = { code: code.value };
  milestone.evidence.pointers = [...milestone.evidence.pointers, code.pointer];
}

function addAcwMilestones(all: Milestone[], { leg, segment, start, end }: AcwDrawn): void {
  all.push(at('acw-start', { value: segment.start, pointer: start }, leg.trackId));
  if (end !== undefined) all.push(at('acw-end', end, leg.trackId));
}

/** Each wrap-up that was saved or skipped, once: of what participant and communication tell, the latter's word stands. */
function wrapups(lane: LaneDraft, legs: readonly DrawnLeg[]): readonly Milestone[] {
  const all: Wrapups = new Map();
  addWrapup(all, lane.participant.wrapup, undefined);
  for (const { leg, recording } of legs) {
    const own = lastGiven(leg.states, ({ communication }) => communication?.wrapup ?? undefined);
    addWrapup(all, own, leg.trackId);
    for (const record of recording?.records ?? []) {
      const code = factOf(record, 'wrapUpCode');
      const end = factOf(record, 'endTime');
      if (code === undefined || end === undefined) continue;
      if ([own, lane.participant.wrapup].some((other) => isSameWrapup(other, code, end))) continue;
      addSaved(all, [end, code], leg.trackId);
    }
    const skipped = skippedAt(lane, leg);
    if (skipped !== undefined)
      addSaved(all, [skipped.at, { value: 'skipped', pointer: skipped.by.pointer }], leg.trackId);
  }
  return [...all.values()];
}

/** By when and as what it was saved. */
type Wrapups = Map<string, Milestone>;

/** A record gives the code alone of what others name. */
function isSameWrapup(other: Wrapup | undefined, code: Fact<string>, end: Fact<Instant>): boolean {
  return other?.code === code.value && Math.abs((other.endTime ?? Infinity) - end.value) <= CLOCKS;
}

function addWrapup(all: Wrapups, wrapup: Wrapup | undefined, trackId: string | undefined): void {
  const end = factOf(wrapup, 'endTime');
  if (end !== undefined) addSaved(all, [end, factOf(wrapup, 'name'), factOf(wrapup, 'code')], trackId);
}

/** Events name the code alone of what documents name. */
function addSaved(
  all: Wrapups,
  [end, name, code = name]: [end: Fact<Instant>, name: Fact<string> | undefined, code?: Fact<string>],
  trackId: string | undefined,
): void {
  const milestone = at('wrapup', end, trackId);
  const label = name ?? code;
  if (label !== undefined) milestone.label = label.value;
  milestone.evidence = { pointers: pointersOf([end, label]), rule: 'wrap-up-saved' };
  all.set(`${end.value} ${code?.value}`, milestone);
}

/** When a wrap-up was skipped, and what says so. */
function skippedAt(lane: LaneDraft, leg: Leg): { at: Fact<Instant>; by: Fact<unknown> } | undefined {
  const { by = newestOf(lane, 'wrapupSkipped'), at: seen } = skipOf(leg);
  if (!by?.value) return undefined;
  const work = lastGiven(leg.states, (state) => ownOf(state).afterCallWork);
  const at =
    factOf(work, 'endTime') ??
    newestOf(lane, 'endAcwTime') ??
    seen ??
    factOf(work, 'startTime') ??
    newestOf(lane, 'startAcwTime') ??
    leg.newest.end;
  return at && { at, by };
}

/** A flag carries no time: only a stream shows when it was raised. */
function flagged({ states }: LaneDraft): Milestone[] {
  const found = states.find(({ participant }) => participant.flaggedReason !== undefined);
  const reason = factOf(found?.participant, 'flaggedReason');
  if (found === undefined || reason === undefined) return [];
  const { look, participant } = found;
  const moment = observedAt({ look, participant, said: readSaid(participant), before: undefined });
  if (moment === undefined) return [];
  const evidence = { pointers: [reason.pointer, moment.pointer], rule: 'observed-change' };
  return [{ kind: 'flagged', at: moment.value, label: reason.value, evidence }];
}

/** Assigned, submitted and released, each where the evaluation names its time. */
export function evaluationMilestones(evaluation: Evaluation): Milestone[] {
  const status = plainWord(evaluation.status ?? '');
  // Of what is not submitted yet, analytics tells the time of something else.
  const occurred = ['pending', 'inprogress'].includes(status) ? undefined : factOf(evaluation, 'eventTime');
  const submitted =
    factOf(evaluation, 'submittedDate') ??
    (status === 'finished' ? factOf(evaluation, 'changedDate') : undefined);
  const dates: [MilestoneKind, Fact<Instant> | undefined][] = [
    ['evaluation-assigned', factOf(evaluation, 'assignedDate')],
    ['evaluation-submitted', submitted ?? occurred],
    ['evaluation-released', factOf(evaluation, 'releaseDate')],
  ];
  return collected(dates, ([kind, fact]) => {
    if (fact === undefined) return [];
    const milestone = at(kind, fact);
    const label = evaluation.evaluationForm?.name ?? evaluation.formName ?? evaluation.status;
    return [label === undefined ? milestone : { ...milestone, label }];
  });
}

/** By when an offer had to be answered, for legs that were offered. */
export function alertingLimit({ leg, segments }: DrawnLeg): Limit[] {
  const timeout = leg.newest.alertingTimeout;
  const offer = segments.find(({ type }) => type === 'alerting');
  if (timeout === undefined || offer === undefined || offer.evidence.rule === 'alerting-start-unknown')
    return [];
  const began = [leg.first.alerting, leg.first.start].find((fact) => fact?.value === offer.start);
  const from = began === undefined ? offer.evidence.pointers : [began.pointer];
  const evidence = { pointers: [...from, timeout.pointer], rule: 'alerting-limit' };
  return [{ kind: 'alerting', at: Math.round(offer.start + timeout.value), trackId: leg.trackId, evidence }];
}
