import { outside } from '../core/view/range';
import { outsideWords } from './outside-words';
import type { Stage } from './stage';

/** What lies beyond the first sight, and the way there and back; beyond a range that was chosen, on paper only. */
export function More({ stage }: { stage: Stage }) {
  const { bounds, view, range, words, dispatch } = stage;
  const isPart = bounds.fit !== bounds.whole;
  if (view.range !== undefined) {
    return (
      <>
        <p className="pt-beyond">{outsideWords(outside(range, bounds), stage)}</p>
        {isPart && (
          <div className="pt-more" data-quiet="">
            <button type="button" className="pt-text-button" onClick={() => dispatch({ type: 'fit' })}>
              {words.buttons.fitBusy}
            </button>
            <button type="button" className="pt-text-button" onClick={() => dispatch({ type: 'fitAll' })}>
              {words.buttons.fitAll}
            </button>
          </div>
        )}
      </>
    );
  }
  if (!isPart) return null;
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
