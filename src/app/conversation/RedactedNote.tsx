import { handoverWords } from '../words/handover';

/** Says that what is seen is not what was read, with the way back. */
export function RedactedNote({ onUndo }: { onUndo: () => void }) {
  const { shown, undo } = handoverWords.redact;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md border border-edge bg-raised px-3 py-2 text-sm">
      <p className="min-w-0 grow basis-80">{shown}</p>
      {/* It comes by a button that goes: the keyboard goes on here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <button type="button" autoFocus className="button-small print:hidden" onClick={onUndo}>
        {undo}
      </button>
    </div>
  );
}
