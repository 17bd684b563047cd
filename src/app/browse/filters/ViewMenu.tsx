import { Bookmark, Trash2 } from 'lucide-react';
import { type SyntheticEvent, useEffect, useState } from 'react';
import { visible } from '../../../ui/visible';
import { browseWords } from '../../words/browse';
import { Disclosure } from '../parts/Disclosure';
import { isFiltered } from '../state/browseState';
import { toPrivate } from '../state/codec';
import type { Browsing } from '../state/useBrowseState';
import {
  onViewsChange,
  readViews,
  type SavedView,
  stateOf,
  viewOf,
  withoutView,
  withView,
  writeViews,
} from '../state/views';

/** Choices under a name: goes to one, keeps the present one, forgets one. */
export function ViewMenu({ browsing }: { browsing: Browsing }) {
  const [views, setViews] = useState(readViews);
  const [kept, setKept] = useState(true);
  const words = browseWords.views;

  useEffect(() => onViewsChange(() => setViews(readViews())), []);

  function keep(change: (views: readonly SavedView[]) => SavedView[]) {
    // What another tab has kept meanwhile stays.
    const next = change(kept ? readViews() : views);
    setViews(next);
    setKept(writeViews(next));
  }
  return (
    <Disclosure label={words.label} icon={Bookmark} short>
      {(close) => (
        <div className="w-72">
          {views.length === 0 && <p className="text-muted">{words.none}</p>}
          <ul aria-label={words.label}>
            {views.map((view) => (
              <li key={view.name} className="flex items-center gap-1">
                <button
                  type="button"
                  className="min-h-8 min-w-0 flex-1 truncate rounded px-1.5 text-left hover:bg-hover"
                  onClick={() => {
                    close();
                    browsing.change(stateOf(view));
                  }}
                >
                  <bdi>{visible(view.name)}</bdi>
                </button>
                <button
                  type="button"
                  aria-label={words.forget(visible(view.name))}
                  className="icon-button"
                  onClick={() => keep((all) => withoutView(all, view.name))}
                >
                  <Trash2 className="size-3.5" aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
          <SaveForm browsing={browsing} onSave={(view) => keep((all) => withView(all, view))} />
          {!kept && <p className="mt-2 text-xs text-warning">{words.notKept}</p>}
        </div>
      )}
    </Disclosure>
  );
}

function SaveForm({ browsing, onSave }: { browsing: Browsing; onSave: (view: SavedView) => void }) {
  const { state } = browsing;
  const [name, setName] = useState('');
  const [personal, setPersonal] = useState(false);
  const words = browseWords.views;
  const hidden = toPrivate(state) !== undefined;

  function save(event: SyntheticEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    onSave(viewOf(name.trim(), state, personal));
    setName('');
  }
  if (!isFiltered(state) && state.sort.length === 0) {
    return <p className="mt-2 border-t border-line pt-2 text-xs text-muted">{words.nothing}</p>;
  }
  return (
    <form className="mt-2 flex flex-col gap-2 border-t border-line pt-2" onSubmit={save}>
      <div className="flex gap-1.5">
        <input
          aria-label={words.name}
          placeholder={words.name}
          maxLength={80}
          className="field min-h-8 min-w-0 flex-1 py-1"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <button type="submit" className="button min-h-8 py-1" aria-disabled={name.trim() === ''}>
          {words.save}
        </button>
      </div>
      {hidden && (
        <label className="flex items-start gap-2 text-xs">
          <input
            type="checkbox"
            className="mt-0.5 size-4 accent-accent"
            checked={personal}
            onChange={({ target }) => setPersonal(target.checked)}
          />
          {words.personal}
        </label>
      )}
    </form>
  );
}
