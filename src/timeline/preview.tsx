import { useId, useMemo } from 'react';
import type { Timeline } from '../core/model/timeline';
import { placeable } from '../core/view/placeable';
import { viewFrom } from '../core/view/view-from';
import { formatFor } from '../ui/format';
import { cssPaint } from '../ui/theme';
import { english } from '../ui/words';
import { Bars } from './draw/bars';
import { Defs } from './draw/defs';
import { Links } from './draw/links';
import { Ribbons } from './draw/ribbons';
import { type Still, stillOf } from './still';

/** Wide enough that bars keep their proportions when the picture is scaled down. */
const LEAST_PLOT = 480;
/** Of a card's picture, width to height: many tracks are drawn wider, so that they fill it all the same. */
const ASPECT = 3.4;
/** More would be lines, not lanes. */
const LANES = 6;
const NONE: readonly string[] = [];

function heightOf({ scene }: Still): number {
  const last = scene.rows.at(-1);
  return last ? last.y + last.height : 0;
}

/**
 * A timeline at the size of a card: the drawing of the component, without words, to be recognised by. It is
 * as wide as its place, and needs the component's style sheet and a `.pt-root` around it.
 */
export function TimelinePreview({ timeline }: { timeline: Timeline }) {
  const id = `pp${useId().replaceAll(/[^\w-]/g, '')}`;
  const still = useMemo(() => {
    if (!placeable(timeline)) return undefined;
    const format = formatFor({ locale: 'en', timeZone: 'UTC' });
    const view = viewFrom();
    const options = { view, compact: true, head: 0, most: LANES, format, words: english };
    const still = stillOf(timeline, { ...options, plot: LEAST_PLOT });
    const height = heightOf(still);
    const plot = Math.max(LEAST_PLOT, height * ASPECT);
    return { ...(plot === LEAST_PLOT ? still : stillOf(timeline, { ...options, plot })), plot, height };
  }, [timeline]);
  if (!still) return null;
  const { scene, plot, height } = still;
  return (
    <svg
      className="pt-preview"
      viewBox={`0 0 ${plot} ${height}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      <Defs id={id} paint={cssPaint} />
      <Ribbons ribbons={scene.ribbons} paint={cssPaint} />
      <Links links={scene.links} paint={cssPaint} />
      <Bars bars={scene.bars} id={id} paint={cssPaint} highlighted={NONE} />
    </svg>
  );
}
