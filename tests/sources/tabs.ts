import type { Conversation } from '../../src/core/index';
import { Engine } from '../../src/sources/library/engine';
import { type Caller, createCaller } from '../../src/sources/library/caller';
import { type Between, Host, type Line, type Served } from '../../src/sources/library/host';
import { startEngine } from '../../src/sources/library/open';
import { type Parcel, parcelOf } from '../../src/sources/library/parcel';
import { lineOver } from '../../src/sources/library/port';
import { examine, workOut } from '../../src/sources/library/prepared';
import { type Sql, sqlOver } from '../../src/sources/library/sql';
import { breathe } from '../../src/sources/library/turns';
import type { FromHost, Info, ToHost } from '../../src/sources/library/wire';

const sqlite = await startEngine();
/** When the library is asked what has grown old. */
export const NOW = Date.UTC(2026, 10, 24);

/** What browsers give to tabs of one site: one file, one lock, one channel. */
export class Site {
  readonly sql: Sql = sqlOver(sqlite, new sqlite.oo1.DB(':memory:'));
  readonly opened: string[] = [];
  /** Called in each pause of a write. */
  whileWriting: () => void = () => undefined;
  private readonly tabs = new Map<string, { hear: (message: Between) => void; alive: boolean }>();
  private readonly queue: { name: string; work: () => Promise<void> }[] = [];
  private holder: string | undefined;
  private isWriting = false;

  /** `slice`: see the engine's. */
  constructor(private readonly slice?: number) {}

  tab(name: string, open?: (onChange: (info: Info) => void) => Promise<Engine>): Host {
    const tab: { hear: (message: Between) => void; alive: boolean } = { hear: () => undefined, alive: true };
    this.tabs.set(name, tab);
    return new Host({
      name,
      channel: {
        send: (message) => {
          if (!tab.alive) return;
          for (const [other, { hear }] of this.tabs) {
            if (other !== name) queueMicrotask(() => hear(structuredClone(message)));
          }
        },
        listen: (listener) => {
          tab.hear = (message) => {
            if (tab.alive) listener(message);
          };
        },
      },
      whenFree: (work) => {
        this.queue.push({ name, work });
        this.pass();
      },
      open:
        open ??
        (async (onChange) => {
          this.opened.push(name);
          return new Engine(this.seenBy(tab), {
            persistent: true,
            clock: () => NOW,
            slice: this.slice,
            onChange: (info) => {
              if (tab.alive) onChange(info);
            },
          });
        }),
    });
  }

  /** The tab is gone, from one moment to the next: nothing of it is heard again. */
  kill(name: string): void {
    const tab = this.tabs.get(name);
    if (tab) tab.alive = false;
    if (this.holder !== name) return;
    this.holder = undefined;
    if (this.isWriting) this.sql.run('ROLLBACK');
    this.isWriting = false;
    this.pass();
  }

  /** Who is gone writes no further. */
  private seenBy(tab: { alive: boolean }): Sql {
    const { sql } = this;
    const whileWriting = () => this.whileWriting();
    const write = (is: boolean) => {
      this.isWriting = is;
    };
    return {
      all: (text, bind) => sql.all(text, bind),
      run: (text, bind) => sql.run(text, bind),
      transaction: (work) => sql.transaction(work),
      *transactionOf(work) {
        if (!tab.alive) return;
        write(true);
        for (const _ of sql.transactionOf(work)) {
          whileWriting();
          yield;
          if (!tab.alive) return;
        }
        write(false);
      },
      close: () => sql.close(),
    };
  }

  private pass(): void {
    if (this.holder !== undefined) return;
    const next = this.queue.shift();
    if (!next) return;
    this.holder = next.name;
    void next.work();
  }
}

const ports: MessagePort[] = [];
export function closeLines(): void {
  for (const port of ports.splice(0)) port.close();
}

function over<In, Out>(port: MessagePort): Line<In, Out> {
  ports.push(port);
  return lineOver(port);
}

export function callerOf(host: Host, told: FromHost[] = []): Caller {
  return lineTo(host, { told: true }, (message) => told.push(message));
}

export function lineTo(host: Host, served: Served, onOther?: (message: FromHost) => void): Caller {
  const { port1, port2 } = new MessageChannel();
  host.serve(over<ToHost, FromHost>(port1), served);
  return createCaller(over<FromHost, ToHost>(port2), onOther);
}

/** More than enough for all that is under way, or would be written. */
export async function afterAWhile(): Promise<void> {
  for (let times = 0; times < 500; times++) await breathe();
}

export function parcel(conversations: readonly Conversation[]): Parcel {
  return parcelOf(conversations.map((one) => workOut(examine(one))));
}
