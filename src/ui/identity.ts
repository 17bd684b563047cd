import type { Participant } from '../core/model/conversation';
import type { Lane, Timeline } from '../core/model/timeline';
import { nameOf } from './speech';
import { visible } from './visible';
import { type Words, wordFor } from './words';

const SUPERVISING = ['monitor', 'coach', 'barge'];

function watched(lane: Lane, timeline: Timeline, words: Words): string {
  const link = timeline.links.find(({ kind, from }) => from.laneId === lane.id && SUPERVISING.includes(kind));
  if (!link || !('laneId' in link.to)) return '';
  const { laneId } = link.to;
  const other = timeline.lanes.find(({ id }) => id === laneId);
  return other ? `${words.links[link.kind]} ${nameOf(other)}` : '';
}

function address(lane: Lane): string {
  const { ani, address, dnis } = lane.participant;
  return (ani || address || dnis || '').replace(/^(tel|sip):/i, '');
}

function queueIdOf({ queueId, queue, sessions }: Participant): string | undefined {
  const told = queueId ?? queue?.id;
  if (told !== undefined) return told;
  // Rows ask it of every queue's row: nothing is copied for it.
  for (const { segments = [] } of sessions ?? []) {
    const recorded = segments.find((record) => record.queueId);
    if (recorded) return recorded.queueId;
  }
  return undefined;
}

function queueNameOf({ queueName, queue }: Participant): string {
  return queueName?.trim() || queue?.name?.trim() || '';
}

function isQueue({ purpose }: Lane): boolean {
  return /^acd$/i.test(purpose);
}

/**
 * The queue that somebody works for: many are told its id only, which its own row has beside its name. Not what that
 * row is called, as several conversations may be shown, each with a letter.
 */
function queueOf(lane: Lane, { lanes }: Timeline): string {
  if (isQueue(lane)) return '';
  const name = queueNameOf(lane.participant);
  const id = name === '' ? queueIdOf(lane.participant) : undefined;
  const own = id && lanes.find((other) => isQueue(other) && queueIdOf(other.participant) === id)?.participant;
  return own ? queueNameOf(own) || own.name || '' : name;
}

/** What is said of somebody beside the name and the purpose. */
export function secondOf(lane: Lane, timeline: Timeline, words: Words): string {
  if (/^(customer|external)$/i.test(lane.purpose)) return address(lane);
  return watched(lane, timeline, words) || queueOf(lane, timeline);
}

/** One line that tells apart participants of the same name: `Agent · Billing – Tier 1`. */
export function contextOf(lane: Lane, timeline: Timeline, words: Words): string {
  const word = visible(wordFor(words.purposes, lane.purpose));
  const parts = [word, visible(secondOf(lane, timeline, words))];
  return parts.filter((part) => part !== '' && part !== nameOf(lane)).join(' · ');
}

/** Name of a row: what the participant is, and how much there is to walk through. */
export function rowName(lane: Lane, timeline: Timeline, words: Words): string {
  const count = lane.tracks.reduce((sum, track) => sum + track.segments.length, 0);
  const contents = count === 0 ? words.labels.noSegments : words.segmentCount(count);
  return [nameOf(lane), contextOf(lane, timeline, words), contents].filter((part) => part !== '').join(', ');
}
