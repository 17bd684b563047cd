import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { lazy } from '../parts/lazy';
import { buildTimeline, type Timeline } from '../../core/index';
import { sampleQuery } from '../../sources/queries';
import '../../timeline/style.css';
import { conversationOf } from '../../workers/found';
import { useSamples } from '../samples';
import { useSettings } from '../settings';
import type { IdleQueue } from './queue';

const TimelinePreview = lazy(async () => ({
  default: (await import('../../timeline/preview')).TimelinePreview,
}));

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

/** Of the first conversation of a sample, when its turn has come. */
function useTimeline(id: string, queue: IdleQueue, wanted: boolean): Timeline | undefined {
  const source = useSamples();
  const queries = useQueryClient();
  const [timeline, setTimeline] = useState<Timeline>();
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    const leave = queue.add(async () => {
      // A card without its picture is still a card.
      const sample = await queries.fetchQuery(sampleQuery(source, id)).catch(() => undefined);
      const found = sample?.outcome.found[0];
      if (found && !gone) setTimeline(buildTimeline(conversationOf(found)));
    });
    return () => {
      gone = true;
      leave();
    };
  }, [id, queue, wanted, source, queries]);
  return timeline;
}

/** What a sample looks like, drawn from its own data when it comes near the screen. The title names it. */
export function SamplePreview({ id, queue }: { id: string; queue: IdleQueue }) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  const timeline = useTimeline(id, queue, seen);
  const { theme } = useSettings();
  return (
    <div
      ref={frame}
      className="pt-root flex h-24 items-center rounded border border-line p-1.5"
      data-theme={theme}
    >
      <Suspense>{timeline && <TimelinePreview timeline={timeline} />}</Suspense>
    </div>
  );
}
