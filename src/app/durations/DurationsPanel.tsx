import { useState } from 'react';
import { boundsOf } from '../../core/facts/bounds';
import type { ConversationDurations, SegmentType, Timeline } from '../../core/index';
import type { FigureBounds } from '../../core/model/facts';
import type { SegmentLook } from '../../core/model/look';
import { type Fact, FactList } from '../details/FactList';
import { Heading, type Level } from '../parts/Heading';
import type { Range } from '../../timeline/index';
import { dated } from '../../ui/format';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { Chart } from './Chart';
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
const { counts } = words.durations;

/** Time by state, for the conversation and each participant, as bars and as a table. */
export function DurationsPanel({ level, timeline, range, selected, ...props }: DurationsPanelProps) {
  const { highlighted, onShow, onWhole, onPointer } = props;
  const format = useFormat();
  const [shown, setShown] = useState(PAGE);
  const { conversation, groups } = timesOfAll(timeline, range);
  const lanes = groups.slice(1);
  const charted = [...groups.slice(0, 1), ...busiest(lanes)];
  const rest = Math.min(lanes.length - shown, PAGE);
  const said = range ? dated(format, range) : format;

  function onSelect({ total, longest }: StateTime) {
    const types = typesOf(total);
    // Once more: all stand out alike again.
    const again = longest === selected && types.every((type) => highlighted.includes(type));
    onShow(longest, again ? [] : types);
  }
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
        <button type="button" className="button mt-2" onClick={() => setShown(shown + PAGE)}>
          {words.durations.more(rest)}
        </button>
      )}
      {/* They belong to the whole, and to no part of it. */}
      {!range && <Unplaced level={level} timeline={timeline} onPointer={onPointer} />}
      <Heading level={level} className="section-title mt-6 border-t border-line pt-4">
        {counts.label}
      </Heading>
      <FactList
        facts={countsOf(conversation, boundsOf(conversation, timeline, range), {
          compact: (ms) => format.compact(ms, true),
          holdsAtLeast: isOfOneLook(timeline) ? counts.holdsAtLeast : counts.holdsByLength,
        })}
      />
    </>
  );
}

/** In the order of the timeline; of many, those who spent the most time. */
function busiest<T extends { sum: number }>(groups: readonly T[]): readonly T[] {
  if (groups.length <= CHARTED) return groups;
  const chosen = new Set(groups.toSorted((one, other) => other.sum - one.sum).slice(0, CHARTED));
  return groups.filter((group) => chosen.has(group));
}

/** Whether a leg's holds are known from a single look. */
function isOfOneLook({ lanes }: Timeline): boolean {
  return lanes.some(({ tracks }) => tracks.some(({ lastHoldOnly }) => lastHoldOnly));
}

function countsOf(
  durations: ConversationDurations,
  bounds: FigureBounds,
  { compact, holdsAtLeast }: { compact: (ms: number) => string; holdsAtLeast: (count: number) => string },
): Fact[] {
  const { duration, timeToAnswer, longestHold, holds, transfers, unanswered, cobrowse, controlled } =
    durations;
  const lengths: [name: string, length: number | undefined, bound?: 'atMost' | 'atLeast'][] = [
    [counts.duration, duration],
    [counts.timeToAnswer, timeToAnswer],
    [counts.longestHold, longestHold, bounds.longestHold],
    [counts.cobrowse, cobrowse || undefined, bounds.cobrowse],
    [counts.controlled, controlled || undefined, bounds.controlled],
  ];
  return [
    ...lengths.flatMap(([name, ms, bound]): Fact[] =>
      ms === undefined ? [] : [[name, bound ? `${words.figures[bound]} ${compact(ms)}` : compact(ms)]],
    ),
    [counts.holds, bounds.holds ? holdsAtLeast(holds) : String(holds)],
    [counts.transfers, String(transfers)],
    [counts.unanswered, String(unanswered)],
  ];
}
