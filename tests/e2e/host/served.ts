import { readFileSync } from 'node:fs';
import { test } from '../watch';
import type { Props } from './page';
import { type Served, serveHost } from './serve';

export const call: unknown = JSON.parse(readFileSync('public/samples/billing-call-cobrowse.json', 'utf8'));
export const usual: Props = { conversation: call, timeZone: 'UTC', locale: 'en-GB' };

/** A host for all tests of a file; answers where it is, once it is served. */
export function servedHost(): () => string {
  let served: Served | undefined;
  test.beforeAll(async () => {
    served = await serveHost();
  });
  test.afterAll(() => served?.close());
  return () => served?.address ?? '';
}
