import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { sampleListQuery } from '../../sources/queries';
import { useSamples } from '../samples';
import type { ParseInput } from '../../workers/messages';
import { useSession, useSessionState } from '../session/context';
import { HELD_FROM } from '../session/session';
import { words } from '../words';
import { pasteWords } from '../words/paste';
import type { Box, BoxEvents, Caret, Read } from './box';
import { FileChooser } from './FileChooser';
import { indentJson } from './indent';
import { PlainBox } from './PlainBox';
import { type CreateRichEditor, RichBox } from './RichBox';
import { SampleChooser } from './SampleChooser';

/** What reading found wrong, the same object as long as it is the same reading. */
function useRead(): Read | undefined {
  const { opened } = useSessionState();
  const { input, outcome } = opened ?? {};
  return useMemo(
    () => (input?.kind === 'text' && outcome ? { text: input.text, problems: outcome.problems } : undefined),
    [input, outcome],
  );
}

/** Nothing where it is refused; a page that did not come by https has no clipboard at all. */
async function clipboardText(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}

interface EntryProps {
  compact: boolean;
  /** Absent until it is loaded, or for good. */
  rich: CreateRichEditor | undefined;
  box: RefObject<Box | null>;
}

/** The box alone. Remounted when the text was changed by anything else than typing. */
function Entry({ compact, rich, box, id, events }: EntryProps & { id: string; events: BoxEvents }) {
  const session = useSession();
  const caret = useRef<Caret>(undefined);
  const read = useRead();
  const initial = () => session.draft();
  const height = compact ? 'h-36' : 'h-64';
  return rich ? (
    <RichBox
      ref={box}
      create={rich}
      initial={initial}
      caret={caret}
      read={read}
      className={`field mt-1 block w-full resize-y overflow-hidden bg-raised p-0 print:hidden ${height}`}
      events={events}
    />
  ) : (
    <PlainBox
      ref={box}
      id={id}
      initial={initial}
      caret={caret}
      className={`field mt-1 block w-full resize-y bg-raised p-3 font-mono leading-5 placeholder:text-muted print:hidden ${height}`}
      events={events}
    />
  );
}

/** The box holds this text, or held it before it was changed. */
function isHeld(input: ParseInput): boolean {
  return input.kind === 'text' && input.text.length < HELD_FROM;
}

/** The text box and its buttons, which keep the focus whatever they put into it. */
export function TextBox({ compact, rich, box }: EntryProps) {
  const session = useSession();
  const { canUndo, draftVersion } = useSessionState();
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));
  // What is noted is of the text that is there.
  const [noted, setNoted] = useState({ text: '', draftVersion });
  const notice = noted.draftVersion === draftVersion ? noted.text : '';
  const setNotice = (text: string) => setNoted({ text, draftVersion });
  const id = useId();

  useEffect(() => {
    // A reload or a closed tab may come before the hands rest.
    const flush = () => session.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
    };
  }, [session]);

  function note() {
    const { current } = box;
    if (current) session.noteDraft(() => current.text());
  }
  function show() {
    note();
    session.flush();
    const text = session.draft();
    const { opened } = session.state();
    const empty = text.trim() === '';
    setNotice(empty && !opened ? pasteWords.nothing : '');
    // A document too large for the box, or files: shown anew.
    if (empty && opened && !isHeld(opened.input)) void session.open(opened.input);
    else if (!empty || opened) void session.open({ kind: 'text', text });
  }
  async function fromClipboard() {
    const text = await clipboardText();
    setNotice('');
    if (text) session.replace(text);
    else setNotice(text === '' ? pasteWords.clipboardEmpty : pasteWords.clipboardRefused);
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
      <div className="mt-2 flex flex-wrap items-center gap-2 print:hidden">
        <button type="button" className="button button-primary" onClick={show}>
          {pasteWords.show}
        </button>
        <button type="button" className="button" onClick={() => void fromClipboard()}>
          {pasteWords.fromClipboard}
        </button>
        <FileChooser onFiles={(files) => void session.open({ kind: 'files', files })} />
        <button
          type="button"
          className="button"
          title={pasteWords.indentTitle}
          onClick={() => box.current?.setText(indentJson(box.current.text()))}
        >
          {pasteWords.indent}
        </button>
        <button type="button" className="button" onClick={() => session.clear()}>
          {pasteWords.clear}
        </button>
        {canUndo && (
          <button type="button" className="button" title={pasteWords.cleared} onClick={() => session.undo()}>
            {pasteWords.undo}
          </button>
        )}
        <SampleChooser
          samples={samples}
          onText={(text) => session.replace(text)}
          onFail={() => setNotice(words.failed.unknown)}
        />
      </div>
      <p id={`${id}-hint`} className="mt-2 text-sm text-muted print:hidden">
        {pasteWords.hint}
      </p>
      <p aria-live="polite" className="text-sm text-warning">
        {notice}
      </p>
    </div>
  );
}
