import { type RefObject, useMemo, useRef } from 'react';
import { useSession, useSessionState } from '../session/context';
import type { Box, BoxEvents, Caret, Read } from './box';
import { PlainBox } from './PlainBox';
import { type CreateRichEditor, RichBox } from './RichBox';

/** What reading found wrong, the same object as long as it is the same reading. */
function useRead(): Read | undefined {
  const { opened } = useSessionState();
  const { input, outcome } = opened ?? {};
  return useMemo(
    () => (input?.kind === 'text' && outcome ? { text: input.text, problems: outcome.problems } : undefined),
    [input, outcome],
  );
}

export interface EntryProps {
  compact: boolean;
  /** Absent until it is loaded, or for good. */
  rich: CreateRichEditor | undefined;
  box: RefObject<Box | null>;
}

/** The box alone. Remounted when the text was changed by anything else than typing. */
export function Entry({ compact, rich, box, id, events }: EntryProps & { id: string; events: BoxEvents }) {
  const session = useSession();
  const caret = useRef<Caret>(undefined);
  const read = useRead();
  const initial = () => session.draft();
  const height = compact ? 'h-36' : 'h-64';
  return rich ? (
    <RichBox
      ref={box}
      create={rich}
      initial={initial}
      caret={caret}
      read={read}
      className={`field mt-1 block w-full resize-y overflow-hidden bg-raised p-0 print:hidden ${height}`}
      events={events}
    />
  ) : (
    <PlainBox
      ref={box}
      id={id}
      initial={initial}
      caret={caret}
      className={`field mt-1 block w-full resize-y bg-raised p-3 font-mono leading-5 placeholder:text-muted print:hidden ${height}`}
      events={events}
    />
  );
}
