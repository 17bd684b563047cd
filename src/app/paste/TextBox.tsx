import { useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { sampleListQuery } from '../../sources/queries';
import { useSamples } from '../samples';
import { useSession, useSessionState } from '../session/context';
import { words } from '../words';
import { FileChooser } from './FileChooser';
import { SampleChooser } from './SampleChooser';

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
    setNotice(text.trim() === '' ? words.paste.nothing : '');
    if (text.trim() !== '') void session.open({ kind: 'text', text });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    show();
  }
  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    // A whole document has come, not a piece of one being edited: draw it at once, after it is in the box.
    if (selectionEnd - selectionStart === value.length) setTimeout(show);
  }
  function replace(text: string) {
    if (session.draft() !== '') session.clear();
    session.setDraft(text);
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
        onPaste={onPaste}
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
        <SampleChooser samples={samples} onText={replace} onFail={() => setNotice(words.failed.unknown)} />
        <button type="button" className="button" onClick={() => session.clear()}>
          {words.paste.clear}
        </button>
        {canUndo && (
          <button type="button" className="button" title={words.paste.cleared} onClick={() => session.undo()}>
            {words.paste.undo}
          </button>
        )}
      </div>
      <p id={`${id}-hint`} className="mt-2 text-sm text-muted print:hidden">
        {words.paste.hint}
      </p>
      <output className="block text-sm text-warning">{notice}</output>
    </div>
  );
}
