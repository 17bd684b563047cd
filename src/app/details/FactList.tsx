import { Value } from '../parts/Value';

/** A term and its value, both ready to be read. */
export type Fact = readonly [term: string, value: string];

export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="mt-2 grid grid-cols-[minmax(6rem,min(37%,12rem))_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm">
      {facts.map(([term, value], index) => (
        // A hostile document may name two attributes alike.
        <div key={`${index} ${term}`} className="contents">
          <dt className="text-muted [overflow-wrap:anywhere]">
            <Value>{term}</Value>
          </dt>
          <dd className="[overflow-wrap:anywhere] tabular-nums">
            <Value>{value}</Value>
          </dd>
        </div>
      ))}
    </dl>
  );
}
