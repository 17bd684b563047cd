import type { Named, Share, UserShare } from '../model/facts';
import type { LaneDurations, TrackDurations } from '../model/durations';
import type { Lane, Track } from '../model/timeline';
import { isStaff } from '../timeline/purpose';
import { named } from './named';
import { queuePartsOf } from './queues';

/** The id decides who is who; where there is none, the name does. */
function keyOf({ id, name }: Named): string {
  return id === undefined ? `name ${name}` : `id ${id}`;
}

function userOf({ purpose, participant, userId }: Lane): Named | undefined {
  if (!isStaff(purpose)) return undefined;
  return named(userId, participant.name, participant.user?.name);
}

function teamOf({ participant: { teamId, team } }: Lane): Named | undefined {
  return named(teamId ?? team?.id, team?.name);
}

function offersUnanswered(tracks: readonly Track[]): number {
  return tracks.filter(({ segments }) => segments.some(({ unanswered }) => unanswered)).length;
}

export function overruns({ tracks }: Lane): boolean {
  return tracks.some(({ segments }) => segments.some(({ overrunFrom }) => overrunFrom !== undefined));
}

/** A lane with how long it was in each state. */
export interface MeasuredLane {
  lane: Lane;
  durations: LaneDurations;
}

/** Written out, as a spread of what may be there takes a tenth of all work on a conversation's facts. */
function shareOf({ id, name }: Named): Share {
  if (id === undefined) return { name, legs: 0, talk: 0, hold: 0, acw: 0, unanswered: 0 };
  if (name === undefined) return { id, legs: 0, talk: 0, hold: 0, acw: 0, unanswered: 0 };
  return { id, name, legs: 0, talk: 0, hold: 0, acw: 0, unanswered: 0 };
}

type Shares = Map<string, UserShare>;

function shareIn(shares: Shares, who: Named): UserShare {
  const key = keyOf(who);
  let share = shares.get(key);
  if (!share) {
    share = shareOf(who);
    shares.set(key, share);
  }
  if (who.name) share.name ??= who.name;
  return share;
}

/** Only lanes of staff add time, as those of machines are nobody's work. */
function addWork(
  share: Share,
  { lane, durations }: MeasuredLane,
  tracks: readonly Track[] = lane.tracks,
): void {
  if (!isStaff(lane.purpose)) return;
  share.legs += 1;
  share.unanswered += offersUnanswered(tracks);
  const some = tracks.length < lane.tracks.length;
  for (const { totals } of some ? durationsOf(durations, tracks) : [durations]) {
    share.talk += totals.talk;
    share.hold += totals.hold;
    share.acw += totals.acw;
  }
}

function durationsOf({ tracks: all }: LaneDurations, tracks: readonly Track[]): TrackDurations[] {
  const wanted = new Set(tracks.map(({ id }) => id));
  return all.filter(({ trackId }) => wanted.has(trackId));
}

/** Queues that offered the conversation, or in which it waited. */
export function queuesOf(lanes: readonly MeasuredLane[]): Share[] {
  const shares: Shares = new Map();
  for (const measured of lanes) {
    for (const { queue, tracks } of queuePartsOf(measured.lane)) {
      addWork(shareIn(shares, queue), measured, tracks);
    }
  }
  return [...shares.values()];
}

/** `inControl`: ids of the lanes that had control over another's browser. */
export function usersOf(lanes: readonly MeasuredLane[], inControl: ReadonlySet<string>): UserShare[] {
  const shares: Shares = new Map();
  for (const measured of lanes) {
    const { lane } = measured;
    const user = userOf(lane);
    if (!user) continue;
    const share = shareIn(shares, user);
    addWork(share, measured);
    if (overruns(lane)) share.acwOverrun = true;
    if (inControl.has(lane.id)) share.controlled = true;
  }
  return [...shares.values()];
}

export function teamsOf(lanes: readonly Lane[]): Named[] {
  const teams = new Map<string, Named>();
  for (const lane of lanes) {
    const team = teamOf(lane);
    if (team) teams.set(keyOf(team), { ...team, ...teams.get(keyOf(team)) });
  }
  return [...teams.values()];
}
