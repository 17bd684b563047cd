import { Table } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { browseWords } from '../../words/browse';

/** One line of a chart's twin; with `choose` its name is a button that filters. */
export interface TwinRow {
  key: string;
  name: string;
  values: string[];
  choose?: () => void;
}

interface ChartCardProps {
  title: string;
  /** What to read off at a glance. */
  summary?: ReactNode;
  columns: string[];
  rows: TwinRow[];
  waiting: boolean;
  /** Its figures belong to what was asked before. */
  stale?: boolean;
  failed: boolean;
  onRetry: () => void;
  className?: string;
  children: ReactNode;
}

/** A chart for eyes, and the same as a table for everybody. */
export function ChartCard({
  title,
  summary,
  columns,
  rows,
  waiting,
  stale = false,
  failed,
  onRetry,
  className = '',
  children,
}: ChartCardProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const { overview } = browseWords;
  return (
    <section
      aria-labelledby={id}
      aria-busy={waiting}
      className={`card relative flex min-w-0 flex-col p-3 max-sm:w-[82vw] max-sm:shrink-0 max-sm:snap-start ${className}`}
    >
      {/* Charts beside one another end on one line, however much is said over them. */}
      <div className="flex grow items-start gap-2">
        <div className="min-w-0 flex-1" data-stale={stale}>
          <h3 id={id} className="text-sm font-semibold">
            {title}
          </h3>
          <div className="min-h-5 text-xs text-muted tabular-nums">{summary}</div>
        </div>
        <TableButton title={title} pressed={asTable} onClick={() => setAsTable(!asTable)} />
      </div>
      <div className="mt-1 h-38" data-stale={stale}>
        {failed ? (
          <Failed onRetry={onRetry} />
        ) : rows.length === 0 ? (
          <p className="grid h-full place-items-center text-sm text-muted">
            {waiting ? overview.counting : overview.nothing}
          </p>
        ) : asTable ? (
          <Twin title={title} columns={columns} rows={rows} />
        ) : (
          children
        )}
      </div>
    </section>
  );
}

interface TableButtonProps {
  /** Of the chart. */
  title: string;
  pressed: boolean;
  onClick: () => void;
}

function TableButton({ title, pressed, onClick }: TableButtonProps) {
  const label = browseWords.overview.tableOf(title);
  return (
    <button
      type="button"
      className="icon-button aria-pressed:bg-hover aria-pressed:text-ink"
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Table className="size-4" aria-hidden="true" />
    </button>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const { overview } = browseWords;
  return (
    <p role="alert" className="text-sm">
      {overview.failed}{' '}
      <button type="button" className="link" onClick={onRetry}>
        {overview.retry}
      </button>
    </p>
  );
}

function Twin({ title, columns, rows }: { title: string; columns: string[]; rows: TwinRow[] }) {
  const [first, ...others] = columns;
  return (
    // Scrolls by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="h-full overflow-auto" tabIndex={0} aria-label={browseWords.overview.rowsOf(title)}>
      <table aria-label={title} className="w-full border-collapse text-xs">
        <thead>
          <tr className="sticky top-0 bg-raised text-muted">
            <th scope="col" className="py-0.5 font-normal">
              {first}
            </th>
            {others.map((name) => (
              <th key={name} scope="col" className="py-0.5 ps-2 text-end font-normal whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, values, choose }) => (
            <tr key={key} className="border-t border-line">
              {/* Takes what the figures leave: they are never cut. */}
              <th scope="row" title={name} className="w-full max-w-0 truncate font-normal">
                {choose ? (
                  <button type="button" className="link min-h-6 max-w-full truncate" onClick={choose}>
                    <bdi>{name}</bdi>
                  </button>
                ) : (
                  <bdi>{name}</bdi>
                )}
              </th>
              {values.map((value, index) => (
                <td key={others[index]} className="h-6 ps-2 text-end whitespace-nowrap tabular-nums">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
