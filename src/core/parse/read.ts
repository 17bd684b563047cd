import { assertNever } from '../model/assert-never';
import type { Entry, Json, Model, Of, Origin, Spelling } from '../model/field';
import type { Problem, ProblemCode } from '../model/problem';
import type { Instant } from '../model/time';
import { escapeKey, isTooDeep, LEFT_OUT } from './json/depth';
import { isInstant, namesZone, parseTime } from './time';

export type JsonObject = { [key: string]: Json };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a message may quote it. What holds values is only named: writing it out may overflow the stack. */
export function quote(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

type Draft = Origin & { [name: string]: unknown };

/** An object that is read. */
export interface Place {
  source: JsonObject;
  pointer: string;
  /** Where problems go. */
  problems: Problem[];
  /** What has been read, once it cannot stay where it was. */
  copy: Draft | undefined;
}

/** The last steps of a pointer to an item of a list; most lists are short. */
export function stepTo({ step, items }: Spelling, index: number): string {
  return index < 64 ? (items[index] ??= `${step}/${index}`) : `${step}/${index}`;
}

export function report(
  problems: Problem[],
  { code, message, pointer }: { code: ProblemCode; message: string; pointer: string },
): void {
  const severity = code === 'assumed-utc' || code === 'skipped-input' ? 'info' : 'error';
  problems.push({ code, severity, message, pointers: [pointer] });
}

/**
 * Reads an object as a model. Nothing is lost: what the model does not know, or cannot read as its type,
 * stays among `unknownFields`.
 *
 * An object that holds only what the model knows, spelled as the model spells it, is read in place: most
 * are, and copying them would cost more than parsing the JSON did. So the source must be the reader's own,
 * never the caller's. The first field that does not fit turns the rest into a copy.
 */
export function read<M extends Model>(of: M, place: Place): Of<M> {
  const { source } = place;
  let last = of.start;
  // Nothing is added while the keys are gone through, and what was read stays where it was.
  for (const key in source) {
    const value = source[key] as Json;
    const known = last.next?.key === key ? last.next : of.spellings.get(key);
    if (known === undefined) {
      // A page that extends all objects extends none that is read.
      if (Object.hasOwn(source, key)) keep(key, value, place);
      continue;
    }
    last.next = known;
    last = known;
    if (place.copy !== undefined) take(known, value, place);
    else if (typeof value === known.plain && value !== '') continue;
    else if (isRegular(known, value)) {
      const result = readField(known, value, place);
      if (result === undefined) keep(key, value, place);
      else if (result !== value) source[key] = result as Json;
    } else take(known, value, place);
  }
  const target = place.copy ?? (source as Draft);
  target.pointer = place.pointer;
  if (place.copy?.spelled !== undefined) target.spelled = of.renamed = shared(place.copy.spelled, of.renamed);
  return target as Of<M>;
}

/** What an object spells differently: one list for all that spell the same, frozen as they share it. */
function shared(names: Entry<string>[], like: Entry<string>[]): Entry<string>[] {
  const isSame = names.length === like.length && names.every((pair, index) => pair === like[index]);
  return isSame ? like : (Object.freeze(names) as Entry<string>[]);
}

/** Whether a value may stay where it is, under the key that it has. */
function isRegular({ renamed, field: { kind } }: Spelling, value: Json): boolean {
  if (renamed !== undefined || value === null || kind === 'apart') return false;
  return kind !== 'models' || !Array.isArray(value) || value.every(isObject);
}

/** The copy that stands in for an object: at first what has been read already, before a key. */
function copyUntil(end: string, place: Place): Draft {
  if (place.copy !== undefined) return place.copy;
  const { source, pointer } = place;
  // Empty at first, for such an object is given room for some fields of its own.
  const target = {} as Draft;
  target.pointer = pointer;
  for (const key in source) {
    if (key === end) break;
    target[key] = source[key];
  }
  return (place.copy = target);
}

/** Databases put an id of their own beside the vendor's, which names the object to all others. */
function isDatabases([, key]: Entry<string>): boolean {
  return key === '_id';
}

/** Adds a field of any spelling to the copy. */
function take(known: Spelling, value: Json, place: Place): void {
  const { name, key, field, renamed } = known;
  const target = copyUntil(key, place);
  if (field.kind === 'apart' && renamed === undefined) return;
  const isTaken = target[name] !== undefined;
  const givesWay = isTaken && name === 'id' && target.spelled?.some(isDatabases);
  if (isTaken && !givesWay) return keep(key, value, place);
  if (value === null) return;
  const result = readField(known, value, place);
  if (result === undefined) return keep(key, value, place);
  if (givesWay) {
    keep('_id', place.source['_id'] as Json, place);
    target.spelled = target.spelled?.filter((pair) => !isDatabases(pair));
  }
  target[name] = result;
  // A list is another only where it is read without its strays.
  if (field.kind === 'models' && result !== value)
    keep(
      key,
      (value as Json[]).filter((item) => !isObject(item)),
      place,
    );
  if (renamed !== undefined) (target.spelled ??= []).push(renamed);
}

/** Keeps a field as it came. */
function keep(key: string, value: Json, place: Place): void {
  const target = copyUntil(key, place);
  const entry: Entry = [key, value];
  if (isKept(entry, place.pointer, place.problems)) (target.unknownFields ??= []).push(entry);
}

/** Whether what is not read as anything may stay: told where it is nested too deep. */
function isKept([key, value]: Entry, pointer: string, problems: Problem[]): boolean {
  if (!isTooDeep(value)) return true;
  report(problems, { code: 'truncated-input', message: LEFT_OUT, pointer: `${pointer}/${escapeKey(key)}` });
  return false;
}

function readField(known: Spelling, value: Json, place: Place): unknown {
  const { field } = known;
  switch (field.kind) {
    case 'text':
    case 'word':
      if (typeof value === 'number') return String(value);
      return typeof value !== 'string' || (value === '' && field.kind === 'word') ? undefined : value;
    case 'number':
      return readNumber(value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'time':
    case 'planned':
      return readTime(known, value, place);
    case 'epoch':
      return readEpoch(known, value, place);
    case 'texts':
      return Array.isArray(value) && value.every(isTextual) ? asTexts(value) : undefined;
    case 'entries':
      return isObject(value) ? readEntries(known, value, place) : undefined;
    case 'json':
      return isTooDeep(value) ? undefined : value;
    case 'model':
      return isObject(value) ? read(field.of, below(place, known.step, value)) : undefined;
    case 'models':
      return Array.isArray(value) ? readList(field.of, value, { known, place }) : undefined;
    case 'apart':
      return undefined;
    default:
      return assertNever(field);
  }
}

function below({ pointer, problems }: Place, step: string, source: JsonObject): Place {
  return { source, pointer: pointer + step, problems, copy: undefined };
}

function readTime({ key, step }: Spelling, value: Json, { pointer, problems }: Place): Instant | undefined {
  const dated = isObject(value) ? datedAt(value['$date'] ?? null) : undefined;
  if (isInstant(dated)) return dated;
  const instant = typeof value === 'string' ? parseTime(value) : undefined;
  if (instant !== undefined && namesZone(value as string)) return instant;
  const code = instant === undefined ? 'invalid-time' : 'assumed-utc';
  const message =
    instant === undefined
      ? `${key} is not a time: ${quote(value)} (expected like 2026-11-19T09:02:00.000Z)`
      : `${key} names no time zone, UTC assumed: ${quote(value)}`;
  report(problems, { code, message, pointer: pointer + step });
  return instant;
}

/** What MongoDB exports in place of a time: its text, or milliseconds in one way or another. */
function datedAt(date: Json): Instant | undefined {
  if (typeof date === 'string') return parseTime(date);
  return readNumber(isObject(date) ? (date['$numberLong'] ?? null) : date);
}

/** Some that pass events on write the time out. */
function readEpoch(known: Spelling, value: Json, place: Place): Instant | undefined {
  const at = readNumber(value);
  return isInstant(at) ? at : readTime(known, value, place);
}

function readEntries({ step }: Spelling, value: JsonObject, { pointer, problems }: Place): Entry[] {
  return Object.entries(value).filter((entry) => isKept(entry, pointer + step, problems));
}

/** Reads the items in place where all are objects: the list is the reader's own, as they are. */
function readList<M extends Model>(
  of: M,
  values: Json[],
  { known, place }: { known: Spelling; place: Place },
): Of<M>[] | undefined {
  const isWhole = values.every(isObject);
  // One stray item hides no other; a list of nothing else is not what the model says, and is kept as it came.
  if (!isWhole && !values.some(isObject)) return undefined;
  const items: unknown[] = isWhole ? values : [];
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (!isObject(value)) continue;
    const item = read(of, below(place, stepTo(known, index), value));
    if (!isWhole) items.push(item);
    else if (item !== value) items[index] = item;
  }
  return items as Of<M>[];
}

function asTexts(values: (string | number)[]): string[] {
  return values.every((value) => typeof value === 'string') ? values : values.map(String);
}

/** Ids now and then come as numbers. */
function isTextual(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** A number, also where it is written out. */
export function readNumber(value: Json): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : undefined;
}
