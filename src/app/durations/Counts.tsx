import { boundsOf } from '../../core/facts/bounds';
import type { ConversationDurations, Timeline } from '../../core/index';
import type { FigureBounds } from '../../core/model/facts';
import type { Range } from '../../timeline/index';
import { type Fact, FactList } from '../details/FactList';
import { Heading, type Level } from '../parts/Heading';
import { useFormat } from '../useFormat';
import { words } from '../words';

const { counts } = words.durations;

interface CountsProps {
  /** Of its heading. */
  level: Level;
  timeline: Timeline;
  durations: ConversationDurations;
  /** What they were measured in, where not the whole timeline. */
  range: Range | undefined;
}

/** What is no time by state: how many there were of something, and how long some things took. */
export function Counts({ level, timeline, durations, range }: CountsProps) {
  const format = useFormat();
  return (
    <>
      <Heading level={level} className="section-title mt-6 border-t border-line pt-4">
        {counts.label}
      </Heading>
      <FactList
        facts={countsOf(durations, boundsOf(durations, timeline, range), {
          compact: (ms) => format.compact(ms, true),
          holdsAtLeast: isOfOneLook(timeline) ? counts.holdsAtLeast : counts.holdsByLength,
        })}
      />
    </>
  );
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
