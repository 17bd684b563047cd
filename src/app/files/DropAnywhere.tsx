import { useEffect, useEffectEvent } from 'react';
import { DropTarget } from '../parts/DropTarget';
import { isTyping } from '../parts/isTyping';
import { droppedFiles, type TakeFiles } from './dropped';

interface DropAnywhereProps {
  /** Said while files are held over the page. */
  text: string;
  onFiles: TakeFiles;
  onText: (text: string) => void;
}

/** Beside what was copied from a table or a page browsers often hand over a picture of it, which nobody meant. */
function meantFiles({ files }: DataTransfer): File[] {
  return [...files].filter(({ type }) => !type.startsWith('image/'));
}

/** Files and folders dropped anywhere on the page; files pasted anywhere, and text pasted outside of any field. */
export function DropAnywhere({ text, onFiles, onText }: DropAnywhereProps) {
  const takeFiles = useEffectEvent(onFiles);
  const takeText = useEffectEvent(onText);

  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      if (!event.clipboardData) return;
      const files = meantFiles(event.clipboardData);
      const pasted = event.clipboardData.getData('text/plain');
      // Also in a field, which takes no more of a file than its name.
      if (files.length > 0) takeFiles(files, []);
      // The editor stands in a shadow root, around which the target is told to be.
      else if (!isTyping(event.composedPath()[0] ?? null) && pasted.trim() !== '') takeText(pasted);
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    // Before the field hears of it.
    document.addEventListener('paste', onPaste, true);
    return () => document.removeEventListener('paste', onPaste, true);
  }, []);

  async function takeDropped(data: DataTransfer) {
    const { files, leftOut } = await droppedFiles(data);
    if (files.length + leftOut.length > 0) onFiles(files, leftOut);
  }
  return <DropTarget text={text} onDrop={(data) => void takeDropped(data)} />;
}
