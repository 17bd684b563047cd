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

/** One line that tells apart participants of the same name: `Agent · Billing – Tier 1`. */
export function contextOf(lane: Lane, timeline: Timeline, words: Words): string {
  const { participant, purpose } = lane;
  const queue = participant.queueName || participant.queue?.name || '';
  const outside = /^(customer|external)$/i.test(purpose);
  const word = visible(wordFor(words.purposes, purpose));
  const second = outside ? address(lane) : watched(lane, timeline, words) || queue;
  const parts = [word, visible(second)];
  return parts.filter((part) => part !== '' && part !== nameOf(lane)).join(' · ');
}

/** Name of a row: what the participant is, and how much there is to walk through. */
export function rowName(lane: Lane, timeline: Timeline, words: Words): string {
  const count = lane.tracks.reduce((sum, track) => sum + track.segments.length, 0);
  const contents = count === 0 ? words.labels.noSegments : words.segmentCount(count);
  return [nameOf(lane), contextOf(lane, timeline, words), contents].filter((part) => part !== '').join(', ');
}
