import type { Ending } from '../../workers/found';
import type { ParseInput } from '../../workers/messages';
import { Value } from '../parts/Value';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { pasteWords } from '../words/paste';
import { HELD_FROM } from '../session/session';
import { bytesText } from './bytes';

/** A ZIP file or a drop may hold thousands. */
const MOST_NAMED = 5;

interface SourceLineProps {
  input: ParseInput;
  /** The box holds another text by now. */
  edited: boolean;
  ending: Ending;
}

/** Where the result below comes from, and whether it is all of it. */
export function SourceLine({ input, edited, ending }: SourceLineProps) {
  const format = useFormat();
  const more = input.kind === 'files' ? input.files.length - MOST_NAMED : 0;
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
            {pasteWords.files}{' '}
            <Value>
              {input.files
                .slice(0, MOST_NAMED)
                .map(({ name }) => name)
                .join(', ')}
            </Value>
            {more > 0 && pasteWords.more(more)}
          </>
        )}
      </p>
      {ending !== 'done' && (
        <p
          role="alert"
          className="mt-2 rounded-md border border-warning/40 bg-warning-soft px-3 py-2 text-sm"
        >
          {words.reading.endings[ending]}
        </p>
      )}
    </>
  );
}
