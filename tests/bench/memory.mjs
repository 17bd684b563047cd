import { segmentsOf } from './core.mjs';

/** @import { Core, Timeline } from './core.mjs' */
/** @import { Workload } from './inputs.mjs' */

/**
 * Heap that timelines hold once everything else is gone.
 *
 * @typedef {{ segments: number, bytesPerSegment: number, share: number }} Memory
 * `share`: as a multiple of the JSON text's length.
 */

/** Heap in use after all garbage is gone; once is not enough for what weak references hold. */
function heapUsed() {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/**
 * @param {Core} core
 * @param {Workload} workload
 * @returns {Timeline[]}
 */
function build(core, { texts }) {
  return texts.flatMap((text) =>
    core.parseConversations(text).conversations.map((conversation) => core.buildTimeline(conversation)),
  );
}

/**
 * @param {Core} core
 * @param {Workload} workload
 * @returns {Memory}
 */
export function measureMemory(core, workload) {
  if (globalThis.gc === undefined) throw new Error('Node was not started with --expose-gc');
  // Strings that the engine shares between runs are made before the first look.
  build(core, { ...workload, texts: workload.texts.slice(0, 1) });
  const before = heapUsed();
  const timelines = build(core, workload);
  const held = heapUsed() - before;
  const segments = timelines.reduce((sum, timeline) => sum + segmentsOf(timeline), 0);
  const length = workload.texts.reduce((sum, text) => sum + text.length, 0);
  return { segments, bytesPerSegment: held / segments, share: held / length };
}
