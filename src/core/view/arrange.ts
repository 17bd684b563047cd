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

type UnitOf = (place: number) => string | number;

/** What stands together, and moves as one: the legs of a user, of all or of those whose legs are joined, else a lane. */
export function unitsOf(
  lanes: readonly Lane[],
  { grouped, joined }: Pick<RowChoice, 'grouped' | 'joined'>,
): UnitOf {
  return (place) => {
    const user = lanes[place]?.userId;
    return user !== undefined && (grouped || joined.includes(user)) ? user : place;
  };
}

/** The lanes put in the order of the user's moves, each with what stands together with it. */
function moved(lanes: readonly Lane[], moves: readonly Move[], unitOf: UnitOf): number[] {
  const places = new Map(lanes.map(({ id }, place) => [id, place]));
  let order = [...lanes.keys()];
  for (const { laneId, before } of moves) {
    const lane = places.get(laneId);
    const next = before === undefined ? undefined : places.get(before);
    if (lane === undefined || lane === next || (before !== undefined && next === undefined)) continue;
    // Legs that were moved among themselves before they stood together stay so.
    const within = next !== undefined && unitOf(next) === unitOf(lane);
    const goes = (place: number) => (within ? place === lane : unitOf(place) === unitOf(lane));
    const rest = order.filter((place) => !goes(place));
    const at = next === undefined ? rest.length : rest.indexOf(next);
    order = [...rest.slice(0, at), ...order.filter(goes), ...rest.slice(at)];
  }
  return order;
}

/** What stands together after the first of it. */
function tied(order: readonly number[], unitOf: UnitOf): number[] {
  const units = new Map<string | number, number[]>();
  for (const place of order) addTo(units, unitOf(place), place);
  return [...units.values()].flat();
}

/** Which lanes are shown, and in which order: pinned ones first, then the rest as moved, legs of a user together. */
export function arrange(lanes: readonly Lane[], choice: RowChoice): Arrangement {
  const hiddenIds = new Set(choice.hidden);
  const pinnedIds = new Set(choice.pinned);
  const needles = needlesOf(choice.filter);
  const pinned: number[] = [];
  const rest: number[] = [];
  let [hidden, filtered] = [0, 0];
  const unitOf = unitsOf(lanes, choice);
  for (const place of moved(lanes, choice.moved, unitOf)) {
    const lane = lanes[place];
    if (!lane) continue;
    if (hiddenIds.has(lane.id)) hidden++;
    else if (pinnedIds.has(lane.id)) pinned.push(place);
    else if (needles.length === 0 || holdsAll(lane, needles)) rest.push(place);
    else filtered++;
  }
  return { order: tied([...pinned, ...rest], unitOf), hidden, filtered };
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
