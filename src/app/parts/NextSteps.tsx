import { Link, useLocation } from 'wouter';
import { words } from '../words';

/** Where there is nothing: the ways to a conversation, but for pasting one where that can be done. */
export function NextSteps() {
  const [here] = useLocation();
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      {here !== '/paste' && (
        <>
          <Link href="/" className="button button-primary">
            {words.conversation.toLibrary}
          </Link>
          <Link href="/paste" className="button">
            {words.nav.paste}
          </Link>
        </>
      )}
      <Link href="/samples" className="button">
        {words.notFound.toSamples}
      </Link>
    </div>
  );
}

/** The same, and what is drawn here. */
export function NothingHere() {
  return (
    <div className="pb-4 print:hidden">
      <p className="mt-4 text-sm text-muted">{words.reading.next}</p>
      <NextSteps />
    </div>
  );
}
