import type { ParseInput } from '../../workers/messages';
import { HELD_FROM } from '../session/session';

/** What the button opens: the box's text, or once more what the box does not hold. `undefined`: there is nothing. */
export function toShow(text: string, opened: ParseInput | undefined): ParseInput | undefined {
  const inBox: ParseInput = { kind: 'text', text };
  if (text.trim() !== '') return inBox;
  // What was shown stood in the box, which was emptied since.
  if (opened && isHeld(opened)) return inBox;
  // A document too large for the box, or files.
  return opened;
}

/** The box holds this text, or held it before it was changed. */
function isHeld(input: ParseInput): boolean {
  return input.kind === 'text' && input.text.length < HELD_FROM;
}
