import { startOwnWorker } from '../../../workers/own';
// The modules are made by Vite: the addresses of the built workers.
// oxlint-disable-next-line import/default
import engineUrl from './engine.worker?worker&url';
// oxlint-disable-next-line import/default
import importUrl from './import.worker?worker&url';
// oxlint-disable-next-line import/default
import prepareUrl from './prepare.worker?worker&url';

/** All throw where the browser or the page's policy allows no worker. */
export function spawnEngine(): Worker {
  return startOwnWorker(engineUrl);
}

export function spawnImport(): Worker {
  return startOwnWorker(importUrl);
}

export function spawnPrepare(): Worker {
  return startOwnWorker(prepareUrl);
}
