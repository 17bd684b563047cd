import { useEffect, useId, useState } from 'react';
import { Marked } from '../parts/Marked';
import { useSession, useSessionState } from '../session/context';
import { pasteWords } from '../words/paste';
import type { BoxEvents } from './box';
import { BoxButtons } from './BoxButtons';
import { Entry, type EntryProps } from './Entry';
import { toShow } from './toShow';

/** The text box and its buttons, which keep the focus whatever they put into it. */
export function TextBox({ compact, rich, box }: EntryProps) {
  const session = useSession();
  const { draftVersion } = useSessionState();
  const [notice, setNotice] = useNotice();
  const id = useId();
  useFlushedOnLeaving();

  function note() {
    const { current } = box;
    if (current) session.noteDraft(() => current.text());
  }
  function show() {
    note();
    session.flush();
    const input = toShow(session.draft(), session.state().opened?.input);
    setNotice(input ? '' : pasteWords.nothing);
    if (input) void session.open(input);
  }
  const events: BoxEvents = {
    onInput: note,
    onShow: show,
    onDocument: show,
    onLarge: (text) => session.replace(text),
  };

  return (
    <div className="mt-3">
      <span className="text-sm font-medium print:hidden" aria-hidden="true">
        {pasteWords.label}
      </span>
      <Entry key={draftVersion} compact={compact} rich={rich} box={box} id={id} events={events} />
      <BoxButtons box={box} onShow={show} onNotice={setNotice} />
      <p id={`${id}-hint`} className="mt-2 text-sm text-muted print:hidden">
        {pasteWords.hint}
      </p>
      <WhereFrom />
      <p aria-live="polite" className="text-sm text-warning">
        {notice}
      </p>
    </div>
  );
}

/** For who has a question and no JSON yet. */
function WhereFrom() {
  const { heading, ways } = pasteWords.source;
  return (
    <details className="mt-1 text-sm text-muted print:hidden">
      <summary className="w-fit cursor-pointer">{heading}</summary>
      <ul className="mt-1 max-w-prose list-disc space-y-1 ps-5">
        {ways.map((way) => (
          <li key={way}>
            <Marked text={way} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is noted is of the text that is there: another one has it no more. */
function useNotice(): [notice: string, setNotice: (text: string) => void] {
  const { draftVersion } = useSessionState();
  const [noted, setNoted] = useState({ text: '', draftVersion });
  const notice = noted.draftVersion === draftVersion ? noted.text : '';
  return [notice, (text) => setNoted({ text, draftVersion })];
}

/** A reload or a closed tab may come before the hands rest. */
function useFlushedOnLeaving(): void {
  const session = useSession();
  useEffect(() => {
    const flush = () => session.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
    };
  }, [session]);
}
