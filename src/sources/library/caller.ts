import { SourceError } from '../source';
import type { Line } from './host';
import type { Args, FromHost, Op, Ops, Result, ToHost } from './wire';

type Answer = Extract<FromHost, { type: 'answer' }>;

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** The library as seen from the other end of a line. All reject as a `ConversationSource` does. */
export interface Caller {
  call: <O extends Op>(op: O, args: Args<O>, signal?: AbortSignal) => Promise<Result<O>>;
  /** The line broke: nobody will answer any more. */
  end: () => void;
}

/** Whoever gave up waiting for it is there no more. */
function settle(waiting: Map<string, Waiting>, { id, outcome }: Answer): void {
  const known = waiting.get(id);
  waiting.delete(id);
  if (outcome.ok) known?.resolve(outcome.value);
  else known?.reject(new SourceError(outcome.kind));
}

/** `onOther` gets what is no answer. */
export function createCaller(
  line: Line<FromHost, ToHost>,
  onOther: (message: Exclude<FromHost, Answer>) => void = () => undefined,
): Caller {
  const waiting = new Map<string, Waiting>();
  let count = 0;
  let ended = false;

  line.listen((message) => {
    if (message.type === 'answer') settle(waiting, message);
    else onOther(message);
  });

  async function ask(op: Op, args: readonly unknown[], signal: AbortSignal | undefined): Promise<unknown> {
    const id = String((count += 1));
    const answered = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
    const abort = () => {
      line.send({ type: 'cancel', id });
      waiting.get(id)?.reject(signal?.reason);
      waiting.delete(id);
    };
    signal?.addEventListener('abort', abort, { once: true });
    line.send({ type: 'ask', id, op, args });
    try {
      return await answered;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  return {
    async call<O extends keyof Ops>(op: O, args: Args<O>, signal?: AbortSignal) {
      signal?.throwIfAborted();
      if (ended) throw new SourceError('unreachable');
      // Under this name the other end does just that.
      return (await ask(op, args, signal)) as Result<O>;
    },
    end() {
      ended = true;
      for (const { reject } of waiting.values()) reject(new SourceError('unreachable'));
      waiting.clear();
    },
  };
}
