import type { TimelineEvent } from '../core/export/events';
import type { Format } from './format';
import { tieCertainty } from './speech';
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

/** What the picture shows by other marks than a colour comes before what the vendor says of it. */
function detailOf({ media, segment, inError, detail }: TimelineEvent, words: Words): string {
  const parts = [
    media && wordFor(words.media, media),
    segment?.unanswered && words.unanswered,
    segment?.overrunFrom !== undefined && words.overrun,
    inError && words.inError,
    detail,
  ];
  return visible(parts.filter(Boolean).join(' · '));
}

function certaintyOf({ kind, what, segment, certainty }: TimelineEvent, words: Words): string {
  if (certainty === undefined) return '';
  return kind === 'segment'
    ? words.certainties[segment?.unsure ?? certainty]
    : tieCertainty({ kind: kind === 'link' ? what : undefined, certainty }, words);
}

/** The words of a row of the table. */
export function eventWords(event: TimelineEvent, words: Words): Said {
  return {
    kind: englishTable.kinds[event.kind],
    what: whatOf(event, words),
    certainty: certaintyOf(event, words),
    detail: detailOf(event, words),
  };
}

export type SortKey = keyof TableWords['columns'];

export interface Language {
  format: Format;
  words: Words;
}

/** Sorted by a column, either way with what is empty in it last; rows alike in it stay in order of time. */
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
  return events.toSorted((one, other) => {
    const [a, b] = [text(one), text(other)];
    return Number(a === '') - Number(b === '') || sign * compare(a, b);
  });
}
