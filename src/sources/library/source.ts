import type { ConversationSource } from '../source';
import type { Caller } from './caller';
import { unpacked, unpackPage } from './pack';

/** The library as a source: what is asked of it goes along the line. */
export function sourceOver({ call }: Caller): Omit<ConversationSource, 'onChange'> {
  return {
    name: 'library',
    capabilities: { text: true, facets: true, charts: true, offset: true, write: true },
    list: (query, signal) => unpacked((mended) => call('list', [query, mended], signal), unpackPage),
    place: (listing, id, signal) => call('place', [listing, id], signal),
    count: (filter, signal) => call('count', [filter], signal),
    facets: (filter, choices, signal) => call('facets', [filter, choices], signal),
    chart: (filter, request, signal) => call('chart', [filter, request], signal),
    get: (id, signal) => call('get', [id], signal),
  };
}
