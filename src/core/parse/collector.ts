import type { Conversation, Observation, Participant } from '../model/conversation';
import type { Problem } from '../model/problem';
import type { Moment } from './event-time';
import type { ReadDocuments } from './json/sound';
import { report } from './read';
import type { Topic } from './recognise';

/** What the input as a whole turned out to be. */
export type Format =
  | 'participant'
  | 'media-participant'
  | 'conversation'
  | 'media-conversation'
  | 'analytics'
  | 'events'
  | 'har'
  | 'export'
  | 'mixed'
  | 'unknown';

/** Where a value stands, and what is known of it from around it. */
export interface Surroundings {
  pointer: string;
  /** When the value was taken, from an envelope or a HAR entry. */
  moment?: Moment | undefined;
  /** What the envelope around an event says that it is: it decides. */
  topic?: Topic | undefined;
  /** Inside a HAR, what is no conversation is skipped, not an error: its places gather here. */
  strangers?: string[];
  /** How many lists and listings stand around the value. */
  level: number;
  /** Bare participants of one document gather here into one conversation. */
  loose: Participant[];
}

/** Conversations in the making, from JSON values of whatever shape. Plain state: see the functions below. */
export interface Collector {
  problems: Problem[];
  formats: Set<Format>;
  /** The conversation of the last event of each topic. */
  lastOfTopic: Map<string, string>;
  /** Those held back, by id. */
  conversations: Map<string, Conversation>;
  /** How many looks at conversations were kept. */
  kept: number;
  /** The document that comes element by element. */
  cut: { document: string; around: Surroundings } | undefined;
  /** Reads the texts that stand inside of others, as in a HAR. */
  readDocuments: ReadDocuments;
}

export function createCollector(readDocuments: ReadDocuments): Collector {
  return {
    problems: [],
    formats: new Set(),
    lastOfTopic: new Map(),
    conversations: new Map(),
    kept: 0,
    cut: undefined,
    readDocuments,
  };
}

/** How many conversations, and participants that are yet to form one, are held back. */
export function heldBack({ conversations, cut }: Collector): number {
  return conversations.size + (cut?.around.loose.length ?? 0);
}

export function formatOf({ formats: [...formats] }: Collector): Format {
  return formats.length > 1 ? 'mixed' : (formats[0] ?? 'unknown');
}

export function keep(collector: Collector, id: string, observation: Observation): void {
  collector.kept += 1;
  const known = collector.conversations.get(id);
  if (known === undefined) collector.conversations.set(id, { id, observations: [observation] });
  else known.observations.push(observation);
}

export function skip({ problems }: Collector, message: string, pointer: string): void {
  report(problems, { code: 'skipped-input', message, pointer });
}
