/** What a click on the list's page or in a conversation asks for. */
const PARTS: readonly (() => Promise<unknown>)[] = [
  () => import('./Neighbours'),
  () => import('../panels/PanelArea'),
  () => import('../../timeline/EventsTable'),
  () => import('./overview/Overview'),
  () => import('../durations/DurationsPanel'),
  () => import('../pages/ComparePage'),
  () => import('../pages/AgentDayPage'),
];
/** Until the page has settled. */
const REST_MS = 1500;

function idle(): Promise<unknown> {
  // Safari has no such call.
  if (typeof requestIdleCallback !== 'function')
    return new Promise((resolve) => setTimeout(resolve, REST_MS));
  return new Promise((resolve) => requestIdleCallback(resolve));
}

async function fetchAll(signal: AbortSignal): Promise<void> {
  for (const part of PARTS) {
    await idle();
    if (signal.aborted) return;
    try {
      await part();
    } catch {
      return; // without a network there is no more to fetch
    }
  }
}

/**
 * Fetches it one by one while nothing else is to do: what is in the library then opens at once, and when the
 * network is gone as well. Answers how to stop.
 */
export function fetchAhead(): () => void {
  const stop = new AbortController();
  const timer = setTimeout(() => void fetchAll(stop.signal), REST_MS);
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
