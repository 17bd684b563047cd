import type { Scene } from '../../core/layout/scene';
import type { Paint } from '../../ui/theme';

/** Half the width of the torn edge. */
const TOOTH = 3;
const PITCH = 8;

/** A torn edge from top to bottom. */
function torn(x: number, top: number, bottom: number): string {
  let path = `M${x.toFixed(1)} ${top}`;
  for (let [y, side] = [top, 1]; y < bottom; y += PITCH, side = -side)
    path += `l${side * TOOTH} ${PITCH / 2}l${-side * TOOTH} ${PITCH / 2}`;
  return path;
}

/** Folded gaps: over the bars, so that none seems to go on through the time that is left out. */
export function Breaks({ scene, paint }: { scene: Scene; paint: Paint }) {
  const { breaks, rows } = scene;
  const top = rows[0]?.y ?? 0;
  const last = rows.at(-1);
  const bottom = last ? last.y + last.height : top;
  return breaks.map(({ start, left, right }) => (
    <g key={start} data-fold={start}>
      <rect
        x={left}
        y={top}
        width={Math.max(right - left, 1)}
        height={bottom - top}
        fill={paint.surface('bg')}
        fillOpacity={0.82}
      />
      <path
        d={torn(left, top, bottom) + torn(right, top, bottom)}
        fill="none"
        stroke={paint.surface('control')}
        strokeWidth={1.2}
      />
    </g>
  ));
}
