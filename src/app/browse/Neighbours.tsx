import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, ArrowRight, List } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { aroundQuery, documentQuery } from '../../sources/queries';
import type { ConversationSource, Row } from '../../sources/source';
import { visible } from '../../ui/visible';
import { conversationAddress } from '../address';
import { usePageKeys } from '../parts/usePageKeys';
import { useSettings } from '../settings';
import { useFormat } from '../useFormat';
import { browseWords } from '../words/browse';
import { type Beside, besideIn, type Neighbour } from './beside';
import { readDocument } from './library/document';
import { KeysMenu } from './parts/KeysMenu';
import { fromAddress } from './state/codec';
import type { Entry } from './state/historyState';
import { filterOf } from './state/period';
import { useSource } from './sources';
import { useAskedAnew } from './useAskedAnew';

type From = NonNullable<Entry['from']>;

interface Neighbours extends Beside<Row> {
  source: ConversationSource;
  /** Until then there seem to be none. */
  isKnown: boolean;
}

/** The conversation before and after this one in the list it was opened from. */
function useNeighbours(id: string, from: From): Neighbours {
  const { timeZone } = useSettings();
  const [now] = useState(Date.now);
  const state = fromAddress(from.search, from.chosen);
  const source = useSource(state.source);
  useAskedAnew(source);
  const opened = { id, place: from.row };
  const listing = {
    filter: filterOf(state, now, timeZone),
    ...(state.sort.length > 0 ? { sort: state.sort } : {}),
  };
  const { data } = useQuery({
    ...aroundQuery(source, listing, opened),
    enabled: source.capabilities.offset,
  });
  const { place, offset, rows } = data ?? { place: from.row, offset: from.row, rows: [] };
  return { source, isKnown: data !== undefined, ...besideIn(rows, offset, { id, place }) };
}

function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable], [role="region"]') !== null
  );
}

/** Buttons and keys to the conversations beside this one in the list. */
export function Neighbours({ id, from }: { id: string; from: From }) {
  const neighbours = useNeighbours(id, from);
  const queries = useQueryClient();
  const format = useFormat();
  const [, navigate] = useLocation();
  const words = browseWords.neighbours;
  const stateOf = (place: number) => ({ chosen: {}, from: { ...from, row: place } });
  const { source, isKnown, previous, next } = neighbours;

  const before = previous?.row.id;
  const after = next?.row.id;
  useEffect(() => {
    for (const each of [before, after]) {
      if (each !== undefined) void queries.prefetchQuery(documentQuery(source, each, readDocument));
    }
  }, [queries, source, before, after]);

  /** The last that was asked for before it was known. */
  const wanted = useRef<'previous' | 'next'>(undefined);
  function go(way: 'previous' | 'next') {
    wanted.current = isKnown ? undefined : way;
    const to = neighbours[way];
    if (!to) return;
    // Like turning pages: back leads to the list.
    navigate(conversationAddress(to.row.id), { replace: true, state: stateOf(to.place) });
  }
  useEffect(() => {
    if (isKnown && wanted.current) go(wanted.current);
  });
  usePageKeys(({ code, altKey, target }) => {
    if (altKey || isElsewhere(target)) return;
    if (code === 'KeyJ') go('next');
    else if (code === 'KeyK') go('previous');
  });

  return (
    <nav aria-label={words.label} className="flex flex-wrap items-center gap-2 pt-3 print:hidden">
      <button type="button" className="button min-h-8 py-1" onClick={() => history.back()}>
        <List className="size-4" aria-hidden="true" />
        {words.back}
      </button>
      <span className="text-sm text-muted tabular-nums">
        {words.place(format.count(neighbours.place + 1))}
      </span>
      <Step to={previous} label={words.previous} icon={ArrowLeft} stateOf={stateOf} />
      <Step to={next} label={words.next} icon={ArrowRight} stateOf={stateOf} />
      <KeysMenu label={words.keysLabel} keys={words.keys} />
    </nav>
  );
}

interface StepProps {
  to: Neighbour<Row> | undefined;
  label: string;
  icon: typeof ArrowLeft;
  stateOf: (place: number) => unknown;
}

function Step({ to, label, icon: Icon, stateOf }: StepProps) {
  if (!to) {
    return (
      <span aria-hidden="true" className="icon-button opacity-30">
        <Icon className="size-4 rtl:-scale-x-100" />
      </span>
    );
  }
  return (
    <Link
      href={conversationAddress(to.row.id)}
      replace
      state={stateOf(to.place)}
      aria-label={label}
      title={`${label}: ${visible(to.row.title)}`}
      className="icon-button"
    >
      <Icon className="size-4 rtl:-scale-x-100" aria-hidden="true" />
    </Link>
  );
}
