import { useMemo, useState } from 'react';
import type { Conversation } from '../../core/index';
import { handoverWords } from '../words/handover';
import { ChoiceBoxes } from './ChoiceBoxes';
import { Dialog } from './Dialog';
import { previewOf, type RedactionChoice, USUAL_CHOICE } from './redaction';
import { Replacements } from './Replacements';

const texts = handoverWords.redact;

interface RedactDialogProps {
  conversation: Conversation;
  onApply: (choice: RedactionChoice) => void;
  onClose: () => void;
}

/** Shows what would be replaced before anything is. */
export function RedactDialog({ conversation, onApply, onClose }: RedactDialogProps) {
  const [choice, setChoice] = useState(USUAL_CHOICE);
  const { replaced } = useMemo(() => previewOf(conversation, choice), [conversation, choice]);
  return (
    <Dialog heading={texts.heading} lead={texts.lead} onClose={onClose}>
      <Replacements replaced={replaced} />
      <ChoiceBoxes choice={choice} onChange={setChoice} />
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="button button-primary" onClick={() => onApply(choice)}>
          {texts.apply}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </Dialog>
  );
}
