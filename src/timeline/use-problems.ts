import { useContext, useEffect, useMemo, useState } from 'react';
import type { Problem } from '../core/model/problem';
import { createKeeper } from '../core/view/keep-equal';
import { HostContext, type Judge } from './host';
import type { Built, Reading } from './input';

/** Where the judge cannot be loaded, what was wrong with reading is still told. */
const silent: Judge = () => [];

async function loadJudge(): Promise<Judge> {
  try {
    return (await import('../core/timeline/problems')).problemsOf;
  } catch {
    return silent;
  }
}

/** Who judges: the one that the host has at hand, else one that is loaded, since to draw takes none. */
function useJudge(wanted: boolean): Judge | undefined {
  const present = useContext(HostContext)?.judge;
  const [loaded, setLoaded] = useState<Judge>();
  const missing = wanted && !present && !loaded;
  useEffect(() => {
    if (!missing) return undefined;
    let here = true;
    const bring = async () => {
      const judge = await loadJudge();
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
  reading: Reading | undefined;
  sketch: Built['sketch'];
  /** Somebody listens. */
  wanted: boolean;
}

/** Problems of reading, then those of meaning; nothing until both are known, and where nobody listens. */
export function useProblems({ reading, sketch, wanted }: Options): Problem[] | undefined {
  const judge = useJudge(wanted && sketch !== undefined);
  const [keep] = useState(createKeeper<Problem[]>);
  return useMemo(() => {
    if (!reading || !wanted) return undefined;
    if (!sketch) return keep(reading.problems);
    return judge && keep([...reading.problems, ...judge(sketch.lanes, sketch.context)]);
  }, [reading, sketch, judge, wanted, keep]);
}
