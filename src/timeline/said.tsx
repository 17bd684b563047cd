import { useState } from 'react';
import type { View } from '../core/view/view';
import { nameOf } from '../ui/speech';
import type { Stage } from './stage';

/** The id that only one of two lists holds. */
function difference(one: readonly string[], other: readonly string[]): string | undefined {
  return one.find((id) => !other.includes(id)) ?? other.find((id) => !one.includes(id));
}

/** What the focus alone does not tell of a change. */
function changeOf(before: View, { view, columns, rows, words }: Stage): string | undefined {
  const lane = (id: string | undefined) => {
    const found = columns.timeline.lanes.find((other) => other.id === id);
    return found && nameOf(found);
  };
  const { told } = words;
  const folded = lane(difference(view.folded, before.folded));
  if (folded !== undefined) return words.folded(folded, view.folded.length > before.folded.length);
  const hidden = lane(difference(view.hidden, before.hidden));
  if (hidden !== undefined) return told.hidden(hidden, view.hidden.length > before.hidden.length);
  const pinned = lane(difference(view.pinned, before.pinned));
  if (pinned !== undefined) return told.pinned(pinned, view.pinned.length > before.pinned.length);
  const move = view.moved.at(-1);
  if (view.moved !== before.moved && move) {
    const at = rows.list.findIndex(({ laneId }) => laneId === move.laneId);
    return told.moved(lane(move.laneId) ?? '', at + 1, rows.list.length);
  }
  if (view.joined !== before.joined) return told.joined(view.joined.length > before.joined.length);
  // That it is there, not how long it is: it changes at every step of a drag.
  if (!view.measured !== !before.measured) return told.measured(!!view.measured);
  if (view.idle !== before.idle) return told.idle(view.idle === 'folded');
  return view.clock === before.clock ? undefined : words.buttons[view.clock === 'time' ? 'clock' : 'elapsed'];
}

/** Says what keys and buttons did to the picture as a whole. */
export function Said({ stage }: { stage: Stage }) {
  const { view } = stage;
  const [told, setTold] = useState({ view, text: '' });
  if (told.view !== view) setTold({ view, text: changeOf(told.view, stage) ?? told.text });
  return (
    <div className="pt-said" aria-live="polite">
      {told.text}
    </div>
  );
}
