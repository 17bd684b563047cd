import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { lazy, tryLoadingAgain } from './parts/lazy';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Redirect, Route, Router, Switch, useLocation, useRoute } from 'wouter';
import { createImports, ImportsContext } from './browse/library/imports';
import { OpenGroups } from './browse/filters/open-groups';
import { createSampleList } from './browse/sampleList';
import { SampleConversationsContext } from './browse/sources';
import { type Library, LibraryContext } from './browse/library/library';
import { SelectedContext, useNewSelected } from './browse/list/useSelection';
import { PastedContext, useNewPasted } from './compare/pasted';
import { type LoadRichEditor, RichEditorContext } from './paste/useRichEditor';
import { BrowsePage } from './pages/BrowsePage';
import { DropElsewhere } from './files/DropElsewhere';
import { NotFoundPage } from './pages/NotFoundPage';
import { KeptPanel } from './panels/kept';
import { Loading } from './parts/Loading';
import { type SampleSource, SamplesContext } from './samples';
import { SessionContext } from './session/context';
import type { Session } from './session/session';
import { SettingsProvider } from './settings';
import { CrashBoundary } from './shell/CrashBoundary';
import { DOCS } from './shell/NavLink';
import { SkipLink } from './shell/SkipLink';
import { TopBar } from './shell/TopBar';
import { type TakeGoingBack, useArrival, useGoingBack } from './shell/useArrival';
import { useFocusKept } from './shell/useFocusKept';
import { words } from './words';

const loadPastePage = async () => ({ default: (await import('./pages/PastePage')).PastePage });
const PastePage = lazy(loadPastePage);
const loadConversationPage = async () => ({
  default: (await import('./pages/ConversationPage')).ConversationPage,
});
const ConversationPage = lazy(loadConversationPage);

interface AppProps {
  /** Path under which the site lies, with a slash at its end. */
  base: string;
  queries: QueryClient;
  session: Session;
  samples: SampleSource;
  library: Library;
  /** Without it the paste page has a plain text box. */
  loadRichEditor?: LoadRichEditor;
}

const ComparePage = lazy(async () => ({ default: (await import('./pages/ComparePage')).ComparePage }));
const SamplesPage = lazy(async () => ({ default: (await import('./pages/SamplesPage')).SamplesPage }));
const DocsPage = lazy(async () => ({ default: (await import('./pages/DocsPage')).DocsPage }));
const AgentDayPage = lazy(async () => ({ default: (await import('./pages/AgentDayPage')).AgentDayPage }));

export function App({ base, queries, session, samples, library, loadRichEditor }: AppProps) {
  const [imports] = useState(() => createImports(library));
  const [sampleList] = useState(() => createSampleList(samples));
  const selected = useNewSelected();
  const [openGroups] = useState(() => new Map<string, boolean>());
  const pasted = useNewPasted();
  const takeGoingBack = useGoingBack();
  useEffect(() => {
    // Fetched while the first page is being read, so that nobody waits for it later.
    for (const load of [loadConversationPage, loadPastePage]) load().catch(() => undefined);
    window.addEventListener('online', tryLoadingAgain);
    return () => window.removeEventListener('online', tryLoadingAgain);
  }, []);
  return (
    <QueryClientProvider client={queries}>
      <SessionContext value={session}>
        <SamplesContext value={samples}>
          <SampleConversationsContext value={sampleList}>
            <LibraryContext value={library}>
              <ImportsContext value={imports}>
                <SelectedContext value={selected}>
                  <OpenGroups value={openGroups}>
                    <PastedContext value={pasted}>
                      <RichEditorContext value={loadRichEditor}>
                        <SettingsProvider>
                          <Router base={base.replace(/\/$/, '')}>
                            <SkipLink to="content">{words.skip}</SkipLink>
                            <TopBar />
                            <PageBoundary>
                              <Suspense fallback={<Waiting />}>
                                <Pages takeGoingBack={takeGoingBack} />
                              </Suspense>
                            </PageBoundary>
                          </Router>
                        </SettingsProvider>
                      </RichEditorContext>
                    </PastedContext>
                  </OpenGroups>
                </SelectedContext>
              </ImportsContext>
            </LibraryContext>
          </SampleConversationsContext>
        </SamplesContext>
      </SessionContext>
    </QueryClientProvider>
  );
}

function PageBoundary({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  return <CrashBoundary of={location}>{children}</CrashBoundary>;
}

function Waiting() {
  return (
    <main id="content" tabIndex={-1} className="px-4 outline-none sm:px-6">
      <Loading text={words.loadingPage} />
    </main>
  );
}

function Pages({ takeGoingBack }: { takeGoingBack: TakeGoingBack }) {
  useArrival(takeGoingBack);
  useFocusKept();
  const [isBrowse] = useRoute('/');
  const [isPaste] = useRoute('/paste');
  const [isCompare] = useRoute('/compare');
  return (
    <>
      {!isBrowse && !isPaste && !isCompare && <DropElsewhere />}
      <Switch>
        <Route path="/" component={BrowsePage} />
        {/* As some hosts and bookmarks have it. */}
        <Route path="/index.html">
          <Redirect to="/" replace />
        </Route>
        <Route path="/paste" component={PastePage} />
        <Route path="/c/:id">
          {({ id }) => (
            <KeptPanel>
              <ConversationPage key={id} parameter={id} />
            </KeptPanel>
          )}
        </Route>
        <Route path="/samples" component={SamplesPage} />
        <Route path="/compare" component={ComparePage} />
        <Route path="/agent/:id">{({ id }) => <AgentDayPage key={id} parameter={id} />}</Route>
        <Route path={DOCS} component={DocsPage} />
        <Route component={NotFoundPage} />
      </Switch>
    </>
  );
}
