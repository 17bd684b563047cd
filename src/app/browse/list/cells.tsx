import { Fragment } from 'react';
import type { Named } from '../../../core/model/facts';
import { marksOf } from '../../../sources/choices';
import type { Row } from '../../../sources/source';
import { english } from '../../../ui/words';
import { toSecond } from '../../instants';
import { Value } from '../../parts/Value';
import { useFormat } from '../../useFormat';
import { browseWords } from '../../words/browse';

const MINUTE = 60_000;
const NONE = <span className="text-muted">–</span>;

export function TextCell({ text }: { text: string }) {
  return <Value>{text}</Value>;
}

export function StartCell({ at, short = false }: { at: number | undefined; short?: boolean }) {
  const format = useFormat();
  if (at === undefined) return NONE;
  const clock = short ? format.tick({ at, day: false, strong: false }, MINUTE) : format.clock(toSecond(at));
  return (
    <span className="tabular-nums">
      {format.day(at)} <span className="text-muted">{clock}</span>
    </span>
  );
}

export function LengthCell({ value, counted }: { value: number | undefined; counted: boolean }) {
  const format = useFormat();
  if (value === undefined) return NONE;
  if (value === 0) return <span className="text-muted tabular-nums">{counted ? 0 : format.compact(0)}</span>;
  return <span className="tabular-nums">{counted ? format.count(value) : format.compact(value)}</span>;
}

const DICTIONARIES: {
  readonly [of in 'media' | 'purposes' | 'directions']: { readonly [word: string]: string };
} = {
  media: english.media,
  purposes: english.purposes,
  directions: browseWords.directions,
};

/** Words of the data in ours, where we have one. */
export function WordsCell({ of, values }: { of: keyof typeof DICTIONARIES; values: readonly string[] }) {
  if (values.length === 0) return NONE;
  const words = DICTIONARIES[of];
  return (
    <Value>{values.map((value) => (Object.hasOwn(words, value) ? words[value] : value)).join(', ')}</Value>
  );
}

export function NamesCell({ names }: { names: readonly Named[] }) {
  if (names.length === 0) return NONE;
  // Each apart from the others: names of both directions of writing may stand in one line.
  return names.map(({ id, name }, index) => (
    <Fragment key={id ?? name ?? index}>
      {index > 0 && ', '}
      <Value>{name ?? id ?? ''}</Value>
    </Fragment>
  ));
}

export function ProblemsCell({ row }: { row: Row }) {
  const format = useFormat();
  const count = row.problems.reduce((sum, { severity, count }) => sum + (severity === 'info' ? 0 : count), 0);
  return count === 0 ? NONE : <span className="text-warning tabular-nums">{format.count(count)}</span>;
}

/** What is remarkable, but for what has a column of its own. */
export function MarksCell({ row }: { row: Row }) {
  const marks = marksOf(row).filter((mark) => mark !== 'problems' && mark !== 'unanswered');
  if (marks.length === 0) return NONE;
  return (
    <span className="flex gap-1" title={marks.map((mark) => browseWords.marks[mark]).join(', ')}>
      {marks.map((mark) => (
        <span
          key={mark}
          className="rounded-full border border-line bg-raised px-1.5 text-xs whitespace-nowrap"
        >
          {browseWords.marks[mark]}
        </span>
      ))}
    </span>
  );
}
