import type { Entry, Json } from '../model/field';
import { type Registry, TELEPHONE } from './registry';
import type { ReplacementKind, Treatment } from './treatments';

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
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const API_PATH = /^\/(platform\/)?api\/v\d+(\/[\w.-]+)+$/;
/** An id that is somebody's address, as some chat and voice providers have them. */
const PERSONAL_ID = /@|^(tel|sips?|mailto|https?):|^\+\d{5,}$/i;
const PERSONAL_KEY = new RegExp(`@|${TELEPHONE}`);
/** Numbers this long may be somebody's: a telephone, an account, a card. */
const LONG_NUMBER = 1_000_000;
const MEASURED = /((^|_)(ms|(time|date)(stamp)?)|[a-z\d](Ms|(Time|Date)(stamp)?))$/;

export function maskText(mask: Mask, treatment: Treatment, value: string): string {
  const { registry, options } = mask;
  // A queue may be named after a person, and an id be somebody's number.
  const taken = (kind: ReplacementKind, mayStay = false): string =>
    mayStay && !registry.isPersonal(value) ? value : registry.take(kind, value);
  if (treatment === 'keep') return value;
  if (treatment === 'party') return maskText(mask, mask.queues.has(value) ? 'queue' : 'name', value);
  if (treatment === 'data')
    return maskText(mask, UUID.test(value) ? 'id' : API_PATH.test(value) ? 'path' : 'text', value);
  if (treatment === 'path') return API_PATH.test(value) ? maskWithin(mask, value, '/') : taken('url');
  if (treatment === 'word') return taken('text', WORD.test(value));
  if (treatment === 'id') return taken('id', options.ids !== true && !PERSONAL_ID.test(value));
  const isOrganisation = treatment === 'queue' || treatment === 'setting';
  if (isOrganisation && options.ids === true && UUID.test(value)) return taken('id');
  return taken(treatment, isOrganisation && options.organisation !== true);
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
  const isPersonal = (PERSONAL_KEY.test(key) && !UUID.test(key)) || registry.isPersonal(key);
  return isPersonal ? registry.take('key', key) : key;
}

/** Others may have put a conversation under a key that names somebody. Names alone may be those of fields, too. */
export function maskPointer(mask: Mask, pointer: string): string {
  if (!PERSONAL_KEY.test(pointer)) return pointer;
  return pointer
    .split('/')
    .map((step) => maskKey(mask, step))
    .join('/');
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
  if (value === null) return null;
  if (typeof value === 'string') return maskText(mask, place.treatment, value);
  if (typeof value !== 'object') return maskPlain(mask, place, value);
  if (Array.isArray(value)) return value.map((item) => maskJson(mask, place, item));
  // Not by assignment, which a key like `__proto__` would turn into something else.
  return Object.fromEntries(Object.entries(value).map((entry) => maskEntry(mask, place.treatment, entry)));
}

function maskPlain({ registry }: Mask, { treatment, key }: Place, value: number | boolean): Json {
  const isAttribute = treatment === 'attribute';
  // Of false and true neither is a long number.
  const harmless = Math.abs(+value) < LONG_NUMBER || MEASURED.test(key);
  return harmless && !isAttribute ? value : registry.take(isAttribute ? treatment : 'text', String(value));
}
