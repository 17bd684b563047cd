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
 * Starts a worker under a page policy that demands Trusted Types: only a script that the build made, or the
 * dev server serves, ever gets through.
 *
 * @throws where the browser or the page's policy allows no worker
 */
export function startOwnWorker(url: string): Worker {
  const policy = globalThis.trustedTypes?.createPolicy(POLICY, { createScriptURL: ownScript });
  // The policy gives a TrustedScriptURL, which these types take for a string.
  return new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module' });
}

function ownScript(url: string): string {
  const { origin, pathname } = new URL(url, location.href);
  const folder = import.meta.env.DEV ? import.meta.env.BASE_URL : `${import.meta.env.BASE_URL}assets/`;
  if (origin === location.origin && pathname.startsWith(folder)) return url;
  throw new TypeError('Only scripts of this site run as workers');
}
