import type { ParseOutcome } from '../../workers/found';
import type { ParseInput } from '../../workers/messages';
import { namesOf } from '../files/names';
import { Value } from '../parts/Value';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { pasteWords } from '../words/paste';
import { HELD_FROM } from '../session/session';
import { bytesText } from './bytes';

interface SourceLineProps {
  input: ParseInput;
  /** The box holds another text by now. */
  edited: boolean;
  outcome: ParseOutcome;
}

/** Where the result below comes from, and whether it is all of it. */
export function SourceLine({ input, edited, outcome: { ending, found } }: SourceLineProps) {
  const format = useFormat();
  return (
    <>
      <p className="text-sm text-muted">
        {input.kind === 'text' &&
          (input.text.length < HELD_FROM
            ? edited
              ? pasteWords.textBefore
              : pasteWords.text
            : pasteWords.largeText(bytesText(input.text.length, format.locale)))}
        {input.kind === 'files' && (
          <>
            {pasteWords.files} <Value>{namesOf(input.files)}</Value>
          </>
        )}
      </p>
      {ending !== 'done' && (
        <p
          role="alert"
          className="mt-2 rounded-md border border-warning/40 bg-warning-soft px-3 py-2 text-sm"
        >
          {words.reading.endings[ending]} {found.length > 0 ? words.reading.kept : words.reading.nothingKept}
        </p>
      )}
    </>
  );
}
