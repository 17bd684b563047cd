import { assertNever } from '../../core/model/assert-never';
import { Value } from '../parts/Value';
import { words } from '../words';
import { AddressValue } from './AddressValue';
import type { Part, Row, Shown } from './shown';

interface RowsProps {
  rows: readonly Row[];
  /** Parts stand open: what was searched for is to be seen. */
  open: boolean;
}

/** Names and their values; whatever has parts of its own stands below its name, over the whole width. */
export function Rows({ rows, open }: RowsProps) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,min(37%,12rem))_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      {rows.map(({ name, field, value }, index) => {
        const wide = value.kind !== 'text' && value.kind !== 'address';
        return (
          // A hostile document may name two fields alike.
          <div key={`${index} ${field}`} className="contents">
            <dt className={`text-muted [overflow-wrap:anywhere] ${wide ? 'col-span-2' : ''}`} title={field}>
              <Value>{name}</Value>
            </dt>
            <dd
              className={`min-w-0 [overflow-wrap:anywhere] tabular-nums ${wide ? 'col-span-2 border-s border-line ps-2.5' : ''}`}
            >
              <ShownValue value={value} name={name} open={open} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function ShownValue({ value, name, open }: { value: Shown; name: string; open: boolean }) {
  switch (value.kind) {
    case 'text':
      return <Value>{value.text}</Value>;
    case 'address':
      // Another address in the place of this one was not asked for.
      return <AddressValue key={value.text} text={value.text} secret={value.secret} />;
    case 'rows':
      return <Rows rows={value.rows} open={open} />;
    case 'table':
      return <EntryTable name={name} rows={value.rows} />;
    case 'parts':
      return <Parts name={name} parts={value.parts} open={open} />;
    default:
      return assertNever(value);
  }
}

/** Closed at first, by their titles: a leg has dozens of fields. */
function Parts({ name, parts, open }: { name: string; parts: readonly Part[]; open: boolean }) {
  return (
    <ul aria-label={name} className="flex flex-col gap-1">
      {parts.map(({ title, rows }, index) => (
        <li key={index}>
          <details className="group" open={open}>
            <summary className="rounded py-0.5 text-sm font-medium hover:bg-hover">
              <Value>{title}</Value>
            </summary>
            <div className="py-1 ps-3">
              <Rows rows={rows} open={open} />
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** Keys come from strangers: they are text in a table, never names of anything. */
function EntryTable({ name, rows }: { name: string; rows: readonly [string, string][] }) {
  return (
    <table aria-label={name} className="w-full table-fixed border-collapse text-sm">
      <thead className="sr-only">
        <tr>
          <th scope="col">{words.details.attribute}</th>
          <th scope="col">{words.details.value}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, text], index) => (
          <tr key={`${index} ${key}`} className="border-b border-line align-top last:border-0">
            <th scope="row" className="py-1 pe-2 font-normal text-muted [overflow-wrap:anywhere]">
              <Value>{key}</Value>
            </th>
            <td className="py-1 [overflow-wrap:anywhere]">
              <Value>{text}</Value>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
