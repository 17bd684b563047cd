import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type SyntheticEvent, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { ALIGNMENTS, aligned, letterOf } from '../../core/compare/align';
import { titleOf } from '../../core/facts/title';
import type { Timeline } from '../../core/index';
import { sampleListQuery } from '../../sources/queries';
import { visible } from '../../ui/visible';
import { conversationAddress } from '../address';
import { useRetry } from '../browse/library/library';
import { compareAddress, comparedFrom, MOST_COMPARED } from '../compare/address';
import { DropToCompare } from '../compare/DropToCompare';
import { FigureTable } from '../compare/FigureTable';
import { PasteOne } from '../compare/PasteOne';
import { SharedDrawing } from '../compare/SharedDrawing';
import { type Fetched, useConversations } from '../compare/useConversations';
import { CrashBoundary } from '../shell/CrashBoundary';
import { HiddenHeading } from '../parts/Heading';
import { LoadFailed } from '../parts/LoadFailed';
import { Loading } from '../parts/Loading';
import { Value } from '../parts/Value';
import { useSamples } from '../samples';
import { useSessionState } from '../session/context';
import { Page } from '../shell/Page';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { browseWords } from '../words/browse';

/** `/compare?v=1&ids=…`: two to four conversations on one axis. */
export function ComparePage() {
  const { ids, align } = comparedFrom(useSearch());
  const [, navigate] = useLocation();
  const fetched = useConversations(ids);
  const timelines = fetched.flatMap(({ timeline }) => timeline ?? []);
  const waiting = fetched.some((each) => !each.timeline && !each.missing && !each.failed && !each.sameAs);
  const failed = fetched.flatMap((each) => each.failed ?? []);
  const retry = useRetry();
  const said = saidOf(fetched);
  const { compare } = browseWords;
  const go = (next: readonly string[]) => navigate(compareAddress(next, align));
  return (
    <Page title={compare.title}>
      <DropToCompare onAdd={go} />
      <h1 className="pt-5 text-xl font-bold">{compare.heading}</h1>
      <p className="mt-1 text-sm text-muted">
        {timelines.length < 2 && !waiting ? compare.few : compare.lead}
      </p>
      <p aria-live="polite" className="sr-only">
        {!waiting && said !== '' && compare.compared(said)}
      </p>
      <Names fetched={fetched} onRemove={(id) => go(ids.filter((other) => other !== id))} />
      <div className="flex flex-wrap items-end gap-3 py-3 print:hidden">
        {timelines.length > 1 && (
          <fieldset aria-label={compare.align} className="flex flex-wrap items-center gap-1.5">
            <span className="text-sm text-muted">{compare.align}</span>
            {ALIGNMENTS.map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={align === name}
                className="button min-h-8 py-1 aria-pressed:border-accent aria-pressed:bg-accent-soft"
                onClick={() => navigate(compareAddress(ids, name), { replace: true })}
              >
                {compare.alignments[name]}
              </button>
            ))}
          </fieldset>
        )}
        {ids.length < MOST_COMPARED && <Adding ids={ids} onAdd={(more) => go([...ids, ...more])} />}
      </div>
      {waiting && <Loading text={compare.loading} />}
      {failed[0] && (
        <LoadFailed
          error={failed[0].error}
          onRetry={() => retry(() => failed.forEach(({ refetch }) => void refetch()))}
        />
      )}
      {!waiting && timelines.length > 0 && (
        <Compared key={`${ids.join(' ')} ${align}`} timelines={timelines} align={align} />
      )}
    </Page>
  );
}

function Compared({ timelines, align }: { timelines: Timeline[]; align: (typeof ALIGNMENTS)[number] }) {
  const { timeline, unanswered } = aligned(timelines, align);
  const { compare } = browseWords;
  return (
    <CrashBoundary part>
      {unanswered.length > 0 && (
        <p className="pb-2 text-sm text-warning">{compare.unanswered(unanswered.map(letterOf).join(', '))}</p>
      )}
      <HiddenHeading level={2}>{words.conversation.timeline}</HiddenHeading>
      <SharedDrawing timeline={timeline} clock={align === 'clock' ? 'time' : 'elapsed'} />
      {align !== 'clock' && <p className="py-1 text-xs text-muted">{compare.shifted(letterOf(0))}</p>}
      <h2 className="section-title pt-5 pb-1">{compare.figures}</h2>
      <FigureTable timelines={timelines} />
    </CrashBoundary>
  );
}

function nameOf({ timeline, id }: Fetched): string {
  return timeline ? titleOf(timeline) : id;
}

function lettersOf(fetched: readonly Fetched[]): ReadonlyMap<string, string> {
  return new Map(fetched.filter(({ timeline }) => timeline).map(({ id }, index) => [id, letterOf(index)]));
}

/** Why it is not among those that are compared. */
function notComparedOf({ id, missing, sameAs }: Fetched, letters: ReadonlyMap<string, string>) {
  const { compare } = browseWords;
  if (missing) return compare.missing(visible(id));
  return sameAs === undefined ? undefined : compare.same(visible(id), letters.get(sameAs) ?? '');
}

/** Which are there by now, for who does not see them come and go. */
function saidOf(fetched: readonly Fetched[]): string {
  const letters = lettersOf(fetched);
  return fetched
    .filter(({ failed }) => !failed)
    .map((each) => notComparedOf(each, letters) ?? `${letters.get(each.id)} ${visible(nameOf(each))}`)
    .join(', ');
}

function Names({ fetched, onRemove }: { fetched: readonly Fetched[]; onRemove: (id: string) => void }) {
  const { compare } = browseWords;
  const letters = lettersOf(fetched);
  return (
    <ul aria-label={compare.title} className="mt-3 flex flex-wrap gap-2 empty:hidden">
      {fetched.map((each) => (
        <li key={each.id} className="card flex items-center gap-2 py-1 pe-1 ps-3 text-sm">
          {each.missing || each.sameAs ? (
            <span className="text-warning">{notComparedOf(each, letters)}</span>
          ) : (
            <>
              <b>{letters.get(each.id) ?? '…'}</b>
              <Link href={conversationAddress(each.id)} className="link max-w-72 truncate">
                <Value>{nameOf(each)}</Value>
              </Link>
              {each.timeline && each.timed && <Began timeline={each.timeline} />}
            </>
          )}
          <button
            type="button"
            aria-label={compare.remove(visible(nameOf(each)))}
            className="icon-button"
            onClick={() => onRemove(each.id)}
          >
            <X className="size-3.5" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Calls of one customer have one name. */
function Began({ timeline: { start } }: { timeline: Timeline }) {
  const format = useFormat();
  return (
    <span className="whitespace-nowrap text-muted">
      {format.day(start)} {format.clock(Math.floor(start / 1000) * 1000)}
    </span>
  );
}

/** What is at hand without the list: pasted in this tab, and the samples. */
function Adding({ ids, onAdd }: { ids: readonly string[]; onAdd: (ids: string[]) => void }) {
  const { data: samples = [] } = useQuery(sampleListQuery(useSamples()));
  const { opened } = useSessionState();
  const [chosen, setChosen] = useState('');
  const { compare } = browseWords;
  const pasted = (opened?.outcome?.found ?? []).slice(0, 200).map(({ summary }) => summary);
  const options = [...pasted, ...samples].filter(({ id }) => !ids.includes(id));
  function add(event: SyntheticEvent) {
    event.preventDefault();
    if (chosen === '') return;
    setChosen('');
    onAdd([chosen]);
  }
  return (
    <>
      <form className="flex max-w-full gap-1.5" onSubmit={add}>
        <select
          aria-label={compare.add}
          className="field min-w-0 max-w-72"
          // Arrows pass by others, and some browsers choose with each of them: nothing is added until that is said.
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value="">{compare.addSample}</option>
          {options.map(({ id, title }) => (
            <option key={id} value={id}>
              {visible(title)}
            </option>
          ))}
        </select>
        <button type="submit" className="button" aria-disabled={chosen === ''}>
          {compare.addChosen}
        </button>
      </form>
      <Link href="/" className="button">
        {compare.toList}
      </Link>
      <PasteOne ids={ids} onAdd={onAdd} />
    </>
  );
}
