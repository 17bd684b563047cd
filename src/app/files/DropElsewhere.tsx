import { pasteWords } from '../words/paste';
import { DropAnywhere } from './DropAnywhere';
import { useOpenInPaste } from './useOpenInPaste';

/** On a page with no place of its own for files and text they are opened in Paste: a browser would leave the site for them. */
export function DropElsewhere() {
  const open = useOpenInPaste();
  return (
    <DropAnywhere
      text={pasteWords.drop}
      onFiles={(files, leftOut) => open({ kind: 'files', files, leftOut })}
      onText={(text) => open({ kind: 'text', text })}
    />
  );
}
