import type { Link } from '../model/timeline';
import type { DrawnLeg } from './draw';
import { assumed, changeOf, earlier, type Edge, notBefore, type Span, partIn, witnessesOf } from './edge';
import { isFirstToList, lastSaid } from './facts';
import { whileThere } from './membership';
import { type Directory, endAt, findControlled, linkOver, type Target } from './resolve';
import { collected } from './lists';

/** A grant of control over one id, as the looks show it. */
interface Grant {
  id: string;
  pointer: string;
  /** From which look on; undefined where a lone snapshot, or looks without times, only show that it was. */
  start?: Edge;
  end?: Edge;
  /** Taken back by a look that has no time. */
  revoked?: boolean;
  /** A look before did not show it. */
  isNew: boolean;
}

/** A link for each id in `controlling`, for as long as it stood there. */
export function controlLinks(drawn: DrawnLeg, directory: Directory): Link[] {
  if (drawn.leg.newest.controlling === undefined) return [];
  return collected(grantsOf(drawn), (grant) => linkOf(grant, drawn, directory));
}

/**
 * What the looks grant and revoke.
 *
 *     controlling   []    [a]    [a]    []     looks
 *     control over a      [t2-----------t4)
 */
function grantsOf({ leg }: DrawnLeg): Grant[] {
  const grants: Grant[] = [];
  let open: Grant[] = [];
  const alone = new Set(leg.states.map(({ look }) => look)).size === 1;
  for (const state of witnessesOf(leg.states, 'controlling')) {
    const list = state.said.controlling;
    if (list === undefined) continue;
    const now = new Map(list.value.map((id, index) => [id, `${list.pointer}/${index}`]));
    // An id of no letters names nobody.
    now.delete('');
    const still: Grant[] = [];
    const known = lastSaid(state.before, 'controlling');
    // What a look without a time is the first to show is as old as the next that has one.
    const seen = changeOf(state, 'controlling');
    for (const grant of open) {
      if (now.delete(grant.id)) {
        grant.revoked = false;
        if (grant.isNew) grant.start ??= seen;
      } else if (seen === undefined) grant.revoked = true;
      else grant.end = seen;
      if (grant.end === undefined) still.push(grant);
    }
    for (const [id, pointer] of now) {
      const start = alone && isFirstToList(state.look, state.media) ? undefined : seen;
      const grant: Grant = { id, pointer, start, isNew: known !== undefined };
      grants.push(grant);
      still.push(grant);
    }
    open = still;
  }
  return grants;
}

function linkOf(grant: Grant, drawn: DrawnLeg, directory: Directory): Link[] {
  const target = findControlled(directory, grant.id);
  const other = target && trackOf(target, drawn);
  const stretch = stretchOf(grant, drawn, other) ?? (other === undefined ? stubOf(drawn) : undefined);
  if (stretch === undefined) return [];
  const from = endAt(drawn);
  const to = other === undefined ? { unresolved: grant.id } : endAt(other);
  return [[drawn], other ? [other] : []].reduce(whileThere, [stretch]).map((own) => {
    const link = linkOver({ kind: 'controlling', from, to }, own, {
      pointer: grant.pointer,
      rule: stretch.rule,
    });
    if (stretch.rule === OVERLAP) link.certainty = 'inferred';
    return link;
  });
}

/** From a lone snapshot the stretch is only known to include the time it was taken. */
const OVERLAP = 'control-overlap';

/** Who never connected controls nobody, yet an id that is lost has its mark: where the picture of the leg stops. */
function stubOf({ last }: DrawnLeg): StretchOfLink {
  return { start: last, end: last, rule: OVERLAP };
}

/** The other lane's track of the same co-browse session, else the track that the id names. */
function trackOf({ lane, drawn: named }: Target, { leg }: DrawnLeg): DrawnLeg | undefined {
  const session = leg.newest.cobrowseSession?.value;
  const same = lane.legs.find(
    (other) => session !== undefined && other.leg.newest.cobrowseSession?.value === session,
  );
  return same ?? named ?? lane.legs.find((other) => other.leg.media === leg.media) ?? lane.legs[0];
}

interface StretchOfLink extends Span {
  rule: string;
}

function stretchOf(grant: Grant, drawn: DrawnLeg, other: DrawnLeg | undefined): StretchOfLink | undefined {
  if (grant.start !== undefined) {
    // First seen when its leg was over, it was granted before.
    const start = earlier(grant.start, assumed(drawn.last));
    const first = earlier(earlier(grant.end ?? drawn.last, drawn.last), other?.last);
    // It was taken back at an unknown time before that.
    const end = grant.revoked ? assumed(first) : first;
    const rule = end === grant.end ? 'control-granted-and-revoked' : 'control-granted';
    return { start, end: notBefore(start, end), rule };
  }
  const own = drawn.presence;
  if (own === undefined) return undefined;
  // Never connected at one time: the grant is shown on its own leg, for it stands in the data.
  const [both = own] = partIn(own, other?.presence ?? {});
  const [granted = own] = partIn(both, { end: grant.end });
  // Written out, as spreading it takes a tenth of building calls with a co-browse.
  return { start: granted.start, end: granted.end, rule: OVERLAP };
}
