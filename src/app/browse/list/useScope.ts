import { useQuery } from '@tanstack/react-query';
import { countQuery } from '../../../sources/queries';
import type { Filter } from '../../../sources/source';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import type { Which } from '../library/library';
import { isFiltered } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import type { Selection } from './useSelection';

/** What is exported or deleted. */
export interface Scope {
  which: Which;
  /** Nothing is left out: of a library it is deleted with all that is still to be taken over. */
  isAll: boolean;
  /** How many conversations that are, as far as it is known. */
  count: number | undefined;
  /** In words. */
  name: string;
}

/** The selected rows; with none, all that is found: how many these are has to be known before they are gone. */
export function useScope({ ids }: Selection, filter: Filter, { source, state }: Browsing): Scope {
  const format = useFormat();
  const words = browseWords.selection;
  const { data: found } = useQuery(countQuery(source, filter));
  const { size } = ids;
  if (size > 0) {
    const name = words.these(format.count(size), size === 1);
    return { which: { ids: [...ids] }, isAll: false, count: size, name };
  }
  const count = found?.exact ? found.value : undefined;
  const isAll = !isFiltered(state);
  const say = isAll ? words.all : words.found;
  return {
    which: { filter },
    isAll,
    count,
    name: say(count === undefined ? undefined : format.count(count), count === 1),
  };
}
