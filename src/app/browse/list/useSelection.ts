import { createContext, type Dispatch, type SetStateAction, use, useRef, useState } from 'react';
import type { SourceName } from '../state/sourceName';

type Ids = ReadonlySet<string>;

/** Ids of what is selected in each source: outlives sorting and filtering, and a look at one of them. */
export interface Selected {
  bySource: { readonly [source in SourceName]: Ids };
  set: Dispatch<SetStateAction<Selected['bySource']>>;
}

export const SelectedContext = createContext<Selected | undefined>(undefined);

/** To be kept above the pages. */
export function useNewSelected(): Selected {
  const [bySource, set] = useState<Selected['bySource']>(() => ({ library: new Set(), samples: new Set() }));
  return { bySource, set };
}

/** What is selected in one source, and a way to change it. */
export function useSelected(source: SourceName): { ids: Ids; set: (next: (before: Ids) => Ids) => void } {
  const selected = use(SelectedContext);
  if (!selected) throw new Error('No selection around this component');
  return {
    ids: selected.bySource[source],
    set: (next) => selected.set((before) => ({ ...before, [source]: next(before[source]) })),
  };
}

/** More at once would be fetched for long. */
export const MOST_SELECTED = 5000;

export interface Selection {
  ids: ReadonlySet<string>;
  /** What was asked for last would have been more at once than can be selected: it was left alone. */
  tooMany: boolean;
  has: (id: string) => boolean;
  /** With `range`, all rows from the one chosen before. */
  click: (place: number, id: string, range: boolean) => void;
  /** All rows from one to another, both included. */
  stretch: (from: number, to: number) => void;
  /** Of so many rows. */
  all: (total: number) => void;
  clear: () => void;
}

function toggled(ids: Ids, id: string): Ids {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

export function useSelection(
  source: SourceName,
  idsBetween: (from: number, to: number) => Promise<string[]>,
): Selection {
  const { ids, set } = useSelected(source);
  const [anchor, setAnchor] = useState<number>();
  const [tooMany, setTooMany] = useState(false);
  /** Goes up with each clearing: what was being fetched by then is not wanted any more. */
  const cleared = useRef(0);

  async function stretch(from: number, to: number) {
    const { current: now } = cleared;
    const refused = Math.abs(to - from) >= MOST_SELECTED;
    setTooMany(refused);
    if (refused) return;
    setAnchor(to);
    // What cannot be fetched is not selected, as the boxes show.
    const between = await idsBetween(Math.min(from, to), Math.max(from, to)).catch(() => []);
    if (now === cleared.current) set((before) => new Set([...before, ...between]));
  }
  return {
    ids,
    tooMany,
    has: (id) => ids.has(id),
    click(place, id, range) {
      if (range && anchor !== undefined) void stretch(anchor, place);
      else {
        setTooMany(false);
        set((before) => toggled(before, id));
        setAnchor(place);
      }
    },
    stretch: (from, to) => void stretch(from, to),
    all(total) {
      if (total > 0) void stretch(0, total - 1);
    },
    clear() {
      cleared.current += 1;
      setAnchor(undefined);
      setTooMany(false);
      set(() => new Set());
    },
  };
}
