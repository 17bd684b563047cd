import type { TimelineEvent } from '../core/export/events';
import { folded, needlesOf } from '../core/view/folded';
import { eventWords, type Language } from '../ui/event-words';

/** Rows that contain every word of the filter, in any column. */
export function filteredEvents(
  events: readonly TimelineEvent[],
  filter: string,
  { format, words }: Language,
): readonly TimelineEvent[] {
  const needles = needlesOf(filter);
  if (needles.length === 0) return events;
  return events.filter((event) => {
    const said = eventWords(event, words);
    const { participant, start, end, duration } = event;
    const text = [participant, said.kind, said.what, said.certainty, said.detail, format.exact(start)];
    if (end !== undefined) text.push(format.exact(end));
    if (duration !== undefined) text.push(format.compact(duration, true));
    const hay = folded(text.join(' '));
    return needles.every((needle) => hay.includes(needle));
  });
}
