import type { Communication } from '../model/conversation';
import type { Entry, Json, Origin } from '../model/field';
import type { Problem } from '../model/problem';
import type { Lane, RoleSpan } from '../model/timeline';
import type { AcwDrawn } from './acw';
import { isKnownDisconnect } from './disconnect';
import type { DrawnLeg, Whole } from './draw';
import { pointersOf } from './edge';
import { type Fact, factOf, type Leg, newestOf, pointerTo } from './facts';
import type { LaneDraft } from './gather';
import { metricProblems } from './metrics';
import { lasting } from './lasting';
import { addLegProblems, NOTHING, participantOutOfOrder, problem, unknownSegmentWords } from './problems-leg';
import { type Directory, find, findControlled, legsIn } from './resolve';
import { escapeKey } from '../parse/json/depth';
import { isUnsafeUrl } from './url';
import { RELATED, RELATED_IN_SEGMENTS } from './related';
import { plainWord } from './purpose';
import { isKnownPurpose, isKnownState, mediaOf } from './words';
import { append, collected, lastWhere } from './lists';

/** A lane with what it was drawn from. */
export interface DrawnLane {
  lane: Lane;
  draft: LaneDraft;
  legs: DrawnLeg[];
  acw: AcwDrawn[];
}

/** Everything that is wrong, missing or remarkable in the meaning of a conversation, lane by lane. */
export function problemsOf(lanes: readonly DrawnLane[], context: ProblemContext): Problem[] {
  const problems = endBeforeStart(context.whole);
  for (const drawn of lanes) {
    const { draft, lane, legs, acw } = drawn;
    if (draft.duplicated) append(problems, duplicates(drawn, lanes));
    for (const leg of legs) addLegProblems(problems, leg, { name: lane.label, whole: context.whole, acw });
    append(problems, participantOutOfOrder(draft, lane.label));
    if (acw.length > 0) append(problems, overruns(drawn));
    append(problems, metricProblems(drawn));
    append(problems, unknownValues(drawn));
    append(problems, unsafeUrls(drawn));
    if (draft.namesOthers) append(problems, withoutCobrowse(drawn, context.directory));
  }
  append(problems, duplicateCommunications(lanes));
  append(problems, dangling(lanes, context.directory));
  append(problems, sharers(lanes));
  return problems;
}

export interface ProblemContext {
  whole: Whole;
  directory: Directory;
}

function endBeforeStart({ start, end }: Whole): Problem[] {
  if (start === undefined || end === undefined || end.value >= start.value) return [];
  const message = 'The conversation ends before it starts';
  return [problem('time-out-of-order', 'warning', { message, pointers: [start.pointer, end.pointer] })];
}

function duplicates({ draft, lane }: DrawnLane, lanes: readonly DrawnLane[]): Problem[] {
  const id = newestOf(draft.states, 'id');
  if (id === undefined) return [];
  const first = lanes.find((other) => other.draft.participant.id === id.value)?.draft;
  const pointers = pointersOf([newestOf(first?.states ?? [], 'id'), id]);
  const message = `${lane.label}: another participant has the same id`;
  return [problem('duplicate-id', 'warning', { message, pointers })];
}

/** One communication id on two tracks. */
function duplicateCommunications(lanes: readonly DrawnLane[]): Problem[] {
  const seen = new Map<string, Leg>();
  const problems: Problem[] = [];
  for (const { legs, lane } of lanes) {
    for (const { leg } of legs) {
      const id = communicationWith(leg, 'id')?.id;
      if (id === undefined || leg.past) continue;
      const other = seen.get(id);
      if (other === undefined) {
        seen.set(id, leg);
        continue;
      }
      const pointers = pointersOf([other, leg].map((own) => factOf(communicationWith(own, 'id'), 'id')));
      const message = `${lane.label}: another communication has the same id`;
      problems.push(problem('duplicate-id', 'warning', { message, pointers }));
    }
  }
  return problems;
}

/** The first look's communication that gives a field. */
function communicationWith({ states }: Leg, name: 'id' | 'mediaType'): Communication | undefined {
  for (const { communication } of states) if (communication?.[name] !== undefined) return communication;
  return undefined;
}

function overruns({ acw, lane }: DrawnLane): Problem[] {
  return collected(acw, ({ segment, limit }): Problem[] => {
    if (segment.overrunFrom === undefined) return [];
    const over = lasting(segment.end - segment.overrunFrom);
    const message = `${lane.label}: after-call work ran ${over} over the time allowed`;
    const pointers = [...segment.evidence.pointers, ...(limit?.evidence.pointers ?? [])];
    return [problem('acw-overrun', 'warning', { message, pointers })];
  });
}

const DIRECTIONS = new Set(['inbound', 'outbound', 'internal']);
const ROLES = new Set(['sharer', 'viewer']);

function isKnownMedia(word: string): boolean {
  return mediaOf(word) !== undefined || plainWord(word) === 'unknown';
}

function unknownValues({ draft, legs, lane }: DrawnLane): readonly Problem[] {
  let problems: Problem[] | undefined;
  const add = (what: string, fact: Fact<string> | undefined): void => {
    if (fact === undefined) return;
    const message = `${lane.label}: ${what} “${fact.value}” is not a known value; it is shown as it is`;
    (problems ??= []).push(problem('unknown-value', 'info', { message, pointers: [fact.pointer] }));
  };
  if (!isKnownPurpose(draft.purpose)) add('purpose', newestOf(draft.states, 'purpose'));
  for (const drawn of legs) {
    const { state, direction, role, disconnectType } = drawn.leg.newest;
    if (state !== undefined && !isKnownState(state.value)) add('state', state);
    if (direction !== undefined && !DIRECTIONS.has(plainWord(direction.value))) add('direction', direction);
    if (role !== undefined && !ROLES.has(plainWord(role.value))) add('co-browse role', role);
    if (disconnectType !== undefined && !isKnownDisconnect(disconnectType.value))
      add('disconnect type', disconnectType);
    const media = communicationWith(drawn.leg, 'mediaType');
    if (media !== undefined && !isKnownMedia(media.mediaType ?? ''))
      add('media type', factOf(media, 'mediaType'));
    for (const word of unknownSegmentWords(drawn)) add('segment type', word);
  }
  return problems ?? NOTHING;
}

function unsafeUrls({ draft, legs, lane }: DrawnLane): Problem[] {
  const problems: Problem[] = [];
  const check = (fact: Fact<Json> | undefined): void => {
    if (typeof fact?.value !== 'string' || !isUnsafeUrl(fact.value)) return;
    const message = `${lane.label}: this address is shown as text, for it is not a plain https address`;
    problems.push(problem('unsafe-url', 'warning', { message, pointers: [fact.pointer] }));
  };
  const { participant, states } = draft;
  if (participant.userUri !== undefined) check(newestOf(states, 'userUri'));
  if (participant.viewerUrl !== undefined) check(newestOf(states, 'viewerUrl'));
  if (participant.avatarImageUrl !== undefined) check(newestOf(states, 'avatarImageUrl'));
  const { user, queue, team, script, externalContact, externalOrganization } = participant;
  for (const reference of [user, queue, team, script, externalContact, externalOrganization]) {
    if (reference?.selfUri !== undefined) check(factOf(reference, 'selfUri'));
  }
  if (participant.unknownFields !== undefined) unknownUrls(states, participant.unknownFields).forEach(check);
  for (const { leg } of legs) {
    const communication = lastWhere(leg.states, (state) => state.communication !== undefined)?.communication;
    if (communication === undefined) continue;
    check(factOf(communication, 'viewerUrl'));
    check(factOf(communication, 'avatarImageUrl'));
    const { unknownFields } = communication;
    if (unknownFields !== undefined)
      unknownUrls([{ participant: communication }], unknownFields).forEach(check);
  }
  return problems;
}

/** Fields that the models do not know, and whose name says that they hold an address. */
function unknownUrls(
  looks: readonly { participant: Origin }[],
  unknownFields: readonly Entry[],
): Fact<Json>[] {
  return unknownFields
    .filter(([name]) => /ur[il]$/i.test(name))
    .map(([name, value]) => {
      // As with known fields, the newest look that gives it is asked for its place.
      const gives = looks.findLast(({ participant }) =>
        participant.unknownFields?.some(([key]) => key === name),
      );
      return { value, pointer: `${gives?.participant.pointer}/${escapeKey(name)}` };
    });
}

/** `controlling` alone makes a flat leg a co-browse leg, so the session itself is asked for. */
function inSession({ leg }: DrawnLeg): boolean {
  return (
    (!leg.flat && leg.media === 'cobrowse') ||
    leg.newest.cobrowseSession !== undefined ||
    leg.newest.role !== undefined
  );
}

/** Control is granted within a co-browse session: the leg that has it, and the lane it names, are in one. */
function withoutCobrowse({ legs, lane }: DrawnLane, directory: Directory): Problem[] {
  return collected(legs, (drawn): Problem[] => {
    const list = drawn.leg.newest.controlling;
    if (!list?.value.some(Boolean)) return [];
    const theirs = list.value.every((id) => {
      const target = findControlled(directory, id);
      return target === undefined || legsIn(directory, target.lane).some(inSession);
    });
    if (theirs && inSession(drawn)) return [];
    const message = `${lane.label}: control is named outside a co-browse session`;
    const pointers = list.value.map((_, i) => `${list.pointer}/${i}`);
    return [problem('controls-without-cobrowse', 'warning', { message, pointers })];
  });
}

/** Ids that name nothing in this conversation; an unmatched peer is normal. */
function dangling(lanes: readonly DrawnLane[], directory: Directory): Problem[] {
  const naming = lanes.filter(({ draft }) => draft.namesOthers);
  return collected(naming, (drawn) =>
    lostNames(drawn, directory).map(({ value, pointer }) => {
      const message = `${drawn.lane.label}: “${value}” is nobody in this conversation`;
      return problem('dangling-reference', 'warning', { message, pointers: [pointer] });
    }),
  );
}

/** Each id, once, by which a lane names nobody. */
function lostNames({ draft, legs }: DrawnLane, directory: Directory): Fact<string>[] {
  const lost: Fact<string>[] = [];
  const add = (fact: Fact<string> | undefined, search = find): void => {
    if (!fact?.value || lost.some(({ value }) => value === fact.value)) return;
    if (search(directory, fact.value) === undefined) lost.push(fact);
  };
  for (const name of RELATED) add(newestOf(draft.states, name));
  for (const { leg } of legs) {
    for (const { communication, participant } of leg.states) {
      for (const name of RELATED) add(factOf(communication, name));
      for (const record of communication?.segments ?? []) {
        for (const name of RELATED_IN_SEGMENTS) add(factOf(record, name));
      }
      const owner = communication?.controlling === undefined ? participant : communication;
      owner.controlling?.forEach((id, index) => {
        add({ value: id, pointer: `${pointerTo(owner, 'controlling')}/${index}` }, findControlled);
      });
    }
  }
  return lost;
}

/** A leg that has a role in a co-browse session. */
interface Member {
  lane: DrawnLane;
  role: Fact<string>;
  spans: RoleSpan[];
}

/** A session has one sharer. Two at one time, or none beside its viewers, is worth a word. */
function sharers(lanes: readonly DrawnLane[]): readonly Problem[] {
  if (!lanes.some(({ legs }) => legs.some(hasRole))) return NOTHING;
  const sessions = new Map<string, Member[]>();
  for (const lane of lanes) {
    for (const [session, member] of collected(lane.legs, (leg) => membersOf(lane, leg))) {
      const members = sessions.get(session);
      if (members === undefined) sessions.set(session, [member]);
      else members.push(member);
    }
  }
  return collected([...sessions.values()], (members): Problem[] => {
    const all = members.filter(
      ({ role, spans }) => isSharer(role.value) || spans.some((span) => isSharer(span.role)),
    );
    const pointers = (all.length > 0 ? all : members).map(({ role }) => role.pointer);
    if (all.length === 0) {
      const message = 'The co-browse session has viewers, and nobody shares';
      return [problem('no-sharer', 'info', { message, pointers })];
    }
    const message = 'The co-browse session has two sharers at one time';
    return shareAtOneTime(all) ? [problem('two-sharers', 'warning', { message, pointers })] : [];
  });
}

/** A leg in each of the sessions in which it had a role, one after another as a rule. */
function membersOf(lane: DrawnLane, { leg }: DrawnLeg): [session: string, Member][] {
  const { role, cobrowseSession } = leg.newest;
  if (role === undefined) return [];
  const bySession = new Map<string, Member>();
  for (const span of lane.lane.roles) {
    if (span.trackId !== leg.trackId) continue;
    const session = span.sessionId ?? '';
    const member = bySession.get(session) ?? { lane, role, spans: [] };
    // The first place in the evidence of a role is that of its word.
    member.role = { value: span.role, pointer: span.evidence.pointers[0] ?? role.pointer };
    member.spans.push(span);
    bySession.set(session, member);
  }
  return bySession.size > 0 ? [...bySession] : [[cobrowseSession?.value ?? '', { lane, role, spans: [] }]];
}

function hasRole({ leg }: DrawnLeg): boolean {
  return leg.newest.role !== undefined;
}

function isSharer(role: string): boolean {
  return plainWord(role) === 'sharer';
}

/** Whether two lanes share at one time; without times nothing says that they took turns. */
function shareAtOneTime(members: readonly Member[]): boolean {
  const lanes = new Set(members.map(({ lane }) => lane));
  if (lanes.size < 2) return false;
  const stretches: { lane: DrawnLane; start: number; end: number }[] = [];
  for (const { lane, spans } of members) {
    const shared = spans.filter(({ role }) => isSharer(role));
    if (shared.length === 0) return true;
    for (const { start, end } of shared) if (start < end) stretches.push({ lane, start, end });
  }
  stretches.sort((a, b) => a.start - b.start);
  // The latest end so far, and the latest of another lane than that one.
  let [last, other] = [stretches[0], undefined as (typeof stretches)[number] | undefined];
  for (const one of stretches) {
    const beside = last?.lane === one.lane ? other : last;
    if (beside !== undefined && one.start < beside.end) return true;
    if (last === undefined || one.end >= last.end) {
      if (last?.lane !== one.lane) other = last;
      last = one;
    } else if (last.lane !== one.lane && (other === undefined || one.end > other.end)) other = one;
  }
  return false;
}
