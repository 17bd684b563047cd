import type { Choice, Sort } from '../../../sources/source';
import { type BrowseState, CHOICES, isSortKey, MEASURES, NOTHING_CHOSEN, PERIODS } from './browseState';
import { isPublic } from './publicValues';
import { sourceNameFrom, VERSION } from './sourceName';

/**
 * What is chosen, in two halves: the query of the address (`?v=1&media=call&hold=60000-&sort=-hold`) carries
 * ids, times and words from fixed lists; `Private` goes into the tab's history state. Only what differs from
 * the default is written, and what can't be read is left out.
 */
/** What fields of a date can show, in any zone. */
const FIRST = Date.parse('0001-01-02T00:00Z');
const LAST = Date.parse('9999-12-30T00:00Z');
/** Servers refuse addresses of some thousand characters; what is beyond goes the private way. */
const MOST_VALUES = 20;

export interface Private {
  text?: string;
  attributes?: { name: string; value: string }[];
  choices?: { [choice in Choice]?: string[] };
}

export function toQuery(state: BrowseState): string {
  const query = new URLSearchParams();
  const { source, period, time, choices, ranges, sort } = state;
  if (source !== 'library') query.set('source', source);
  if (period !== undefined) query.set('period', period);
  if (time?.from !== undefined) query.set('from', String(time.from));
  if (time?.to !== undefined) query.set('to', String(time.to));
  for (const choice of CHOICES) {
    for (const value of publicPart(choice, choices[choice])) query.append(choice, value);
  }
  for (const measure of MEASURES) {
    const { min, max } = ranges[measure] ?? {};
    if (min !== undefined || max !== undefined) query.set(measure, `${min ?? ''}-${max ?? ''}`);
  }
  if (sort.length > 0) query.set('sort', sort.map(sortText).join('.'));
  if (query.size === 0) return '';
  return new URLSearchParams([['v', VERSION], ...query]).toString();
}

function publicPart(choice: Choice, values: readonly string[] = []): string[] {
  return values.filter((value) => isPublic(choice, value)).slice(0, MOST_VALUES);
}

function sortText({ by, descending }: Sort): string {
  return descending ? `-${by}` : by;
}

/** Nothing, if all of it is in the address. */
export function toPrivate({ text, attributes, choices }: BrowseState): Private | undefined {
  const hidden: Private = {};
  if (text !== '') hidden.text = text;
  if (attributes.length > 0) hidden.attributes = attributes;
  for (const choice of CHOICES) {
    const shown = new Set(publicPart(choice, choices[choice]));
    const rest = (choices[choice] ?? []).filter((value) => !shown.has(value));
    if (rest.length > 0) hidden.choices = { ...hidden.choices, [choice]: rest };
  }
  return Object.keys(hidden).length > 0 ? hidden : undefined;
}

export function fromAddress(search: string, state: unknown): BrowseState {
  const hidden = privateFrom(state);
  const query = new URLSearchParams(search);
  const known = query.get('v') === VERSION ? fromQuery(query) : NOTHING_CHOSEN;
  const choices: BrowseState['choices'] = {};
  for (const choice of CHOICES) {
    const values = [...(known.choices[choice] ?? []), ...(hidden.choices?.[choice] ?? [])];
    if (values.length > 0) choices[choice] = [...new Set(values)];
  }
  return { ...known, choices, text: hidden.text ?? '', attributes: hidden.attributes ?? [] };
}

function fromQuery(query: URLSearchParams): BrowseState {
  const state: BrowseState = {
    ...NOTHING_CHOSEN,
    source: sourceNameFrom(query),
    choices: {},
    ranges: {},
    sort: sortFrom(query.get('sort')),
  };
  const period = PERIODS.find((name) => name === query.get('period'));
  const from = instantFrom(query.get('from'));
  const to = instantFrom(query.get('to'));
  if (period !== undefined) state.period = period;
  else if (from !== undefined || to !== undefined) {
    state.time = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }
  for (const choice of CHOICES) {
    const values = query.getAll(choice).filter((value) => isPublic(choice, value));
    if (values.length > 0) state.choices[choice] = values;
  }
  for (const measure of MEASURES) {
    const range = rangeFrom(query.get(measure));
    if (range) state.ranges[measure] = range;
  }
  return state;
}

function instantFrom(text: string | null): number | undefined {
  if (text === null || !/^-?\d{1,16}$/.test(text)) return undefined;
  const instant = Number(text);
  return instant >= FIRST && instant <= LAST ? instant : undefined;
}

function rangeFrom(text: string | null): { min?: number; max?: number } | undefined {
  const [, min = '', max = ''] = /^(\d{0,15})-(\d{0,15})$/.exec(text ?? '') ?? [];
  if (min === '' && max === '') return undefined;
  return { ...(min === '' ? {} : { min: Number(min) }), ...(max === '' ? {} : { max: Number(max) }) };
}

function sortFrom(text: string | null): Sort[] {
  const sort: Sort[] = [];
  for (const part of text?.split('.') ?? []) {
    const by = part.replace(/^-/, '');
    if (!isSortKey(by) || sort.some((other) => other.by === by)) continue;
    sort.push(part.startsWith('-') ? { by, descending: true } : { by });
  }
  return sort;
}

export function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** History state is kept over releases, and anything may have put something there. */
export function privateFrom(state: unknown): Private {
  if (!isObject(state)) return {};
  const found: Private = {};
  if (typeof state.text === 'string') found.text = state.text;
  const attributes = Array.isArray(state.attributes) ? state.attributes.flatMap(attributeFrom) : [];
  if (attributes.length > 0) found.attributes = attributes;
  if (isObject(state.choices)) {
    found.choices = {};
    for (const choice of CHOICES) {
      const values = texts(state.choices[choice]);
      if (values.length > 0) found.choices[choice] = values;
    }
  }
  return found;
}

function attributeFrom(value: unknown): { name: string; value: string }[] {
  if (!isObject(value) || typeof value.name !== 'string' || typeof value.value !== 'string') return [];
  return [{ name: value.name, value: value.value }];
}
