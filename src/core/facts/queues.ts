import type { RecordedSegment } from '../model/conversation';
import type { Named } from '../model/facts';
import type { Lane, Track } from '../model/timeline';
import { isQueue } from '../timeline/purpose';
import { named } from './named';

/** What of a lane was for one queue: some of its tracks, or all. */
export interface QueuePart {
  queue: Named;
  tracks: readonly Track[];
}

/** A queue's own lane is named for it where nothing else names the queue. */
function ownName({ purpose, participant }: Lane): string | undefined {
  return isQueue(purpose) ? participant.name : undefined;
}

function queueOf(lane: Lane): Named | undefined {
  const { queueId, queueName, queue, conversationRoutingData } = lane.participant;
  const routed = conversationRoutingData?.queue;
  const id = queueId ?? queue?.id ?? routed?.id;
  return named(id, queueName, queue?.name, routed?.name, ownName(lane));
}

function idsIn(segments: readonly RecordedSegment[] | undefined): string[] {
  const ids = new Set<string>();
  for (const { queueId } of segments ?? []) if (queueId) ids.add(queueId);
  return [...ids];
}

/**
 * Analytics names queues in the records of sessions only: one agent's sessions may be of several. A session is
 * of the first queue that its records name; any other is known, but has no time of its own.
 */
function recordedQueues(lane: Lane): QueuePart[] {
  const tracks = new Map<string, Track[]>();
  const placed = new Set<Track>();
  for (const { id, segments } of lane.participant.sessions ?? []) {
    for (const [place, queueId] of idsIn(segments).entries()) {
      const own = place === 0 ? lane.tracks.filter((track) => track.id === id && !placed.has(track)) : [];
      for (const track of own) placed.add(track);
      const before = tracks.get(queueId);
      if (before) before.push(...own);
      else tracks.set(queueId, own);
    }
  }
  const only = tracks.size === 1 ? lane.tracks : undefined;
  return [...tracks].map(([id, own]) => ({
    queue: named(id, tracks.size === 1 ? ownName(lane) : undefined) ?? { id },
    tracks: only ?? own,
  }));
}

/** The queues that a lane was for, in the order in which the data names them. */
export function queuePartsOf(lane: Lane): QueuePart[] {
  const given = queueOf(lane);
  if (given?.id !== undefined) return [{ queue: given, tracks: lane.tracks }];
  const recorded = recordedQueues(lane);
  if (recorded.length > 0) return recorded;
  return given ? [{ queue: given, tracks: lane.tracks }] : [];
}
