import { addTo } from '../model/add-to';
import type { Communication } from '../model/conversation';
import type { Entry, Json, Origin } from '../model/field';
import type { Problem } from '../model/problem';
import type { Lane, RoleSpan } from '../model/timeline';
import type { AcwDrawn } from './acw';
import { isKnownDisconnect } from './disconnect';
import type { DrawnLeg, Whole } from './draw';
import { pointersOf } from './edge';
import { type Fact, factOf, type Leg, type LegState, newestOf, pointerTo, type Said } from './facts';
import type { LaneDraft } from './gather';
import { metricProblems } from './metrics';
import { lasting } from './lasting';
import { judgeLeg, judgeWork } from './problems-leg';
import { type Directory, find, findControlled } from './resolve';
import { escapeKey } from '../parse/json/depth';
import { isUnsafeUrl } from './url';
import { RELATED } from './related';
import { plainWord } from './purpose';
import { isKnownPurpose, isKnownSegmentWord, isKnownState, mediaOf } from './words';
import { collected, lastGiven } from './lists';
import { type Tell, tellOf, tellTo } from './tell';

/** A lane with what it was drawn from. */
export interface DrawnLane {
  lane: Lane;
  draft: LaneDraft;
  legs: DrawnLeg[];
  acw: AcwDrawn[];
}

/** Everything that is wrong, missing or remarkable in the meaning of a conversation, lane by lane. */
export function problemsOf(lanes: readonly DrawnLane[], context: ProblemContext): Problem[] {
  const problems: Problem[] = [];
  const tell = tellTo(problems);
  endBeforeStart(context.whole, tell);
  for (const drawn of lanes) judgeLane(drawn, context, tellOf(drawn.lane.label, tell));
  duplicateCommunications(lanes, tell);
  dangling(lanes, context.directory, tell);
  sharers(lanes, tell);
  return problems;
}

export interface ProblemContext {
  whole: Whole;
  directory: Directory;
}

function judgeLane(drawn: DrawnLane, { whole, directory }: ProblemContext, tell: Tell): void {
  const { draft, legs, acw } = drawn;
  if (draft.duplicated) duplicates(draft, directory, tell);
  for (const leg of legs) judgeLeg(leg, { whole, acw }, tell);
  judgeWork(draft, acw, tell);
  overruns(acw, tell);
  metricProblems(drawn, tell);
  unknownValues(drawn, tell);
  unsafeUrls(drawn, tell);
  withoutCobrowse(legs, directory, tell);
}

function endBeforeStart({ start, end }: Whole, tell: Tell): void {
  if (start !== undefined && end !== undefined && end.value < start.value)
    tell('time-out-of-order', 'The conversation ends before it starts', [start.pointer, end.pointer]);
}

function duplicates(draft: LaneDraft, { participants }: Directory, tell: Tell): void {
  const id = newestOf(draft, 'id');
  if (id === undefined) return;
  const first = participants.get(id.value)?.lane.draft;
  const pointers = pointersOf([first && newestOf(first, 'id'), id]);
  tell('duplicate-id', 'another participant has the same id', pointers);
}

/** One communication id on two tracks. */
function duplicateCommunications(lanes: readonly DrawnLane[], tell: Tell): void {
  const seen = new Map<string, Leg>();
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
      tellOf(lane.label, tell)('duplicate-id', 'another communication has the same id', pointers);
    }
  }
}

/** The first look's communication that gives a field. */
function communicationWith({ states }: Leg, name: 'id' | 'mediaType'): Communication | undefined {
  for (const { communication } of states) if (communication?.[name] !== undefined) return communication;
  return undefined;
}

function overruns(acw: readonly AcwDrawn[], tell: Tell): void {
  for (const { segment, limit } of acw) {
    if (segment.overrunFrom === undefined) continue;
    const [took, allowed] = [segment.end - segment.start, segment.overrunFrom - segment.start];
    const unit = Math.min(allowed, took - allowed) < 1000 ? 1 : 1000;
    const [said, limited] = [took, allowed].map((ms) => lasting(ms - (ms % unit)));
    const message = `after-call work took ${said} of the ${limited} allowed`;
    tell('acw-overrun', message, [...segment.evidence.pointers, ...(limit?.evidence.pointers ?? [])]);
  }
}

function isDirection(word: string): boolean {
  return ['inbound', 'outbound', 'internal', 'unknown'].includes(plainWord(word));
}

function isRole(word: string): boolean {
  return isSharer(word) || isViewer(word);
}

function isKnownMedia(word: string): boolean {
  return mediaOf(word) !== undefined || plainWord(word) === 'unknown';
}

function unknownValues({ draft, legs }: DrawnLane, tell: Tell): void {
  const check = (what: string, fact: Fact<string> | undefined, isKnown: (word: string) => boolean): void => {
    if (fact === undefined || isKnown(fact.value)) return;
    const message = `${what} “${fact.value}” is not a known value; it is shown as it is`;
    tell('unknown-value', message, [fact.pointer]);
  };
  /** Of a leg, the values that were told. Most legs have none. */
  let told: Set<string> | undefined;
  const checkOnce: typeof check = (what, fact, isKnown) => {
    if (fact === undefined || isKnown(fact.value) || told?.has(what + fact.value)) return;
    told = (told ?? new Set()).add(what + fact.value);
    check(what, fact, isKnown);
  };
  if (!isKnownPurpose(draft.purpose)) check('purpose', newestOf(draft, 'purpose'), isKnownPurpose);
  for (const { leg, recording } of legs) {
    told = undefined;
    let later: Said | undefined;
    // Each look is drawn, and repeats what it knows; the newest are told first.
    for (let i = leg.states.length - 1; i >= 0; i--) {
      const { said } = leg.states[i] as LegState;
      const { state, direction, role, disconnectType } = said;
      if (state?.value !== later?.state?.value) checkOnce('state', state, isKnownState);
      if (direction?.value !== later?.direction?.value) checkOnce('direction', direction, isDirection);
      if (role?.value !== later?.role?.value) checkOnce('co-browse role', role, isRole);
      if (disconnectType?.value !== later?.disconnectType?.value)
        checkOnce('disconnect type', disconnectType, isKnownDisconnect);
      later = said;
    }
    check('media type', factOf(communicationWith(leg, 'mediaType'), 'mediaType'), isKnownMedia);
    for (const record of recording?.records ?? []) {
      // Of each segment a fact would be made for nothing.
      if (isKnownSegmentWord(record.type ?? 'unknown')) continue;
      check('segment type', factOf(record, 'type'), isKnownSegmentWord);
    }
  }
}

const UNSAFE = 'this address is shown as text, for it is not a plain https address';

function unsafeUrls({ draft, legs }: DrawnLane, tell: Tell): void {
  const check = (fact: Fact<Json> | undefined): void => {
    if (typeof fact?.value === 'string' && isUnsafeUrl(fact.value))
      tell('unsafe-url', UNSAFE, [fact.pointer]);
  };
  for (const name of ['userUri', 'viewerUrl', 'avatarImageUrl'] as const) check(newestOf(draft, name));
  const { participant, states } = draft;
  const { user, queue, team, script, externalContact, externalOrganization } = participant;
  for (const reference of [user, queue, team, script, externalContact, externalOrganization]) {
    check(factOf(reference, 'selfUri'));
  }
  if (participant.unknownFields !== undefined)
    unknownUrls(
      participant.unknownFields,
      states.map((state) => state.participant),
    ).forEach(check);
  for (const { leg } of legs) {
    const communication = lastGiven(leg.states, (state) => state.communication);
    if (communication === undefined) continue;
    check(factOf(communication, 'viewerUrl'));
    check(factOf(communication, 'avatarImageUrl'));
    const { unknownFields } = communication;
    if (unknownFields !== undefined) unknownUrls(unknownFields, [communication]).forEach(check);
  }
}

/** Fields that the models do not know, and whose name says that they hold an address, of one as all looks saw it. */
function unknownUrls(unknownFields: readonly Entry[], looks: readonly Origin[]): Fact<Json>[] {
  return unknownFields
    .filter(([name]) => /ur[il]$/i.test(name))
    .map(([name, value]) => {
      // As with known fields, the newest look that gives it is asked for its place.
      const gives = looks.findLast((look) => look.unknownFields?.some(([key]) => key === name));
      return { value, pointer: `${gives?.pointer}/${escapeKey(name)}` };
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
function withoutCobrowse(legs: readonly DrawnLeg[], directory: Directory, tell: Tell): void {
  for (const drawn of legs) {
    const list = drawn.leg.newest.controlling;
    const pointers: string[] = [];
    list?.value.forEach((id, index) => {
      const target = findControlled(directory, id);
      const outside = !inSession(drawn) || (target !== undefined && !target.lane.legs.some(inSession));
      if (id && outside) pointers.push(`${list.pointer}/${index}`);
    });
    if (pointers.length > 0)
      tell('controls-without-cobrowse', 'control is named outside a co-browse session', pointers);
  }
}

/** Ids that name nothing in this conversation; an unmatched peer is normal. */
function dangling(lanes: readonly DrawnLane[], directory: Directory, tell: Tell): void {
  for (const drawn of lanes) {
    if (!drawn.draft.namesOthers) continue;
    for (const [id, places] of lostNames(drawn, directory)) {
      const message = `“${id}” is nobody in this conversation`;
      tellOf(drawn.lane.label, tell)('dangling-reference', message, [...places.values()]);
    }
  }
}

/** What may name another participant. Recorded segments name none in a consult. */
type Related = Origin & { [name in (typeof RELATED)[number]]?: string };

/** Each id, once, by which a lane names nobody: for each of its fields that does, the first place. */
function lostNames({ draft, legs }: DrawnLane, directory: Directory): Map<string, Map<string, string>> {
  const lost = new Map<string, Map<string, string>>();
  const add = (name: string, fact: Fact<string> | undefined, search = find): void => {
    if (!fact?.value || search(directory, fact.value) !== undefined) return;
    const places = lost.get(fact.value) ?? new Map<string, string>();
    if (!places.has(name)) lost.set(fact.value, places.set(name, fact.pointer));
  };
  const addAll = (owner: Related | undefined): void => {
    for (const name of RELATED) add(name, factOf(owner, name));
  };
  for (const { participant } of draft.states) addAll(participant);
  for (const { leg } of legs) {
    for (const { communication, participant } of leg.states) {
      addAll(communication);
      communication?.segments?.forEach(addAll);
      const owner = communication?.controlling === undefined ? participant : communication;
      owner.controlling?.forEach((id, index) => {
        const pointer = `${pointerTo(owner, 'controlling')}/${index}`;
        add('controlling', { value: id, pointer }, findControlled);
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
function sharers(lanes: readonly DrawnLane[], tell: Tell): void {
  const sessions = new Map<string, Member[]>();
  for (const lane of lanes) {
    for (const [session, member] of collected(lane.legs, (leg) => membersOf(lane, leg))) {
      addTo(sessions, session, member);
    }
  }
  for (const members of sessions.values()) {
    const all = members.filter(
      ({ role, spans }) => isSharer(role.value) || spans.some((span) => isSharer(span.role)),
    );
    const pointers = (all.length > 0 ? all : members).map(({ role }) => role.pointer);
    if (all.length > 0) {
      if (shareAtOneTime(all))
        tell('two-sharers', 'The co-browse session has two sharers at one time', pointers);
      // A word that the vendor's lists do not have may be one for who shares.
    } else if (members.every(({ role }) => isViewer(role.value)))
      tell('no-sharer', 'The co-browse session has viewers, and nobody shares', pointers);
  }
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

function isSharer(role: string): boolean {
  return plainWord(role) === 'sharer';
}

function isViewer(role: string): boolean {
  return plainWord(role) === 'viewer';
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
  // The one that ends last so far: as long as no two meet, all of other lanes are over when one of its lane begins.
  let last = stretches[0];
  for (const one of stretches) {
    if (last !== undefined && one.lane !== last.lane && one.start < last.end) return true;
    if (last === undefined || one.end > last.end) last = one;
  }
  return false;
}
