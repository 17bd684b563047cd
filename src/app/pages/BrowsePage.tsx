import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { sampleListQuery } from '../../sources/queries';
import { conversationAddress } from '../address';
import { Showcase } from '../conversation/Showcase';
import { SHOWCASE, useSamples } from '../samples';
import { Page } from '../shell/Page';
import { words } from '../words';

export function BrowsePage() {
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));
  return (
    <Page title={words.browse.title}>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 pt-6 pb-5">
        <div className="max-w-3xl">
          <h1 className="text-2xl font-bold text-balance">{words.browse.heading}</h1>
          <p className="mt-1.5 text-muted text-pretty">{words.browse.lead}</p>
        </div>
        <Link href="/paste" className="button button-primary">
          {words.browse.pasteOwn}
        </Link>
      </div>
      <Showcase id={SHOWCASE} />
      <section aria-labelledby="samples" className="pt-10">
        <h2 id="samples" className="text-lg font-semibold">
          {words.browse.samples}
        </h2>
        <p className="text-sm text-muted">{words.browse.samplesLead}</p>
        <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-3">
          {samples.map(({ id, title, teaches, format }) => (
            <li key={id} className="card relative flex flex-col p-4 hover:border-edge">
              <h3 className="font-medium">
                <Link
                  href={conversationAddress(id)}
                  className="after:absolute after:inset-0 after:rounded-lg"
                >
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
    </Page>
  );
}
