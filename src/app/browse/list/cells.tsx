import { Fragment } from 'react';
import type { Named } from '../../../core/model/facts';
import { marksOf } from '../../../sources/choices';
import type { Choice, Row } from '../../../sources/source';
import { toSecond } from '../../instants';
import { Value } from '../../parts/Value';
import { useFormat } from '../../useFormat';
import { words } from '../../words';
import { browseWords } from '../../words/browse';
import { valueName } from '../filters/describe';

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

interface LengthCellProps {
  value: number | undefined;
  counted: boolean;
  /** The truth may lie on one side of it. */
  bound?: 'atMost' | 'atLeast';
}

export function LengthCell({ value, counted, bound }: LengthCellProps) {
  const format = useFormat();
  if (value === undefined) return NONE;
  const said = counted ? format.count(value) : format.compact(value);
  if (!bound) return <span className={`tabular-nums ${value === 0 ? 'text-muted' : ''}`}>{said}</span>;
  return (
    <span className="flex items-baseline justify-end gap-1">
      <span className="truncate text-xs text-muted">{words.figures[bound]}</span>{' '}
      <span className="shrink-0 tabular-nums">{said}</span>
    </span>
  );
}

/** Words of the data in ours, where we have one. */
export function WordsCell({ of, values }: { of: Choice; values: readonly string[] }) {
  if (values.length === 0) return NONE;
  return <Value>{values.map((value) => valueName(of, value)).join(', ')}</Value>;
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

/** All that the filter of that name counts: columns of its own may be hidden, or out of sight. */
export function MarksCell({ row }: { row: Row }) {
  const marks = marksOf(row);
  if (marks.length === 0) return NONE;
  return (
    // A chip that finds no room gives way to an ellipsis as a whole.
    <span className="block truncate" title={marks.map((mark) => browseWords.marks[mark]).join(', ')}>
      {marks.map((mark) => (
        <span
          key={mark}
          className="me-1 inline-block rounded-full border border-line bg-raised px-1.5 text-xs"
        >
          {browseWords.marks[mark]}
        </span>
      ))}
    </span>
  );
}
