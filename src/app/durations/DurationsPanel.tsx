import type { SegmentType, Timeline } from '../../core/index';
import type { SegmentLook } from '../../core/model/look';
import type { Level } from '../parts/Heading';
import { useMore } from '../parts/useMore';
import type { Range } from '../../timeline/index';
import { dated } from '../../ui/format';
import { distinctNames } from '../../ui/distinct-names';
import { english } from '../../ui/words';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { Chart } from './Chart';
import { Counts } from './Counts';
import { TimesTable } from './TimesTable';
import { type StateTime, timesOfAll, typesOf } from './times';
import { Unplaced } from './Unplaced';

interface DurationsPanelProps {
  /** Of its headings. */
  level: Level;
  timeline: Timeline;
  /** Marked on the timeline: only what lies within counts. */
  range: Range | undefined;
  selected: string | undefined;
  highlighted: readonly SegmentLook[];
  onShow: (mark: string | undefined, types: SegmentType[]) => void;
  onWhole: () => void;
  onPointer: (pointer: string) => void;
}

/** Bars are costly to draw, and more of them say nothing more. */
const CHARTED = 12;
const PAGE = 50;

/** Time by state, for the conversation and each participant, as bars and as a table. */
export function DurationsPanel({ level, timeline, range, selected, ...props }: DurationsPanelProps) {
  const { highlighted, onShow, onWhole, onPointer } = props;
  const named = distinctNames(timeline, english);
  const { conversation, groups } = timesOfAll(named, range);
  const lanes = groups.slice(1);
  const charted = [...groups.slice(0, 1), ...busiest(lanes)];
  const { shown, rest, showMore } = useMore(lanes.length, PAGE);

  function onSelect({ total, longest }: StateTime) {
    const types = typesOf(total);
    // Once more: all stand out alike again.
    const again = longest === selected && types.every((type) => highlighted.includes(type));
    onShow(longest, again ? [] : types);
  }
  return (
    <>
      <Measured range={range} onWhole={onWhole} />
      {lanes.length === 0 && <p className="mt-3 text-sm">{words.durations.nothing}</p>}
      {lanes.length > 0 && (
        <>
          <Chart groups={charted} onSelect={onSelect} />
          <p className="text-xs text-muted print:hidden">
            {words.durations.chartHint} {lanes.length > CHARTED && words.durations.chartLimited(CHARTED)}
          </p>
          <TimesTable
            timeline={timeline}
            groups={groups.slice(0, shown + 1)}
            selected={selected}
            onSelect={onSelect}
          />
        </>
      )}
      {rest > 0 && (
        <button type="button" className="button mt-2" onClick={showMore}>
          {words.durations.more(rest)}
        </button>
      )}
      {/* They belong to the whole, and to no part of it. */}
      {!range && <Unplaced level={level} timeline={named} onPointer={onPointer} />}
      <Counts level={level} timeline={timeline} durations={conversation} range={range} />
    </>
  );
}

/** Of what the durations are: of all of it, or of what lies within the marked range. */
function Measured({ range, onWhole }: Pick<DurationsPanelProps, 'range' | 'onWhole'>) {
  const format = useFormat();
  const said = range ? dated(format, range) : format;
  return (
    <>
      <p className="text-sm text-muted">
        {range
          ? words.durations.range(said.exact(range.start), said.exact(range.end))
          : words.durations.whole}
      </p>
      {range && (
        <button type="button" className="button-small mt-1.5 print:hidden" onClick={onWhole}>
          {words.durations.wholeAgain}
        </button>
      )}
    </>
  );
}

/** In the order of the timeline; of many, those who spent the most time. */
function busiest<T extends { sum: number }>(groups: readonly T[]): readonly T[] {
  if (groups.length <= CHARTED) return groups;
  const chosen = new Set(groups.toSorted((one, other) => other.sum - one.sum).slice(0, CHARTED));
  return groups.filter((group) => chosen.has(group));
}
