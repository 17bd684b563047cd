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

  read<M extends Model>(of: M, source: JsonObject, pointer: string): Of<M> {
    const target: Draft = { pointer };
    for (const key of Object.keys(source)) {
      const value = source[key] as Json;
      const known = of.spellings.get(key);
      if (known?.field.kind === 'apart' && known.name === key) continue;
      if (known === undefined || known.field.kind === 'apart' || target[known.name] !== undefined)
        this.#keep(target, key, value);
      else if (value !== null) this.#take(target, known, [key, value]);
    }
    return target as Of<M>;
  }

  #take(target: Draft, known: { name: string; field: Field<unknown> }, [key, value]: Entry): void {
    const result = this.#field(known.field, value, `${target.pointer}/${key}`);
    if (result === undefined) {
      this.#keep(target, key, value);
      return;
    }
    target[known.name] = result;
    const strays = known.field.kind === 'models' ? (value as Json[]).filter((item) => !isObject(item)) : [];
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

  #field(field: Field<unknown>, value: Json, pointer: string): unknown {
    switch (field.kind) {
      case 'text':
        return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
      case 'number':
        return readNumber(value);
      case 'boolean':
        return typeof value === 'boolean' ? value : undefined;
      case 'time':
      case 'planned':
        return this.#time(value, pointer);
      case 'texts':
        return Array.isArray(value) && value.every(isTextual) ? value.map(String) : undefined;
      case 'entries':
        return isObject(value) ? this.#entries(value, pointer) : undefined;
      case 'json':
        return typeof value === 'object' && tooDeep(value) !== undefined ? undefined : value;
      case 'model':
        return isObject(value) ? this.read(field.of, value, pointer) : undefined;
      case 'models':
        return Array.isArray(value) ? this.#list(field.of, value, pointer) : undefined;
      case 'apart':
        return undefined;
      default:
        return assertNever(field);
    }
  }

  #time(value: Json, pointer: string): Instant | undefined {
    const parsed = typeof value === 'string' ? parseTime(value) : undefined;
    const name = pointer.slice(pointer.lastIndexOf('/') + 1);
    if (parsed === undefined) {
      const expected = 'expected like 2026-11-19T09:02:00.000Z';
      this.report('invalid-time', `${name} is not a time: ${quote(value)} (${expected})`, pointer);
      return undefined;
    }
    if (!parsed.zoned) {
      this.report('assumed-utc', `${name} names no time zone, UTC assumed: ${quote(value)}`, pointer);
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
    return values.flatMap((value, index) =>
      isObject(value) ? [this.read(of, value, `${pointer}/${index}`)] : [],
    );
  }
}

/** Ids now and then come as numbers. */
function isTextual(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function readNumber(value: Json): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : undefined;
}
