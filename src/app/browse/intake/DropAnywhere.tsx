import { useEffect, useEffectEvent } from 'react';
import { DropTarget } from '../../parts/DropTarget';
import { isTyping } from '../../parts/isTyping';
import { intakeWords } from '../../words/intake';
import { droppedFiles, type TakeFiles } from './dropped';

interface DropAnywhereProps {
  onFiles: TakeFiles;
  onText: (text: string) => void;
}

/** Files and folders dropped anywhere on the page, and text or files pasted outside of any field. */
export function DropAnywhere({ onFiles, onText }: DropAnywhereProps) {
  const takeFiles = useEffectEvent(onFiles);
  const takeText = useEffectEvent(onText);

  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      if (isTyping(event.target) || !event.clipboardData) return;
      const { files } = event.clipboardData;
      const text = event.clipboardData.getData('text/plain');
      if (files.length > 0) takeFiles([...files], []);
      else if (text.trim() !== '') takeText(text);
      else return;
      event.preventDefault();
    }
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, []);

  async function takeDropped(data: DataTransfer) {
    const { files, leftOut } = await droppedFiles(data);
    if (files.length + leftOut.length > 0) onFiles(files, leftOut);
  }
  return <DropTarget text={intakeWords.drop} onDrop={(data) => void takeDropped(data)} />;
}
