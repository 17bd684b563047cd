import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { sampleListQuery } from '../../sources/queries';
import { useSamples } from '../samples';
import { useSession, useSessionState } from '../session/context';
import { words } from '../words';
import { FileChooser } from './FileChooser';
import { SampleChooser } from './SampleChooser';
import { HELD_FROM, useInsertion } from './useInsertion';

/**
 * The text stays in the textarea: React never sees it, so typing into megabytes costs what it costs the
 * browser. Remounted when the text was changed by anything else than typing.
 */
export function TextBox({ compact }: { compact: boolean }) {
  const session = useSession();
  const { canUndo } = useSessionState();
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));
  const box = useRef<HTMLTextAreaElement>(null);
  const [initial] = useState(() => session.draft());
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
    const area = box.current;
    if (area) session.noteDraft(() => area.value);
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
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    show();
  }
  useInsertion({ box, onDocument: show, onLarge: replace });

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

  return (
    <div className="mt-3">
      <label htmlFor={id} className="text-sm font-medium">
        {words.paste.label}
      </label>
      <textarea
        ref={box}
        id={id}
        aria-describedby={`${id}-hint`}
        defaultValue={initial}
        placeholder={words.paste.placeholder}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        wrap="off"
        className={`field mt-1 block w-full resize-y bg-raised p-3 font-mono leading-5 placeholder:text-muted print:hidden ${compact ? 'h-36' : 'h-64'}`}
        onInput={note}
        onKeyDown={onKeyDown}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2 print:hidden">
        <button type="button" className="button button-primary" onClick={show}>
          {words.paste.show}
        </button>
        <button type="button" className="button" onClick={() => void fromClipboard()}>
          {words.paste.fromClipboard}
        </button>
        <FileChooser onFiles={(files) => void session.open({ kind: 'files', files })} />
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
