import type { Problem } from '../model/problem';
import { escapeKey, MAX_DEPTH } from './json/depth';
import { setOwn } from './json/own';
import { report } from './read';

/** A bound for objects that make up their content as they are read. */
const MAX_NODES = 10_000_000;
/**
 * A bound for what is shared: twenty lists that each hold the next one twice would be written a million times. Much may
 * be shared where there is much: so many values more for each that is not.
 */
const MAX_SHARED = 100_000;
const SHARED_FOR_EACH = 10;
/** This many empty places in a row are taken for the rest of a sparse array. */
const MAX_HOLES = 100_000;
const MAX_PROBLEMS = 20;
const ARRAY = '[object Array]';
const DROPPED = Symbol('dropped');

/** A container that is being copied. */
interface Frame {
  source: object;
  target: unknown[] | Record<string, unknown>;
  /** What is read next; keys of an object, items of a map or set. */
  keys: readonly string[] | undefined;
  items: ArrayLike<unknown>;
  length: number;
  next: number;
  holes: number;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined; // a getter or proxy of somebody else's
  }
}

function fromBigInt(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

/** `[object Date]` and the like, which also tells objects of another window. */
function tagOf(value: object): string {
  const prototype = attempt((): unknown => Object.getPrototypeOf(value));
  if (prototype === Object.prototype) return '[object Object]'; // the rule, and quickly told
  return attempt(() => Object.prototype.toString.call(value)) ?? '';
}

function firstOf<T>(items: Iterable<T>): T[] {
  const list: T[] = [];
  for (const item of items) {
    if (list.length >= MAX_NODES) break;
    list.push(item);
  }
  return list;
}

/** One that holds no time stays a text that is none, for the field it stands in to say so. */
function fromDate(time: number): string {
  return Number.isNaN(time) ? 'Invalid Date' : new Date(time).toISOString();
}

/** Dates and boxed values as JSON has them; undefined for what is no such thing. */
function unbox(value: object, tag: string): { value: unknown } | undefined {
  return attempt(() => {
    if (tag === '[object Date]') return { value: fromDate(Date.prototype.getTime.call(value)) };
    if (tag === '[object String]') return { value: String.prototype.valueOf.call(value) };
    if (tag === '[object Number]') return { value: Number.prototype.valueOf.call(value) };
    if (tag === '[object Boolean]') return { value: Boolean.prototype.valueOf.call(value) };
    return undefined;
  });
}

function isBinary(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
}

/** The items of a map or set; undefined for all else. */
function itemsOf(source: object, tag: string): unknown[] | undefined {
  if (tag === '[object Map]') return attempt(() => firstOf(Map.prototype.entries.call(source)));
  if (tag === '[object Set]') return attempt(() => firstOf(Set.prototype.values.call(source)));
  return undefined;
}

function frameOf(source: object, tag: string): Frame {
  if (Array.isArray(source)) {
    const items: unknown[] = source;
    const length = Math.max(0, Math.trunc(items.length) || 0);
    return { source, target: [], keys: undefined, items, length, next: 0, holes: 0 };
  }
  const items = itemsOf(source, tag);
  if (items) return { source, target: [], keys: undefined, items, length: items.length, next: 0, holes: 0 };
  const keys = Object.keys(source);
  return { source, target: {}, keys, items: [], length: keys.length, next: 0, holes: 0 };
}

class Copier {
  readonly problems: Problem[] = [];
  private nodes = 0;
  private readonly path: Frame[] = [];
  private readonly met = new Set<object>();
  /** How many values were copied because they are referred to once more. */
  private shared = 0;

  copyAll(input: unknown): unknown {
    const root = this.copy(input);
    for (let frame = this.path.at(-1); frame; frame = this.path.at(-1)) {
      if (frame.next < frame.length) this.copyNext(frame);
      else this.path.pop();
    }
    return root === DROPPED ? null : root;
  }

  private copyNext(frame: Frame): void {
    const index = frame.next;
    frame.next += 1;
    this.nodes += 1;
    if (this.nodes > MAX_NODES) {
      if (this.nodes === MAX_NODES + 1) this.tell(`more than ${MAX_NODES} values`);
      frame.next = frame.length;
      return;
    }
    const key = frame.keys?.[index];
    let child: unknown;
    try {
      child = key === undefined ? frame.items[index] : Reflect.get(frame.source, key);
    } catch {
      this.tell('a value that cannot be read');
    }
    const value = this.copy(child);
    if (Array.isArray(frame.target)) {
      frame.target.push(value === DROPPED ? null : value);
      if (child === undefined) this.countHole(frame);
      else frame.holes = 0;
    } else if (key !== undefined && value !== DROPPED) setOwn(frame.target, key, value);
  }

  private countHole(frame: Frame): void {
    frame.holes += 1;
    if (frame.holes < MAX_HOLES || !Array.isArray(frame.target)) return;
    frame.target.length -= frame.holes;
    this.tell(`${MAX_HOLES} empty places in a row`);
    frame.next = frame.length;
  }

  private copy(value: unknown): unknown {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : null;
    if (typeof value === 'bigint') return fromBigInt(value);
    return typeof value === 'object' ? this.enter(value) : DROPPED;
  }

  private enter(source: object): unknown {
    const tag = attempt(() => Array.isArray(source)) ? ARRAY : tagOf(source);
    if (tag !== ARRAY && tag !== '[object Object]') {
      if (attempt(() => isBinary(source))) return null;
      const plain = unbox(source, tag);
      if (plain) return plain.value;
    }
    const again = this.met.has(source);
    if (again && this.path.some((frame) => frame.source === source))
      return this.refuse('a value that contains itself');
    if (this.path.length >= MAX_DEPTH) return this.refuse(`more than ${MAX_DEPTH} levels`);
    const frame = attempt(() => frameOf(source, tag));
    if (!frame) return this.refuse('a value that cannot be read');
    if (again && this.sharesTooMuch(frame)) return this.refuse('a value shared too often');
    this.path.push(frame);
    this.met.add(source);
    return frame.target;
  }

  private sharesTooMuch({ length }: Frame): boolean {
    this.shared += length;
    return this.shared > MAX_SHARED + SHARED_FOR_EACH * (this.nodes - this.shared);
  }

  private refuse(what: string): null {
    this.tell(what);
    return null;
  }

  private tell(what: string): void {
    if (this.problems.length >= MAX_PROBLEMS) return;
    const steps = this.path.map(({ keys, next }) => `/${escapeKey(keys?.[next - 1] ?? String(next - 1))}`);
    const message = `The input holds ${what}, which was left out`;
    report(this.problems, { code: 'truncated-input', message, pointer: steps.join('') });
  }
}

/**
 * A copy of any value as plain JSON, for input that comes as an object. Never throws: getters and proxies
 * that do are left out, as are functions, symbols and whatever contains itself; dates become ISO text,
 * maps and sets become arrays, binary data null. `toJSON` is not called.
 */
export function plainJson(input: unknown): { value: unknown; problems: Problem[] } {
  const copier = new Copier();
  const value = copier.copyAll(input);
  return { value, problems: copier.problems };
}
