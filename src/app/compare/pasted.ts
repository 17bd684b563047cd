import { createContext, use, useState } from 'react';
import type { Found } from '../../workers/found';

/** What was pasted to be compared: it lasts as long as the page, and is stored nowhere. */
export interface Pasted {
  byId: ReadonlyMap<string, Found>;
  add: (found: readonly Found[]) => void;
}

export const PastedContext = createContext<Pasted | undefined>(undefined);

/** To be kept above the pages: a look at the list must not lose it. */
export function useNewPasted(): Pasted {
  const [byId, setById] = useState<ReadonlyMap<string, Found>>(() => new Map());
  return {
    byId,
    add: (found) =>
      setById((before) => new Map([...before, ...found.map((each) => [each.summary.id, each] as const)])),
  };
}

export function usePasted(): Pasted {
  const pasted = use(PastedContext);
  if (!pasted) throw new Error('No pasted conversations around this component');
  return pasted;
}
