import { useEffect, useRef, useState } from 'react';
import type { View } from '../core/view/view';
import type { Place } from '../core/view/walk';
import { nameOf, spanWords } from '../ui/speech';
import type { Stage } from './stage';

/** The ids that only one of two lists holds. */
function difference(one: readonly string[], other: readonly string[]): string[] {
  return [...one, ...other].filter((id) => one.includes(id) !== other.includes(id));
}

/** What the focus alone does not tell of a change. */
function changeOf(before: View, { view, columns, rows, words }: Stage): string | undefined {
  const named = (ids: readonly string[]) =>
    // Joined legs have mostly one name.
    [...new Set(columns.timeline.lanes.filter(({ id }) => ids.includes(id)).map(nameOf))].join(', ');
  const { told } = words;
  for (const kind of ['folded', 'hidden', 'pinned'] as const) {
    const names = named(difference(view[kind], before[kind]));
    if (names) return told[kind](names, view[kind].length > before[kind].length);
  }
  const move = view.moved.at(-1);
  if (view.moved !== before.moved && move) {
    const at = rows.list.findIndex(({ laneId }) => laneId === move.laneId);
    return told.moved(named([move.laneId]), at + 1, rows.list.length);
  }
  const joined = view.joined.length - before.joined.length;
  if (joined) return told.joined(joined > 0);
  if (!view.measured && before.measured) return told.unmeasured;
  if (view.idle !== before.idle) return told.idle(view.idle === 'folded');
  return view.clock === before.clock ? undefined : words.buttons[view.clock === 'time' ? 'clock' : 'elapsed'];
}

interface Told {
  view: View;
  active: Place;
  /** Absent: once hands and keys rest. */
  text?: string | undefined;
  /** The marked range, as far as it was told of; in words, for hosts may give back one that is new and says the same. */
  range?: string | undefined;
}

/** Before it is said where hands and keys led: each step on the way would talk over the last. */
const REST_MS = 600;

/** Which stretch is in sight, as exactly as the axis is read. */
function shownWords({ range, step, format, words, columns }: Stage): string {
  const clock = (at: number) => format.tick({ at, day: false, strong: false }, step);
  const span = spanWords(range, { format: { ...format, clock }, columns });
  return words.told.shown(span, format.rough(range.end - range.start));
}

/** Which range is marked. */
function measuredWords(stage: Stage): string | undefined {
  const { measured } = stage.view;
  if (!measured) return undefined;
  const { start, end } = measured;
  return stage.words.told.measured(spanWords(measured, stage), stage.format.spoken(end - start));
}

/** Says what keys and buttons did to the picture as a whole. */
export function Said({ stage, active }: { stage: Stage; active: Place }) {
  const { view } = stage;
  const range = measuredWords(stage);
  const [told, setTold] = useState<Told>({ view, active, text: '', range });
  if (told.view !== view || told.active !== active) {
    // What the focus brought into sight, it tells itself.
    const stays = told.view.range === view.range || told.active !== active;
    const text = changeOf(told.view, stage) ?? (stays && range === told.range ? told.text : undefined);
    setTold({ view, active, text, range: text === undefined ? told.range : range });
  }
  const own = useRef<HTMLDivElement>(null);
  // Each drawing puts it off. What a host shows by itself, while nobody is here, is not for us to tell.
  useEffect(() => {
    if (told.text !== undefined) return undefined;
    const timer = setTimeout(() => {
      const isHere = own.current?.parentElement?.matches(':focus-within');
      const text = range !== told.range ? range : isHere ? shownWords(stage) : '';
      setTold({ view, active, text, range });
    }, REST_MS);
    return () => clearTimeout(timer);
  });
  return (
    <div ref={own} className="pt-said" aria-live="polite">
      {told.text}
    </div>
  );
}
