import { useEffect, useEffectEvent, useState } from 'react';
import { intakeWords } from '../../words/intake';
import { type Chosen, droppedFiles, type TakeFiles } from './dropped';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

interface DropAnywhereProps {
  onFiles: TakeFiles;
  onText: (text: string) => void;
}

/** Files and folders dropped anywhere on the page, and text or files pasted outside of any field. */
export function DropAnywhere({ onFiles, onText }: DropAnywhereProps) {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(({ files, leftOut }: Chosen) => {
    if (files.length > 0) onFiles(files, leftOut);
  });
  const takeText = useEffectEvent(onText);

  useEffect(() => {
    function onDragOver(event: DragEvent) {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function onDragLeave(event: DragEvent) {
      // Leaving the window, not only an element of it.
      if (event.relatedTarget === null) setOver(false);
    }
    function onDrop(event: DragEvent) {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      void droppedFiles(event.dataTransfer).then(take);
    }
    function onPaste(event: ClipboardEvent) {
      if (isTyping(event.target) || !event.clipboardData) return;
      const text = event.clipboardData.getData('text/plain');
      if (event.clipboardData.files.length > 0) take({ files: [...event.clipboardData.files], leftOut: [] });
      else if (text.trim() !== '') takeText(text);
      else return;
      event.preventDefault();
    }
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    document.addEventListener('paste', onPaste);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
      document.removeEventListener('paste', onPaste);
    };
  }, []);

  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-xl border-2 border-dashed border-accent bg-surface/85">
      <p className="text-lg font-semibold">{intakeWords.drop}</p>
    </div>
  );
}
