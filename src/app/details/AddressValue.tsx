import { useRef, useState } from 'react';
import { Value } from '../parts/Value';
import { words } from '../words';
import { openableUrl } from './link';

const { details } = words;

/**
 * An address of the data. Nothing is a link by itself: it opens by an explicit click, through a question
 * that names the host in punycode. A join link is hidden until asked for.
 */
export function AddressValue({ text, secret }: { text: string; secret: boolean }) {
  const [shown, setShown] = useState(!secret);
  const [asking, setAsking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const url = openableUrl(text);
  function onDone() {
    setAsking(false);
    // The button that was pressed goes with the question, and would take the keyboard along.
    opener.current?.focus();
  }
  return (
    <>
      {shown ? <Value>{text}</Value> : <span className="text-muted italic">{details.masked}</span>}
      <span className="mt-1 flex flex-wrap gap-1.5 print:hidden">
        {secret && (
          <button type="button" className="button-small" onClick={() => setShown(!shown)}>
            {shown ? details.hide : details.reveal}
          </button>
        )}
        {url && (
          <button
            ref={opener}
            type="button"
            className="button-small"
            aria-expanded={asking}
            onClick={() => setAsking(!asking)}
          >
            {details.open}
          </button>
        )}
      </span>
      {!url && <span className="mt-1 block text-xs text-muted">{details.unsafe}</span>}
      {url && asking && <Question url={url} onDone={onDone} />}
    </>
  );
}

function Question({ url, onDone }: { url: URL; onDone: () => void }) {
  return (
    <span role="alert" className="mt-1 block rounded-md border border-warning/40 bg-warning-soft p-2">
      <span className="block">{details.confirm(url.host)}</span>
      <span className="mt-1.5 flex flex-wrap gap-1.5">
        <a
          href={url.href}
          target="_blank"
          rel="noopener noreferrer"
          referrerPolicy="no-referrer"
          className="button-small"
          onClick={onDone}
        >
          {details.openNow}
        </a>
        <button type="button" className="button-small" onClick={onDone}>
          {details.cancel}
        </button>
      </span>
    </span>
  );
}
