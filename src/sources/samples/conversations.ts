import { factsOf } from '../../core/facts/facts';
import { exportConversations, type Conversation } from '../../core/index';
import { createMemorySource, type Held } from '../memory/memory';
import { once } from '../once';
import type { ConversationSource, Source } from '../source';
import { samples } from './catalogue';

/** The documents among the samples that hold no conversation have none. */
function held(conversations: readonly Conversation[]): [string, Held][] {
  return conversations.map((conversation) => {
    const original = () => Promise.resolve(exportConversations([conversation]));
    return [conversation.id, { facts: factsOf(conversation), original }];
  });
}

/**
 * The samples as one list of conversations, to be searched and compared like any other. All are read when
 * first asked for, and again after a failure.
 */
export function createSampleConversations(documents: Source<readonly Conversation[]>): ConversationSource {
  const readAll = async () => {
    const found = await Promise.all(samples.map(async ({ id }) => held(await documents.get(id))));
    return new Map(found.flat());
  };
  return createMemorySource('samples', once(readAll));
}
