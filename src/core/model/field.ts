import type { Instant } from './time';

/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A key and its value. Keys come from strangers (`__proto__`), so they never become property names. */
export type Entry<V = Json> = [key: string, value: V];

/** How one field is read: `Field<T>` yields a `T`, or leaves the value among the unknown fields. */
export type Field<T> =
  | {
      kind:
        | 'text'
        | 'word'
        | 'number'
        | 'boolean'
        | 'time'
        | 'epoch'
        | 'planned'
        | 'texts'
        | 'entries'
        | 'json'
        | 'apart';
      is?: T;
      plain?: Plain;
    }
  | { kind: 'model' | 'models'; of: Model; is?: T; plain?: undefined };

/** The type of which values, empty ones apart, need no reading. */
type Plain = 'string' | 'boolean';

/** The fields of one vendor model by their canonical name, and every spelling under which they come. */
export interface Model<F extends Fields = Fields> {
  fields: F;
  spellings: ReadonlyMap<string, Spelling>;
  /** Stands before the first key. */
  start: Spelling;
  /** What the last object that was read spelled differently: the next one mostly spells so, too. */
  renamed: Entry<string>[];
}

/** What a key of the input means. Of one shape, as reading looks at one for each key. */
export interface Spelling {
  name: string;
  key: string;
  field: Field<unknown>;
  /** The last step of a pointer to it. */
  step: string;
  /** The last steps of pointers to the items of it, as they are asked for. */
  items: string[];
  /** `[canonical, spelled]`, where these differ. */
  renamed: Entry<string> | undefined;
  /** Under the field's own name only. */
  plain: Plain | undefined;
  /** What came next when it was last read, which mostly comes again: quicker to ask than the table. */
  next: Spelling | undefined;
}

export type Fields = { readonly [name: string]: Field<unknown> };

/** What every object read from the input carries besides its fields. */
export interface Origin {
  /** JSON Pointer (RFC 6901) of the object in the input. */
  pointer: string;
  /** Fields that the input spells differently: `[canonical, spelled]`; of what stands elsewhere, the pointer to it. */
  spelled?: Entry<string>[];
  /** What the model does not know, or could not read as its type: kept verbatim, in order. */
  unknownFields?: Entry[];
}

type Value<F> = F extends { is?: infer T } ? T : never;

/** The typed object that reading a model yields. */
export type Of<M extends Model> = { -readonly [K in keyof M['fields']]?: Value<M['fields'][K]> } & Origin;

export const text: Field<string> = { kind: 'text', plain: 'string' };
/** An id, or a word with a meaning: one without letters names nobody and says nothing. */
export const word: Field<string> = { kind: 'word', plain: 'string' };
export const number: Field<number> = { kind: 'number' };
export const boolean: Field<boolean> = { kind: 'boolean', plain: 'boolean' };
/** An instant that has passed when the data was taken. */
export const time: Field<Instant> = { kind: 'time' };
/** An instant that has passed, as milliseconds since the epoch. */
export const epoch: Field<Instant> = { kind: 'epoch' };
/** An instant that may lie ahead when the data was taken; it does not move the default `now`. */
export const planned: Field<Instant> = { kind: 'planned' };
export const texts: Field<string[]> = { kind: 'texts' };
/** An object with free keys, kept as entries. */
export const entries: Field<Entry[]> = { kind: 'entries' };
/** Kept as it came. */
export const json: Field<Json> = { kind: 'json' };

/** Read by its own code, not by the table. */
export const apart: Field<never> = { kind: 'apart' };

export function one<M extends Model>(of: M): Field<Of<M>> {
  return { kind: 'model', of };
}

export function many<M extends Model>(of: M): Field<Of<M>[]> {
  return { kind: 'models', of };
}

/** `startAcwTime` also comes as `start_acw_time`: the vendor's Python client prints it so. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]+/g, (capitals) => `_${capitals.toLowerCase()}`);
}

const SPELLINGS = new Map<string, readonly string[]>();

/** A name as the vendor writes it, as its Python client does, and as warehouses do that know no capitals. */
export function spellingsOf(name: string): readonly string[] {
  let known = SPELLINGS.get(name);
  if (known === undefined) SPELLINGS.set(name, (known = [name, snakeCase(name), name.toLowerCase()]));
  return known;
}

/** A key for a field; there is one for all objects that spell it so. */
export function spelling(name: string, key: string, field: Field<unknown>): Spelling {
  // Frozen, as none of the objects that share it may change it for the others.
  const renamed = name === key ? undefined : (Object.freeze<Entry<string>>([name, key]) as Entry<string>);
  const plain = name === key ? field.plain : undefined;
  return { name, key, field, step: `/${key}`, items: [], renamed, plain, next: undefined };
}

export function modelOf<F extends Fields>(fields: F, spellings: Model['spellings']): Model<F> {
  return { fields, spellings, start: spelling('', '', apart), renamed: [] };
}

export function model<const F extends Fields>(
  fields: F,
  aliases: { readonly [spelling: string]: keyof F & string } = {},
): Model<F> {
  const spellings = new Map<string, Spelling>();
  const names: [string, string][] = [
    ...Object.keys(fields).map((name): [string, string] => [name, name]),
    ...Object.entries(aliases),
  ];
  for (const [spelled, name] of names) {
    const field = fields[name] as Field<unknown>;
    // A canonical name is never taken over by the other spelling of another field.
    for (const key of [...spellingsOf(spelled), `_${spelled}`]) {
      if (!spellings.has(key)) spellings.set(key, spelling(name, key, field));
    }
  }
  return modelOf(fields, spellings);
}
