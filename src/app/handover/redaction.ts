import { type Conversation, exportConversations, redact, type Redaction } from '../../core/index';
import { relocate } from '../../core/export/relocate';
import type { ParseInput } from '../../workers/messages';

/** What is replaced besides personal values. */
export interface RedactionChoice {
  ids: boolean;
  organisation: boolean;
}

export const USUAL_CHOICE: RedactionChoice = { ids: false, organisation: false };

/** The redacted conversation, and what was replaced in it, with a look at each value. */
export function previewOf(conversation: Conversation, { ids, organisation }: RedactionChoice): Redaction {
  return redact(conversation, { ids, organisation, preview: true });
}

/**
 * A redacted conversation to be shown in place of the original. Its text is its own export, for the input
 * holds what was replaced; so its evidence names places in that export.
 */
export function redactedView(
  conversation: Conversation,
  { ids, organisation }: RedactionChoice,
): { conversation: Conversation; input: ParseInput } {
  const masked = relocate(redact(conversation, { ids, organisation }).conversation);
  return { conversation: masked, input: { kind: 'text', text: exportConversations([masked]) } };
}
