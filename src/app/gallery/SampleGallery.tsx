import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { sampleListQuery } from '../../sources/queries';
import { conversationAddress } from '../address';
import { useSamples } from '../samples';
import { words } from '../words';
import { SamplePreview } from './SamplePreview';

interface SampleGalleryProps {
  heading: string;
  lead: string;
}

/** Every sample as a card: what it looks like, what it is, and what can be learnt from it. */
export function SampleGallery({ heading, lead }: SampleGalleryProps) {
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));
  return (
    <section aria-labelledby="samples" className="pt-10 print:hidden">
      <h2 id="samples" className="text-lg font-semibold">
        {heading}
      </h2>
      <p className="text-sm text-muted">{lead}</p>
      <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-3">
        {samples.map(({ id, title, teaches, format }) => (
          <li key={id} className="card relative flex flex-col p-3 hover:border-edge">
            <SamplePreview id={id} />
            <h3 className="mt-2.5 font-medium">
              <Link href={conversationAddress(id)} className="after:absolute after:inset-0 after:rounded-lg">
                {title}
              </Link>
            </h3>
            <p className="mt-1 text-sm text-muted">{teaches}</p>
            <p className="mt-auto pt-3">
              <span className="chip bg-surface text-xs">{words.browse.formats[format] ?? format}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
