import { openPath, roundPath } from '../../core/layout/shapes';
import type { Certainty } from '../../core/model/timeline';
import type { SegmentLook } from '../../core/model/look';
import type { Paint } from '../../ui/theme';
import { fillOf } from './defs';

/** Size of a sample in a legend. */
export const SAMPLE = { width: 20, height: 12 };
const BOX = { left: 0.5, top: 0.5, right: 19.5, bottom: 11.5 };

/** Not told apart by `data-segment`: whoever counts marks by it counts the drawing's alone. */
export function TypeSample({ type, id, paint }: { type: SegmentLook; id: string; paint: Paint }) {
  return <path d={roundPath(BOX, 3)} className="pt-sample" fill={fillOf(type, id, paint)} />;
}

/** The same shapes as on the bars, in the colour of words. */
export function CertaintySample({ certainty, paint }: { certainty: Certainty; paint: Paint }) {
  const colour = paint.surface('muted');
  if (certainty === 'running') return <path d={openPath(BOX)} fill={colour} />;
  const planned = certainty === 'planned';
  return (
    <>
      <path d={roundPath(BOX, 3)} fill={colour} fillOpacity={0.14} stroke={colour} strokeDasharray="3 2.5" />
      {!planned &&
        [1, 0.75, 0.5, 0.25].map((opacity, slice) => (
          <rect key={opacity} x={slice * 4} y={1} width={4} height={10} fill={colour} fillOpacity={opacity} />
        ))}
    </>
  );
}
