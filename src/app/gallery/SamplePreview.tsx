import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { buildTimeline } from '../../core/index';
import { sampleQuery } from '../../sources/queries';
import { TimelinePreview } from '../../timeline/preview';
import '../../timeline/style.css';
import { conversationOf } from '../../workers/found';
import { useSamples } from '../samples';
import { useSettings } from '../settings';

/** Once something has been near the screen, it stays drawn. */
function useSeen(target: RefObject<Element | null>): boolean {
  const [seen, setSeen] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (seen || !target.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '200px' },
    );
    observer.observe(target.current);
    return () => observer.disconnect();
  }, [seen, target]);
  return seen;
}

/** What a sample looks like, drawn from its own data when it comes near the screen. The title names it. */
export function SamplePreview({ id }: { id: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  const source = useSamples();
  const { theme } = useSettings();
  const { data } = useQuery({ ...sampleQuery(source, id), enabled: seen });
  const timeline = useMemo(() => {
    const found = data?.outcome.found[0];
    return found && buildTimeline(conversationOf(found));
  }, [data]);
  return (
    <div
      ref={frame}
      className="pt-root flex h-24 items-center rounded border border-line p-1.5"
      data-theme={theme}
    >
      {timeline && <TimelinePreview timeline={timeline} />}
    </div>
  );
}
