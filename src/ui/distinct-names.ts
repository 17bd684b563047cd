import type { Lane, Timeline } from '../core/model/timeline';
import { type Words, wordFor } from './words';

/**
 * The timeline with what each is behind names that several have, as workflows and queues may be named after people:
 * lists and charts have no second line to say so.
 */
export function distinctNames(timeline: Timeline, words: Words): Timeline {
  const purposes = new Map<string, Set<string>>();
  for (const { label, purpose } of timeline.lanes)
    purposes.set(label, (purposes.get(label) ?? new Set()).add(purpose));
  const isShared = ({ label }: Lane): boolean => (purposes.get(label)?.size ?? 0) > 1;
  if (!timeline.lanes.some(isShared)) return timeline;
  const lanes = timeline.lanes.map((lane) =>
    isShared(lane) ? { ...lane, label: `${lane.label} · ${wordFor(words.purposes, lane.purpose)}` } : lane,
  );
  return { ...timeline, lanes };
}
