import { analyticsConversation, eventStream, restConversation } from '../fixtures/generate.mjs';

/**
 * One workload: texts that are parsed one by one. `lines` tells JSON Lines, which `JSON.parse` alone takes
 * line by line.
 *
 * @typedef {{ name: string, texts: string[], lines: boolean }} Workload
 */

const MEGABYTE = 1_000_000;
/** Different conversations, repeated with ids of their own: making 20 MB of them takes longer than reading them. */
const VARIETY = 64;

/**
 * @template T
 * @param {(seed: number) => T} make
 * @returns {T[]}
 */
const varied = (make) => Array.from({ length: VARIETY }, (_, seed) => make(seed + 1));

/**
 * As many texts as make up the size, no two with an id in common.
 *
 * @param {string[]} models one conversation each
 * @param {number} size in characters
 */
function textsOfSize(models, size) {
  const texts = [];
  for (let count = 0, length = 0; length < size; count++) {
    const text = withOwnIds(models[count % models.length] ?? '', Math.floor(count / models.length));
    texts.push(text);
    length += text.length;
  }
  return texts;
}

/**
 * The generator's ids are UUIDs; a copy gets the number of its round as their last digits.
 *
 * @param {string} text
 * @param {number} round
 */
function withOwnIds(text, round) {
  const tail = round.toString(16).padStart(4, '0');
  return round === 0 ? text : text.replace(/(-[\da-f]{8})[\da-f]{4}(?=["./])/g, `$1${tail}`);
}

/**
 * @param {unknown[]} events
 */
function jsonLines(events) {
  return events.map((event) => JSON.stringify(event)).join('\n');
}

/** How many workloads there are. */
export const WORKLOADS = 5;

/**
 * @param {number} megabytes size of each workload
 * @returns {Workload[]}
 */
export function workloads(megabytes) {
  const rest = varied(restConversation).map((one) => JSON.stringify(one));
  const analytics = varied(analyticsConversation).map((one) => JSON.stringify(one));
  const streams = varied(eventStream).map(jsonLines);
  /** @type {(texts: string[]) => string[]} */
  const listing = (texts) => [`{"conversations":[${texts.join(',')}]}`];
  // All of one size, or the small ones would tell how fast the engine warms up.
  const size = megabytes * MEGABYTE;
  return [
    { name: 'REST, one listing', texts: listing(textsOfSize(rest, size)), lines: false },
    { name: 'REST, one text each', texts: textsOfSize(rest, size), lines: false },
    { name: 'analytics, one listing', texts: listing(textsOfSize(analytics, size)), lines: false },
    { name: 'analytics, one text each', texts: textsOfSize(analytics, size), lines: false },
    { name: 'events, one stream each', texts: textsOfSize(streams, size), lines: true },
  ];
}
