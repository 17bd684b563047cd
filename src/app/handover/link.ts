import { exportConversations, type Conversation, type Replacement } from '../../core/index';
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
