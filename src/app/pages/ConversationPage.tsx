import { useState } from 'react';
import { lazy } from '../parts/lazy';
import { useQuery } from '@tanstack/react-query';
import { isMissing } from '../../sources/source';
import { documentQuery, sampleListQuery, sampleQuery } from '../../sources/queries';
import { idFrom } from '../address';
import { type ConversationDocument, readDocument } from '../browse/library/document';
import { useLibrary, useLibraryState, useRetry } from '../browse/library/library';
import { useSource } from '../browse/sources';
import { entryFrom } from '../browse/state/historyState';
import { SOURCE_NAMES, sourceNameFrom, type SourceName } from '../browse/state/sourceName';
import { ResultView } from '../conversation/ResultView';
import { NextSteps } from '../parts/NextSteps';
import { LoadFailed } from '../parts/LoadFailed';
import { Loading } from '../parts/Loading';
import { useSamples } from '../samples';
import { useSessionState } from '../session/context';
import { Part } from '../shell/Part';
import { Page, useTitle } from '../shell/Page';
import { words } from '../words';

const Neighbours = lazy(async () => ({ default: (await import('../browse/Neighbours')).Neighbours }));

/** `/c/:id`: a conversation that was pasted in this tab, a sample, or one of a source. */
export function ConversationPage({ parameter }: { parameter: string }) {
  const id = idFrom(parameter);
  const { opened } = useSessionState();
  const pasted = opened?.outcome?.found.find(({ summary }) => summary.id === id);
  const outcome = pasted && opened?.outcome && { ...opened.outcome, found: [pasted] };
  // After a reload the pasted text is still being read.
  const stillReading = opened !== undefined && !opened.outcome;
  // One page around whatever is found out: arriving put the focus there, and it would be lost with it.
  return (
    <Page>
      {outcome ? (
        <Pasted outcome={outcome} input={opened.input} />
      ) : (
        <FromAddress id={id} stillReading={stillReading} />
      )}
    </Page>
  );
}

function Pasted({ outcome, input }: Pick<ConversationDocument, 'outcome' | 'input'>) {
  useTitle(words.conversation.title);
  return <ResultView outcome={outcome} input={input} level={1} inAddress />;
}

interface WantedProps {
  id: string;
  stillReading: boolean;
}

/** A sample under that name, unless one's own conversation bears it; else a conversation of a source. */
function FromAddress({ id, stillReading }: WantedProps) {
  const { data: list } = useQuery(sampleListQuery(useSamples()));
  const library = useLibrary();
  // Known from the start where nobody has ever imported anything: then the library need not even be opened.
  const [isEmpty] = useState(() => library.state().conversations === 0);
  const title = list?.find((item) => item.id === id)?.title;
  if (list && title === undefined) return <FromSources id={id} stillReading={stillReading} />;
  return isEmpty ? <FromSample id={id} title={title} /> : <OwnOrSample id={id} title={title} />;
}

interface SampleProps {
  id: string;
  title: string | undefined;
}

function OwnOrSample({ id, title }: SampleProps) {
  const library = useSource('library');
  const { phase } = useLibraryState();
  const { data, error } = useQuery({
    ...documentQuery(library, id, readDocument),
    enabled: phase !== 'opening',
  });
  if (error) return <FromSample id={id} title={title} />;
  return <Shown id={id} shown={data} error={null} onRetry={() => undefined} />;
}

function FromSample({ id, title }: SampleProps) {
  const { data, error, refetch } = useQuery(sampleQuery(useSamples(), id));
  return <Shown id={id} title={title} shown={data} error={error} onRetry={() => void refetch()} />;
}

/** The list that it was opened from, if any: two sources may have conversations of one id. */
function listedIn(state: unknown): SourceName {
  return sourceNameFrom(new URLSearchParams(entryFrom(state).from?.search));
}

function FromSources({ id, stillReading }: WantedProps) {
  const [first] = useState(() => listedIn(history.state));
  const names = [first, ...SOURCE_NAMES.filter((name) => name !== first)];
  return <FromSource id={id} names={names} stillReading={stillReading} />;
}

/** From the first of these sources that has it. */
function FromSource({ names, ...wanted }: WantedProps & { names: readonly SourceName[] }) {
  const { id, stillReading } = wanted;
  const [name = 'library', ...others] = names;
  const source = useSource(name);
  const { phase } = useLibraryState();
  const retry = useRetry();
  const { data, error, refetch } = useQuery({
    ...documentQuery(source, id, readDocument),
    enabled: name !== 'library' || phase !== 'opening',
  });
  if (isMissing(error) && others.length > 0) {
    return <FromSource key={others.join(' ')} names={others} {...wanted} />;
  }
  if (isMissing(error) && !stillReading) return <Missing />;
  return (
    <Shown id={id} shown={data} error={isMissing(error) ? null : error} onRetry={() => retry(refetch)} />
  );
}

interface ShownProps {
  id: string;
  title?: string;
  shown: ConversationDocument | undefined;
  error: Error | null;
  onRetry: () => void;
}

function Shown({ id, title, shown, error, onRetry }: ShownProps) {
  useTitle(title ?? words.conversation.title);
  return (
    <>
      <FromList id={id} />
      {!shown && <h1 className="sr-only">{title ?? words.conversation.title}</h1>}
      {error && <LoadFailed error={error} onRetry={onRetry} />}
      {!shown && !error && <Loading text={words.conversation.loading} />}
      {shown && <ResultView outcome={shown.outcome} input={shown.input} title={title} level={1} inAddress />}
    </>
  );
}

/** Only who came from the list has neighbours there. */
function FromList({ id }: { id: string }) {
  const [{ from }] = useState(() => entryFrom(history.state));
  if (!from) return null;
  return (
    <Part quiet>
      <Neighbours id={id} from={from} />
    </Part>
  );
}

function Missing() {
  useTitle(words.notFound.title);
  return (
    <>
      <h1 className="pt-16 text-xl font-bold">{words.conversation.missingHeading}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.conversation.missing}</p>
      <NextSteps />
    </>
  );
}
