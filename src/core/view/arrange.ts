import type { Lane } from '../model/timeline';
import { addTo } from '../model/add-to';
import { needlesOf } from './folded';
import { holdsAll } from './lane-text';
import type { Move, RowChoice } from './view';

/** Places of lanes in the timeline, from top to bottom, and how many are out of sight, and why. */
export interface Arrangement {
  order: number[];
  hidden: number;
  filtered: number;
}

/** The lanes put in the order of the user's moves. */
function moved(order: number[], lanes: readonly Lane[], moves: readonly Move[]): number[] {
  const places = new Map(lanes.map(({ id }, place) => [id, place]));
  for (const { laneId, before } of moves) {
    const lane = places.get(laneId);
    const next = before === undefined ? undefined : places.get(before);
    if (lane === undefined || lane === next || (before !== undefined && next === undefined)) continue;
    order.splice(order.indexOf(lane), 1);
    order.splice(next === undefined ? order.length : order.indexOf(next), 0, lane);
  }
  return order;
}

/** Legs of one user after the first of them: of all users, or of those whose legs are joined. */
function tied(order: readonly number[], lanes: readonly Lane[], choice: RowChoice): number[] {
  const groups = new Map<string, number[]>();
  for (const place of order) {
    const user = lanes[place]?.userId;
    const key = user !== undefined && (choice.grouped || choice.joined.includes(user)) ? user : `~${place}`;
    addTo(groups, key, place);
  }
  return [...groups.values()].flat();
}

/** Which lanes are shown, and in which order: pinned ones first, then the rest as moved, legs of a user together. */
export function arrange(lanes: readonly Lane[], choice: RowChoice): Arrangement {
  const hiddenIds = new Set(choice.hidden);
  const pinnedIds = new Set(choice.pinned);
  const needles = needlesOf(choice.filter);
  const pinned: number[] = [];
  const rest: number[] = [];
  let [hidden, filtered] = [0, 0];
  const all = moved([...lanes.keys()], lanes, choice.moved);
  for (const place of all) {
    const lane = lanes[place];
    if (!lane) continue;
    if (hiddenIds.has(lane.id)) hidden++;
    else if (pinnedIds.has(lane.id)) pinned.push(place);
    else if (needles.length === 0 || holdsAll(lane, needles)) rest.push(place);
    else filtered++;
  }
  return { order: tied([...pinned, ...rest], lanes, choice), hidden, filtered };
}

/** Users with several legs, by their ids, with the places of the legs. */
export function usersWithLegs(lanes: readonly Lane[]): Map<string, number[]> {
  const users = new Map<string, number[]>();
  for (const [place, { userId }] of lanes.entries()) {
    if (userId !== undefined) addTo(users, userId, place);
  }
  for (const [user, legs] of users) if (legs.length < 2) users.delete(user);
  return users;
}
