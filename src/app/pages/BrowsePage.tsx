import { Suspense, useEffect } from 'react';
import { lazy } from '../parts/lazy';
import { Link, useLocation, useSearch } from 'wouter';
import type { ParseInput } from '../../workers/messages';
import { EmptyHome } from '../browse/EmptyHome';
import { DropAnywhere } from '../files/DropAnywhere';
import type { TakeFiles } from '../files/dropped';
import { useImports, useImportState } from '../browse/library/imports';
import { useLibraryState } from '../browse/library/library';
import { listAddress, sourceNameFrom } from '../browse/state/sourceName';
import { Loading } from '../parts/Loading';
import { Page } from '../shell/Page';
import { words } from '../words';
import { intakeWords } from '../words/intake';

// The empty home needs none of these.
const loadBrowseScreen = async () => ({
  default: (await import('../browse/BrowseScreen')).BrowseScreen,
});
const BrowseScreen = lazy(loadBrowseScreen);
const SampleGallery = lazy(async () => ({
  default: (await import('../gallery/SampleGallery')).SampleGallery,
}));
const ImportPanel = lazy(async () => ({
  default: (await import('../browse/intake/ImportPanel')).ImportPanel,
}));

const Interrupted = lazy(async () => ({
  default: (await import('../browse/intake/Interrupted')).Interrupted,
}));

/** `/`: the library of conversations, or what there is to do while it is empty; or the conversations of another source. */
export function BrowsePage() {
  const imports = useImports();
  const { asked, running, report, interrupted } = useImportState();
  const coming = asked.length > 0 || running !== undefined;
  useEffect(() => {
    // By the time the first conversations are there, so is what shows them.
    if (coming) loadBrowseScreen().catch(() => undefined);
  }, [coming]);
  const sourceName = sourceNameFrom(new URLSearchParams(useSearch()));
  const [, navigate] = useLocation();
  const start = (input: ParseInput) => {
    imports.start(input);
    // What is imported comes into the library, and is to be seen coming.
    if (sourceName !== 'library') navigate(listAddress('library'));
  };
  const onFiles: TakeFiles = (files, leftOut) => start({ kind: 'files', files, leftOut });
  return (
    <Page title={words.browse.title}>
      <DropAnywhere
        text={intakeWords.drop}
        onFiles={onFiles}
        onText={(text) => start({ kind: 'text', text })}
      />
      {(coming || report) && (
        <Suspense>
          <ImportPanel />
        </Suspense>
      )}
      {interrupted.length > 0 && !coming && (
        <Suspense>
          <Interrupted onFiles={onFiles} />
        </Suspense>
      )}
      {sourceName === 'library' ? (
        <Content onFiles={onFiles} />
      ) : (
        <Listed key={sourceName} onFiles={onFiles} />
      )}
    </Page>
  );
}

function Content({ onFiles }: { onFiles: TakeFiles }) {
  const { phase, conversations, carrying } = useLibraryState();
  if (phase === 'failed') return <Unusable heading={intakeWords.failedHeading} text={intakeWords.failed} />;
  if (phase === 'unreached')
    return <Unusable heading={intakeWords.unreachedHeading} text={intakeWords.unreached} />;
  if (phase === 'silent') return <Unusable heading={intakeWords.silentHeading} text={intakeWords.silent} />;
  if (phase === 'cleared')
    return <Unusable heading={intakeWords.clearedHeading} text={intakeWords.cleared} />;
  if (phase === 'opening' || conversations === undefined) return <Loading text={intakeWords.opening} />;
  return (
    <>
      <p aria-live="polite" className="pt-3 text-sm text-muted empty:hidden print:hidden">
        {carrying && intakeWords.carrying}
      </p>
      {conversations === 0 && !carrying ? <EmptyHome onFiles={onFiles} /> : <Listed onFiles={onFiles} />}
    </>
  );
}

function Listed({ onFiles }: { onFiles: TakeFiles }) {
  return (
    <Suspense fallback={<Loading text={words.loadingPage} />}>
      <BrowseScreen onFiles={onFiles} />
    </Suspense>
  );
}

function Unusable({ heading, text }: { heading: string; text: string }) {
  return (
    <>
      <section role="alert" className="card mt-6 max-w-2xl border-error/60 p-6">
        <h1 className="text-xl font-bold">{heading}</h1>
        <p className="mt-2 text-muted">{text}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <button type="button" className="button button-primary" onClick={() => location.reload()}>
            {intakeWords.reload}
          </button>
          <Link href="/paste" className="button">
            {words.browse.pasteOwn}
          </Link>
          <Link href={listAddress('samples')} className="button">
            {words.browse.browseSamples}
          </Link>
        </div>
      </section>
      <Suspense fallback={<Loading text={words.browse.loading} />}>
        <SampleGallery heading={words.browse.samples} lead={words.browse.samplesLead} />
      </Suspense>
    </>
  );
}
