import { lazy, Suspense, useState } from 'react';
import type { Found } from '../../workers/found';
import { words } from '../words';

const LinkDialog = lazy(async () => ({ default: (await import('./LinkDialog')).LinkDialog }));

/** The button; what it opens is fetched when it is pressed. */
export function CopyLink({ found }: { found: Found }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button-small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.conversation.copyLink}
      </button>
      {open && (
        <Suspense>
          <LinkDialog found={found} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
