import { exportConversations, type Conversation, type Replacement } from '../../core/index';
import { handoverFragment, LINK_CHARACTERS } from '../../ui/handover';
import { previewOf, type RedactionChoice } from './redaction';

/** What a link would carry, and what was replaced for that. */
export interface Draft {
  text: string;
  replaced: readonly Replacement[];
}

export function draftOf(conversation: Conversation, choice: RedactionChoice): Draft {
  const { conversation: masked, replaced } = previewOf(conversation, choice);
  return { text: exportConversations([masked]), replaced };
}

export type Link = { kind: 'ready'; url: string } | { kind: 'long'; length: number };

/** The address of the paste page with the text in its fragment. */
export async function linkTo(text: string, page: string): Promise<Link> {
  const url = page + (await handoverFragment(text));
  return url.length > LINK_CHARACTERS ? { kind: 'long', length: url.length } : { kind: 'ready', url };
}
