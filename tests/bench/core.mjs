/**
 * What the bench uses of the built package, written down here because the package need not be built when
 * types are checked.
 *
 * @typedef {{ tracks: { segments: unknown[] }[] }} Lane
 * @typedef {{ lanes: Lane[] }} Timeline
 * @typedef {{
 *   parseConversations: (input: string) => { conversations: object[], problems: { severity: string }[] },
 *   buildTimeline: (conversation: object) => Timeline,
 *   measure: (timeline: Timeline) => object,
 * }} Core
 */

/** @returns {Promise<Core>} */
export async function loadCore() {
  /** @type {string} */
  const name = 'participant-timeline/core';
  const core = await import(name);
  for (const needed of ['parseConversations', 'buildTimeline', 'measure']) {
    if (typeof core[needed] !== 'function') throw new Error(`${name} does not export ${needed}`);
  }
  return core;
}

/**
 * @param {Timeline} timeline
 */
export function segmentsOf(timeline) {
  let count = 0;
  for (const lane of timeline.lanes) {
    for (const track of lane.tracks) count += track.segments.length;
  }
  return count;
}
