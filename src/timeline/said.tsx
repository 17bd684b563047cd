import { useState } from 'react';
import { nameOf } from '../ui/speech';
import type { Stage } from './stage';

/** What a key did that the focus alone does not tell: a row was folded or unfolded. */
export function Said({ stage }: { stage: Stage }) {
  const { view, columns, words } = stage;
  const [told, setTold] = useState({ folded: view.folded, text: '' });
  if (told.folded !== view.folded) {
    const changed = columns.timeline.lanes.find(
      ({ id }) => view.folded.includes(id) !== told.folded.includes(id),
    );
    const text = changed ? words.folded(nameOf(changed), view.folded.includes(changed.id)) : told.text;
    setTold({ folded: view.folded, text });
  }
  return (
    <div className="pt-said" aria-live="polite">
      {told.text}
    </div>
  );
}
