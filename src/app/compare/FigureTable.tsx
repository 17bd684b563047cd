import type { Timeline } from '../../core/index';
import { letterOf } from '../../core/compare/align';
import { isCounted } from '../../sources/distribution';
import type { Format } from '../../ui/format';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { browseWords } from '../words/browse';
import { type Compared, type FigureRow, figureRows } from './figures';

/** The figures side by side, each with its difference from the first. */
export function FigureTable({ timelines }: { timelines: readonly Timeline[] }) {
  const { compare } = browseWords;
  return (
    // Scrolls by keys as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="overflow-x-auto" tabIndex={0} aria-label={compare.figures}>
      <table aria-label={compare.figures} className="w-full max-w-3xl border-collapse text-sm">
        <thead>
          <tr className="text-xs text-muted">
            <th scope="col" className="py-1 font-normal">
              {compare.figure}
            </th>
            {timelines.map((timeline, index) => (
              <th key={timeline.id} scope="col" className="py-1 ps-4 text-end font-semibold text-ink">
                {letterOf(index)}
              </th>
            ))}
            {timelines.slice(1).map((timeline, index) => (
              <th key={timeline.id} scope="col" className="py-1 ps-4 text-end font-normal">
                {compare.difference(letterOf(index + 1))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figureRows(timelines).map((row) => (
            <Row key={row.measure} row={row} timelines={timelines} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, timelines }: { row: FigureRow; timelines: readonly Timeline[] }) {
  const { measure, values, bounds, differences } = row;
  const format = useFormat();
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1 font-normal">
        {browseWords.columns[measure]}
      </th>
      {values.map((value, index) => (
        <td key={timelines[index]?.id} className="py-1 ps-4 text-end whitespace-nowrap tabular-nums">
          {bounds[index] && <span className="me-1.5 text-xs text-muted">{words.figures[bounds[index]]}</span>}
          {valueText(measure, value, format)}
        </td>
      ))}
      {differences.slice(1).map((value, index) => (
        <td key={timelines[index + 1]?.id} className="py-1 ps-4 text-end text-muted tabular-nums">
          {differenceText(measure, value, format)}
        </td>
      ))}
    </tr>
  );
}

function valueText(measure: Compared, value: number | undefined, format: Format): string {
  if (value === undefined) return '–';
  return isCounted(measure) ? format.count(value) : format.compact(value);
}

function differenceText(measure: Compared, value: number | undefined, format: Format): string {
  if (value === undefined) return '';
  if (value === 0) return '±0';
  return `${value > 0 ? '+' : '−'}${valueText(measure, Math.abs(value), format)}`;
}
