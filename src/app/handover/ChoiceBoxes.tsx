import { handoverWords as texts } from '../words/handover';
import type { RedactionChoice } from './redaction';

interface ChoiceBoxesProps {
  choice: RedactionChoice;
  onChange: (choice: RedactionChoice) => void;
}

/** What may be replaced besides what is always replaced. */
export function ChoiceBoxes({ choice, onChange }: ChoiceBoxesProps) {
  return (
    <>
      <Check label={texts.ids} checked={choice.ids} onChange={(ids) => onChange({ ...choice, ids })} />
      <Check
        label={texts.organisation}
        checked={choice.organisation}
        onChange={(organisation) => onChange({ ...choice, organisation })}
      />
      <p className="mt-2 text-sm text-muted">{texts.stays}</p>
    </>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="flex items-center gap-2 py-1 text-sm">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-accent"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {label}
    </label>
  );
}
