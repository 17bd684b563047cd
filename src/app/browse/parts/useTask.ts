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

/** Runs one thing at a time and tells how it goes. Leaving the page breaks off what may be broken off. */
export function useTask(): [Task, (work: Work) => void] {
  const [task, setTask] = useState<Task>({ kind: 'idle' });
  const breakOff = useRef<() => void>(undefined);
  useEffect(() => () => breakOff.current?.(), []);

  async function start({ name, cancellable, run }: Work) {
    const control = new AbortController();
    const cancel = () => control.abort();
    breakOff.current = cancellable ? cancel : undefined;
    setTask({ kind: 'running', name, ...(cancellable ? { cancel } : {}) });
    const done = await run(control.signal).then(
      () => true,
      () => control.signal.aborted,
    );
    breakOff.current = undefined;
    setTask({ kind: done ? 'idle' : 'failed' });
  }
  return [task, (work) => void start(work)];
}
