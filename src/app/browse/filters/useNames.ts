import { useQueries, useQueryClient } from '@tanstack/react-query';
import { DEEDS } from '../../../sources/choices';
import { facetQuery, knownName } from '../../../sources/queries';
import type { Choice } from '../../../sources/source';
import { CHOICES } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';
import type { NameOf } from './describe';

/** Whose ids these are: an agent is called the same whatever is asked of them. */
export const OF_AGENTS: readonly Choice[] = ['user', ...DEEDS];
/** The address has the ids of these; what they are called only a count tells. */
const BY_ID: ReadonlySet<Choice> = new Set<Choice>(['queue', ...OF_AGENTS, 'team', 'wrapUp']);

/** What chosen values are called, also where the filters that count them are not on screen. */
export function useNames({ state, source, filter }: Browsing): NameOf {
  const queries = useQueryClient();
  const asked = source.capabilities.facets
    ? CHOICES.filter((choice) => BY_ID.has(choice) && (state.choices[choice] ?? []).length > 0)
    : [];
  // Asked for so that it is drawn again when they come.
  const answers = useQueries({ queries: asked.map((choice) => facetQuery(source, filter, choice)) });
  return (choice, value) => {
    const counts = answers[asked.indexOf(choice)]?.data;
    const choices = OF_AGENTS.includes(choice) ? OF_AGENTS : [choice];
    return (
      counts?.find((each) => each.value === value)?.name ?? knownName(queries, source, { choices, value })
    );
  };
}
