import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { sampleListQuery } from '../../sources/queries';
import type { SourceItem } from '../../sources/source';
import { conversationAddress } from '../address';
import { useSamples } from '../samples';
import { words } from '../words';
import { createIdleQueue } from './queue';
import { SamplePreview } from './SamplePreview';

interface SampleGalleryProps {
  heading: string;
  lead: string;
  /** Beside both. */
  aside?: ReactNode;
  /** What else can be done with a sample. It stands above the link that covers the card. */
  renderAction?: (sample: SourceItem) => ReactNode;
}

/** Every sample as a card: what it looks like, what it is, and what can be learnt from it. */
export function SampleGallery({ heading, lead, aside, renderAction }: SampleGalleryProps) {
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));
  const [queue] = useState(createIdleQueue);
  return (
    <section aria-labelledby="samples" className="pt-10 print:hidden">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="samples" className="text-lg font-semibold">
            {heading}
          </h2>
          <p className="text-sm text-muted">{lead}</p>
        </div>
        {aside}
      </div>
      <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-3">
        {samples.map((sample) => {
          const { id, title, teaches, format } = sample;
          return (
            <li key={id} className="card relative flex flex-col p-3 hover:border-edge">
              <SamplePreview id={id} queue={queue} />
              <h3 className="mt-2.5 font-medium">
                <Link
                  href={conversationAddress(id)}
                  className="after:absolute after:inset-0 after:rounded-lg"
                >
                  {title}
                </Link>
              </h3>
              <p className="mt-1 text-sm text-muted">{teaches}</p>
              <div className="mt-auto flex flex-wrap items-center justify-between gap-2 pt-3">
                <span className="chip bg-surface text-xs">{words.browse.formats[format] ?? format}</span>
                {renderAction && <div className="relative z-1">{renderAction(sample)}</div>}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
