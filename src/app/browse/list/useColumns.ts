import { useState } from 'react';
import { isObject } from '../state/codec';
import { localStore } from '../state/storage';
import { COLUMN_IDS, columns, SHOWN_FIRST } from './columns';

/** Which columns are shown, in which order and how wide: choices only, kept in this browser. */
export interface ColumnChoice {
  order: string[];
  visibility: { [id: string]: boolean };
  sizing: { [id: string]: number };
}

const KEY = 'participant-timeline:columns';
const WIDEST = 1200;
const NARROWEST = 48;

/** The first choice, with what was kept of an own one. Columns that came later stand where they first belong. */
export function columnChoiceFrom(stored: unknown): ColumnChoice {
  const kept = isObject(stored) ? stored : {};
  const order = Array.isArray(kept.order) ? kept.order.filter((id) => COLUMN_IDS.includes(id)) : [];
  const visibility = isObject(kept.visibility) ? kept.visibility : {};
  const sizing = isObject(kept.sizing) ? kept.sizing : {};
  const sizes = COLUMN_IDS.flatMap((id): [string, number][] => {
    const size = sizing[id];
    return typeof size === 'number' && size >= NARROWEST && size <= WIDEST ? [[id, size]] : [];
  });
  return {
    order: [...new Set([...order, ...COLUMN_IDS])],
    visibility: Object.fromEntries(
      COLUMN_IDS.map((id) => {
        const shown = visibility[id];
        return [id, id === 'title' || (typeof shown === 'boolean' ? shown : SHOWN_FIRST.includes(id))];
      }),
    ),
    sizing: Object.fromEntries(sizes),
  };
}

/** The same where it is narrow: the start stands with the name, and both are small enough for the picture. */
export function narrowed({ order, visibility, sizing }: ColumnChoice): ColumnChoice {
  const first = ['title', 'preview'];
  return {
    order: [...first, ...order.filter((id) => !first.includes(id))],
    visibility: { ...visibility, start: false },
    sizing: { ...sizing, title: 152, preview: 150 },
  };
}

/** With a column so many places later, or earlier. */
export function movedBy(choice: ColumnChoice, id: string, by: number): ColumnChoice {
  const order = choice.order.filter((other) => other !== id);
  order.splice(choice.order.indexOf(id) + by, 0, id);
  return { ...choice, order };
}

/** With columns of such widths, as far as they are kept: what is wider or narrower would be gone with a reload. */
export function withSizes(choice: ColumnChoice, sizes: ColumnChoice['sizing']): ColumnChoice {
  const within = Object.entries(sizes).map(([id, size]) => [id, Math.min(WIDEST, Math.max(NARROWEST, size))]);
  return { ...choice, sizing: Object.fromEntries(within) };
}

/** By buttons; the mouse may make it narrower still. */
const NARROWEST_BY_STEPS = 60;

/** With a column so many pixels wider, or narrower. */
export function widenedBy(choice: ColumnChoice, id: string, by: number): ColumnChoice {
  const before = choice.sizing[id] ?? columns[COLUMN_IDS.indexOf(id)]?.size ?? NARROWEST_BY_STEPS;
  return withSizes(choice, { ...choice.sizing, [id]: Math.max(NARROWEST_BY_STEPS, before + by) });
}

export function withShown(choice: ColumnChoice, id: string, shown: boolean): ColumnChoice {
  return { ...choice, visibility: { ...choice.visibility, [id]: shown } };
}

export function useColumnChoice(): [ColumnChoice, (next: ColumnChoice) => void] {
  const [choice, setChoice] = useState(() => columnChoiceFrom(localStore.read(KEY)));
  return [
    choice,
    (next) => {
      setChoice(next);
      localStore.write(KEY, next);
    },
  ];
}
