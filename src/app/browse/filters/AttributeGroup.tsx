import { type SyntheticEvent, useState } from 'react';
import { browseWords } from '../../words/browse';
import type { Browsing } from '../state/useBrowseState';
import { FilterGroup } from './FilterGroup';

/** Conversations that have an attribute with exactly a value. */
export function AttributeGroup({ browsing }: { browsing: Browsing }) {
  const { state, change } = browsing;
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const words = browseWords.attributes;

  function add(event: SyntheticEvent) {
    event.preventDefault();
    if (name.trim() === '') return;
    const others = state.attributes.filter((each) => each.name !== name.trim() || each.value !== value);
    change({ ...state, attributes: [...others, { name: name.trim(), value }] });
    setName('');
    setValue('');
  }
  return (
    <FilterGroup label={words.label} active={state.attributes.length}>
      <form className="flex flex-col gap-1 px-1" onSubmit={add}>
        <input
          aria-label={words.name}
          placeholder={words.name}
          className="field min-h-8 py-1"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <input
          aria-label={words.value}
          placeholder={words.value}
          className="field min-h-8 py-1"
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
        <button type="submit" className="button-small self-start" aria-disabled={name.trim() === ''}>
          {words.add}
        </button>
      </form>
    </FilterGroup>
  );
}
