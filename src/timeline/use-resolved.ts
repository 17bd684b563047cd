import { useEffect, useMemo, useState } from 'react';
import { build, type Reading, type Resolved } from './input';
import { createKeeper } from '../core/view/keep-equal';
import type { ParticipantTimelineProps } from './props';
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
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [wanted]);
  return wanted ? now : undefined;
}

/** The timeline, and what was given for it. */
export interface Drawn extends Resolved {
  taken: Taken;
}

function useBuilt(reading: Reading | undefined, now: number | undefined): Resolved | undefined {
  const [keep] = useState(createKeeper<Resolved>);
  return useMemo(() => reading && keep(build(reading, now)), [reading, now, keep]);
}

type Options = Pick<ParticipantTimelineProps, 'conversation' | 'now' | 'live' | 'workerUrl' | 'createWorker'>;

/** The timeline of what the host gave; nothing as long as a worker reads it. */
export function useResolved({ conversation, now, live = false, ...worker }: Options): Drawn | undefined {
  const taken = useReading(conversation, worker);
  const reading = taken?.reading;
  const [running, setRunning] = useState(false);
  const clock = useClock(live && now === undefined && running);
  const resolved = useBuilt(reading, now ?? clock);
  const goesOn = Boolean(reading?.conversation && resolved?.timeline?.live);
  // oxlint-disable-next-line react/set-state-in-effect -- only what was built can say whether it goes on
  useEffect(() => setRunning(goesOn), [goesOn]);
  return useMemo(() => (taken && resolved ? { ...resolved, taken } : undefined), [taken, resolved]);
}
