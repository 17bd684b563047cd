import { useState } from 'react';
import type { Timeline } from '../../core/index';
import type { View } from '../../core/view/view';
import { viewFrom } from '../../core/view/view-from';
import { Drawing } from '../conversation/Drawing';

/** A timeline made of several: drawn as any other, its view kept here. */
export function SharedDrawing({ timeline, clock }: { timeline: Timeline; clock: View['clock'] }) {
  const [view, setView] = useState(() => viewFrom({ clock }));
  return <Drawing timeline={timeline} view={view} onViewChange={setView} />;
}
