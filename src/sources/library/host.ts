import type { Engine } from './engine';
import { count, type Stored } from './stored';
import type { Answer, Ask, FromHost, Info, Outcome, Put, ToHost } from './wire';

/** The ends of a line: a worker's own, a port's, a channel's. */
export interface Line<In, Out> {
  send: (message: Out) => void;
  listen: (listener: (message: In) => void) => void;
}

/** Between the workers of all tabs. Keys begin with the name of the tab that asks. */
export type Between =
  | (Ask & { from: string })
  | { type: 'cancel'; id: string }
  | Answer
  | { type: 'info'; info: Info }
  /** A worker has opened the library: who still waits asks again. */
  | { type: 'opened' };

export interface HostOptions {
  /** Unlike that of any other tab. */
  name: string;
  channel: Line<Between, Between>;
  /** Calls back when no other tab has the library open; it is this tab's until the tab ends. */
  whenFree: (work: () => Promise<void>) => void;
  open: (onChange: (info: Info) => void) => Promise<Engine>;
}

interface Waiting {
  ask: Ask;
  answer: (outcome: Outcome) => void;
  /** Taken back; what has been done of it all the same is still to be heard. */
  isOver?: true;
}

/** Some lines that end together. */
interface Party {
  /** Of what was asked over them and is not answered. */
  keys: Set<string>;
  stored: Stored;
  /** So many deletions there had been. Known before the first answer over them. */
  began?: number;
}

export interface Served {
  /** Also says how the library is, whenever that changes. */
  told?: boolean;
  /** Of the party that the line belongs to. */
  partyId?: string;
}

/**
 * The library's worker of one tab. One connection at a time may have the files open, so one tab's worker has
 * it, and answers the others. When that tab ends, another takes over, and what was not answered is asked again.
 */
export class Host {
  private engine: Engine | undefined;
  private failed = false;
  private readonly waiting = new Map<string, Waiting>();
  private readonly callers = new Set<(message: FromHost) => void>();
  private readonly parties = new Map<string, Party>();
  private info: Info | undefined;
  private count = 0;

  constructor(private readonly options: HostOptions) {
    const { channel, whenFree } = options;
    channel.listen((message) => this.hear(message));
    whenFree(() => this.open());
    // Another tab may have it open.
    this.ask({ type: 'ask', id: '', op: 'info', args: [] }, (outcome) => {
      // The answer to `info` is one.
      if (outcome.ok) this.tell(outcome.value as Info);
    });
  }

  /** Serves whoever is at the other end. */
  serve(line: Line<ToHost, FromHost>, { told = false, partyId }: Served = {}): void {
    const keys = new Map<string, string>();
    const party = partyId === undefined ? undefined : this.partyOf(partyId);
    if (told) this.callers.add(line.send);
    if (told && this.info) line.send({ type: 'info', info: this.info });
    if (this.failed) line.send({ type: 'unusable', why: 'storage' });
    line.listen((message) => {
      // What was on its way when the party ended.
      if (partyId !== undefined && this.parties.get(partyId) !== party) return;
      if (message.type === 'cancel') {
        const key = keys.get(message.id);
        keys.delete(message.id);
        if (key !== undefined) this.cancel(key);
        return;
      }
      const { id, op, args } = message;
      const key = this.newKey();
      keys.set(id, key);
      party?.keys.add(key);
      const answer = (outcome: Outcome) => {
        keys.delete(id);
        party?.keys.delete(key);
        // Under this name the library answers just that.
        if (party && op === 'put' && outcome.ok) count(outcome.value as Put, party.stored);
        line.send({ type: 'answer', id, outcome });
      };
      const began = party && op === 'put' ? [party.began] : [];
      this.ask({ ...message, args: [...args, ...began] }, answer, key);
    });
  }

  /**
   * Nobody is at the other end of the lines of a party any more: nothing that came over them is begun, or written to its
   * end. Answers what was stored over them, when nothing more is.
   */
  async hangUp(partyId: string): Promise<Stored> {
    const { keys, stored } = this.partyOf(partyId);
    this.parties.delete(partyId);
    for (const key of keys) {
      const waiting = this.waiting.get(key);
      if (waiting) waiting.isOver = true;
      this.takeBack(key);
    }
    // Answered behind all of these.
    await new Promise((resolve) => this.ask({ type: 'ask', id: '', op: 'info', args: [] }, resolve));
    for (const key of keys) this.waiting.delete(key);
    return stored;
  }

  private partyOf(name: string): Party {
    const known = this.parties.get(name);
    if (known) return known;
    const party: Party = { keys: new Set(), stored: { added: 0, updated: 0 } };
    this.parties.set(name, party);
    this.ask({ type: 'ask', id: '', op: 'info', args: [] }, (outcome) => {
      // The answer to `info` is one.
      if (outcome.ok) party.began = (outcome.value as Info).deletions;
    });
    return party;
  }

  private async open(): Promise<void> {
    try {
      this.engine = await this.options.open((info) => {
        this.tell(info);
        this.options.channel.send({ type: 'info', info });
      });
    } catch {
      this.failed = true;
      for (const send of this.callers) send({ type: 'unusable', why: 'storage' });
      for (const { answer } of this.waiting.values()) answer({ ok: false, kind: 'broken' });
      this.waiting.clear();
      return;
    }
    for (const key of this.waiting.keys()) this.dispatch(key);
    this.options.channel.send({ type: 'opened' });
    // What fails of it waits for the next opening. Here the files are open, and stay this tab's.
    await this.engine.begin().catch(() => undefined);
  }

  private newKey(): string {
    return `${this.options.name} ${(this.count += 1)}`;
  }

  /** Answers at once where the library has failed. */
  private ask(ask: Ask, answer: Waiting['answer'], key = this.newKey()): void {
    if (this.failed) answer({ ok: false, kind: 'broken' });
    else {
      this.waiting.set(key, { ask, answer });
      this.dispatch(key);
    }
  }

  private dispatch(key: string): void {
    const waiting = this.waiting.get(key);
    if (!waiting || waiting.isOver) return;
    const { op, args } = waiting.ask;
    if (this.engine) this.engine.ask(key, { op, args, settle: (outcome) => this.settle(key, outcome) });
    else this.options.channel.send({ type: 'ask', from: this.options.name, id: key, op, args });
  }

  private cancel(key: string): void {
    this.waiting.delete(key);
    this.takeBack(key);
  }

  private takeBack(key: string): void {
    if (this.engine) this.engine.cancel(key);
    else this.options.channel.send({ type: 'cancel', id: key });
  }

  private settle(key: string, outcome: Outcome): void {
    const waiting = this.waiting.get(key);
    this.waiting.delete(key);
    waiting?.answer(outcome);
  }

  private tell(info: Info): void {
    this.info = info;
    for (const send of this.callers) send({ type: 'info', info });
  }

  private hear(message: Between): void {
    const { engine, options } = this;
    switch (message.type) {
      case 'ask': {
        const { id, op, args } = message;
        engine?.ask(id, {
          op,
          args,
          settle: (outcome) => options.channel.send({ type: 'answer', id, outcome }),
        });
        break;
      }
      case 'cancel':
        engine?.cancel(message.id);
        break;
      case 'answer':
        this.settle(message.id, message.outcome);
        break;
      case 'info':
        this.tell(message.info);
        break;
      case 'opened':
        for (const key of this.waiting.keys()) this.dispatch(key);
        break;
    }
  }
}
