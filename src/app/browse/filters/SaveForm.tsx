import { type SyntheticEvent, useId, useState } from 'react';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';
import { toPrivate } from '../state/codec';
import type { Browsing } from '../state/useBrowseState';
import { isOfSome, MOST_VIEWS, refusalOf, type SavedView, viewOf } from '../state/views';

interface SaveFormProps {
  browsing: Browsing;
  views: readonly SavedView[];
  onSave: (view: SavedView) => void;
}

/** Keeps the present choice under a name; what is personal in it only where that is agreed to. */
export function SaveForm({ browsing, views, onSave }: SaveFormProps) {
  const { state } = browsing;
  const format = useFormat();
  const [name, setName] = useState('');
  const [personal, setPersonal] = useState(false);
  const why = useId();
  const words = browseWords.views;
  const view = viewOf(name.trim(), state, personal);
  const refusal = refusalOf(view, views);

  function save(event: SyntheticEvent) {
    event.preventDefault();
    if (refusal) return;
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
          aria-disabled={refusal !== undefined}
          aria-describedby={why}
        >
          {words.save}
        </button>
      </div>
      {toPrivate(state) && <Personal agreed={personal} onChange={setPersonal} />}
      <output id={why} className="text-xs text-warning empty:hidden">
        {refusal === 'full' && words.full(format.count(MOST_VIEWS))}
        {refusal === 'nothing' && words.onlyPersonal}
      </output>
    </form>
  );
}

function Personal({ agreed, onChange }: { agreed: boolean; onChange: (agreed: boolean) => void }) {
  return (
    <label className="flex items-start gap-2 text-xs">
      <input
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-accent"
        checked={agreed}
        onChange={({ target }) => onChange(target.checked)}
      />
      {browseWords.views.personal}
    </label>
  );
}
