import type { TotalName } from '../../core/index';
import { findMark } from '../../core/view/marks';
import type { Timeline } from '../../core/index';
import { nameOf } from '../../ui/speech';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { colourOf } from './colours';
import { type RowGroup, type StateTime } from './times';

interface TimesTableProps {
  timeline: Timeline;
  groups: readonly RowGroup[];
  selected: string | undefined;
  onSelect: (time: StateTime) => void;
}

/** What the chart shows, as a table; each time is a button that shows its segments. */
export function TimesTable({ timeline, groups, selected, onSelect }: TimesTableProps) {
  const withVendor = groups.some(({ times }) => times.some(({ vendor }) => vendor !== undefined));
  const mark = selected === undefined ? undefined : findMark(timeline, selected)?.id;
  return (
    <table aria-label={words.durations.label} className="mt-3 w-full border-collapse text-sm">
      <thead>
        <tr className="text-xs text-muted">
          <th scope="col" className="py-1 font-normal">
            {words.durations.state}
          </th>
          <th scope="col" className="py-1 text-end font-normal">
            {words.durations.time}
          </th>
          {withVendor && (
            <th scope="col" className="py-1 ps-3 text-end font-normal">
              {words.durations.vendor}
            </th>
          )}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          <tr>
            <th
              scope="rowgroup"
              colSpan={withVendor ? 3 : 2}
              className="border-t border-line pt-2 pb-0.5 font-semibold [overflow-wrap:anywhere]"
            >
              <bdi>{nameOfGroup(group)}</bdi>
            </th>
          </tr>
          {group.times.map((time) => (
            <TimeRow
              key={time.total}
              time={time}
              owner={nameOfGroup(group)}
              withVendor={withVendor}
              current={mark !== undefined && time.longest === mark}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function nameOfGroup({ lane }: RowGroup): string {
  return lane ? nameOf(lane) : words.durations.conversation;
}

interface TimeRowProps {
  time: StateTime;
  owner: string;
  withVendor: boolean;
  /** Its longest segment is the selected mark. */
  current: boolean;
  onSelect: (time: StateTime) => void;
}

function TimeRow({ time, owner, withVendor, current, onSelect }: TimeRowProps) {
  const format = useFormat();
  const { total, bound, vendor, beside, longest } = time;
  const name = words.durations.totals[total];
  const select = longest === undefined ? undefined : () => onSelect(time);
  return (
    // The button in the row does the same for keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr
      className={`${select ? 'cursor-pointer hover:bg-hover' : ''} ${current ? 'bg-accent-soft' : ''}`}
      onClick={select}
    >
      <th scope="row" className="py-0.5 font-normal">
        {select ? (
          <button
            type="button"
            aria-label={`${name}, ${owner}`}
            aria-pressed={current}
            className="inline-flex min-h-6 items-center gap-2 rounded text-start"
          >
            <Swatch total={total} />
            {name}
          </button>
        ) : (
          <span className="inline-flex min-h-6 items-center gap-2">
            <Swatch total={total} />
            {name}
          </span>
        )}
      </th>
      <td className="py-0.5 text-end whitespace-nowrap tabular-nums">
        {bound && <span className="me-1 text-xs text-muted">{words.figures[bound]}</span>}
        {format.compact(time.time, true)}
        <Allowed {...time} />
      </td>
      {withVendor && (
        <td
          className={`py-0.5 ps-3 text-end whitespace-nowrap tabular-nums ${beside === 'differs' ? 'text-warning' : 'text-muted'}`}
        >
          {vendor !== undefined && format.compact(vendor, true)}
          {beside && <span className="block text-xs">{words.durations.beside[beside]}</span>}
        </td>
      )}
    </tr>
  );
}

/** What the data allows for it, and whether that was kept. */
function Allowed({ limit, over }: Pick<StateTime, 'limit' | 'over'>) {
  const format = useFormat();
  if (limit === undefined && !over) return null;
  return (
    <span className={`block text-xs ${over ? 'text-warning' : 'text-muted'}`}>
      {limit !== undefined && words.durations.limit(format.compact(limit))}
      {/* What a call of its own allows is not the participant's. */}
      {limit !== undefined && over && ' · '}
      {over && words.durations.over}
    </span>
  );
}

function Swatch({ total }: { total: TotalName }) {
  const colour = total === 'handle' ? 'transparent' : colourOf(total);
  return (
    <span
      aria-hidden="true"
      className="size-2.5 shrink-0 rounded-sm forced-color-adjust-none"
      style={{ background: colour }}
    />
  );
}
