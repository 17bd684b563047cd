import type { TimelineEvent } from '../core/export/events';
import type { Format } from './format';
import { englishTable, type TableWords } from './table-words';
import { visible } from './visible';
import { type Words, wordFor } from './words';

interface Said {
  kind: string;
  what: string;
  certainty: string;
  detail: string;
}

function whatOf({ kind, what }: TimelineEvent, words: Words): string {
  const catalogues: { [kind in TimelineEvent['kind']]: { readonly [key: string]: string } } = {
    segment: words.segments,
    milestone: words.milestones,
    role: words.roles,
    link: words.links,
    limit: words.limits,
  };
  return visible(wordFor(catalogues[kind], what));
}

/** The words of a row of the table. */
export function eventWords(event: TimelineEvent, words: Words): Said {
  return {
    kind: englishTable.kinds[event.kind],
    what: whatOf(event, words),
    certainty: event.certainty ? words.certainties[event.certainty] : '',
    detail: visible(
      event.media
        ? [wordFor(words.media, event.media), event.detail].filter(Boolean).join(' · ')
        : event.detail,
    ),
  };
}

export type SortKey = keyof TableWords['columns'];

interface Language {
  format: Format;
  words: Words;
}

/** Rows that contain every word of the filter, in any column. */
export function filteredEvents(
  events: readonly TimelineEvent[],
  filter: string,
  { format, words }: Language,
): readonly TimelineEvent[] {
  const needles = filter.toLocaleLowerCase(format.locale).split(/\s+/).filter(Boolean);
  if (needles.length === 0) return events;
  return events.filter((event) => {
    const said = eventWords(event, words);
    const text = [
      event.participant,
      said.kind,
      said.what,
      said.certainty,
      said.detail,
      format.exact(event.start),
    ];
    const hay = text.join(' ').toLocaleLowerCase(format.locale);
    return needles.every((needle) => hay.includes(needle));
  });
}

/** Sorted by a column; rows alike in it stay in order of time, and instants come after all that have a length. */
export function sortedEvents(
  events: readonly TimelineEvent[],
  { key, down }: { key: SortKey; down: boolean },
  { format, words }: Language,
): readonly TimelineEvent[] {
  if (key === 'start' && !down) return events;
  const sign = down ? -1 : 1;
  if (key === 'start' || key === 'end' || key === 'duration') {
    return events.toSorted((one, other) => {
      const [a, b] = [one[key], other[key]];
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      return sign * (a - b);
    });
  }
  const text = (event: TimelineEvent) =>
    key === 'participant' ? event.participant : eventWords(event, words)[key];
  const { compare } = new Intl.Collator(format.locale, { numeric: true });
  return events.toSorted((one, other) => sign * compare(text(one), text(other)));
}
