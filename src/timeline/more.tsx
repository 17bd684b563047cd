import { outside } from '../core/view/range';
import { outsideWords } from './outside-words';
import type { Stage } from './stage';

/** What lies beyond the first sight, and the way there and back. Nothing where all is in sight. */
export function More({ stage }: { stage: Stage }) {
  const { bounds, view, words, dispatch } = stage;
  if (bounds.fit === bounds.whole) return null;
  if (view.range === undefined) {
    return (
      <div className="pt-more">
        <span>
          {words.busiest} {outsideWords(outside(bounds.fit, bounds), stage)}
        </span>
        <button type="button" className="pt-text-button" onClick={() => dispatch({ type: 'fitAll' })}>
          {words.buttons.fitAll}
        </button>
        {bounds.gaps.length > 0 && (
          <button type="button" className="pt-text-button" onClick={() => dispatch({ type: 'toggleIdle' })}>
            {words.foldIdle(bounds.gaps.length)}
          </button>
        )}
      </div>
    );
  }
  return (
    <div className="pt-more" data-quiet="">
      <button type="button" className="pt-text-button" onClick={() => dispatch({ type: 'fit' })}>
        {words.buttons.fitBusy}
      </button>
      <button type="button" className="pt-text-button" onClick={() => dispatch({ type: 'fitAll' })}>
        {words.buttons.fitAll}
      </button>
    </div>
  );
}
