import type { RoleSpan } from '../model/timeline';
import type { DrawnLeg } from './draw';
import { certaintyBetween, changeEdge, type Edge, showing, witnessesOf } from './edge';
import { type Fact } from './facts';
import { withoutPauses } from './membership';

/** The role of a leg for the time it was connected to its co-browse session, cut where a look shows another. */
export function rolesOf(drawn: DrawnLeg): RoleSpan[] {
  const { leg, presence, history } = drawn;
  const spans: RoleSpan[] = [];
  if (presence === undefined || leg.newest.role === undefined) return spans;
  changesOf(drawn).forEach(({ role, session, start }, index, changes) => {
    const from = start === undefined || start.at < presence.start.at ? presence.start : start;
    const next = changes[index + 1]?.start;
    const to = next === undefined || next.at > presence.end.at ? presence.end : next;
    if (to.at < from.at) return;
    for (const stretch of withoutPauses({ start: from, end: to }, history.pauses)) {
      const span = spanOf(role, leg.trackId, stretch);
      if (session !== undefined) span.sessionId = session.value;
      spans.push(span);
    }
  });
  return spans;
}

function spanOf(role: Fact<string>, trackId: string, stretch: { start: Edge; end: Edge }): RoleSpan {
  const { start, end } = stretch;
  return {
    role: role.value,
    trackId,
    start: start.at,
    end: end.at,
    certainty: certaintyBetween(start, end),
    evidence: { pointers: showing(role.pointer, stretch), rule: 'role-while-connected' },
  };
}

/** A role in a session, from an instant on; the first one from the connection. */
interface Change {
  role: Fact<string>;
  session?: Fact<string>;
  start?: Edge;
}

/** Each role in each session that the looks name, from the look that is the first to show it. */
function changesOf({ leg }: DrawnLeg): Change[] {
  const changes: Change[] = [];
  let role: Fact<string> | undefined;
  let session: Fact<string> | undefined;
  for (const state of witnessesOf(leg.states, 'role')) {
    role = state.said.role ?? role;
    session = state.said.cobrowseSession ?? session;
    const previous = changes.at(-1);
    if (role === undefined) continue;
    if (previous === undefined) {
      changes.push({ role, session });
      continue;
    }
    const same = role.value === previous.role.value;
    const moved = previous.session !== undefined && previous.session.value !== session?.value;
    const differ = same ? [previous.session, session] : [previous.role, role];
    const start = changeEdge(state, differ);
    if (!same || moved) changes.push({ role, session, start });
    else {
      // The session may come to be known later than the role, and a time later than the change.
      previous.session ??= session;
      if (changes.length > 1) previous.start ??= start;
    }
  }
  // Without a time nobody knows when the roles changed: the newer one stands for the whole stretch.
  return changes.slice(
    Math.max(
      0,
      changes.findLastIndex(({ start }) => start === undefined),
    ),
  );
}
