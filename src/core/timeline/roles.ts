import type { RoleSpan } from '../model/timeline';
import type { DrawnLeg } from './draw';
import { certaintyBetween, changeEdge, type Edge, showing, partIn, witnessesOf } from './edge';
import type { Fact } from './facts';
import { whileThere } from './membership';

/** The role of a leg for the time it was connected to its co-browse session, cut where a look shows another. */
export function rolesOf(drawn: DrawnLeg): RoleSpan[] {
  const { leg, presence } = drawn;
  const spans: RoleSpan[] = [];
  if (presence === undefined || leg.newest.role === undefined) return spans;
  changesOf(drawn).forEach(({ role, session, start }, index, changes) => {
    const told = { start: start ?? presence.start, end: changes[index + 1]?.start ?? presence.end };
    for (const stretch of whileThere(partIn(told, presence), [drawn])) {
      const span: RoleSpan = {
        role: role.value,
        trackId: leg.trackId,
        start: stretch.start.at,
        end: stretch.end.at,
        certainty: certaintyBetween(stretch.start, stretch.end),
        evidence: { pointers: showing(role.pointer, stretch), rule: 'role-while-connected' },
      };
      if (session !== undefined) span.sessionId = session.value;
      spans.push(span);
    }
  });
  return spans;
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
  // Without a time, as the first is, nobody knows when the roles changed: the newer one stands for the whole stretch.
  return changes.slice(changes.findLastIndex(({ start }) => start === undefined));
}
