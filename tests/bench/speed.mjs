/** @import { Core } from './core.mjs' */
/** @import { Workload } from './inputs.mjs' */

/**
 * Milliseconds of one round.
 *
 * @typedef {{ json: number, parse: number, build: number, measure: number }} Round
 */

/**
 * The medians of a workload: `json` in ms, the others as multiples of it.
 *
 * @typedef {{
 *   conversations: number, json: number, parse: number, build: number, total: number, measure: number
 * }} Speed
 */

/**
 * `JSON.parse` alone on the same texts: what nobody can do without.
 *
 * @param {Workload} workload
 */
function baseline({ texts, lines }) {
  let kept = 0;
  for (const text of texts) {
    for (const document of lines ? text.split('\n') : [text]) {
      // Looked at, so that no engine may skip the work.
      if (typeof JSON.parse(document) === 'object') kept += 1;
    }
  }
  return kept;
}

/**
 * @template T
 * @param {() => T} work
 * @returns {[number, T]}
 */
function timed(work) {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

/** Garbage of one step is not to be paid for by the next. */
const collect = () => globalThis.gc?.();

/**
 * One round: the baseline and ours, one after the other, so that both see the same machine.
 *
 * @param {Core} core
 * @param {Workload} workload
 * @returns {{ round: Round, conversations: number }}
 */
function runRound(core, workload) {
  collect();
  const [json] = timed(() => baseline(workload));
  collect();
  const [parse, conversations] = timed(() =>
    workload.texts.flatMap((text) => core.parseConversations(text).conversations),
  );
  collect();
  const [build, timelines] = timed(() =>
    conversations.map((conversation) => core.buildTimeline(conversation)),
  );
  collect();
  const [measure] = timed(() => timelines.map((timeline) => core.measure(timeline)));
  return { round: { json, parse, build, measure }, conversations: conversations.length };
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
 * Runs all workloads in turn, several times over, and takes the median of each ratio: a slow moment of the
 * machine then falls on one round of one workload, on both sides of its ratio. The first round warms up.
 *
 * @param {Core} core
 * @param {Workload[]} workloads
 * @param {number} rounds
 * @returns {Map<string, Speed>}
 */
export function compareSpeed(core, workloads, rounds) {
  /** @type {Map<string, Round[]>} */
  const all = new Map(workloads.map(({ name }) => [name, []]));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (let turn = 0; turn <= rounds; turn++) {
    for (const workload of workloads) {
      const { round, conversations } = runRound(core, workload);
      if (turn > 0) all.get(workload.name)?.push(round);
      counts.set(workload.name, conversations);
    }
  }
  return new Map(
    [...all].map(([name, rounds]) => [
      name,
      {
        conversations: counts.get(name) ?? 0,
        json: median(rounds.map(({ json }) => json)),
        parse: median(rounds.map(({ json, parse }) => parse / json)),
        build: median(rounds.map(({ json, build }) => build / json)),
        total: median(rounds.map(({ json, parse, build }) => (parse + build) / json)),
        measure: median(rounds.map(({ json, measure }) => measure / json)),
      },
    ]),
  );
}
