import { factsOf } from '../../core/facts/facts';
import { exportConversations, parseConversations } from '../../core/index';
import { createMemorySource, type Held } from '../memory/memory';
import type { ConversationSource, Source } from '../source';
import { samples } from './catalogue';

/** The conversations of a sample; the documents among the samples that hold none have none. */
function heldIn(text: string): [string, Held][] {
  return parseConversations(text).conversations.map((conversation) => {
    const original = () => Promise.resolve(exportConversations([conversation]));
    return [conversation.id, { facts: factsOf(conversation), original }];
  });
}

/**
 * The samples as one list of conversations, to be searched and compared like any other. All are read when
 * first asked for, and again after a failure.
 */
export function createSampleConversations(texts: Source<string>): ConversationSource {
  let held: Promise<ReadonlyMap<string, Held>> | undefined;
  const readAll = async () => {
    const found = await Promise.all(samples.map(async ({ id }) => heldIn(await texts.get(id))));
    return new Map(found.flat());
  };
  return createMemorySource('samples', async () => {
    held ??= readAll();
    try {
      return await held;
    } catch (error) {
      held = undefined;
      throw error;
    }
  });
}
