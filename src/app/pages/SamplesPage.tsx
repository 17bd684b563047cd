import { Link } from 'wouter';
import { listAddress } from '../browse/state/sourceName';
import { SampleGallery } from '../gallery/SampleGallery';
import { Page } from '../shell/Page';
import { words } from '../words';

/** `/samples`: what the home shows while the library is empty, for who has one. */
export function SamplesPage() {
  return (
    <Page title={words.browse.samples}>
      <h1 className="sr-only">{words.browse.samples}</h1>
      <SampleGallery
        heading={words.browse.samples}
        lead={words.browse.samplesLead}
        aside={
          <Link href={listAddress('samples')} className="button">
            {words.browse.samplesAsList}
          </Link>
        }
      />
    </Page>
  );
}
