import { useLocation } from 'wouter';
import type { ParseInput } from '../../workers/messages';
import { useSession } from '../session/context';
import { pasteWords } from '../words/paste';
import { DropAnywhere } from './DropAnywhere';

/** On a page with no place of its own for files and text they are opened in Paste: a browser would leave the site for them. */
export function DropElsewhere() {
  const session = useSession();
  const [, navigate] = useLocation();
  function open(input: ParseInput) {
    if (input.kind === 'text') session.replace(input.text);
    else void session.open(input);
    navigate('/paste');
  }
  return (
    <DropAnywhere
      text={pasteWords.drop}
      onFiles={(files, leftOut) => open({ kind: 'files', files, leftOut })}
      onText={(text) => open({ kind: 'text', text })}
    />
  );
}
