import { useLocation } from 'wouter';
import { browseWords } from '../words/browse';
import { listAddress, SOURCE_NAMES, type SourceName } from './state/sourceName';

/** Where the list's conversations come from. Another source is another list: what was chosen of one stays there. */
export function SourceChoice({ name }: { name: SourceName }) {
  const [, navigate] = useLocation();
  const words = browseWords.source;
  const choose = (wanted: string) => {
    const next = SOURCE_NAMES.find((each) => each === wanted);
    if (next) navigate(listAddress(next));
  };
  return (
    <select
      id="source" // by which it is found again in the list of another source
      aria-label={words.label}
      title={words.label}
      className="field field-sizing-content"
      value={name}
      onChange={({ target }) => choose(target.value)}
    >
      {SOURCE_NAMES.map((each) => (
        <option key={each} value={each}>
          {words.names[each]}
        </option>
      ))}
    </select>
  );
}
