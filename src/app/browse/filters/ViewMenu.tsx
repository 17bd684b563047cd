import { Bookmark, Pencil, Trash2 } from 'lucide-react';
import { type SyntheticEvent, useEffect, useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { visible } from '../../../ui/visible';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { Disclosure } from '../parts/Disclosure';
import { type BrowseState, isFiltered } from '../state/browseState';
import { toPrivate } from '../state/codec';
import type { Browsing } from '../state/useBrowseState';
import {
  isFull,
  MOST_VIEWS,
  onViewsChange,
  readViews,
  renamed,
  type SavedView,
  stateOf,
  viewOf,
  withoutView,
  withView,
  writeViews,
} from '../state/views';
import { RenameForm } from './RenameForm';

/** Choices under a name: goes to one, keeps the present one, renames or forgets one. */
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
              <ViewItem
                key={view.name}
                view={view}
                taken={views.flatMap(({ name }) => (name === view.name ? [] : name))}
                onOpen={() => {
                  close();
                  browsing.change(stateOf(view));
                }}
                onRename={(name) => keep((all) => renamed(all, view.name, name))}
                onForget={() => keep((all) => withoutView(all, view.name))}
              />
            ))}
          </ul>
          <SaveForm browsing={browsing} views={views} onSave={(view) => keep((all) => withView(all, view))} />
          {!kept && <p className="mt-2 text-xs text-warning">{words.notKept}</p>}
        </div>
      )}
    </Disclosure>
  );
}

/** The focus comes back there. */
const pencilOf = (name: string) => `rename ${name}`;

interface ViewItemProps {
  view: SavedView;
  taken: readonly string[];
  onOpen: () => void;
  onRename: (name: string) => void;
  onForget: () => void;
}

function ViewItem({ view, taken, onOpen, onRename, onForget }: ViewItemProps) {
  const [renaming, setRenaming] = useState(false);
  const words = browseWords.views;
  const name = visible(view.name);

  function end(now: string) {
    flushSync(() => {
      setRenaming(false);
      if (now !== view.name) onRename(now);
    });
    document.getElementById(pencilOf(now))?.focus();
  }
  if (renaming) {
    return (
      <li>
        <RenameForm name={view.name} taken={taken} onCancel={() => end(view.name)} onRename={end} />
      </li>
    );
  }
  return (
    <li className="flex items-center gap-1">
      <button
        type="button"
        className="min-h-8 min-w-0 flex-1 truncate rounded px-1.5 text-left hover:bg-hover"
        onClick={onOpen}
      >
        <bdi>{name}</bdi>
      </button>
      <button
        id={pencilOf(view.name)}
        type="button"
        aria-label={words.rename(name)}
        className="icon-button"
        onClick={() => setRenaming(true)}
      >
        <Pencil className="size-3.5" aria-hidden="true" />
      </button>
      <button type="button" aria-label={words.forget(name)} className="icon-button" onClick={onForget}>
        <Trash2 className="size-3.5" aria-hidden="true" />
      </button>
    </li>
  );
}

interface SaveFormProps {
  browsing: Browsing;
  views: readonly SavedView[];
  onSave: (view: SavedView) => void;
}

function isOfSome(state: BrowseState): boolean {
  return isFiltered(state) || state.sort.length > 0;
}

function SaveForm({ browsing, views, onSave }: SaveFormProps) {
  const { state } = browsing;
  const format = useFormat();
  const [name, setName] = useState('');
  const [personal, setPersonal] = useState(false);
  const why = useId();
  const words = browseWords.views;
  const view = viewOf(name.trim(), state, personal);
  const hidden = toPrivate(state) !== undefined;
  const full = isFull(views, view.name);
  // Else it would be called by what it does not hold, and show everything.
  const nothing = !isOfSome(stateOf(view));

  function save(event: SyntheticEvent) {
    event.preventDefault();
    if (view.name === '' || full || nothing) return;
    onSave(view);
    setName('');
  }
  if (!isOfSome(state)) {
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
        <button
          type="submit"
          className="button min-h-8 py-1"
          aria-disabled={view.name === '' || full || nothing}
          aria-describedby={why}
        >
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
      <output id={why} className="text-xs text-warning empty:hidden">
        {full ? words.full(format.count(MOST_VIEWS)) : nothing && words.onlyPersonal}
      </output>
    </form>
  );
}
