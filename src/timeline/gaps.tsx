import type { Range } from '../core/view/range';
import { toPixel } from '../core/view/scale';
import { Icon } from './draw/icon';
import type { Stage } from './stage';

/** A gap narrower than this on the screen offers no button to fold it. */
const LEAST = 64;
/** About half of what the button takes, so that it stays over the bars' part. */
const HALF = { folded: 46, open: 14 };

/** A button on the axis: where its middle is, and how much it takes to each side. */
export interface GapPlace {
  gap: Range;
  folded: boolean;
  x: number;
  half: number;
}

function placeOf(stage: Stage, gap: Range, folded: boolean): GapPlace | undefined {
  const { scale, shape } = stage;
  const left = Math.max(toPixel(scale, gap.start), 0);
  const right = Math.min(toPixel(scale, gap.end), shape.plot);
  if (right <= left || (!folded && right - left < LEAST)) return undefined;
  const half = folded ? HALF.folded : HALF.open;
  return { gap, folded, half, x: Math.min(Math.max((left + right) / 2, half), shape.plot - half) };
}

/** Where the buttons stand: words of the axis keep away from them. */
export function gapPlaces(stage: Stage): GapPlace[] {
  const folded = new Set(stage.scale.folds.map(({ start }) => start));
  return stage.bounds.gaps.flatMap((gap) => placeOf(stage, gap, folded.has(gap.start)) ?? []);
}

function GapButton({ stage, place }: { stage: Stage; place: GapPlace }) {
  const { words, format, dispatch } = stage;
  const { gap, folded, x } = place;
  const length = format.rough(gap.end - gap.start);
  const span = `${format.full(gap.start)} – ${format.full(gap.end)}`;
  const label = folded ? words.openGap(length) : words.foldGap(length);
  return (
    <button
      type="button"
      className="pt-gap"
      data-folded={folded ? '' : undefined}
      aria-label={label}
      title={`${label}\n${span}`}
      style={{ left: x }}
      onClick={() => dispatch({ type: 'toggleGap', start: gap.start })}
    >
      {folded ? <Icon name="unfoldHorizontal" size={12} /> : <Icon name="minimize2" size={11} />}
      {folded && <span>{format.compact(gap.end - gap.start)}</span>}
    </button>
  );
}

/** On the axis, at every idle gap: what is folded there, with the way to open it, or the way to fold it. */
export function Gaps({ stage }: { stage: Stage }) {
  if (stage.bounds.gaps.length === 0) return null;
  return (
    <div className="pt-gaps">
      {gapPlaces(stage).map((place) => (
        <GapButton key={place.gap.start} stage={stage} place={place} />
      ))}
    </div>
  );
}
