import { toCsv } from '../core/export/csv';
import type { TimelineEvent } from '../core/export/events';
import { eventWords } from '../ui/event-words';
import type { Words } from '../ui/words';

const HEAD = ['start', 'end', 'durationMs', 'participant', 'kind', 'what', 'certainty', 'detail', 'laneId'];

function iso(instant: number | undefined): string {
  return instant === undefined ? '' : new Date(instant).toISOString();
}

/** The Events table for programs and spreadsheets: times in ISO 8601 and UTC, lengths in ms, the rest in words. */
export function eventsCsv(events: readonly TimelineEvent[], words: Words): string {
  const rows = events.map((event) => {
    const { kind, what, certainty, detail } = eventWords(event, words);
    const { start, end, duration, participant, laneId } = event;
    return [
      iso(start),
      iso(end),
      duration === undefined ? '' : String(duration),
      participant,
      kind,
      what,
      certainty,
      detail,
      laneId,
    ];
  });
  return toCsv([HEAD, ...rows]);
}
