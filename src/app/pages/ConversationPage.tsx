import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { SourceError } from '../../sources/source';
import { sampleListQuery, sampleQuery } from '../../sources/queries';
import { conversationIdOf } from '../address';
import { ResultView } from '../conversation/ResultView';
import { LoadFailed } from '../parts/LoadFailed';
import { Loading } from '../parts/Loading';
import { useSamples } from '../samples';
import { useSessionState } from '../session/context';
import { Page } from '../shell/Page';
import { words } from '../words';

/** `/c/:id`: a conversation that was pasted in this tab, or a sample. */
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

function SamplePage({ id, stillReading }: { id: string; stillReading: boolean }) {
  const source = useSamples();
  const { data: list } = useQuery(sampleListQuery(source));
  const { data, error, refetch } = useQuery(sampleQuery(source, id));
  const outcome = data?.outcome;
  const title = list?.find((item) => item.id === id)?.title;
  const missing = error instanceof SourceError && error.kind === 'missing';
  if (missing && !stillReading) return <Missing />;
  return (
    <Page title={title ?? words.conversation.title}>
      {!outcome && <h1 className="sr-only">{title ?? words.conversation.title}</h1>}
      {error && !missing && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {(missing || (!outcome && !error)) && <Loading text={words.conversation.loading} />}
      {outcome && <ResultView outcome={outcome} input={data.input} title={title} level={1} inAddress />}
    </Page>
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
        <Link href="/" className="button">
          {words.notFound.home}
        </Link>
      </div>
    </Page>
  );
}
