import { useQueries, useQuery } from '@tanstack/react-query';
import { agentDay } from '../../../core/compare/day';
import { buildTimeline } from '../../../core/index';
import { documentQuery, rowsQuery } from '../../../sources/queries';
import type { ConversationSource, Filter } from '../../../sources/source';
import { conversationOf } from '../../../workers/found';
import { readDocument } from '../../browse/library/document';
import { browseWords } from '../../words/browse';
import type { Day } from './dates';

/** A day of one person is some dozens; more cannot be drawn so that anybody sees something. */
export const MOST = 150;
/** A conversation that began so long before midnight may still be going on. */
const BEFORE = 12 * 3_600_000;

/** Of which day of whom. */
export interface Asked {
  source: ConversationSource;
  userId: string;
  /** Which conversations count, whenever they were. */
  filter: Filter;
  day: Day;
}

/** The day of one user, of all the conversations that it takes. */
export function useAgentDay({ source, userId, filter, day }: Asked) {
  const time = { from: day.from - BEFORE, to: day.to };
  const rows = useQuery(
    rowsQuery(
      source,
      { filter: { ...filter, time }, sort: [{ by: 'start' }] },
      { offset: 0, limit: MOST + 1 },
    ),
  );
  const ids = (rows.data?.rows ?? []).slice(0, MOST).map(({ id }) => id);
  const documents = useQueries({ queries: ids.map((id) => documentQuery(source, id, readDocument)) });
  const timelines = documents.flatMap(({ data }) =>
    (data?.outcome.found ?? []).map((found) => buildTimeline(conversationOf(found))),
  );
  return {
    rows,
    /** There are more than are drawn. */
    limited: (rows.data?.rows.length ?? 0) > MOST,
    waiting: rows.isPending || documents.some(({ isPending }) => isPending),
    /** How many were asked for. */
    asked: ids.length,
    /** How many of them cannot be read. */
    unread: documents.filter(({ error }) => error).length,
    known: agentDay(timelines, { userId, ...day, label: browseWords.day.atOnce }),
  };
}
