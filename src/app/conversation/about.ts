import { directionOf } from '../../core/facts/direction';
import { namesake } from '../../core/facts/title';
import type { Timeline } from '../../core/index';
import { nameOf } from '../../ui/speech';
import { english, wordFor } from '../../ui/words';
import { words } from '../words';

/** What a conversation is called; ids say nothing to people. */
export function titleOf(timeline: Timeline): string {
  if (timeline.title) return timeline.title;
  const lane = namesake(timeline.lanes);
  return lane ? words.conversation.with(nameOf(lane)) : words.conversation.untitled;
}

export function mediaOf(timeline: Timeline): string[] {
  const media = timeline.lanes.flatMap(({ tracks }) => tracks.map((track) => track.media));
  return [...new Set(media)].filter((name) => name !== 'unknown').map((name) => wordFor(english.media, name));
}

export function directionWord(timeline: Timeline): string | undefined {
  const direction = directionOf(timeline.lanes);
  if (direction === 'inbound') return words.conversation.inbound;
  return direction === 'outbound' ? words.conversation.outbound : direction;
}
