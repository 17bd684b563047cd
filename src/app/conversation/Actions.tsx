import { Suspense, useState } from 'react';
import { lazy } from '../parts/lazy';
import type { Conversation } from '../../core/index';
import { ExportMenu } from '../export/ExportMenu';
import type { Exported } from '../export/files';
import type { RedactionChoice } from '../handover/redaction';
import { CrashBoundary } from '../shell/CrashBoundary';
import { exportWords as texts } from '../words/export';

/** What these open is fetched when it is asked for. */
const LinkDialog = lazy(async () => ({ default: (await import('../handover/LinkDialog')).LinkDialog }));
const RedactDialog = lazy(async () => ({ default: (await import('../handover/RedactDialog')).RedactDialog }));

interface ActionsProps {
  /** As it came: links and redaction start from it. */
  original: Conversation;
  exported: () => Exported;
  onRedact: (choice: RedactionChoice) => void;
  /** A redaction was just taken back by a button that went with it. */
  undone: boolean;
}

/** What can be done with a conversation: redact it, take it away, hand it over. */
export function Actions({ original, exported, onRedact, undone }: ActionsProps) {
  const [open, setOpen] = useState<'redact' | 'share'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <button
        type="button"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the keyboard goes on where it began
        autoFocus={undone}
        className="button"
        aria-haspopup="dialog"
        onClick={() => setOpen('redact')}
      >
        {texts.redact}
      </button>
      <ExportMenu exported={exported} />
      <button
        type="button"
        className="button button-primary"
        aria-haspopup="dialog"
        onClick={() => setOpen('share')}
      >
        {texts.share}
      </button>
      {/* What cannot be loaded takes nothing along of the conversation, which may be redacted or half looked through. */}
      <CrashBoundary part of={open}>
        <Suspense>
          {open === 'share' && <LinkDialog conversation={original} onClose={close} />}
          {open === 'redact' && (
            <RedactDialog
              conversation={original}
              onClose={close}
              onApply={(choice) => {
                close();
                onRedact(choice);
              }}
            />
          )}
        </Suspense>
      </CrashBoundary>
    </>
  );
}
