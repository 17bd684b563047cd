import { ArrowDown, ArrowUp, Columns3, Minus, Plus } from 'lucide-react';
import { browseWords } from '../../words/browse';
import { unless } from '../../parts/unless';
import { Disclosure } from '../parts/Disclosure';
import { type ColumnChoice, columnChoiceFrom, movedBy, widenedBy, withShown } from './useColumns';

interface ColumnMenuProps {
  choice: ColumnChoice;
  onChange: (choice: ColumnChoice) => void;
}

const STEP = 24;

function nameOf(id: string): string {
  return Object.hasOwn(browseWords.columns, id)
    ? browseWords.columns[id as keyof typeof browseWords.columns] // its own key, as just checked
    : id;
}

/** Which columns there are, in which order and how wide: all by keys, what the mouse does at the head too. */
export function ColumnMenu({ choice, onChange }: ColumnMenuProps) {
  const { menu } = browseWords;
  return (
    <Disclosure label={menu.columns} icon={Columns3} align="end" short>
      <ul aria-label={menu.columns} className="max-h-96 w-72 max-w-full overflow-y-auto">
        {choice.order.map((id) => (
          <ColumnItem key={id} id={id} choice={choice} onChange={onChange} />
        ))}
      </ul>
      <button
        type="button"
        className="button-small mt-2"
        onClick={() => onChange(columnChoiceFrom(undefined))}
      >
        {menu.reset}
      </button>
    </Disclosure>
  );
}

/** One column: whether it is shown, how wide, and after which others. */
function ColumnItem({ id, choice, onChange }: ColumnMenuProps & { id: string }) {
  const { menu } = browseWords;
  const name = nameOf(id);
  return (
    <li className="flex items-center gap-0.5">
      <label className="flex min-h-8 min-w-0 flex-1 items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={choice.visibility[id] ?? true}
          disabled={id === 'title'}
          onChange={({ target }) => onChange(withShown(choice, id, target.checked))}
        />
        <span className="truncate">{name}</span>
      </label>
      <Tool label={menu.narrower(name)} icon={Minus} onClick={() => onChange(widenedBy(choice, id, -STEP))} />
      <Tool label={menu.wider(name)} icon={Plus} onClick={() => onChange(widenedBy(choice, id, STEP))} />
      <Tool
        label={menu.earlier(name)}
        icon={ArrowUp}
        disabled={choice.order[0] === id}
        onClick={() => onChange(movedBy(choice, id, -1))}
      />
      <Tool
        label={menu.later(name)}
        icon={ArrowDown}
        disabled={choice.order.at(-1) === id}
        onClick={() => onChange(movedBy(choice, id, 1))}
      />
    </li>
  );
}

interface ToolProps {
  label: string;
  icon: typeof Plus;
  disabled?: boolean;
  onClick: () => void;
}

function Tool({ label, icon: Icon, disabled = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="icon-button"
      {...unless(disabled, onClick)}
    >
      <Icon className="size-3.5" aria-hidden="true" />
    </button>
  );
}
