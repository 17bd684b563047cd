import { useQueryClient } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { placeQuery } from '../../../sources/queries';
import type { Listing } from '../../../sources/source';
import type { Browsing } from '../state/useBrowseState';
import type { RowLinks } from './TitleCell';
import { pageOf } from './track';
import { useIdsBetween } from './useIdsBetween';
import type { KeptPlace } from './useKeptPlace';
import { type ListKeys, useListKeys } from './useListKeys';
import { useRowLinks } from './useRowLinks';
import type { InSight } from './useRowsInSight';
import { type Selection, useSelection } from './useSelection';

interface ActionOptions {
  box: RefObject<HTMLElement | null>;
  inSight: InSight;
  kept: KeptPlace;
  /** The start stands under the name. */
  twoLines: boolean;
}

interface RowActions {
  selection: Selection;
  keys: ListKeys;
  links: RowLinks;
}

/** What can be done to rows with mouse and keys: select them, walk over them, open them. */
export function useRowActions(browsing: Browsing, listing: Listing, options: ActionOptions): RowActions {
  const { state, source } = browsing;
  const { box, inSight, kept, twoLines } = options;
  const { rows, track } = inSight;
  const queries = useQueryClient();
  const selection = useSelection(state.source, useIdsBetween(source, listing));
  const { active, ...keys } = useListKeys({
    rows,
    page: pageOf(track.track),
    first: kept.place.row,
    focused: kept.isBack,
    box,
    reveal: track.reveal,
    placeOf: async (id) => (await queries.fetchQuery(placeQuery(source, listing, id))) ?? undefined,
    onMoved: (from, to) => kept.keep({ top: track.stay(from, to), row: to }),
    selection,
    onActive: (row, leaves) => kept.keep({ top: track.top, row }, leaves),
  });
  const links = { ...useRowLinks(browsing), active, twoLines };
  return { selection, keys, links };
}
