import { lineOver } from '../../../sources/library/port';
import type { Served } from '../../../sources/library/host';
import type { Stored } from '../../../sources/library/stored';
import type { Connect, HangUp } from './engine.worker';

/** A line to the engine. */
export function connect(worker: Worker, served: Served): MessagePort {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ port: port2, ...served } satisfies Connect, [port2]);
  return port1;
}

/** Ends all lines of an import. What was stored over them; never, when the engine is gone. */
export function hungUp(worker: Worker, partyId: string): Promise<Stored> {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ port: port2, hangUp: partyId } satisfies HangUp, [port2]);
  return new Promise((resolve) => {
    lineOver<Stored, never>(port1).listen((stored) => {
      port1.close();
      resolve(stored);
    });
  });
}
