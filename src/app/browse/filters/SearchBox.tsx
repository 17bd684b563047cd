import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { browseWords } from '../../words/browse';
import type { Browsing } from '../state/useBrowseState';

/** Until typing is taken for a question. */
const REST_MS = 250;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  );
}

/** Free text. It is personal data: kept in the tab's history, never in the address. */
export function SearchBox({ browsing }: { browsing: Browsing }) {
  const { state, change } = browsing;
  const [typed, setTyped] = useState(state.text);
  const [known, setKnown] = useState(state.text);
  const box = useRef<HTMLInputElement>(null);
  // Going back, or taking the filter off elsewhere, changes the box too.
  if (known !== state.text) {
    setKnown(state.text);
    setTyped(state.text);
  }
  useEffect(() => {
    if (typed === state.text) return undefined;
    const timer = setTimeout(() => {
      // One entry of the history for one search, not for each letter.
      change({ ...state, text: typed }, state.text !== '' && typed !== '');
      setKnown(typed);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, state, change]);
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <div className="relative min-w-48 flex-1">
      <Search
        className="pointer-events-none absolute top-2.5 left-2.5 size-4 text-muted"
        aria-hidden="true"
      />
      <input
        ref={box}
        type="search"
        aria-label={browseWords.search.label}
        aria-keyshortcuts="/"
        placeholder={browseWords.search.placeholder}
        className="field w-full pl-8"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  );
}
