import type { TimelineEvent } from '../core/export/events';

/** What stands in the Events table and nowhere else, in one language; loaded with it. */
export interface TableWords {
  columns: {
    [column in
      | 'start'
      | 'end'
      | 'duration'
      | 'participant'
      | 'kind'
      | 'what'
      | 'certainty'
      | 'detail']: string;
  };
  kinds: { [kind in TimelineEvent['kind']]: string };
  filter: string;
  previousPage: string;
  nextPage: string;
  csv: string;
  none: string;
  all: string;
  sorted(column: string, down: boolean): string;
  shown(from: string, to: string, all: string): string;
}

export const englishTable: TableWords = {
  columns: {
    start: 'Start',
    end: 'End',
    duration: 'Duration',
    participant: 'Participant',
    kind: 'Kind',
    what: 'What',
    certainty: 'Certainty',
    detail: 'Detail',
  },
  kinds: { segment: 'Segment', milestone: 'Milestone', role: 'Role', link: 'Link', limit: 'Limit' },
  filter: 'Filter events',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  csv: 'Save as CSV',
  none: 'Nothing matches',
  all: 'Show all events',
  sorted: (column, down) => `Sorted by ${column.toLowerCase()}, ${down ? 'descending' : 'ascending'}`,
  shown: (from, to, all) => `${from} to ${to} of ${all}`,
};
