import { BYTE_ORDER_MARK, toCsv } from '../../../core/export/csv';
import type { Facts, Named } from '../../../core/model/facts';
import { DEEDS, doersOf, marksOf } from '../../../sources/choices';
import { MEASURES } from '../state/browseState';

type Listed = Omit<Facts, 'text' | 'ids' | 'hours' | 'attributes' | 'preview'>;

function names(list: readonly Named[]): string {
  return list.map(({ id, name }) => name ?? id ?? '').join('; ');
}

function iso(instant: number | undefined): string {
  return instant === undefined ? '' : new Date(instant).toISOString();
}

const COLUMNS: readonly (readonly [name: string, value: (facts: Listed) => string])[] = [
  ['id', ({ id }) => id],
  ['title', ({ title }) => title],
  ['start', ({ start }) => iso(start)],
  ['end', ({ end }) => iso(end)],
  ['live', ({ live }) => String(live)],
  ['media', ({ media }) => media.join('; ')],
  ['direction', ({ direction }) => direction ?? ''],
  ['queues', ({ queues }) => names(queues)],
  ['users', ({ users }) => names(users)],
  ['teams', ({ teams }) => names(teams)],
  ['wrapUps', ({ wrapUps }) => names(wrapUps)],
  ...MEASURES.map((measure): [string, (facts: Listed) => string] => [
    measure,
    (facts) => String(facts[measure] ?? ''),
  ]),
  // `hold atMost; holds atLeast`: figures above that the truth lies on one side of.
  [
    'bounds',
    ({ bounds = {} }) =>
      Object.entries(bounds)
        .map((each) => each.join(' '))
        .join('; '),
  ],
  ['problems', ({ problems }) => problems.map(({ code }) => code).join('; ')],
  ['purposes', ({ purposes }) => purposes.join('; ')],
  ['cobrowseRoles', ({ cobrowseRoles }) => cobrowseRoles.join('; ')],
  ['flags', ({ flags }) => flags.join('; ')],
  ...DEEDS.map((deed): [string, (facts: Listed) => string] => [deed, (facts) => names(doersOf(facts, deed))]),
  ['marks', (facts) => marksOf(facts).join('; ')],
];

/** Times in ISO 8601, lengths in ms: for programs and for spreadsheets. */
export function csvHead(): string {
  return BYTE_ORDER_MARK + toCsv([COLUMNS.map(([name]) => name)]);
}

export function csvRow(facts: Listed): string {
  return toCsv([COLUMNS.map(([, value]) => value(facts))]);
}
