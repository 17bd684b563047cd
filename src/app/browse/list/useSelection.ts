import { createContext, type Dispatch, type SetStateAction, use, useRef, useState } from 'react';
import type { Seen } from '../../../sources/queries';
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
  click: (row: Seen & { id: string }, range: boolean) => void;
  /** All rows from one to another, both included. */
  stretch: (from: Seen, to: Seen) => void;
  /** Of so many rows. */
  all: (total: number) => void;
  clear: () => void;
}

function toggled(ids: Ids, id: string): Ids {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Nothing where they would be more than can be selected. */
export type IdsBetween = (from: Seen, to: Seen) => Promise<readonly string[] | null>;

export function useSelection(source: SourceName, idsBetween: IdsBetween): Selection {
  const { ids, set } = useSelected(source);
  /** The row that was chosen last. */
  const [anchor, setAnchor] = useState<Seen>();
  const [tooMany, setTooMany] = useState(false);
  /** Goes up with each clearing: what was being fetched by then is not wanted any more. */
  const cleared = useRef(0);

  async function stretch(from: Seen, to: Seen) {
    const { current: now } = cleared;
    setTooMany(false);
    setAnchor(to);
    // What cannot be fetched is not selected, as the boxes show.
    const between = await idsBetween(from, to).catch(() => []);
    if (now !== cleared.current) return;
    if (between) set((before) => new Set([...before, ...between]));
    else {
      setTooMany(true);
      setAnchor((chosen) => (chosen === to ? anchor : chosen));
    }
  }
  return {
    ids,
    tooMany,
    has: (id) => ids.has(id),
    click(row, range) {
      if (range && anchor !== undefined) void stretch(anchor, row);
      else {
        setTooMany(false);
        set((before) => toggled(before, row.id));
        setAnchor(row);
      }
    },
    stretch: (from, to) => void stretch(from, to),
    all(total) {
      if (total > 0) void stretch({ place: 0, id: undefined }, { place: total - 1, id: undefined });
    },
    clear() {
      cleared.current += 1;
      setAnchor(undefined);
      setTooMany(false);
      set(() => new Set());
    },
  };
}
