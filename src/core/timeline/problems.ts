import type { Participant } from '../model/conversation';
import type { Json } from '../model/field';
import type { Problem } from '../model/problem';
import type { Lane, RoleSpan } from '../model/timeline';
import type { AcwDrawn } from './acw';
import { isKnownDisconnect } from './disconnect';
import type { DrawnLeg, Whole } from './draw';
import { type Fact, factOf, newest, pointerTo } from './facts';
import type { LaneDraft } from './gather';
import { metricProblems } from './metrics';
import { legProblems, participantOutOfOrder, problem, unknownSegmentWords } from './problems-leg';
import type { Directory } from './resolve';
import { isUnsafeUrl } from './url';
import { isKnownPurpose, mediaOf, modeOf, plainWord } from './words';

/** A lane with what it was drawn from. */
export interface DrawnLane {
  lane: Lane;
  draft: LaneDraft;
  legs: DrawnLeg[];
  acw: AcwDrawn[];
}

/** Everything that is wrong, missing or remarkable in the meaning of a conversation, lane by lane. */
export function problemsOf(lanes: readonly DrawnLane[], context: ProblemContext): Problem[] {
  return [
    ...endBeforeStart(context.whole),
    ...lanes.flatMap((drawn) => [
      ...duplicates(drawn, lanes),
      ...drawn.legs.flatMap((leg) =>
        legProblems(leg, drawn.lane.label, { whole: context.whole, acw: drawn.acw }),
      ),
      ...participantOutOfOrder(drawn.draft.participant, drawn.lane.label),
      ...overruns(drawn),
      ...metricProblems(drawn),
      ...unknownValues(drawn),
      ...unsafeUrls(drawn),
      ...withoutCobrowse(drawn, context.directory),
    ]),
    ...duplicateCommunications(lanes),
    ...dangling(lanes, context.directory),
    ...sharers(lanes),
  ];
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
  const id = factOf(draft.participant, 'id');
  if (!draft.duplicated || id === undefined) return [];
  const first = lanes.find((other) => other.draft.participant.id === id.value)?.draft.participant;
  const pointers = [...(first === undefined ? [] : [pointerTo(first, 'id')]), id.pointer];
  const message = `${lane.label}: another participant has the same id`;
  return [problem('duplicate-id', 'warning', { message, pointers })];
}

/** One communication id on two tracks. */
function duplicateCommunications(lanes: readonly DrawnLane[]): Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { legs, lane } of lanes) {
    for (const { leg } of legs) {
      const id = leg.states
        .map(({ communication }) => factOf(communication, 'id'))
        .find((fact) => fact !== undefined);
      if (id === undefined) continue;
      const other = seen.get(id.value);
      if (other === undefined) seen.set(id.value, id.pointer);
      else {
        const message = `${lane.label}: another communication has the same id`;
        problems.push(problem('duplicate-id', 'warning', { message, pointers: [other, id.pointer] }));
      }
    }
  }
  return problems;
}

function overruns({ acw, lane }: DrawnLane): Problem[] {
  return acw.flatMap(({ segment, limit }): Problem[] => {
    if (segment.overrunFrom === undefined) return [];
    const message = `${lane.label}: after-call work ran ${segment.end - segment.overrunFrom} ms over the time allowed`;
    const pointers = [...segment.evidence.pointers, ...(limit?.evidence.pointers ?? [])];
    return [problem('acw-overrun', 'warning', { message, pointers })];
  });
}

const DIRECTIONS = new Set(['inbound', 'outbound', 'internal']);
const ROLES = new Set(['sharer', 'viewer']);

function unknownValues({ draft, legs, lane }: DrawnLane): Problem[] {
  const found: [string, Fact<string>][] = [];
  const check = (what: string, fact: Fact<string> | undefined, known: (word: string) => boolean): void => {
    if (fact !== undefined && !known(fact.value)) found.push([what, fact]);
  };
  check('purpose', factOf(draft.participant, 'purpose'), isKnownPurpose);
  for (const drawn of legs) {
    const { leg } = drawn;
    check('state', newest(leg, 'state'), (word) => modeOf(word).known);
    check('direction', newest(leg, 'direction'), (word) => DIRECTIONS.has(plainWord(word)));
    check('co-browse role', newest(leg, 'role'), (word) => ROLES.has(plainWord(word)));
    check('disconnect type', newest(leg, 'disconnectType'), isKnownDisconnect);
    const media = leg.states
      .map(({ communication }) => factOf(communication, 'mediaType'))
      .find((fact) => fact !== undefined);
    check('media type', media, (word) => mediaOf(word) !== undefined || plainWord(word) === 'unknown');
    for (const word of unknownSegmentWords(drawn, draft.purpose)) found.push(['segment type', word]);
  }
  return found.map(([what, { value, pointer }]) => {
    const message = `${lane.label}: ${what} “${value}” is not a known value; it is shown as it is`;
    return problem('unknown-value', 'info', { message, pointers: [pointer] });
  });
}

const URL_FIELDS = ['userUri', 'viewerUrl', 'avatarImageUrl'] as const;
const REFERENCES = ['user', 'queue', 'team', 'script', 'externalContact', 'externalOrganization'] as const;

function unsafeUrls({ draft, legs, lane }: DrawnLane): Problem[] {
  const { participant } = draft;
  const facts: (Fact<Json> | undefined)[] = [
    ...URL_FIELDS.map((name) => factOf(participant, name)),
    ...REFERENCES.map((name) => factOf(participant[name], 'selfUri')),
    ...unknownUrls(participant),
  ];
  for (const { leg } of legs) {
    const communication = leg.states.findLast((state) => state.communication !== undefined)?.communication;
    if (communication === undefined) continue;
    facts.push(
      factOf(communication, 'viewerUrl'),
      factOf(communication, 'avatarImageUrl'),
      ...unknownUrls(communication),
    );
  }
  return facts.flatMap((fact): Problem[] => {
    if (typeof fact?.value !== 'string' || !isUnsafeUrl(fact.value)) return [];
    const message = `${lane.label}: this address is shown as text, for it is not a plain https address`;
    return [problem('unsafe-url', 'warning', { message, pointers: [fact.pointer] })];
  });
}

/** Fields that the models do not know, and whose name says that they hold an address. */
function unknownUrls(owner: Pick<Participant, 'pointer' | 'unknownFields'>): Fact<Json>[] {
  return (owner.unknownFields ?? [])
    .filter(([name]) => /ur[il]$/i.test(name))
    .map(([name, value]) => ({
      value,
      pointer: pointerTo(owner, name.replaceAll('~', '~0').replaceAll('/', '~1')),
    }));
}

/** `controlling` alone makes a flat leg a co-browse leg, so the session itself is asked for. */
function inSession({ leg }: DrawnLeg): boolean {
  return (
    (!leg.flat && leg.media === 'cobrowse') ||
    newest(leg, 'cobrowseSession') !== undefined ||
    newest(leg, 'role') !== undefined
  );
}

/** Control is granted within a co-browse session: the leg that has it, and the lane it names, are in one. */
function withoutCobrowse({ legs, lane }: DrawnLane, directory: Directory): Problem[] {
  return legs.flatMap((drawn): Problem[] => {
    const list = newest(drawn.leg, 'controlling');
    if (list === undefined || list.value.length === 0) return [];
    const targets = list.value.flatMap((id) => directory.findControlled(id) ?? []);
    const ours = inSession(drawn);
    const theirs = targets.every((target) => directory.legsOf(target.lane).some(inSession));
    if (ours && theirs) return [];
    const message = `${lane.label}: control is named outside a co-browse session`;
    return [
      problem('controls-without-cobrowse', 'warning', {
        message,
        pointers: list.value.map((_, i) => `${list.pointer}/${i}`),
      }),
    ];
  });
}

/** Ids that name nothing in this conversation; an unmatched peer is normal. */
function dangling(lanes: readonly DrawnLane[], directory: Directory): Problem[] {
  const names = [
    'consultParticipantId',
    'monitoredParticipantId',
    'coachedParticipantId',
    'bargedParticipantId',
  ] as const;
  const ofSegments = names.slice(1) as Exclude<(typeof names)[number], 'consultParticipantId'>[];
  return lanes.flatMap(({ draft, legs, lane }) => {
    const facts: Fact<string>[] = [];
    const add = (fact: Fact<string> | undefined, find: (id: string) => unknown): void => {
      const known =
        fact === undefined ||
        facts.some(({ value }) => value === fact.value) ||
        find(fact.value) !== undefined;
      if (!known) facts.push(fact);
    };
    const find = (id: string): unknown => directory.find(id);
    for (const name of names) add(factOf(draft.participant, name), find);
    for (const { leg } of legs) {
      for (const { communication, participant } of leg.states) {
        for (const name of names) add(factOf(communication, name), find);
        for (const record of communication?.segments ?? []) {
          for (const name of ofSegments) add(factOf(record, name), find);
        }
        const owner = communication?.controlling === undefined ? participant : communication;
        owner.controlling?.forEach((id, index) => {
          add({ value: id, pointer: `${pointerTo(owner, 'controlling')}/${index}` }, (own) =>
            directory.findControlled(own),
          );
        });
      }
    }
    return facts.map(({ value, pointer }) => {
      const message = `${lane.label}: “${value}” is nobody in this conversation`;
      return problem('dangling-reference', 'warning', { message, pointers: [pointer] });
    });
  });
}

/** A session has one sharer. Two at one time, or none beside its viewers, is worth a word. */
function sharers(lanes: readonly DrawnLane[]): Problem[] {
  const sessions = new Map<
    string,
    { lane: DrawnLane; leg: DrawnLeg; role: Fact<string>; spans: RoleSpan[] }[]
  >();
  for (const lane of lanes) {
    for (const leg of lane.legs) {
      const role = newest(leg.leg, 'role');
      if (role === undefined) continue;
      const session = newest(leg.leg, 'cobrowseSession')?.value ?? '';
      const spans = lane.lane.roles.filter(({ trackId }) => trackId === leg.leg.trackId);
      sessions.set(session, [...(sessions.get(session) ?? []), { lane, leg, role, spans }]);
    }
  }
  return [...sessions.values()].flatMap((members): Problem[] => {
    const all = members.filter(
      ({ role, spans }) => isSharer(role.value) || spans.some((span) => isSharer(span.role)),
    );
    const pointers = (all.length > 0 ? all : members).map(({ role }) => role.pointer);
    if (all.length === 0) {
      const message = 'The co-browse session has viewers, and nobody shares';
      return [problem('no-sharer', 'info', { message, pointers })];
    }
    const two = all.some((a, i) =>
      all.slice(i + 1).some((b) => a.lane !== b.lane && atOneTime(a.spans, b.spans)),
    );
    const message = 'The co-browse session has two sharers at one time';
    return two ? [problem('two-sharers', 'warning', { message, pointers })] : [];
  });
}

function isSharer(role: string): boolean {
  return plainWord(role) === 'sharer';
}

function atOneTime(a: readonly RoleSpan[], b: readonly RoleSpan[]): boolean {
  const [ours, theirs] = [a, b].map((spans) => spans.filter(({ role }) => isSharer(role))) as [
    RoleSpan[],
    RoleSpan[],
  ];
  // Without times nothing says that they took turns.
  if (ours.length === 0 || theirs.length === 0) return true;
  return ours.some((one) => theirs.some((other) => one.start < other.end && other.start < one.end));
}
