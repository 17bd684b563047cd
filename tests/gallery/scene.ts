import { buildTimeline, parseConversations, type Timeline } from '../../src/core/index';
import type { ViewInit } from '../../src/core/view/view';

/** One rule of how the data becomes a picture, as the smallest input that shows it. */
export interface Scene {
  /** The rule: its section and number, then what it says. */
  rule: string;
  title: string;
  /** Anything that `parseConversations` takes. */
  input: unknown;
  /** When the data is looked at, in ms; without it the latest instant in the data. */
  now?: number;
  view?: ViewInit;
}

/** For files and addresses: `4-4-hold-released`. */
export function idOf({ rule, title }: Scene): string {
  return `${rule} ${title}`
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

export function timelineOfScene({ input, now }: Scene): Timeline {
  const [conversation] = parseConversations(input).conversations;
  if (!conversation) throw new Error('A scene without a conversation');
  return buildTimeline(conversation, now === undefined ? {} : { now });
}
