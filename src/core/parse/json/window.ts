import { type Place, Places } from './places';
import type { Scanner } from './scanner';

/** The stretch of the input that is still needed: it grows at its end and is dropped from its start. */
export class Window {
  text = '';
  /** How far the scanner has come. */
  scanned = 0;
  /** No more text will come. */
  final = false;
  /** How much was dropped. */
  base = 0;
  private fresh = '';
  private freshAt = 0;
  readonly places = new Places();

  append(chunk: string): void {
    this.fresh = chunk;
    this.freshAt = this.text.length;
    this.text += chunk;
  }

  /** Takes other text of the same length for what is there. */
  rewrite(text: string): void {
    this.text = text;
    this.fresh = text;
    this.freshAt = 0;
  }

  /**
   * Lets the scanner read on. Where it can it reads the newest piece: to touch the joined text costs a
   * copy of it, for each piece, and so the square of a long document.
   */
  run(scanner: Scanner): void {
    if (this.scanned >= this.freshAt) {
      this.scanned = this.freshAt + scanner.run(this.fresh, this.scanned - this.freshAt);
    } else this.scanned = scanner.run(this.text, this.scanned);
  }

  drop(offset: number): void {
    if (offset === 0) return;
    this.places.advance(this.text, this.base, offset);
    this.text = this.text.slice(offset);
    this.base += offset;
    this.scanned -= offset;
    this.freshAt -= offset;
  }

  /** Line and column of an offset; offsets must not come back to an earlier line. */
  placeOf(offset: number): Place {
    return this.places.of(this.text, this.base, offset);
  }

  /** Offset of the first character at or after `from` that is no white space, or the end. */
  skipSpace(from: number): number {
    let at = from;
    while (at < this.text.length && isSpace(this.text.charCodeAt(at))) at += 1;
    return at;
  }

  /** Where the last line of the text before `limit` ends. */
  endOf(limit: number): number {
    let end = limit;
    while ('\n\r'.includes(this.text.charAt(end - 1) || ' ')) end -= 1;
    return end;
  }
}

/** Between documents also byte order marks and record separators stand, from files put together. */
export function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xfeff || code === 0x1e;
}

export function isBracket(char: string): boolean {
  return char === '{' || char === '[';
}
