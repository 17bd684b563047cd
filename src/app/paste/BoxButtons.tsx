import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { sampleListQuery } from '../../sources/queries';
import { useSamples } from '../samples';
import { useSession, useSessionState } from '../session/context';
import { words } from '../words';
import { pasteWords } from '../words/paste';
import type { Box } from './box';
import { FileChooser } from './FileChooser';
import { indentJson } from './indent';
import { SampleChooser } from './SampleChooser';

interface BoxButtonsProps {
  box: RefObject<Box | null>;
  onShow: () => void;
  /** Says what came of it; empty: nothing is to be said. */
  onNotice: (text: string) => void;
}

/** What is done with the text, and where else it may come from. */
export function BoxButtons({ box, onShow, onNotice }: BoxButtonsProps) {
  const session = useSession();
  const { canUndo } = useSessionState();
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));

  async function fromClipboard() {
    const text = await clipboardText();
    onNotice('');
    if (text) session.replace(text);
    else onNotice(text === '' ? pasteWords.clipboardEmpty : pasteWords.clipboardRefused);
  }
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2 print:hidden">
      <button type="button" className="button button-primary" onClick={onShow}>
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
        onFail={() => onNotice(words.failed.unknown)}
      />
    </div>
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
