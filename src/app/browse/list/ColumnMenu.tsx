import { ArrowDown, ArrowUp, Columns3, Minus, Plus } from 'lucide-react';
import { browseWords } from '../../words/browse';
import { unless } from '../../parts/unless';
import { Disclosure } from '../parts/Disclosure';
import { COLUMN_IDS, columns } from './columns';
import { type ColumnChoice, columnChoiceFrom } from './useColumns';

interface ColumnMenuProps {
  choice: ColumnChoice;
  onChange: (choice: ColumnChoice) => void;
}

const STEP = 24;
const NARROWEST = 60;

function nameOf(id: string): string {
  return Object.hasOwn(browseWords.columns, id)
    ? browseWords.columns[id as keyof typeof browseWords.columns] // its own key, as just checked
    : id;
}

function widthOf(id: string, { sizing }: ColumnChoice): number {
  return sizing[id] ?? columns[COLUMN_IDS.indexOf(id)]?.size ?? NARROWEST;
}

/** Which columns there are, in which order and how wide: all by keys, what the mouse does at the head too. */
export function ColumnMenu({ choice, onChange }: ColumnMenuProps) {
  const { menu } = browseWords;
  function move(id: string, by: number) {
    const order = choice.order.filter((other) => other !== id);
    order.splice(choice.order.indexOf(id) + by, 0, id);
    onChange({ ...choice, order });
  }
  function widen(id: string, by: number) {
    const size = Math.max(NARROWEST, widthOf(id, choice) + by);
    onChange({ ...choice, sizing: { ...choice.sizing, [id]: size } });
  }
  return (
    <Disclosure label={menu.columns} icon={Columns3} align="end" short>
      <ul aria-label={menu.columns} className="max-h-96 w-72 overflow-y-auto">
        {choice.order.map((id, index) => (
          <li key={id} className="flex items-center gap-0.5">
            <label className="flex min-h-8 min-w-0 flex-1 items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={choice.visibility[id] ?? true}
                disabled={id === 'title'}
                onChange={({ target }) =>
                  onChange({ ...choice, visibility: { ...choice.visibility, [id]: target.checked } })
                }
              />
              <span className="truncate">{nameOf(id)}</span>
            </label>
            <Tool label={menu.narrower(nameOf(id))} icon={Minus} onClick={() => widen(id, -STEP)} />
            <Tool label={menu.wider(nameOf(id))} icon={Plus} onClick={() => widen(id, STEP)} />
            <Tool
              label={menu.earlier(nameOf(id))}
              icon={ArrowUp}
              disabled={index === 0}
              onClick={() => move(id, -1)}
            />
            <Tool
              label={menu.later(nameOf(id))}
              icon={ArrowDown}
              disabled={index === choice.order.length - 1}
              onClick={() => move(id, 1)}
            />
          </li>
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
