/** Lets others have their turn; rejects when what is worked out is no longer wanted. */
export type Turn = () => Promise<void>;

/**
 * What is answered at once, what changes the library piece by piece, what changes it in one piece, in the middle of which
 * nobody may look, and what may take long, over many conversations.
 */
export type Kind = 'look' | 'write' | 'put' | 'figure';

const WRITES: ReadonlySet<Kind> = new Set(['write', 'put']);

interface Task<Outcome> {
  kind: Kind;
  /** Never fails: what goes wrong is an outcome, too. */
  run: (turn: Turn) => Promise<Outcome>;
  settle: (outcome: Outcome) => void;
}

/** Whoever asked no longer waits for the answer. */
class Unwanted extends Error {}

/** It rests for at most so many turns of others. */
const MOST_BREATHS = 200;

/** Lets waiting messages in. A timer would do the same, but browsers make repeated timers wait for 4 ms. */
export async function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  await new Promise((resolve) => {
    port1.addEventListener('message', resolve, { once: true });
    port1.start();
    port2.postMessage(null);
  });
  port1.close();
}

/**
 * Questions are answered one at a time, each in a turn of its own, so that one that is no longer wanted is dropped
 * before its turn. Lists and documents go first. Writes and figures take turns, and figures let lists, and a write, in
 * while they are worked out, as lists are while many are deleted: neither does a chart over a million keep a page
 * waiting, nor do charts that are asked for again and again keep an import from going on, nor does an import that always
 * has something to write keep a page from being told how much there is.
 */
export class Turns<Outcome> {
  private readonly tasks = new Map<string, Task<Outcome>>();
  private running = false;
  /** What is being put, and whether it is still wanted. */
  private putting: { key: string; wanted: boolean } | undefined;

  ask(key: string, task: Task<Outcome>): void {
    this.tasks.set(key, task);
    if (!this.running) void this.work();
  }

  cancel(key: string): void {
    this.tasks.delete(key);
    if (this.putting?.key === key) this.putting.wanted = false;
  }

  /** Until what was asked for is answered; not for ever, as an import asks without end. Never in the middle of a put. */
  async rest(): Promise<void> {
    let breaths = 0;
    do await breathe();
    while (this.putting || (this.running && ++breaths < MOST_BREATHS));
  }

  private async work(): Promise<void> {
    this.running = true;
    let wrote = false;
    for (;;) {
      // Whatever was asked or taken back meanwhile comes in first.
      await breathe();
      const [key, task] = this.next(wrote);
      if (key === undefined || !task) break;
      wrote = WRITES.has(task.kind);
      await this.answer(key, task);
    }
    this.running = false;
  }

  private async answer(key: string, task: Task<Outcome>): Promise<void> {
    if (task.kind !== 'figure') {
      this.tasks.delete(key);
      task.settle(await this.outcome(key, task));
      return;
    }
    const figures = task.run(async () => {
      await this.letIn();
      if (!this.tasks.has(key)) throw new Unwanted();
    });
    task.settle(await figures);
    this.tasks.delete(key);
  }

  private async outcome(key: string, { kind, run }: Task<Outcome>): Promise<Outcome> {
    if (kind !== 'put') return run(kind === 'write' ? () => this.letLook() : breathe);
    const putting = { key, wanted: true };
    this.putting = putting;
    const outcome = await run(async () => {
      await breathe();
      if (!putting.wanted) throw new Unwanted();
    });
    this.putting = undefined;
    return outcome;
  }

  /** Answers all that waits and is no figure, but of writes only one. */
  private async letIn(): Promise<void> {
    for (;;) {
      await breathe();
      const [key, task] = this.next(false);
      if (key === undefined || !task || task.kind === 'figure') return;
      await this.answer(key, task);
      if (WRITES.has(task.kind)) return;
    }
  }

  /** Answers what only looks and waits by now: what comes meanwhile has its turn behind the next step of a write. */
  private async letLook(): Promise<void> {
    await breathe();
    for (const [key, task] of Array.from(this.tasks)) if (task.kind === 'look') await this.answer(key, task);
  }

  /** `wrote`: the last one was a write. */
  private next(wrote: boolean): [string, Task<Outcome>] | [] {
    const all = [...this.tasks];
    const order: Kind[] = wrote ? ['look', 'figure', 'write', 'put'] : ['look', 'write', 'put', 'figure'];
    for (const kind of order) {
      const found = all.find(([, task]) => task.kind === kind);
      if (found) return found;
    }
    return [];
  }
}
