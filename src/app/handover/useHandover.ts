import { useEffect, useState } from 'react';
import { type HandoverFault, readHandover } from '../../ui/handover';
import { useSession } from '../session/context';

/**
 * Opens what a link hands over in its fragment. The fragment leaves the address bar as soon as it is read, so
 * that it is in no bookmark and in no picture of the screen. Answers what is wrong with it, until something else is
 * opened.
 */
export function useHandover(): HandoverFault | undefined {
  const session = useSession();
  const [fault, setFault] = useState<HandoverFault>();
  useEffect(() => {
    let gone = false;
    /** What was open when the link turned out to be wrong. */
    let over = session.state().opened?.input;
    async function take() {
      const { hash, pathname, search } = window.location;
      const handover = await readHandover(hash);
      // Another link may have come meanwhile.
      if (gone || handover.kind === 'none' || hash !== window.location.hash) return;
      window.history.replaceState(window.history.state, '', pathname + search);
      over = session.state().opened?.input;
      setFault(handover.kind === 'text' ? undefined : handover.kind);
      if (handover.kind === 'text') session.replace(handover.text);
    }
    const onChange = () => void take();
    onChange();
    window.addEventListener('hashchange', onChange);
    const unsubscribe = session.subscribe(() => {
      if (session.state().opened?.input !== over) setFault(undefined);
    });
    return () => {
      gone = true;
      unsubscribe();
      window.removeEventListener('hashchange', onChange);
    };
  }, [session]);
  return fault;
}
