import { assertNever } from '../model/assert-never';
import type { Entry, Field, Json, Model, Of, Origin } from '../model/field';
import type { Problem, ProblemCode } from '../model/problem';
import type { Instant } from '../model/time';
import { MAX_DEPTH, tooDeep } from './json/depth';
import { parseTime } from './time';

export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One step of a JSON Pointer (RFC 6901). */
export function escapeStep(step: string): string {
  return step.includes('~') || step.includes('/') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
}

/** A value as a message may quote it. What holds values is only named: writing it out may overflow the stack. */
export function quote(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

type Spelling = { name: string; field: Field<unknown> };

/** Whether a value may stay where it is, under the key that it has. */
function isRegular(known: Spelling | undefined, key: string, value: Json): known is Spelling {
  if (known === undefined || known.name !== key || value === null) return false;
  const { kind } = known.field;
  if (kind === 'models') return !Array.isArray(value) || !value.some(isStray);
  return kind !== 'apart';
}

type Draft = Origin & { [name: string]: unknown };

/**
 * Reads JSON objects as the vendor's models and collects what could not be read. Nothing is lost: what
 * a model does not know, or cannot read as its type, stays among `unknownFields`.
 */
export class Reader {
  problems: Problem[] = [];

  report(code: ProblemCode, message: string, pointer: string): void {
    const severity = code === 'assumed-utc' || code === 'skipped-input' ? 'info' : 'error';
    this.problems.push({ code, severity, message, pointers: [pointer] });
  }

  /**
   * Reads an object as a model. An object that holds only what the model knows, spelled as the model
   * spells it, is read in place: most are, and copying them would cost more than parsing the JSON did.
   * So the source must be the reader's own, never the caller's.
   */
  read<M extends Model>(of: M, source: JsonObject, pointer: string): Of<M> {
    const place: Place = { owner: pointer, key: '' };
    // Nothing is added while the keys are gone through, and what was read stays where it was.
    for (const key in source) {
      const value = source[key] as Json;
      const known = of.spellings.get(key);
      if (!isRegular(known, key, value)) return this.#copy(of, source, { pointer, from: key });
      place.key = key;
      const result = this.#field(known.field, value, place);
      if (result === undefined) return this.#copy(of, source, { pointer, from: key, refused: true });
      if (result !== value) source[key] = result as Json;
    }
    const target = source as Draft;
    target.pointer = pointer;
    return target as Of<M>;
  }

  /** A copy of what has been read already, and of the rest from a key on; `refused`: it was read in vain. */
  #copy<M extends Model>(
    of: M,
    source: JsonObject,
    { pointer, from, refused }: { pointer: string; from: string; refused?: true },
  ): Of<M> {
    const target: Draft = { pointer };
    let isRead = true;
    for (const key of Object.keys(source)) {
      const value = source[key] as Json;
      if (key === from) {
        isRead = false;
        if (refused) {
          this.#keep(target, key, value);
          continue;
        }
      }
      if (isRead) target[key] = value;
      else this.#takeAny(of, target, [key, value]);
    }
    return target as Of<M>;
  }

  #takeAny(of: Model, target: Draft, [key, value]: Entry): void {
    const known = of.spellings.get(key);
    if (known?.field.kind === 'apart' && known.name === key) return;
    if (known === undefined || known.field.kind === 'apart' || target[known.name] !== undefined)
      this.#keep(target, key, value);
    else if (value !== null) this.#take(target, known, [key, value]);
  }

  #take(target: Draft, known: Spelling, [key, value]: Entry): void {
    const strays = known.field.kind === 'models' && Array.isArray(value) ? value.filter(isStray) : [];
    const result = this.#field(known.field, value, { owner: target.pointer, key });
    if (result === undefined) {
      this.#keep(target, key, value);
      return;
    }
    target[known.name] = result;
    if (strays.length > 0) this.#keep(target, key, strays);
    if (key !== known.name) {
      target.spelled ??= [];
      target.spelled.push([known.name, key]);
    }
  }

  #keep(target: Origin, key: string, value: Json): void {
    if (this.#isTooDeep(value, `${target.pointer}/${escapeStep(key)}`)) return;
    target.unknownFields ??= [];
    target.unknownFields.push([key, value]);
  }

  #isTooDeep(value: Json, pointer: string): boolean {
    if (typeof value !== 'object' || tooDeep(value) === undefined) return false;
    this.report('truncated-input', `Nested deeper than ${MAX_DEPTH} levels: left out`, pointer);
    return true;
  }

  #field(field: Field<unknown>, value: Json, place: Place): unknown {
    switch (field.kind) {
      case 'text':
        return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
      case 'number':
        return readNumber(value);
      case 'boolean':
        return typeof value === 'boolean' ? value : undefined;
      case 'time':
      case 'planned':
        return this.#time(value, place);
      case 'texts':
        return Array.isArray(value) && value.every(isTextual) ? asTexts(value) : undefined;
      case 'entries':
        return isObject(value) ? this.#entries(value, at(place)) : undefined;
      case 'json':
        return typeof value === 'object' && tooDeep(value) !== undefined ? undefined : value;
      case 'model':
        return isObject(value) ? this.read(field.of, value, at(place)) : undefined;
      case 'models':
        return Array.isArray(value) ? this.#list(field.of, value, at(place)) : undefined;
      case 'apart':
        return undefined;
      default:
        return assertNever(field);
    }
  }

  #time(value: Json, place: Place): Instant | undefined {
    const parsed = typeof value === 'string' ? parseTime(value) : undefined;
    if (parsed === undefined) {
      const expected = 'expected like 2026-11-19T09:02:00.000Z';
      this.report('invalid-time', `${place.key} is not a time: ${quote(value)} (${expected})`, at(place));
      return undefined;
    }
    if (!parsed.zoned) {
      this.report('assumed-utc', `${place.key} names no time zone, UTC assumed: ${quote(value)}`, at(place));
    }
    return parsed.at;
  }

  #entries(value: JsonObject, pointer: string): Entry[] {
    const result: Entry[] = [];
    for (const key of Object.keys(value)) {
      const entry = value[key] as Json;
      if (!this.#isTooDeep(entry, `${pointer}/${escapeStep(key)}`)) result.push([key, entry]);
    }
    return result;
  }

  #list<M extends Model>(of: M, values: Json[], pointer: string): Of<M>[] | undefined {
    // One stray item hides no other; a list of nothing else is not what the model says, and is kept as it came.
    if (values.length > 0 && !values.some(isObject)) return undefined;
    const items: Of<M>[] = [];
    values.forEach((value, index) => {
      if (isObject(value)) items.push(this.read(of, value, `${pointer}/${index}`));
    });
    return items;
  }
}

/** A field's owner and its key: joined to a pointer only where one is needed. */
interface Place {
  owner: string;
  key: string;
}

function at({ owner, key }: Place): string {
  return `${owner}/${key}`;
}

function isStray(item: Json): boolean {
  return !isObject(item);
}

function asTexts(values: (string | number)[]): string[] {
  return values.every((value) => typeof value === 'string') ? values : values.map(String);
}

/** Ids now and then come as numbers. */
function isTextual(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function readNumber(value: Json): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : undefined;
}
