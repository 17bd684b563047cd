import type { SegmentType, Timeline } from '../../core/index';
import { nameOf } from '../../ui/speech';
import { english } from '../../ui/words';
import { Heading, type Level } from '../parts/Heading';
import { Place, Places } from '../parts/Places';
import { Pointer } from '../parts/Pointer';
import { Value } from '../parts/Value';
import { useFormat } from '../useFormat';
import { words } from '../words';
import { STATES, typeOf } from './times';

interface UnplacedProps {
  level: Level;
  timeline: Timeline;
  onPointer: (pointer: string) => void;
}

const LISTED = 30;

/** As the table calls it. */
function wordOf(type: SegmentType): string {
  const state = STATES.find((name) => typeOf(name) === type);
  return state ? words.durations.totals[state] : english.segments[type];
}

/** Lengths that the data states without saying where they lie, each a way to its place in the text. */
export function Unplaced({ level, timeline, onPointer }: UnplacedProps) {
  const format = useFormat();
  const { unplaced } = words.durations;
  const all = timeline.lanes.flatMap((lane) =>
    lane.tracks.flatMap(({ unplaced: lengths = [] }) =>
      lengths.flatMap(({ type, duration, evidence }) =>
        evidence.pointers.map((pointer) => ({ type, duration, lane, pointer })),
      ),
    ),
  );
  if (all.length === 0) return null;
  return (
    <>
      <Heading level={level} className="section-title mt-6 border-t border-line pt-4">
        {unplaced.label}
      </Heading>
      <p className="mt-1.5 text-sm text-muted">{unplaced.lead}</p>
      <Places label={unplaced.label}>
        {all.slice(0, LISTED).map(({ type, duration, lane, pointer }, index) => (
          // Two legs of one participant may state the same.
          <Place key={`${index} ${lane.id}`} pointer={pointer} onPointer={onPointer}>
            <span className="flex gap-2 text-sm text-ink">
              <span className="min-w-0 grow">
                <Value>{unplaced.of(wordOf(type), nameOf(lane))}</Value>
              </span>
              <span className="tabular-nums">{format.compact(duration, true)}</span>
            </span>
            <span className="block font-mono">
              <Pointer text={pointer} />
            </span>
          </Place>
        ))}
      </Places>
      {all.length > LISTED && <p className="mt-1 text-sm text-muted">{unplaced.more(all.length - LISTED)}</p>}
    </>
  );
}
