import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { FoundProblem } from '../../workers/messages';
import { sampleListQuery } from '../../sources/queries';
import { useSamples } from '../samples';
import { useSession, useSessionState } from '../session/context';
import { words } from '../words';
import { type Box, type BoxEvents, type Caret, HELD_FROM } from './box';
import { FileChooser } from './FileChooser';
import { indentJson } from './indent';
import { PlainBox } from './PlainBox';
import { type CreateRichEditor, RichBox } from './RichBox';
import { SampleChooser } from './SampleChooser';

const NO_PROBLEMS: readonly FoundProblem[] = [];

/** What reading found wrong with the very text in the box. */
function useProblems(): readonly FoundProblem[] {
  const session = useSession();
  const { opened } = useSessionState();
  const { input, outcome } = opened ?? {};
  const same = input?.kind === 'text' && input.text === session.draft();
  return same ? (outcome?.problems ?? NO_PROBLEMS) : NO_PROBLEMS;
}

interface TextBoxProps {
  compact: boolean;
  /** Absent until it is loaded, or for good. */
  rich: CreateRichEditor | undefined;
  box: RefObject<Box | null>;
}

/** The text box and its buttons. Remounted when the text was changed by anything else than typing. */
export function TextBox({ compact, rich, box }: TextBoxProps) {
  const session = useSession();
  const { canUndo } = useSessionState();
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));
  const caret = useRef<Caret>(undefined);
  const problems = useProblems();
  const [notice, setNotice] = useState('');
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
    setNotice(empty && !opened ? words.paste.nothing : '');
    if (!empty) void session.open({ kind: 'text', text });
    // A document too large for the box, or files: shown anew.
    else if (opened) void session.open(opened.input);
  }
  function replace(text: string) {
    if (session.draft() !== '') session.clear();
    if (text.length < HELD_FROM) session.setDraft(text);
    void session.open({ kind: 'text', text });
  }
  async function fromClipboard() {
    const text = await navigator.clipboard.readText().catch(() => undefined);
    if (text) replace(text);
    else setNotice(text === '' ? words.paste.clipboardEmpty : words.paste.clipboardRefused);
  }
  const events: BoxEvents = { onInput: note, onShow: show, onDocument: show, onLarge: replace };
  const initial = () => session.draft();
  const height = compact ? 'h-36' : 'h-64';

  return (
    <div className="mt-3">
      <span className="text-sm font-medium" aria-hidden="true">
        {words.paste.label}
      </span>
      {rich ? (
        <RichBox
          ref={box}
          create={rich}
          initial={initial}
          caret={caret}
          problems={problems}
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
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2 print:hidden">
        <button type="button" className="button button-primary" onClick={show}>
          {words.paste.show}
        </button>
        <button type="button" className="button" onClick={() => void fromClipboard()}>
          {words.paste.fromClipboard}
        </button>
        <FileChooser onFiles={(files) => void session.open({ kind: 'files', files })} />
        <button
          type="button"
          className="button"
          title={words.paste.indentTitle}
          onClick={() => box.current?.setText(indentJson(box.current.text()))}
        >
          {words.paste.indent}
        </button>
        <button type="button" className="button" onClick={() => session.clear()}>
          {words.paste.clear}
        </button>
        {canUndo && (
          <button type="button" className="button" title={words.paste.cleared} onClick={() => session.undo()}>
            {words.paste.undo}
          </button>
        )}
        <SampleChooser samples={samples} onText={replace} onFail={() => setNotice(words.failed.unknown)} />
      </div>
      <p id={`${id}-hint`} className="mt-2 text-sm text-muted print:hidden">
        {words.paste.hint}
      </p>
      <output className="block text-sm text-warning">{notice}</output>
    </div>
  );
}
