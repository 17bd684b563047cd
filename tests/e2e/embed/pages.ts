import { page, SITE, STRICT } from './hosts';

/** With the client of the package. */
const CLIENT = `
import { connectTimelineFrame } from '/lib/frame.js';
window.connectTimelineFrame = connectTimelineFrame;
window.connected = connectTimelineFrame(document.querySelector('iframe'), { timeout: 8000 });`;

/** Without: as somebody writes it who has read the protocol. */
const BY_HAND = `
const iframe = document.querySelector('iframe');
window.heard = [];
addEventListener('message', ({ data, origin, source }) => {
  if (source === iframe.contentWindow) window.heard.push({ ...data, origin });
});
window.say = (message) => iframe.contentWindow.postMessage(
  { protocol: 'participant-timeline', version: 1, ...message }, '${SITE}');`;

/** A host knows its origin only when it is served, so pages that name it are made by script. */
const NAME = `document.querySelector('iframe').src = '${SITE}/embed?parentOrigin=' + encodeURIComponent(location.origin) + '&timeZone=UTC&locale=en-GB';`;

/** Scripts of host pages. */
export const SCRIPTS = {
  '/client.js': { body: CLIENT },
  '/by-hand.js': { body: BY_HAND },
  '/name.js': { body: NAME },
};

export const iframe = (address: string): string =>
  `<iframe title="Timeline" src="${SITE}${address}" width="900" height="300"></iframe>`;

/** Scripts run in the order in which they are given. */
const naming = (...scripts: string[]) =>
  page(
    `<main><h1>Host</h1><iframe title="Timeline" width="900" height="300"></iframe></main>${scripts
      .map((script) => `<script type="module" src="/${script}"></script>`)
      .join('')}`,
    STRICT,
  );

/** Pages that frame a timeline and tell it whom to trust; who listens by hand does so before there is anything to hear. */
export const FRAMING = {
  '/client': naming('name.js', 'client.js'),
  '/by-hand': naming('by-hand.js', 'name.js'),
};

/** What the scripts of the host pages leave on the page for the tests. */
declare global {
  interface Window {
    // As `participant-timeline/frame` gives it.
    connected: import('../../../src/embed/frame/frame').TimelineFrame;
    connectTimelineFrame: typeof import('../../../src/embed/frame/frame').connectTimelineFrame;
    heard: { type: string; id?: string; payload?: unknown; origin: string }[];
    say: (message: unknown) => void;
  }
}
