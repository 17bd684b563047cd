import { assertNever } from '../model/assert-never';
import type { Entry, Json } from '../model/field';
import type { Registry } from './registry';
import type { Treatment } from './treatments';

export interface RedactOptions {
  /** Also replace ids, each by the same placeholder wherever something refers to it. */
  ids?: boolean | undefined;
  /** Also replace the names of queues, teams, skills, scripts, flows, forms and wrap-up codes. */
  organisation?: boolean | undefined;
  /** Tell the replaced values themselves in `Replacement.sample`. */
  preview?: boolean | undefined;
}

/** How texts are replaced: the values known so far, and what was asked for. */
export interface Mask {
  registry: Registry;
  options: RedactOptions;
  /** Names of queues, by which the names of lanes and of the ends of legs are told from people's. */
  queues: ReadonlySet<string>;
}

const WORD = /^\p{L}[\p{L}\d_.-]{0,63}$/u;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const API_PATH = /^\/(?:platform\/)?api\/v\d+(?:\/[\w.-]+)+$/;
/** An id that is somebody's address, as some chat and voice providers have them. */
const PERSONAL_ID = /@|^(?:tel|sips?|mailto|https?):|^\+\d{5,}$/i;
const PERSONAL_KEY = /@|\d{7,}/;
/** Numbers this long may be somebody's: a telephone, an account, a card. */
const LONG_NUMBER = 1_000_000;
const MEASURED = /(?:ms|time|date|timestamp)$/i;

export function maskText(mask: Mask, treatment: Treatment, value: string): string {
  const { registry, options } = mask;
  switch (treatment) {
    case 'keep':
      return value;
    case 'word':
      return WORD.test(value) ? value : registry.take('text', value);
    case 'path':
      return API_PATH.test(value) ? maskWithin(mask, value, '/') : registry.take('url', value);
    case 'id':
      return options.ids === true || PERSONAL_ID.test(value) ? registry.take('id', value) : value;
    case 'party':
      return maskText(mask, mask.queues.has(value) ? 'queue' : 'name', value);
    case 'data':
      return maskText(mask, UUID.test(value) ? 'id' : API_PATH.test(value) ? 'path' : 'text', value);
    case 'queue':
    case 'setting':
      // A queue may be named after a person.
      return options.organisation === true || registry.isPersonal(value)
        ? registry.take(treatment, value)
        : value;
    case 'name':
    case 'number':
    case 'address':
    case 'url':
    case 'note':
    case 'comment':
    case 'attribute':
    case 'text':
    case 'key':
      return registry.take(treatment, value);
    default:
      return assertNever(treatment);
  }
}

/** Replaces the ids within a path or a topic, where ids are asked to be replaced. */
export function maskWithin({ registry, options }: Mask, value: string, separator: string): string {
  if (options.ids !== true) return value;
  return value
    .split(separator)
    .map((step) => (UUID.test(step) || registry.isId(step) ? registry.take('id', step) : step))
    .join(separator);
}

function maskKey({ registry }: Mask, key: string): string {
  return PERSONAL_KEY.test(key) && !UUID.test(key) ? registry.take('key', key) : key;
}

/** Free keys and values: of attributes every value, else whatever could say something of a person. */
export function maskEntry(mask: Mask, treatment: Treatment, [key, value]: Entry): Entry {
  return [maskKey(mask, key), maskJson(mask, { treatment, key }, value)];
}

interface Place {
  treatment: Treatment;
  /** Name of the field in which the value stands, however deep in lists. */
  key: string;
}

/** A copy in which every text, and every number that may be somebody's, is replaced. */
export function maskJson(mask: Mask, place: Place, value: Json): Json {
  if (typeof value === 'string') return maskText(mask, place.treatment, value);
  if (typeof value === 'number') return maskNumber(mask, place, value);
  if (typeof value === 'boolean') {
    return place.treatment === 'attribute' ? mask.registry.take('attribute', String(value)) : value;
  }
  if (value === null) return null;
  if (Array.isArray(value)) return value.map((item) => maskJson(mask, place, item));
  // Not by assignment, which a key like `__proto__` would turn into something else.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      maskKey(mask, key),
      maskJson(mask, { treatment: place.treatment, key }, item),
    ]),
  );
}

function maskNumber({ registry }: Mask, { treatment, key }: Place, value: number): number | string {
  if (treatment === 'attribute') return registry.take('attribute', String(value));
  const harmless = Math.abs(value) < LONG_NUMBER || MEASURED.test(key);
  return harmless ? value : registry.take('text', String(value));
}
