import { createContext, type Dispatch, type SetStateAction, use, useState } from 'react';

/** Ids of what is selected: outlives sorting and filtering, and a look at one of them. */
export interface Selected {
  ids: ReadonlySet<string>;
  set: Dispatch<SetStateAction<ReadonlySet<string>>>;
}

export const SelectedContext = createContext<Selected | undefined>(undefined);

/** To be kept above the pages. */
export function useNewSelected(): Selected {
  const [ids, set] = useState<ReadonlySet<string>>(() => new Set());
  return { ids, set };
}

/** More at once would be fetched for long. */
export const MOST_SELECTED = 5000;

export interface Selection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  /** With `range`, all rows from the one chosen before. */
  click: (place: number, id: string, range: boolean) => void;
  /** Of so many rows. */
  all: (total: number) => void;
  clear: () => void;
}

export function useSelection(idsBetween: (from: number, to: number) => Promise<string[]>): Selection {
  const selected = use(SelectedContext);
  if (!selected) throw new Error('No selection around this component');
  const { ids, set } = selected;
  const [anchor, setAnchor] = useState<number>();

  function toggle(id: string) {
    set((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }
  async function addBetween(from: number, to: number) {
    const between = await idsBetween(Math.min(from, to), Math.max(from, to));
    set((before) => new Set([...before, ...between]));
  }
  return {
    ids,
    has: (id) => ids.has(id),
    click(place, id, range) {
      if (range && anchor !== undefined) void addBetween(anchor, place);
      else toggle(id);
      setAnchor(place);
    },
    all(total) {
      if (total > 0 && total <= MOST_SELECTED) void addBetween(0, total - 1);
    },
    clear: () => set(new Set()),
  };
}
