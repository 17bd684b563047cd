import type { Certainty, RoleSpan } from '../model/timeline';
import type { DrawnLeg } from './draw';
import { changeEdge, type Edge, isInferred } from './edge';
import { type Fact, newest, say } from './facts';

export function certaintyBetween(start: Edge, end: Edge): Certainty {
  if (isInferred(start) || isInferred(end)) return 'inferred';
  return end.how === 'now' ? 'running' : 'recorded';
}

/** The role of a leg for the time it was connected to its co-browse session, cut where a look shows another. */
export function rolesOf(drawn: DrawnLeg): RoleSpan[] {
  const { leg, presence } = drawn;
  if (presence === undefined) return [];
  const session = newest(leg, 'cobrowseSession');
  return changesOf(drawn).flatMap(({ role, start }, index, changes): RoleSpan[] => {
    const from = start === undefined || start.at < presence.start.at ? presence.start : start;
    const next = changes[index + 1]?.start;
    const to = next === undefined || next.at > presence.end.at ? presence.end : next;
    if (to.at < from.at) return [];
    const pointers = [role.pointer, ...from.pointers, ...to.pointers];
    const span: RoleSpan = {
      role: role.value,
      trackId: leg.trackId,
      start: from.at,
      end: to.at,
      certainty: certaintyBetween(from, to),
      evidence: { pointers: [...new Set(pointers)], rule: 'role-while-connected' },
    };
    return [session === undefined ? span : { ...span, sessionId: session.value }];
  });
}

/** Each role that the looks name, from the look that is the first to show it; the first from the connection. */
function changesOf({ leg }: DrawnLeg): { role: Fact<string>; start?: Edge }[] {
  const changes: { role: Fact<string>; start?: Edge }[] = [];
  leg.states.forEach((state, index) => {
    const role = say(state, 'role');
    const previous = changes.at(-1);
    if (role === undefined || role.value === previous?.role.value) return;
    if (previous === undefined) {
      changes.push({ role });
      return;
    }
    const start = changeEdge(state, leg.states[index - 1], [previous.role, role]);
    // Without a time nobody knows when the roles changed: the newer one stands for the whole stretch.
    if (start === undefined) changes.splice(0, changes.length, { role });
    else changes.push({ role, start });
  });
  return changes;
}
