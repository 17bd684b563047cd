import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { sampleListQuery } from '../../sources/queries';
import { conversationAddress } from '../address';
import { useSamples } from '../samples';
import { words } from '../words';

const SHOWN = 6;

export function EmptyState() {
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));
  return (
    <section aria-labelledby="empty" className="card mt-6 p-5">
      <h2 id="empty" className="font-semibold">
        {words.paste.emptyHeading}
      </h2>
      <p className="text-sm text-muted">{words.paste.emptyLead}</p>
      <ul className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-6 gap-y-1">
        {samples.slice(0, SHOWN).map(({ id, title }) => (
          <li key={id}>
            <Link href={conversationAddress(id)} className="link inline-block py-1 text-sm">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
