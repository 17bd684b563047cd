import type { IconName } from '../ui/icons';
import { Icon } from './draw/icon';
import { IconButton } from './icon-button';
import { SearchBox } from './search-box';
import type { Stage } from './stage';

/** How many rows are not shown, and the way to them. */
export function OutOfSight({ stage }: { stage: Stage }) {
  const { rows, words, dispatch } = stage;
  const { hidden, filtered } = rows;
  return (
    <>
      <span className="pt-out">
        {hidden > 0 && words.hiddenLanes(hidden)}
        {hidden > 0 && filtered > 0 && ' · '}
        {/* Of one that is hidden it was said which. */}
        <span aria-live="polite">{filtered > 0 && words.filteredLanes(filtered)}</span>
      </span>
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

interface ToggleProps {
  icon: IconName;
  label: string;
  on: boolean;
  onClick: () => void;
}

function Toggle({ icon, label, on, onClick }: ToggleProps) {
  return (
    <button type="button" className="pt-switch" role="switch" aria-checked={on} onClick={onClick}>
      <Icon name={icon} size={13} />
      {label}
    </button>
  );
}

/** Narrows the rows to those that say all of its words; and the way to look through all fields. */
export function PeopleFilter({ stage, onFind }: { stage: Stage; onFind: () => void }) {
  const { view, words, dispatch } = stage;
  return (
    <div className="pt-narrow">
      <SearchBox
        label={words.labels.filterPeople}
        value={view.filter}
        onText={(text) => dispatch({ type: 'filter', text })}
      />
      <IconButton label={words.buttons.find} icon="search" size={15} onClick={onFind} />
    </div>
  );
}

/** What orders the rows; not there where there is nothing to order. */
export function People({ stage }: { stage: Stage }) {
  const { view, words, dispatch, columns, bounds } = stage;
  const several = columns.users.size > 0;
  const gaps = bounds.gaps.length > 0;
  const moved = view.moved.length > 0;
  if (!several && !gaps && !moved) return null;
  return (
    <fieldset className="pt-people" part="people" aria-label={words.labels.people}>
      {several && (
        <Toggle
          icon="usersRound"
          label={words.buttons.group}
          on={view.grouped}
          onClick={() => dispatch({ type: 'toggleGrouped' })}
        />
      )}
      {gaps && (
        <Toggle
          icon="rows3"
          label={words.foldIdle(bounds.gaps.length)}
          on={view.idle === 'folded'}
          onClick={() => dispatch({ type: 'toggleIdle' })}
        />
      )}
      {moved && (
        <button type="button" className="pt-text-button" onClick={() => dispatch({ type: 'restoreOrder' })}>
          <Icon name="listRestart" size={13} /> {words.buttons.restoreOrder}
        </button>
      )}
    </fieldset>
  );
}
