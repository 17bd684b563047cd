import { type Ref, useDeferredValue, useImperativeHandle, useMemo, useState } from 'react';
import { type Found, search } from '../core/view/lane-text';
import { englishFind } from '../ui/find-words';
import { contextOf } from '../ui/identity';
import { visible } from '../ui/visible';
import { wordFor } from '../ui/words';
import { IconButton } from './icon-button';
import type { Stage } from './stage';
import type { Focus } from './use-focus';

/** Goes to the next match, or to the one before. */
export type Go = (by: 1 | -1) => void;

export interface FindProps {
  stage: Stage;
  focus: Focus;
  /** What is looked for. */
  text: string;
  /** For Enter in its box. */
  go: Ref<Go>;
  close: () => void;
}

/** What was found, and why: the name, and the field if it is another. */
function said(found: Found, place: string, { columns, words }: Stage): string {
  const { timeline } = columns;
  const lane = timeline.lanes.find(({ id }) => id === found.laneId);
  const name = visible(lane?.label ?? '');
  const shared = timeline.lanes.some((other) => other !== lane && other.label === lane?.label);
  const { name: field, value } = found.field;
  const shown = visible(field === 'purpose' ? wordFor(words.purposes, value) : value);
  const why = field === 'name' ? '' : `${field}: ${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}`;
  return [place, name, lane && shared && contextOf(lane, timeline, words), why].filter(Boolean).join(' · ');
}

/** Looks through participants and their fields. */
export function Find({ stage, focus, text, go, close }: FindProps) {
  const { columns, dispatch, format } = stage;
  const [at, setAt] = useState<{ place: number; of: string }>();
  const wanted = useDeferredValue(text);
  const { lanes } = columns.timeline;
  const found = useMemo(() => search(lanes, wanted), [lanes, wanted]);
  // Of other words there is another first match.
  const place = at?.of === text ? at.place : undefined;
  const step: Go = (by) => {
    // Who types fast presses Enter before what was found is drawn: that would be of fewer letters.
    const all = wanted === text ? found : search(lanes, text);
    if (all.length === 0) return;
    const next = place === undefined ? (by > 0 ? 0 : all.length - 1) : (place + by + all.length) % all.length;
    const match = all[next];
    const row = match && columns.rowOf.get(match.laneId);
    if (row === undefined) return;
    setAt({ place: next, of: text });
    focus.moveTo({ row, place: 0 }, false);
    dispatch({ type: 'select', id: focus.laneMark(row) });
  };
  useImperativeHandle(go, () => step);
  const current = place === undefined ? undefined : found[place];
  const status =
    wanted.trim() === ''
      ? ''
      : current
        ? said(
            current,
            englishFind.matchOf(format.count((place ?? 0) + 1), format.count(found.length)),
            stage,
          )
        : englishFind.matches(found.length);
  const none = found.length === 0;
  return (
    <>
      <IconButton label={englishFind.previous} icon="chevronUp" disabled={none} onClick={() => step(-1)} />
      <IconButton label={englishFind.next} icon="chevronDown" disabled={none} onClick={() => step(1)} />
      <output className="pt-found">
        <bdi>{status}</bdi>
      </output>
      <IconButton label={englishFind.close} icon="x" onClick={close} />
    </>
  );
}
