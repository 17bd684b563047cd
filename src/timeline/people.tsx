import { ListRestart, Rows3, Search, UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { usersWithLegs } from '../core/view/arrange';
import type { Stage } from './stage';

function OutOfSight({ stage }: { stage: Stage }) {
  const { rows, words, dispatch } = stage;
  const { hidden, filtered } = rows;
  return (
    <>
      <output className="pt-out">
        {[hidden > 0 && words.hiddenLanes(hidden), filtered > 0 && words.filteredLanes(filtered)]
          .filter(Boolean)
          .join(' · ')}
      </output>
      {(hidden > 0 || filtered > 0) && (
        <button
          type="button"
          className="pt-text-button"
          onClick={() => {
            dispatch({ type: 'unhide' });
            dispatch({ type: 'filter', text: '' });
          }}
        >
          {words.buttons.showAllLanes}
        </button>
      )}
    </>
  );
}

function Toggle({ stage, of }: { stage: Stage; of: 'grouped' | 'idle' }) {
  const { view, words, dispatch, bounds } = stage;
  const on = of === 'grouped' ? view.grouped : view.idle === 'folded';
  return (
    <button
      type="button"
      className="pt-switch"
      role="switch"
      aria-checked={on}
      onClick={() => dispatch({ type: of === 'grouped' ? 'toggleGrouped' : 'toggleIdle' })}
    >
      {of === 'grouped' ? (
        <UsersRound size={13} aria-hidden="true" />
      ) : (
        <Rows3 size={13} aria-hidden="true" />
      )}
      {of === 'grouped' ? words.buttons.group : words.foldIdle(bounds.gaps.length)}
    </button>
  );
}

/** What narrows and orders the rows, and what is out of sight for it. */
export function People({ stage, onFind }: { stage: Stage; onFind: () => void }) {
  const { view, words, dispatch, columns, bounds } = stage;
  const several = useMemo(() => usersWithLegs(columns.timeline.lanes).size > 0, [columns]);
  return (
    <fieldset className="pt-people" aria-label={words.labels.people}>
      <input
        type="search"
        className="pt-filter"
        aria-label={words.labels.filterPeople}
        placeholder={words.labels.filterPeople}
        value={view.filter}
        onChange={({ target }) => dispatch({ type: 'filter', text: target.value })}
      />
      <button
        type="button"
        className="pt-button"
        aria-label={words.buttons.find}
        title={words.buttons.find}
        onClick={onFind}
      >
        <Search size={15} aria-hidden="true" />
      </button>
      {several && <Toggle stage={stage} of="grouped" />}
      {bounds.gaps.length > 0 && <Toggle stage={stage} of="idle" />}
      {view.moved.length > 0 && (
        <button type="button" className="pt-text-button" onClick={() => dispatch({ type: 'restoreOrder' })}>
          <ListRestart size={13} aria-hidden="true" /> {words.buttons.restoreOrder}
        </button>
      )}
      <OutOfSight stage={stage} />
    </fieldset>
  );
}
