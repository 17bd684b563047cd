import { lazy, Suspense, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { SourceError } from '../../sources/source';
import { documentQuery, sampleListQuery, sampleQuery } from '../../sources/queries';
import { conversationIdOf } from '../address';
import { type ConversationDocument, readDocument } from '../browse/library/document';
import { useLibrary, useLibraryState } from '../browse/library/library';
import { ResultView } from '../conversation/ResultView';
import { LoadFailed } from '../parts/LoadFailed';
import { Loading } from '../parts/Loading';
import { useSamples } from '../samples';
import { useSessionState } from '../session/context';
import { Page } from '../shell/Page';
import { words } from '../words';

const Neighbours = lazy(async () => ({ default: (await import('../browse/Neighbours')).Neighbours }));

/** `/c/:id`: a conversation that was pasted in this tab, a sample, or one of the library. */
export function ConversationPage({ parameter }: { parameter: string }) {
  const id = conversationIdOf(parameter);
  const { opened } = useSessionState();
  const pasted = opened?.outcome?.found.find(({ summary }) => summary.id === id);
  if (pasted && opened?.outcome) {
    return (
      <Page title={words.conversation.title}>
        <ResultView
          outcome={{ ...opened.outcome, found: [pasted] }}
          input={opened.input}
          level={1}
          inAddress
        />
      </Page>
    );
  }
  // After a reload the pasted text is still being read.
  const stillReading = opened !== undefined && !opened.outcome;
  return <SamplePage id={id} stillReading={stillReading} />;
}

/** A sample under that name, else a conversation of the library. */
function SamplePage({ id, stillReading }: { id: string; stillReading: boolean }) {
  const source = useSamples();
  const { data: list } = useQuery(sampleListQuery(source));
  const { data, error, refetch } = useQuery(sampleQuery(source, id));
  const title = list?.find((item) => item.id === id)?.title;
  if (isMissing(error)) return <LibraryPage id={id} stillReading={stillReading} />;
  return <Shown id={id} title={title} shown={data} error={error} onRetry={() => void refetch()} />;
}

function LibraryPage({ id, stillReading }: { id: string; stillReading: boolean }) {
  const { source } = useLibrary();
  const { phase } = useLibraryState();
  const { data, error, refetch } = useQuery({
    ...documentQuery(source, id, readDocument),
    enabled: phase !== 'opening',
  });
  if (isMissing(error) && !stillReading) return <Missing />;
  return (
    <Shown id={id} shown={data} error={isMissing(error) ? null : error} onRetry={() => void refetch()} />
  );
}

function isMissing(error: Error | null): boolean {
  return error instanceof SourceError && error.kind === 'missing';
}

interface ShownProps {
  id: string;
  title?: string;
  shown: ConversationDocument | undefined;
  error: Error | null;
  onRetry: () => void;
}

function Shown({ id, title, shown, error, onRetry }: ShownProps) {
  return (
    <Page title={title ?? words.conversation.title}>
      <FromList id={id} />
      {!shown && <h1 className="sr-only">{title ?? words.conversation.title}</h1>}
      {error && <LoadFailed error={error} onRetry={onRetry} />}
      {!shown && !error && <Loading text={words.conversation.loading} />}
      {shown && <ResultView outcome={shown.outcome} input={shown.input} title={title} level={1} inAddress />}
    </Page>
  );
}

/** Only who came from the list has neighbours there. */
function FromList({ id }: { id: string }) {
  const [state] = useState<unknown>(() => history.state);
  if (typeof state !== 'object' || state === null || !('from' in state)) return null;
  return (
    <Suspense>
      <Neighbours id={id} state={state} />
    </Suspense>
  );
}

function Missing() {
  return (
    <Page title={words.notFound.title}>
      <h1 className="pt-16 text-xl font-bold">{words.conversation.missingHeading}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.conversation.missing}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Link href="/paste" className="button button-primary">
          {words.nav.paste}
        </Link>
        <Link href="/samples" className="button">
          {words.notFound.home}
        </Link>
      </div>
    </Page>
  );
}
