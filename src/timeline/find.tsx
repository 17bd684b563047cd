import { type KeyboardEvent, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Found, search } from '../core/view/lane-text';
import { englishFind } from '../ui/find-words';
import { contextOf } from '../ui/identity';
import { visible } from '../ui/visible';
import { wordFor } from '../ui/words';
import { IconButton } from './icon-button';
import type { Stage } from './stage';
import type { Focus } from './use-focus';

interface Props {
  stage: Stage;
  focus: Focus;
  /** What was typed for it elsewhere, since it was asked for. */
  ahead: string | undefined;
  /** That is in the box now, as is the focus. */
  takeAhead: () => void;
  onClose: () => void;
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

function useFind({ stage, focus, ahead = '' }: Props) {
  const { columns, dispatch, format } = stage;
  const [text, setText] = useState(ahead);
  const [at, setAt] = useState<number>();
  const wanted = useDeferredValue(text);
  const { lanes } = columns.timeline;
  const found = useMemo(() => search(lanes, wanted), [lanes, wanted]);
  const go = (by: 1 | -1) => {
    // Who types fast presses Enter before what was found is drawn: that would be of fewer letters.
    const all = wanted === text ? found : search(lanes, text);
    if (all.length === 0) return;
    const next = at === undefined ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
    const match = all[next];
    const row = match && columns.rowOf.get(match.laneId);
    if (row === undefined) return;
    setAt(next);
    focus.moveTo({ row, place: 0 }, false);
    dispatch({ type: 'select', id: focus.laneMark(row) });
  };
  const current = at === undefined ? undefined : found[at];
  const status =
    wanted.trim() === ''
      ? ''
      : current
        ? said(current, englishFind.matchOf(format.count((at ?? 0) + 1), format.count(found.length)), stage)
        : englishFind.matches(found.length);
  const change = (value: string) => {
    setText(value);
    setAt(undefined);
  };
  return { text, change, go, status, none: found.length === 0 };
}

/** Looks through participants and their fields. */
export function Find(props: Props) {
  const { stage, ahead, takeAhead, onClose } = props;
  const { words } = stage;
  const { text, change, go, status, none } = useFind(props);
  const input = useRef<HTMLInputElement>(null);
  // Before another key comes, which would be the grid's. What the box held before is typed over.
  useLayoutEffect(() => {
    if (ahead === undefined) return;
    input.current?.focus();
    input.current?.setSelectionRange(ahead.length, input.current.value.length);
    takeAhead();
  }, [ahead, takeAhead]);
  const onKeyDown = (event: KeyboardEvent) => {
    // What is still being composed ends with these keys, and that alone.
    if ((event.key !== 'Enter' && event.key !== 'Escape') || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
    else go(event.shiftKey ? -1 : 1);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the pages that tests make do not know the tag, and React says so
    <div role="search" className="pt-find" part="find" aria-label={words.buttons.find}>
      <input
        ref={input}
        type="search"
        form="" // of none: Enter is not to submit what the host has around it
        className="pt-filter"
        aria-label={words.buttons.find}
        placeholder={words.buttons.find}
        value={text}
        onChange={({ target }) => change(target.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton label={englishFind.previous} icon="chevronUp" disabled={none} onClick={() => go(-1)} />
      <IconButton label={englishFind.next} icon="chevronDown" disabled={none} onClick={() => go(1)} />
      <output className="pt-found">
        <bdi>{status}</bdi>
      </output>
      <IconButton label={englishFind.close} icon="x" onClick={onClose} />
    </div>
  );
}
