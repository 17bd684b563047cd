import { assertNever } from '../model/assert-never';
import type { Entry, Field, Json, Model, Of, Origin, Spelling } from '../model/field';
import type { Problem, ProblemCode } from '../model/problem';
import type { Instant } from '../model/time';
import { MAX_DEPTH, tooDeep } from './json/depth';
import { namesZone, parseTime } from './time';

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

/** Where reading is: the object whose fields are read, the field at hand, and where problems go. */
interface Place {
  pointer: string;
  known: Spelling;
  problems: Problem[];
}

/** The pointer to the value at hand: joined only where one is needed. */
function at({ pointer, known }: Place): string {
  return pointer + known.step;
}

/** The last steps of pointers to the items of a list, of which most are short. */
const STEPS = Array.from({ length: 64 }, (_, index) => `/${index}`);

export function stepOf(index: number): string {
  return STEPS[index] ?? `/${index}`;
}

export function report(
  problems: Problem[],
  { code, message, pointer }: { code: ProblemCode; message: string; pointer: string },
): void {
  const severity = code === 'assumed-utc' || code === 'skipped-input' ? 'info' : 'error';
  problems.push({ code, severity, message, pointers: [pointer] });
}

/**
 * Reads an object, which stands at a pointer, as a model. Nothing is lost: what the model does not
 * know, or cannot read as its type, stays among `unknownFields`.
 *
 * An object that holds only what the model knows, spelled as the model spells it, is read in place: most
 * are, and copying them would cost more than parsing the JSON did. So the source must be the reader's own,
 * never the caller's. The first field that does not fit turns the rest into a copy.
 */
export function read<M extends Model>(
  of: M,
  source: JsonObject,
  { pointer, problems }: Pick<Place, 'pointer' | 'problems'>,
): Of<M> {
  return readAt(of, source, { pointer, known: of.start, problems });
}

function readAt<M extends Model>(of: M, source: JsonObject, place: Place): Of<M> {
  let copy: Draft | undefined;
  let last = of.start;
  const names: Names = { like: of.renamed, list: of.renamed, count: 0 };
  // Nothing is added while the keys are gone through, and what was read stays where it was.
  for (const key in source) {
    const value = source[key] as Json;
    const known = last.next?.key === key ? last.next : of.spellings.get(key);
    if (known === undefined) {
      // A page that extends all objects extends none that is read.
      if (Object.hasOwn(source, key)) keep((copy ??= copyUntil(source, key, place)), [key, value], place);
      continue;
    }
    last.next = known;
    last = known;
    if (copy === undefined && typeof value === known.plain && value !== '') continue;
    place.known = known;
    if (copy === undefined && isRegular(known, value)) {
      const result = readField(known.field, value, place);
      if (result === undefined) keep((copy = copyUntil(source, key, place)), [key, value], place);
      else if (result !== value) source[key] = result as Json;
    } else if (take((copy ??= copyUntil(source, key, place)), [key, value], place)) {
      addName(copy, names, known.renamed as Entry<string>);
    }
  }
  const target = copy ?? (source as Draft);
  target.pointer = place.pointer;
  if (names.count > 0) of.renamed = sealNames(target, names);
  return target as Of<M>;
}

/** What an object spells differently: the list of the one before it as long as both spell the same. */
interface Names {
  readonly like: Entry<string>[];
  list: Entry<string>[];
  count: number;
}

function addName(target: Draft, names: Names, renamed: Entry<string>): void {
  const { like, count } = names;
  if (names.list === like && like[count] !== renamed) names.list = like.slice(0, count);
  if (names.list !== like) names.list.push(renamed);
  names.count += 1;
  target.spelled = names.list;
}

function sealNames(target: Draft, { like, list, count }: Names): Entry<string>[] {
  if (list === like && count === like.length) return like;
  // Frozen, as the next object may share it.
  return (target.spelled = Object.freeze(list.slice(0, count)) as Entry<string>[]);
}

/** Whether a value may stay where it is, under the key that it has. */
function isRegular({ renamed, field: { kind } }: Spelling, value: Json): boolean {
  if (renamed !== undefined || value === null || kind === 'apart') return false;
  return kind !== 'models' || !Array.isArray(value) || straysIn(value) === 0;
}

/** What has been read already, before a key. */
function copyUntil(source: JsonObject, end: string, { pointer }: Place): Draft {
  // Empty at first, for such an object is given room for some fields of its own.
  const target = {} as Draft;
  target.pointer = pointer;
  for (const key in source) {
    if (key === end) break;
    target[key] = source[key];
  }
  return target;
}

/** Adds a field of any spelling to a copy. Whether it is there now, and spelled differently. */
function take(target: Draft, entry: Entry, place: Place): boolean {
  const [, value] = entry;
  const { name, field, renamed } = place.known;
  if (field.kind === 'apart' && renamed === undefined) return false;
  if (field.kind === 'apart' || target[name] !== undefined) return keep(target, entry, place);
  if (value === null) return false;
  const strays = field.kind === 'models' && Array.isArray(value) ? value.filter(isStray) : [];
  const result = readField(field, value, place);
  if (result === undefined) return keep(target, entry, place);
  target[name] = result;
  if (strays.length > 0) keep(target, [entry[0], strays], place);
  return renamed !== undefined;
}

/** Keeps an entry as it came. */
function keep(target: Origin, entry: Entry, { pointer, problems }: Place): false {
  if (!isTooDeep(entry, pointer, problems)) (target.unknownFields ??= []).push(entry);
  return false;
}

function isTooDeep([key, value]: Entry, pointer: string, problems: Problem[]): boolean {
  if (typeof value !== 'object' || tooDeep(value) === undefined) return false;
  const message = `Nested deeper than ${MAX_DEPTH} levels: left out`;
  report(problems, { code: 'truncated-input', message, pointer: `${pointer}/${escapeStep(key)}` });
  return true;
}

function readField(field: Field<unknown>, value: Json, place: Place): unknown {
  switch (field.kind) {
    case 'text':
      return readText(value);
    case 'word':
      return value === '' ? undefined : readText(value);
    case 'number':
      return readNumber(value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'time':
    case 'planned':
      return readTime(value, place);
    case 'epoch':
      return readEpoch(value, place);
    case 'texts':
      return Array.isArray(value) && value.every(isTextual) ? asTexts(value) : undefined;
    case 'entries':
      return isObject(value) ? readEntries(value, place) : undefined;
    case 'json':
      return typeof value === 'object' && tooDeep(value) !== undefined ? undefined : value;
    case 'model':
      return isObject(value) ? readOne(field.of, value, place) : undefined;
    case 'models':
      return Array.isArray(value) ? readList(field.of, value, place) : undefined;
    case 'apart':
      return undefined;
    default:
      return assertNever(field);
  }
}

function readText(value: Json): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function readOne<M extends Model>(of: M, value: JsonObject, place: Place): Of<M> {
  const { pointer, known } = place;
  place.pointer = at(place);
  const result = readAt(of, value, place);
  place.pointer = pointer;
  place.known = known;
  return result;
}

function readTime(value: Json, place: Place): Instant | undefined {
  const instant = typeof value === 'string' ? parseTime(value) : undefined;
  if (instant === undefined) {
    const message = `${place.known.step.slice(1)} is not a time: ${quote(value)} (expected like 2026-11-19T09:02:00.000Z)`;
    report(place.problems, { code: 'invalid-time', message, pointer: at(place) });
  } else if (!namesZone(value as string)) {
    const message = `${place.known.step.slice(1)} names no time zone, UTC assumed: ${quote(value)}`;
    report(place.problems, { code: 'assumed-utc', message, pointer: at(place) });
  }
  return instant;
}

/** Some that pass events on write the time out. */
function readEpoch(value: Json, place: Place): Instant | undefined {
  const at = readNumber(value);
  return Number.isInteger(at) && Math.abs(at as number) <= 8.64e15 ? at : readTime(value, place);
}

function readEntries(value: JsonObject, place: Place): Entry[] {
  const entries = Object.entries(value);
  if (entries.every(isFlat)) return entries;
  const pointer = at(place);
  return entries.filter((entry) => !isTooDeep(entry, pointer, place.problems));
}

function isFlat([, value]: Entry): boolean {
  return typeof value !== 'object';
}

/** Reads the items in place where all are objects: the list is the reader's own, as they are. */
function readList<M extends Model>(of: M, values: Json[], place: Place): Of<M>[] | undefined {
  // Of the lists of communications that a participant has, most are empty.
  if (values.length === 0) return values as Of<M>[];
  const strays = straysIn(values);
  // One stray item hides no other; a list of nothing else is not what the model says, and is kept as it came.
  if (strays > 0 && strays === values.length) return undefined;
  const items: unknown[] = strays === 0 ? values : [];
  const { pointer, known } = place;
  const list = at(place);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as Json;
    if (isStray(value)) continue;
    place.pointer = list + stepOf(index);
    const item = readAt(of, value as JsonObject, place);
    if (strays > 0) items.push(item);
    else if (item !== value) items[index] = item;
  }
  place.pointer = pointer;
  place.known = known;
  return items as Of<M>[];
}

function straysIn(values: readonly Json[]): number {
  let count = 0;
  for (const value of values) if (isStray(value)) count += 1;
  return count;
}

function isStray(item: Json): boolean {
  return typeof item !== 'object' || item === null || Array.isArray(item);
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
