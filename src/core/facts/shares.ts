import type { Named, Share } from '../model/facts';
import type { LaneDurations } from '../model/durations';
import type { Lane } from '../model/timeline';
import { isStaff, plainWord } from '../timeline/purpose';

type NameOf = (lane: Lane) => Named | undefined;

function named(id: string | undefined, name: string | undefined): Named | undefined {
  const known: Named = {};
  if (id) known.id = id;
  if (name) known.name = name;
  return id || name ? known : undefined;
}

/** The id decides who is who; where there is none, the name does. */
function keyOf({ id, name }: Named): string {
  return id === undefined ? `name ${name}` : `id ${id}`;
}

function queueOf({ participant }: Lane): Named | undefined {
  const { queueId, queueName, queue, conversationRoutingData } = participant;
  const routed = conversationRoutingData?.queue;
  return named(queueId ?? queue?.id ?? routed?.id, queueName ?? queue?.name ?? routed?.name);
}

function userOf({ purpose, participant, userId }: Lane): Named | undefined {
  if (!isStaff(purpose)) return undefined;
  return named(userId, participant.name ?? participant.user?.name);
}

function teamOf({ participant: { teamId, team } }: Lane): Named | undefined {
  return named(teamId ?? team?.id, team?.name);
}

function offersUnanswered({ tracks }: Lane): number {
  return tracks.filter(({ segments }) => segments.some(({ unanswered }) => unanswered)).length;
}

/** A lane with how long it was in each state. */
export interface MeasuredLane {
  lane: Lane;
  totals: LaneDurations['totals'];
}

/** Written out, as a spread of what may be there takes a tenth of all work on a conversation's facts. */
function shareOf({ id, name }: Named): Share {
  if (id === undefined) return { name, legs: 0, talk: 0, hold: 0, acw: 0, unanswered: 0 };
  if (name === undefined) return { id, legs: 0, talk: 0, hold: 0, acw: 0, unanswered: 0 };
  return { id, name, legs: 0, talk: 0, hold: 0, acw: 0, unanswered: 0 };
}

/** Sums up by whatever `nameOf` says; only lanes of staff add time, as those of machines are nobody's work. */
function sharesBy(lanes: readonly MeasuredLane[], nameOf: NameOf): Share[] {
  const shares = new Map<string, Share>();
  for (const { lane, totals } of lanes) {
    const who = nameOf(lane);
    if (!who) continue;
    const key = keyOf(who);
    let share = shares.get(key);
    if (!share) {
      share = shareOf(who);
      shares.set(key, share);
    }
    if (who.name) share.name ??= who.name;
    if (!isStaff(lane.purpose)) continue;
    share.legs += 1;
    share.talk += totals.talk;
    share.hold += totals.hold;
    share.acw += totals.acw;
    share.unanswered += offersUnanswered(lane);
  }
  return [...shares.values()];
}

/** Queues that offered the conversation, or in which it waited. */
export function queuesOf(lanes: readonly MeasuredLane[]): Share[] {
  return sharesBy(lanes, (lane) => queueOf(lane) ?? ownName(lane));
}

/** A queue's own lane is named for it where nothing else names the queue. */
function ownName({ purpose, participant }: Lane): Named | undefined {
  return plainWord(purpose) === 'acd' ? named(undefined, participant.name) : undefined;
}

export function usersOf(lanes: readonly MeasuredLane[]): Share[] {
  return sharesBy(lanes, userOf);
}

export function teamsOf(lanes: readonly Lane[]): Named[] {
  const teams = new Map<string, Named>();
  for (const lane of lanes) {
    const team = teamOf(lane);
    if (team) teams.set(keyOf(team), { ...team, ...teams.get(keyOf(team)) });
  }
  return [...teams.values()];
}
