import { Keyboard } from 'lucide-react';
import { useSettings } from '../../settings';
import { browseWords } from '../../words/browse';
import { Disclosure } from './Disclosure';

interface KeysMenuProps {
  label: string;
  /** Each with what it does. */
  keys: readonly (readonly [keys: string, does: string])[];
}

/** The keys of a page, and whether those without Ctrl are heard all over it. Where fingers do it all it would be in the way. */
export function KeysMenu({ label, keys }: KeysMenuProps) {
  const { pageKeys, setPageKeys } = useSettings();
  const words = browseWords.keys;
  return (
    <div className="ms-auto pointer-coarse:hidden">
      <Disclosure label={label} icon={Keyboard} align="end" short>
        <div className="w-72 max-w-full">
          <dl>
            {keys.map(([name, does]) => (
              <div key={name} className="flex min-h-7 items-center gap-3">
                <dt className="w-24 shrink-0">
                  <kbd className="rounded border border-line bg-raised px-1.5 text-xs">{name}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <label className="mt-2 flex items-start gap-2 border-t border-line pt-2">
            <input
              type="checkbox"
              className="mt-0.5 size-4 shrink-0 accent-accent"
              checked={pageKeys}
              onChange={({ target }) => setPageKeys(target.checked)}
            />
            {words.everywhere}
          </label>
          <p className="mt-1 text-xs text-muted">{words.lead}</p>
        </div>
      </Disclosure>
    </div>
  );
}
