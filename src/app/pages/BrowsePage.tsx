import { Link } from 'wouter';
import { Showcase } from '../conversation/Showcase';
import { SampleGallery } from '../gallery/SampleGallery';
import { SHOWCASE } from '../samples';
import { Page } from '../shell/Page';
import { words } from '../words';

export function BrowsePage() {
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
      <SampleGallery heading={words.browse.samples} lead={words.browse.samplesLead} />
    </Page>
  );
}
