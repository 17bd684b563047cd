import type { WorkerLine } from './inWorker';
import type { ParseReport } from './messages';
// The module is made by Vite: the address of the built worker.
// oxlint-disable-next-line import/default
import workerUrl from './parse.worker?worker&url';

/** The part of Trusted Types in use; TypeScript's DOM types have none of it. */
interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string };
}
declare global {
  var trustedTypes: TrustedTypes | undefined;
}

const POLICY = 'participant-timeline-worker';

/**
 * Starts the worker under a page policy that demands Trusted Types: only the script that the build made, or
 * the dev server serves, ever gets through.
 *
 * @throws where the browser or the page's policy allows no worker
 */
export function spawnParseWorker(): WorkerLine {
  const policy = globalThis.trustedTypes?.createPolicy(POLICY, { createScriptURL: ownScript });
  // The policy gives a TrustedScriptURL, which these types take for a string.
  const worker = new Worker(policy ? policy.createScriptURL(workerUrl) : workerUrl, { type: 'module' });
  return {
    send: (request) => worker.postMessage(request, []),
    end: () => worker.terminate(),
    onReport(listener) {
      worker.addEventListener('message', ({ data }: MessageEvent<ParseReport>) => listener(data));
    },
    onBreak(listener) {
      worker.addEventListener('messageerror', listener);
      worker.addEventListener('error', (event) => {
        event.preventDefault(); // reported as the ending, not once more in the console
        listener();
      });
    },
  };
}

function ownScript(url: string): string {
  const { origin, pathname } = new URL(url, location.href);
  const folder = import.meta.env.DEV ? import.meta.env.BASE_URL : `${import.meta.env.BASE_URL}assets/`;
  if (origin === location.origin && pathname.startsWith(folder)) return url;
  throw new TypeError('Only scripts of this site run as workers');
}
