import { useId } from 'react';
import type { Replacement } from '../../core/index';
import { useMore } from '../parts/useMore';
import { Value } from '../parts/Value';
import { words } from '../words';
import { handoverWords as texts } from '../words/handover';

/** A free text may be a page long; its beginning tells which it is. */
const SHOWN_CHARACTERS = 120;
/** More rows take seconds to draw, and nobody reads thousands. */
const PAGE = 100;

function shortened(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

/** What is replaced by what, and how often. */
export function Replacements({ replaced }: { replaced: readonly Replacement[] }) {
  const title = useId();
  const { shown, rest, showMore } = useMore(replaced.length, PAGE);
  if (replaced.length === 0) return <p className="my-3 text-sm">{texts.nothing}</p>;
  const times = replaced.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="my-3 flex min-h-0 flex-col">
      <p id={title} className="text-sm font-medium">
        {texts.replaced}: {texts.summary(replaced.length, times)}
      </p>
      <section
        aria-labelledby={title}
        // Scrolled by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className="mt-1 max-h-72 min-h-24 overflow-auto rounded-md border border-line"
      >
        <table aria-labelledby={title} className="w-full text-sm">
          <thead className="sticky top-0 bg-raised">
            <tr className="text-muted">
              <th className="px-2.5 py-1 font-medium">{texts.columns.value}</th>
              <th className="px-2.5 py-1 font-medium">{texts.columns.placeholder}</th>
              <th className="px-2.5 py-1 text-end font-medium">{texts.columns.count}</th>
            </tr>
          </thead>
          <tbody>
            {replaced.slice(0, shown).map(({ kind, placeholder, count, sample = '' }) => (
              <tr key={placeholder} className="border-t border-line align-top">
                <td className="px-2.5 py-1 [overflow-wrap:anywhere]">
                  <span className="whitespace-nowrap text-muted">{texts.kinds[kind]}: </span>
                  <Value>{shortened(sample)}</Value>
                </td>
                <td className="px-2.5 py-1 whitespace-nowrap">{placeholder}</td>
                <td className="px-2.5 py-1 text-end tabular-nums">{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rest > 0 && (
          <button type="button" className="button m-2" onClick={showMore}>
            {words.problems.more(rest)}
          </button>
        )}
      </section>
    </div>
  );
}
