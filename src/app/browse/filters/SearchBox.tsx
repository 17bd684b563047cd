import { Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { isTyping } from '../../parts/isTyping';
import { usePageKeys } from '../../parts/usePageKeys';
import { useSettings } from '../../settings';
import { browseWords } from '../../words/browse';
import { useLibraryState } from '../library/library';
import type { Browsing } from '../state/useBrowseState';
import { isTooShort, LEAST, MANY } from './short';

/** Until typing is taken for a question. */
const REST_MS = 250;

/** Nobody looks for more; a document that was pasted here by mistake would be a thousand words to look for. */
const LONGEST = 500;

/** From the words to what they found: the row that keys reach. */
function focusList(): boolean {
  const row = document.querySelector<HTMLElement>('[data-place][tabindex="0"]');
  row?.focus();
  return row !== null;
}

/** What stands in the box: asked for when hands rest, unless it is too short for so large a library. */
function useTyped({ state, change }: Browsing) {
  const [typed, setTyped] = useState(state.text);
  const [known, setKnown] = useState(state.text);
  const { conversations = 0 } = useLibraryState();
  const short = state.source === 'library' && conversations >= MANY && isTooShort(typed);
  const asked = short ? '' : typed;
  // Going back, or taking the filter off elsewhere, changes the box too.
  if (known !== state.text) {
    setKnown(state.text);
    setTyped(state.text);
  }
  useEffect(() => {
    if (asked === state.text) return undefined;
    const timer = setTimeout(() => {
      // One entry of the history for one search, not for each letter.
      change({ ...state, text: asked }, state.text !== '' && asked !== '');
      setKnown(asked);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [asked, state, change]);
  return { typed, setTyped, short };
}

/** Free text. It is personal data: kept in the tab's history, never in the address. */
export function SearchBox({ browsing }: { browsing: Browsing }) {
  const { pageKeys } = useSettings();
  const { typed, setTyped, short } = useTyped(browsing);
  const box = useRef<HTMLInputElement>(null);
  const hint = useId();
  usePageKeys((event) => {
    if (event.key !== '/' || isTyping(event.target)) return;
    event.preventDefault();
    box.current?.focus();
    box.current?.select();
  });
  return (
    <div className="relative min-w-48 flex-1">
      <Search
        className="pointer-events-none absolute top-2.5 start-2.5 size-4 text-muted"
        aria-hidden="true"
      />
      <input
        ref={box}
        type="search"
        aria-label={browseWords.search.label}
        aria-keyshortcuts={pageKeys ? '/' : undefined}
        aria-describedby={hint}
        placeholder={browseWords.search.placeholder(pageKeys)}
        maxLength={LONGEST}
        className="field w-full ps-8"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          // While a word is being put together, the arrows choose among its spellings.
          if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
          if (focusList()) event.preventDefault();
        }}
      />
      <output id={hint} className="block px-1 pt-1 text-xs text-warning empty:hidden">
        {short && browseWords.search.short(LEAST)}
      </output>
    </div>
  );
}
