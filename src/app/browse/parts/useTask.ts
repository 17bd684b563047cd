import { useCallback, useEffect, useRef, useState } from 'react';

/** Something that takes its time, as far as there is to say of it. */
export type Task =
  | { kind: 'idle'; note?: string | undefined }
  | { kind: 'running'; name: string; done?: number; total?: number | undefined; cancel?: () => void }
  | { kind: 'failed' };

interface Work {
  name: string;
  /** Of whatever it tells how many are done, how many there are in all. */
  total?: number | undefined;
  /** Whether it may be broken off: its signal is then heard. */
  cancellable: boolean;
  /** May tell how many of whatever it does are done, and note what has to be known of it afterwards. */
  run: (signal: AbortSignal, tell: (done: number) => void, note: (text: string) => void) => Promise<void>;
}

/** What is being done, a way to have something done, and one to forget what came of it, once that was seen. */
export type Tasks = [Task, (work: Work) => void, forget: () => void];

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

  const forget = useCallback(() => setTask((now) => (now.kind === 'running' ? now : { kind: 'idle' })), []);

  async function start({ name, total, cancellable, run }: Work, control: AbortController) {
    if (control.signal.aborted) return;
    const running: Task = {
      kind: 'running',
      name,
      total,
      ...(cancellable ? { cancel: () => control.abort() } : {}),
    };
    setTask(running);
    let note: string | undefined;
    const tell = (count: number) => setTask({ ...running, done: count });
    const done = await run(control.signal, tell, (text) => {
      note = text;
    }).then(
      () => true,
      () => control.signal.aborted,
    );
    breakable.current.delete(control);
    setTask(done ? { kind: 'idle', note } : { kind: 'failed' });
  }
  return [
    task,
    (work) => {
      const control = new AbortController();
      if (work.cancellable) breakable.current.add(control);
      last.current = last.current.then(() => start(work, control));
    },
    forget,
  ];
}
