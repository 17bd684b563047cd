import type { Lane, Timeline } from '../../core/index';
import { nameOf } from '../../ui/speech';
import { english, wordFor } from '../../ui/words';
import { words } from '../words';

/** What a conversation is called; ids say nothing to people. */
export function titleOf(timeline: Timeline): string {
  if (timeline.title) return timeline.title;
  const lane = timeline.lanes.find(({ purpose }) => purpose === 'customer') ?? timeline.lanes[0];
  return lane ? words.conversation.with(nameOf(lane)) : words.conversation.untitled;
}

export function mediaOf(timeline: Timeline): string[] {
  const media = timeline.lanes.flatMap(({ tracks }) => tracks.map((track) => track.media));
  return [...new Set(media)].filter((name) => name !== 'unknown').map((name) => wordFor(english.media, name));
}

function directionsOf({ participant }: Lane): (string | undefined)[] {
  const { calls = [], callbacks = [], chats = [], emails = [], messages = [], sessions = [] } = participant;
  const legs = [...calls, ...callbacks, ...chats, ...emails, ...messages, ...sessions];
  return [participant.direction, ...legs.map(({ direction }) => direction)];
}

/** The customer's side says which way it went: a queue calls its agents outbound in any conversation. */
export function directionOf(timeline: Timeline): string | undefined {
  const lanes = timeline.lanes.filter(({ purpose }) => purpose === 'customer' || purpose === 'external');
  const direction = lanes.flatMap(directionsOf).find(Boolean)?.toLowerCase();
  if (direction === 'inbound') return words.conversation.inbound;
  return direction === 'outbound' ? words.conversation.outbound : direction;
}
