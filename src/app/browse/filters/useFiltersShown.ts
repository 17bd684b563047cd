import { useState } from 'react';
import { useMedia } from '../parts/useMedia';
import { useShown } from '../parts/useShown';

const FILTERS = 'participant-timeline:filters';

interface FiltersShown {
  /** Where they stand, if they are shown. */
  filters: 'beside' | 'over' | undefined;
  toggleFilters: () => void;
  /** Those over the list. */
  shutFilters: () => void;
}

/** Beside the list where there is room, and there until somebody shuts them; else opened over it for a while. */
export function useFiltersShown(): FiltersShown {
  const roomy = useMedia('(min-width: 68.75rem)', true);
  const [beside, toggleBeside] = useShown(FILTERS, true);
  const [over, setOver] = useState(false);
  const shutFilters = () => setOver(false);
  if (roomy) return { filters: beside ? 'beside' : undefined, toggleFilters: toggleBeside, shutFilters };
  return { filters: over ? 'over' : undefined, toggleFilters: () => setOver(!over), shutFilters };
}
