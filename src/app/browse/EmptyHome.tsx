import { Suspense } from 'react';
import { lazy } from '../parts/lazy';
import { Link } from 'wouter';
import { Loading } from '../parts/Loading';
import { SHOWCASE } from '../samples';
import { intakeWords } from '../words/intake';
import { words } from '../words';
import { ChooseButtons } from './intake/ChooseButtons';
import type { TakeFiles } from '../files/dropped';
import { useLibraryState } from './library/library';
import { listAddress } from './state/sourceName';

// What this is can be read before the drawing is there, and who has a library needs none of it.
const Showcase = lazy(async () => ({ default: (await import('../conversation/Showcase')).Showcase }));
const SampleGallery = lazy(async () => ({
  default: (await import('../gallery/SampleGallery')).SampleGallery,
}));

/** Nothing is in the library yet: what this is, how to begin, and samples to look at. */
export function EmptyHome({ onFiles }: { onFiles: TakeFiles }) {
  const { persistent } = useLibraryState();
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3 pt-6 pb-5 xl:flex-nowrap">
        <div className="max-w-3xl">
          <h1 className="text-2xl font-bold text-balance">{words.browse.heading}</h1>
          <p className="mt-1.5 text-muted text-pretty">{words.browse.lead}</p>
        </div>
        <div className="max-w-[38rem] xl:shrink-0">
          <div className="flex flex-wrap gap-2">
            <Link href="/paste" className="button button-primary">
              {words.browse.pasteOwn}
            </Link>
            <ChooseButtons onFiles={onFiles} />
            <Link href={listAddress('samples')} className="button">
              {words.browse.browseSamples}
            </Link>
          </div>
          <p className="mt-2 text-xs text-muted text-pretty">
            {intakeWords.hint} {persistent ? intakeWords.privacy : intakeWords.memory}
          </p>
        </div>
      </div>
      <Suspense fallback={<Loading text={words.browse.loading} />}>
        <Showcase id={SHOWCASE} />
        <SampleGallery heading={words.browse.samples} lead={words.browse.samplesLead} />
      </Suspense>
    </>
  );
}
