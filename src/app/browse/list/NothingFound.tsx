import { browseWords } from '../../words/browse';
import { cleared, isFiltered } from '../state/browseState';
import type { Browsing } from '../state/useBrowseState';

/** There is nothing; where all is filtered away, says so, and how to get it back. */
export function NothingFound({ browsing }: { browsing: Browsing }) {
  const { state, change } = browsing;
  if (!isFiltered(state)) return <p className="w-full py-8">{browseWords.list.none}</p>;
  return (
    <div className="card grid min-h-72 w-full place-items-center p-6 text-center">
      <div>
        <h2 className="text-lg font-semibold">{browseWords.nothing.heading}</h2>
        <p className="mt-1 text-muted">{browseWords.nothing.lead}</p>
        <button type="button" className="button button-primary mt-4" onClick={() => change(cleared(state))}>
          {browseWords.nothing.clear}
        </button>
      </div>
    </div>
  );
}
