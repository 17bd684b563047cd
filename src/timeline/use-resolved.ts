import { useEffect, useMemo, useState } from 'react';
import type { Problem } from '../core/model/problem';
import type { Timeline } from '../core/model/timeline';
import type { Built } from './input';
import { listen, together } from './listen';
import type { PipelineSource } from './pipeline-source';
import { createKeeper } from '../core/view/keep-equal';
import type { ParticipantTimelineProps } from './props';
import { useProblems } from './use-problems';
import { type Taken, useReading } from './use-reading';

const SECOND = 1000;

/** The clock, each second while it is asked for and the page is seen; nothing before the first tick. */
function useClock(wanted: boolean): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    if (!wanted) return undefined;
    const tick = () => {
      if (document.visibilityState === 'visible') setNow(Date.now());
    };
    tick();
    const timer = setInterval(tick, SECOND);
    return together(() => clearInterval(timer), listen(document, { visibilitychange: tick }));
  }, [wanted]);
  return wanted ? now : undefined;
}

/** A stream that says nothing for so long is told to be silent. */
const SILENT_MS = 60_000;

/** Since when nothing new came: what the data says of a conversation's first, then when the others did. */
function useSilence(taken: Taken | undefined, timeline: Timeline | undefined, clock: number | undefined) {
  const [last, setLast] = useState<{ taken: Taken; id: string; at: number }>();
  if (taken && timeline && last?.taken !== taken) {
    const { id, end } = timeline;
    // oxlint-disable-next-line react/purity -- what is shown as the time stands still while nobody looks
    setLast({ taken, id, at: last?.id === id ? Date.now() : end });
  }
  return last && clock !== undefined && clock - last.at > SILENT_MS ? last.at : undefined;
}

/** The timeline, and what was given for it. */
export interface Drawn {
  taken: Taken;
  timeline?: Timeline;
  /** Absent: not known yet, or nobody asks. */
  problems?: Problem[];
  /** Of one that should go on: the last that was heard of it, if that was a while ago. */
  silentSince?: number;
}

function useBuilt(taken: Taken | undefined, now: number | undefined): Built | undefined {
  const [keep] = useState(createKeeper<Timeline | undefined>);
  return useMemo(() => {
    if (!taken) return undefined;
    const { pipeline, reading } = taken;
    const { timeline, sketch }: Built = pipeline ? pipeline.build(reading, now) : reading;
    return { timeline: keep(timeline), sketch };
  }, [taken, now, keep]);
}

type Options = Pick<
  ParticipantTimelineProps,
  'conversation' | 'now' | 'live' | 'workerUrl' | 'createWorker'
> & {
  /** Somebody wants to hear of problems. */
  judged: boolean;
  source: PipelineSource;
};

/** The timeline of what the host gave; nothing as long as it is being read. */
export function useResolved({ conversation: input, now, live = false, judged, ...worker }: Options) {
  const taken = useReading(input, worker);
  const conversation = taken?.reading.conversation;
  // Of another conversation nobody knows whether it goes on before it is built.
  const [running, setRunning] = useState<string>();
  const clock = useClock(live && now === undefined && running !== undefined && running === conversation?.id);
  const built = useBuilt(taken, now ?? clock);
  const problems = useProblems({ taken, sketch: built?.sketch, wanted: judged });
  const timeline = built?.timeline;
  const goingOn = timeline?.live ? conversation?.id : undefined;
  // oxlint-disable-next-line react/set-state-in-effect -- only what was built can say whether it goes on
  useEffect(() => setRunning(goingOn), [goingOn]);
  const silentSince = useSilence(taken, timeline, clock);
  return useMemo(
    (): Drawn | undefined => taken && { taken, timeline, problems, silentSince },
    [taken, timeline, problems, silentSince],
  );
}
