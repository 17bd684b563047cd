import { useEffect, useEffectEvent, useState } from 'react';

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}

interface DropTargetProps {
  /** Said while files are held over the page. */
  text: string;
  onDrop: (data: DataTransfer) => void;
}

/** Files may be dropped anywhere on the page: without this the browser would leave it for the file. */
export function DropTarget({ text, onDrop }: DropTargetProps) {
  const [over, setOver] = useState(false);
  const take = useEffectEvent(onDrop);

  useEffect(() => {
    function showOver(event: DragEvent) {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function hideOver(event: DragEvent) {
      // Leaving the window, not only an element of it.
      if (event.relatedTarget === null) setOver(false);
    }
    function drop(event: DragEvent) {
      if (!carriesFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer);
    }
    window.addEventListener('dragover', showOver);
    window.addEventListener('dragleave', hideOver);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', showOver);
      window.removeEventListener('dragleave', hideOver);
      window.removeEventListener('drop', drop);
    };
  }, []);

  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-xl border-2 border-dashed border-accent bg-surface/85">
      <p className="text-lg font-semibold">{text}</p>
    </div>
  );
}
