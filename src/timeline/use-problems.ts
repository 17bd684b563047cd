import { useContext, useEffect, useMemo, useState } from 'react';
import type { Problem } from '../core/model/problem';
import { createKeeper } from '../core/view/keep-equal';
import { HostContext, type Judge } from './host';
import type { Built } from './input';
import type { Pipeline } from './pipeline-source';
import type { Taken } from './use-reading';

/** Where the judge cannot be loaded, what was wrong with reading is still told. */
const silent: Judge = () => [];

async function bringJudge({ loadJudge }: Pipeline): Promise<Judge> {
  try {
    return (await loadJudge()).problemsOf;
  } catch {
    return silent;
  }
}

/** Who judges: the one that the host has at hand, else one that is loaded, since to draw takes none. */
function useJudge(pipeline: Pipeline | undefined): Judge | undefined {
  const present = useContext(HostContext)?.judge;
  const [loaded, setLoaded] = useState<Judge>();
  const missing = present || loaded ? undefined : pipeline;
  useEffect(() => {
    if (!missing) return undefined;
    let here = true;
    const bring = async () => {
      const judge = await bringJudge(missing);
      if (here) setLoaded(() => judge);
    };
    void bring();
    return () => {
      here = false;
    };
  }, [missing]);
  return present ?? loaded;
}

interface Options {
  taken: Taken | undefined;
  sketch: Built['sketch'];
  /** Somebody listens. */
  wanted: boolean;
}

/** Problems of reading, then those of meaning; nothing until both are known, and where nobody listens. */
export function useProblems({ taken, sketch, wanted }: Options): Problem[] | undefined {
  const reading = taken?.reading;
  const judge = useJudge(wanted && sketch ? taken?.pipeline : undefined);
  const [keep] = useState(createKeeper<Problem[]>);
  return useMemo(() => {
    if (!reading || !wanted) return undefined;
    if (!sketch) return keep(reading.problems);
    return judge && keep([...reading.problems, ...judge(sketch.lanes, sketch.context)]);
  }, [reading, sketch, judge, wanted, keep]);
}
