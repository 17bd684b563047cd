import { Bookmark, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { visible } from '../../../ui/visible';
import { browseWords } from '../../words/browse';
import { Disclosure } from '../parts/Disclosure';
import type { Browsing } from '../state/useBrowseState';
import {
  onViewsChange,
  readViews,
  renamed,
  type SavedView,
  stateOf,
  withoutView,
  withView,
  writeViews,
} from '../state/views';
import { RenameForm } from './RenameForm';
import { SaveForm } from './SaveForm';

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
        <div className="w-72 max-w-full">
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
        className="min-h-8 min-w-0 flex-1 truncate rounded px-1.5 text-start hover:bg-hover"
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
