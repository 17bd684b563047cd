import type { Range } from '../core/view/range';
import { toPixel } from '../core/view/scale';
import { Icon } from './draw/icon';
import type { Stage } from './stage';

/** A gap narrower than this on the screen offers no button to fold it. */
const LEAST = 64;
/** About half of what the button takes, so that it stays over the bars' part. */
const HALF = { folded: 46, open: 14 };

interface GapProps {
  stage: Stage;
  gap: Range;
  folded: boolean;
}

function GapButton({ stage, gap, folded }: GapProps) {
  const { scale, shape, words, format, dispatch } = stage;
  const left = Math.max(toPixel(scale, gap.start), 0);
  const right = Math.min(toPixel(scale, gap.end), shape.plot);
  if (right <= left || (!folded && right - left < LEAST)) return null;
  const length = format.rough(gap.end - gap.start);
  const half = folded ? HALF.folded : HALF.open;
  const x = Math.min(Math.max((left + right) / 2, half), shape.plot - half);
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
  const { bounds, scale } = stage;
  if (bounds.gaps.length === 0) return null;
  const folded = new Set(scale.folds.map(({ start }) => start));
  return (
    <div className="pt-gaps">
      {bounds.gaps.map((gap) => (
        <GapButton key={gap.start} stage={stage} gap={gap} folded={folded.has(gap.start)} />
      ))}
    </div>
  );
}
