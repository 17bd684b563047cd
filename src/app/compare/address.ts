import { ALIGNMENTS, type Alignment } from '../../core/compare/align';
import { encoded, idFrom } from '../address';

/** More cannot be told apart on one axis. */
export const MOST_COMPARED = 4;

/** `/compare?v=1&ids=…,…&align=answer`: ids and a word from a list, no data. */
export function compareAddress(ids: readonly string[], align: Alignment = 'start'): string {
  const query = new URLSearchParams({ v: '1' });
  query.set('ids', ids.map(encoded).join(','));
  if (align !== 'start') query.set('align', align);
  return `/compare?${query}`;
}

export function comparedFrom(search: string): { ids: string[]; align: Alignment } {
  const query = new URLSearchParams(search);
  const ids = (query.get('ids') ?? '')
    .split(',')
    .map(idFrom)
    .filter((id) => id !== '');
  const align = ALIGNMENTS.find((name) => name === query.get('align')) ?? 'start';
  return { ids: [...new Set(ids)].slice(0, MOST_COMPARED), align };
}
