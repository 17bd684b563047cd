import { useLayoutEffect, useRef } from 'react';

/**
 * A dialog that lies over the page as long as it is drawn; `onClose` hears that Escape shut it. Its heading has the focus
 * at first: of the button that shuts it screen readers would say nothing but that. That button stands before it all the
 * same, as Orca says nothing of what comes first in a dialog.
 */
export function useModal(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Shut while it is still on the page: only then do browsers give the focus back to what opened it.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector('h2')?.focus();
    return () => element?.close();
  }, []);
  // React's strict mode shuts it once and opens it again, and the first is told of a moment later.
  const onShut = () => {
    if (!dialog.current?.open) onClose();
  };
  return { dialog, onShut };
}
