/** @import { Core } from './core.mjs' */
/** @import { Workload } from './inputs.mjs' */

/**
 * How long a step took, in ms: of all cores, and by the clock on the wall.
 *
 * @typedef {{ cpu: number, wall: number }} Took
 */

/**
 * One round, each step with the ones before it.
 *
 * @typedef {{ json: Took, parse: Took, build: Took, measure: Took }} Round
 */

/**
 * The medians of a workload: `json` in CPU ms, the others as multiples of it; `waited` is the total by the clock on
 * the wall, as a multiple of what `JSON.parse` takes by it.
 *
 * @typedef {{
 *   conversations: number, json: number, parse: number, build: number, total: number, waited: number, measure: number
 * }} Speed
 */

/**
 * CPU time, for the clock on the wall also counts what else the machine does meanwhile; on the other hand it leaves out
 * what the collector does on another core, for which nobody waits. No collection is forced
 * between steps: it would throw away code compiled for objects of which none is left, as no page does, and leave
 * the next step to pay for it. Each step pays for the garbage that it makes, as it does in use.
 *
 * @param {() => void} work
 * @returns {Took}
 */
function timed(work) {
  const began = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, wall: performance.now() - began };
}

/**
 * One round: the baseline and ours, one after the other, so that both see the same machine. No step keeps
 * its results: what is kept is the bench of memory's to say.
 *
 * @param {Core} core
 * @param {Workload} workload
 * @returns {{ round: Round, conversations: number }}
 */
function runRound(core, { texts, lines }) {
  let conversations = 0;
  /** @param {(conversation: object) => void} visit */
  const read = (visit) => {
    for (const text of texts)
      for (const conversation of core.parseConversations(text).conversations) visit(conversation);
  };
  const json = timed(() => {
    // `JSON.parse` alone on the same texts: what nobody can do without.
    for (const text of texts) for (const document of lines ? text.split('\n') : [text]) JSON.parse(document);
  });
  const parse = timed(() =>
    read(() => {
      conversations += 1;
    }),
  );
  const build = timed(() => read((conversation) => core.buildTimeline(conversation)));
  const measure = timed(() => read((conversation) => core.measure(core.buildTimeline(conversation))));
  return { round: { json, parse, build, measure }, conversations };
}

/**
 * @param {number[]} values
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/**
 * Runs a workload several times over and takes the median of each ratio: a slow moment of the machine then falls
 * on both sides of one of them. The first round warms up.
 *
 * @param {Core} core
 * @param {Workload} workload
 * @param {number} count of rounds
 * @returns {Speed}
 */
export function measureSpeed(core, workload, count) {
  let conversations = 0;
  /** @type {Round[]} */
  const rounds = [];
  for (let turn = 0; turn <= count; turn++) {
    const done = runRound(core, workload);
    conversations = done.conversations;
    if (turn > 0) rounds.push(done.round);
  }
  return {
    conversations,
    json: median(rounds.map(({ json }) => json.cpu)),
    parse: median(rounds.map(({ json, parse }) => parse.cpu / json.cpu)),
    build: median(rounds.map(({ json, parse, build }) => (build.cpu - parse.cpu) / json.cpu)),
    total: median(rounds.map(({ json, build }) => build.cpu / json.cpu)),
    waited: median(rounds.map(({ json, build }) => build.wall / json.wall)),
    measure: median(rounds.map(({ json, build, measure }) => (measure.cpu - build.cpu) / json.cpu)),
  };
}
