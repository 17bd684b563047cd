import { textWidth } from '../core/layout/text';
import { toPixel } from '../core/view/scale';
import { spanWords } from '../ui/speech';
import { Icon } from './draw/icon';
import type { Stage } from './stage';

/** A gap narrower than this on the screen offers no button to fold it. */
const LEAST = 64;
/** About half of what a button takes that is an icon alone, so that it stays over the bars' part, */
const ICON = 14;
/** and of what is around its words. */
const PAD = 7;

/** The gaps that have a button on the screen, and where its middle is. */
function shownOf({ bounds, scale, shape }: Stage) {
  return bounds.gaps.flatMap(({ start, end }) => {
    const folded = scale.folds.some((fold) => fold.start === start);
    const left = Math.max(toPixel(scale, start), 0);
    const right = Math.min(toPixel(scale, end), shape.plot);
    if (right <= left || (!folded && right - left < LEAST)) return [];
    return [{ start, end, folded, middle: (left + right) / 2 }];
  });
}

/** Over the axis, at every idle gap: what is folded there, with the way to open it, or the way to fold it. */
export function Gaps({ stage }: { stage: Stage }) {
  const { bounds, shape, format, words, dispatch, readOnly } = stage;
  if (bounds.gaps.length === 0) return null;
  const shown = shownOf(stage);
  let taken = 0;
  const buttons = [];
  for (const [index, { start, end, folded, middle }] of shown.entries()) {
    const next = Math.min(shown[index + 1]?.middle ?? Infinity, shape.plot + ICON) - ICON;
    const at = (half: number) => Math.min(Math.max(middle, half), shape.plot - half);
    let text = folded ? format.compact(end - start) : '';
    let half = textWidth(text, 11) / 2 + (shape.column > 0 ? PAD * 2 : PAD);
    // None lies on the one before, nor on the next; how much is folded is in the tooltip, too.
    if (!text || at(half) - half < taken || at(half) + half > next) {
      text = '';
      half = ICON;
    }
    const left = Math.min(Math.max(at(half), taken + half), shape.plot - half);
    taken = left + half;
    const label = words[folded ? 'openGap' : 'foldGap'](format.rough(end - start));
    buttons.push(
      <button
        key={start}
        type="button"
        className="pt-gap"
        data-folded={folded ? '' : undefined}
        aria-label={label}
        title={`${label}\n${spanWords({ start, end }, stage)}`}
        disabled={readOnly}
        style={{ left }}
        onClick={() => dispatch({ type: 'toggleGap', start })}
      >
        {/* Where it is narrow, words need all the room. */}
        {(!text || shape.column > 0) && <Icon name={folded ? 'unfoldHorizontal' : 'minimize2'} size={12} />}
        {text}
      </button>,
    );
  }
  return <div className="pt-gaps">{buttons}</div>;
}
