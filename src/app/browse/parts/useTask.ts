import { useEffect, useRef, useState } from 'react';

/** Something that takes its time, as far as there is to say of it. */
export type Task =
  | { kind: 'idle' }
  | { kind: 'running'; name: string; cancel?: () => void }
  | { kind: 'failed' };

interface Work {
  name: string;
  /** Whether it may be broken off: its signal is then heard. */
  cancellable: boolean;
  run: (signal: AbortSignal) => Promise<void>;
}

/** What is being done, and a way to have something done. */
export type Tasks = [Task, (work: Work) => void];

/** Runs one thing after the other and tells how it goes. Leaving the page breaks off what may be broken off. */
export function useTask(): Tasks {
  const [task, setTask] = useState<Task>({ kind: 'idle' });
  const last = useRef(Promise.resolve());
  const breakable = useRef(new Set<AbortController>());
  useEffect(() => {
    const { current: all } = breakable;
    return () => {
      for (const control of all) control.abort();
    };
  }, []);

  async function start({ name, cancellable, run }: Work, control: AbortController) {
    if (control.signal.aborted) return;
    setTask({ kind: 'running', name, ...(cancellable ? { cancel: () => control.abort() } : {}) });
    const done = await run(control.signal).then(
      () => true,
      () => control.signal.aborted,
    );
    breakable.current.delete(control);
    setTask({ kind: done ? 'idle' : 'failed' });
  }
  return [
    task,
    (work) => {
      const control = new AbortController();
      if (work.cancellable) breakable.current.add(control);
      last.current = last.current.then(() => start(work, control));
    },
  ];
}
