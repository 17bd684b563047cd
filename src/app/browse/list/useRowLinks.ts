import { useQueryClient } from '@tanstack/react-query';
import { documentQuery } from '../../../sources/queries';
import { readDocument } from '../library/document';
import { toPrivate, toQuery } from '../state/codec';
import type { Browsing } from '../state/useBrowseState';
import type { RowLinks } from './TitleCell';

/** Links know the list they lead away from, and fetch what they lead to once a hand or the focus is near. */
export function useRowLinks({ state, source }: Browsing): Pick<RowLinks, 'stateOf' | 'near'> {
  const queries = useQueryClient();
  const from = { search: toQuery(state), chosen: toPrivate(state) ?? {} };
  return {
    stateOf: (row) => ({ chosen: {}, from: { ...from, row } }),
    near: (id) => void queries.prefetchQuery(documentQuery(source, id, readDocument)),
  };
}
