import { type Dispatch, type SetStateAction, useState } from 'react';

/** Ids of what is selected, kept where it outlives sorting and filtering. */
export interface Selected {
  ids: ReadonlySet<string>;
  set: Dispatch<SetStateAction<ReadonlySet<string>>>;
}

export interface Selection {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  /** With `range`, all rows from the one chosen before. */
  click: (place: number, id: string, range: boolean) => void;
  clear: () => void;
}

export function useSelected(): Selected {
  const [ids, set] = useState<ReadonlySet<string>>(() => new Set());
  return { ids, set };
}

export function useSelection(
  { ids, set }: Selected,
  idsBetween: (from: number, to: number) => Promise<string[]>,
): Selection {
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
    clear: () => set(new Set()),
  };
}
