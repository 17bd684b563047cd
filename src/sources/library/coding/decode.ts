import type { Json, Model } from '../../../core/model/field';
import * as tag from './tags';
import { SHAPES, WORDS } from './vocabulary';

// A mark at the beginning is part of the text.
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const DIGITS = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
/** Where the two digits of each byte of an id stand, between its dashes. */
const UUID_PLACES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
const uuid = Array.from({ length: 36 }, () => '-'.charCodeAt(0));

/** Bytes that no encoder wrote. */
export class Damaged extends Error {}

/** What an object of a model is, and where it stands. */
interface Placed {
  of: Model;
  pointer: string;
}

/** Reads values as `Encoder` tells them. All throw `Damaged` where the bytes are none of its. */
export class Decoder {
  private readonly texts: string[] = [];
  private readonly shapes: string[][] = [];
  private readonly recent: number[] = [];
  private lastTime = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private at = 0,
  ) {}

  /**
   * What is absent is `undefined`, which only a row may hold. An object of a model, or each of a list of them, is
   * given the place that it has now.
   */
  value(placed?: Placed): Json | undefined {
    const by = this.byte();
    if (by >= tag.WORD) return this.word(by - tag.WORD);
    if (by >= tag.SMALL) return by - tag.SMALL;
    if (by >= tag.RECENT) return this.again(this.recent, by - tag.RECENT);
    switch (by) {
      case tag.NULL:
        return null;
      case tag.FALSE:
        return false;
      case tag.TRUE:
        return true;
      case tag.ABSENT:
        return undefined;
      case tag.FLOAT:
        return this.float();
      case tag.WHOLE:
        return this.heard(this.count());
      case tag.MINUS:
        return -1 - this.count();
      case tag.TIME:
        return this.time();
      case tag.LIST:
        return this.list(placed);
      case tag.SHAPE:
        return this.object(this.shape(), placed);
      case tag.LIKE:
        return this.object(this.known(this.count()), placed);
      default:
        return this.text(by);
    }
  }

  /** Of a length or a number. */
  count(): number {
    let count = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.byte();
      count += (byte % 128) * unit;
      if (byte < 128) return count;
    }
  }

  /** So many bytes as they are. */
  taken(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.length) throw new Damaged();
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }

  private byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw new Damaged();
    return byte;
  }

  private word(place: number): string {
    const word = WORDS[place];
    if (word === undefined) throw new Damaged();
    return word;
  }

  private float(): number {
    const { buffer, byteOffset } = this.taken(8);
    return new DataView(buffer, byteOffset, 8).getFloat64(0);
  }

  private time(): number {
    const since = this.count();
    this.lastTime += since % 2 === 0 ? since / 2 : -(since + 1) / 2;
    return this.heard(this.lastTime);
  }

  private heard(value: number): number {
    const { recent } = this;
    if (value < tag.LONG_NUMBER) return value;
    recent.unshift(value);
    if (recent.length > tag.MOST_RECENT) recent.pop();
    return value;
  }

  private list(placed: Placed | undefined): Json[] {
    const values: (Json | undefined)[] = [];
    const length = this.count();
    for (let place = 0; place < length; place++) {
      values.push(this.value(placed && { of: placed.of, pointer: `${placed.pointer}/${place}` }));
    }
    // Only in a row is one of them absent.
    return values as Json[];
  }

  private shape(): string[] {
    const keys: string[] = [];
    for (let left = this.count(); left > 0; left--) keys.push(this.key());
    this.shapes.push(keys);
    return keys;
  }

  private key(): string {
    const key = this.value();
    if (typeof key !== 'string') throw new Damaged();
    return key;
  }

  private known(place: number): readonly string[] {
    const keys = SHAPES[place] ?? this.shapes[place - SHAPES.length];
    if (keys === undefined) throw new Damaged();
    return keys;
  }

  private object(keys: readonly string[], placed: Placed | undefined): Json {
    const object: { [key: string]: Json } = placed ? { pointer: placed.pointer } : {};
    for (const key of keys) {
      const value = this.value(placed && this.placeOf(key, placed));
      if (value === undefined) throw new Damaged();
      // A key like any other in what is kept word for word; assigned, it would be a trap.
      if (key === '__proto__') {
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      } else object[key] = value;
    }
    return object;
  }

  /** Of the value that comes next, if it has one: most are neither objects nor lists. */
  private placeOf(key: string, { of: { fields }, pointer }: Placed): Placed | undefined {
    const by = this.bytes[this.at];
    if (by !== tag.LIST && by !== tag.SHAPE && by !== tag.LIKE) return undefined;
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return field && 'of' in field ? { of: field.of, pointer: `${pointer}/${key}` } : undefined;
  }

  private text(by: number): string {
    switch (by) {
      case tag.RARE:
        return this.word(tag.WORDS + this.byte());
      case tag.AGAIN:
        return this.again(this.texts, this.count());
      case tag.TEXT:
        return this.named(UTF8.decode(this.taken(this.count())));
      case tag.UNITS:
        return this.named(this.units());
      case tag.UUID:
        return this.named(uuidOf(this.taken(16)));
      case tag.TEL:
        return this.named(`${tag.TEL_PREFIX}${this.count()}`);
      case tag.DIGITS:
        return this.named(String(this.count()));
      default:
        throw new Damaged();
    }
  }

  private again<T>(told: readonly T[], place: number): T {
    const value = told[place];
    if (value === undefined) throw new Damaged();
    return value;
  }

  private units(): string {
    let text = '';
    for (let left = this.count(); left > 0; left--) text += String.fromCharCode(this.count());
    return text;
  }

  private named(text: string): string {
    if (text.length >= tag.LEAST_NAMED && text.length <= tag.MOST_NAMED) this.texts.push(text);
    return text;
  }
}

/** Written at once: put together piece by piece, each of them would be a text of its own. */
function uuidOf(bytes: Uint8Array): string {
  for (let place = 0; place < bytes.length; place++) {
    const byte = bytes[place] ?? 0;
    const at = UUID_PLACES[place] ?? 0;
    uuid[at] = DIGITS[byte >> 4] ?? 0;
    uuid[at + 1] = DIGITS[byte % 16] ?? 0;
  }
  return String.fromCharCode(...uuid);
}
