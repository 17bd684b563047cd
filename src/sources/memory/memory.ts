import type { Facts } from '../../core/model/facts';
import { valuesOf } from '../choices';
import {
  type Choice,
  type ConversationSource,
  type FacetCount,
  type Filter,
  type Listing,
  type ListQuery,
  type Original,
  type Page,
  type Row,
  type Sort,
  SourceError,
} from '../source';
import { chartOf } from './chart';
import { matches } from './match';
import { comparePlaces, NEWEST_FIRST, type Place, placeOf } from './order';

/** A conversation held in memory. */
export interface Held {
  facts: Facts;
  /** Its document, given or fetched when asked for. */
  original: (signal?: AbortSignal) => Promise<string>;
}

function rowOf({ text: _text, ids: _ids, hours: _hours, attributes: _attributes, ...row }: Facts): Row {
  return row;
}

function facet(rows: readonly Facts[], filter: Filter, choice: Choice): FacetCount[] {
  const counts = new Map<string, FacetCount>();
  for (const facts of rows) {
    if (!matches(facts, filter, choice)) continue;
    for (const { value, name } of valuesOf(facts, choice)) {
      const known = counts.get(value);
      if (!known) counts.set(value, { value, ...(name === undefined ? {} : { name }), count: 1 });
      else {
        known.count += 1;
        if (name !== undefined) known.name ??= name;
      }
    }
  }
  return [...counts.values()].sort(
    (one, other) => other.count - one.count || (one.value < other.value ? -1 : 1),
  );
}

function readCursor(cursor: string): Place {
  const place: unknown = JSON.parse(cursor);
  // Our own writing: who made up another gets a page from somewhere, and nothing breaks.
  return Array.isArray(place) ? place : [];
}

function listed(rows: readonly Facts[], { filter, sort = NEWEST_FIRST }: Listing) {
  return rows
    .filter((facts) => matches(facts, filter))
    .map((facts) => ({ facts, place: placeOf(facts, sort) }))
    .sort((one, other) => comparePlaces(one.place, other.place, sort));
}

function pageOf(rows: readonly Facts[], query: ListQuery): Page {
  const { sort = NEWEST_FIRST, cursor, offset = 0, limit } = query;
  const placed = listed(rows, query);
  const first = cursor === undefined ? offset : firstAfter(placed, readCursor(cursor), sort);
  const page = placed.slice(first, first + limit);
  const last = page.at(-1);
  const more = first + limit < placed.length;
  return {
    rows: page.map(({ facts }) => rowOf(facts)),
    ...(more && last ? { cursor: JSON.stringify(last.place) } : {}),
  };
}

function firstAfter(placed: readonly { place: Place }[], after: Place, sort: readonly Sort[]): number {
  const found = placed.findIndex(({ place }) => comparePlaces(place, after, sort) > 0);
  return found < 0 ? placed.length : found;
}

/**
 * Conversations in plain arrays: for the samples, for tests, and as the measure of what other sources answer.
 * Every question looks at every row, so it is for thousands, not for millions.
 */
export function createMemorySource(
  name: string,
  held: () => Promise<ReadonlyMap<string, Held>>,
): ConversationSource {
  const rows = async (signal?: AbortSignal): Promise<Facts[]> => {
    signal?.throwIfAborted();
    const all = await held();
    signal?.throwIfAborted();
    return [...all.values()].map(({ facts }) => facts);
  };
  return {
    name,
    capabilities: { text: true, facets: true, charts: true, offset: true, write: false },
    list: async (query, signal) => pageOf(await rows(signal), query),
    async place(listing, id, signal) {
      const found = listed(await rows(signal), listing).findIndex(({ facts }) => facts.id === id);
      return found < 0 ? undefined : found;
    },
    async count(filter, signal) {
      const value = (await rows(signal)).filter((facts) => matches(facts, filter)).length;
      return { value, exact: true };
    },
    async facets(filter, choices, signal) {
      const all = await rows(signal);
      return Object.fromEntries(choices.map((choice) => [choice, facet(all, filter, choice)]));
    },
    async chart(filter, request, signal) {
      const all = await rows(signal);
      return chartOf(
        all.filter((facts) => matches(facts, filter)),
        request,
      );
    },
    async get(id, signal): Promise<Original> {
      signal?.throwIfAborted();
      const found = (await held()).get(id);
      if (!found) throw new SourceError('missing');
      return { id, text: await found.original(signal) };
    },
  };
}
