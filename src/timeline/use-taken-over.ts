import { type ReactNode, startTransition, useEffect, useState } from 'react';
import type { ParticipantTimelineProps } from './props';
import type { PipelineSource } from './pipeline-source';
import { useOnPage } from './use-on-page';
import { isWaiting } from './use-reading';

/**
 * What a server has drawn stays on the page until the page can draw it, too. A change that came to it earlier would
 * have React throw it away: until then it is given what it was given first.
 */
export function useTakenOver(
  shown: ReactNode,
  props: ParticipantTimelineProps,
  source: PipelineSource,
): ReactNode {
  const onPage = useOnPage();
  const [first, setFirst] = useState(() => {
    const waits = !onPage && isWaiting(props.conversation, { ...props, source });
    return waits ? { shown } : undefined;
  });
  useEffect(() => {
    if (!first) return undefined;
    let here = true;
    const release = () => {
      // In no hurry: a change that overtakes the taking over would have React draw it all anew.
      if (here) startTransition(() => setFirst(undefined));
    };
    source.load().then(release, release);
    return () => {
      here = false;
    };
  }, [first, source]);
  return first ? first.shown : shown;
}
