import { type Faults, found } from './fault';

/** `cut` is a token that the end of the text has cut off; `word` one that JSON does not know. */
export type TokenKind = '{' | '}' | '[' | ']' | ',' | ':' | 'string' | 'scalar' | 'word' | 'cut' | 'end';

export interface Token {
  kind: TokenKind;
  start: number;
  value?: unknown;
}

/** Characters that open a string for people and word processors, and what closes it. */
const QUOTES = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['\u2018', '\u2019'],
  ['\u201c', '\u201d'],
]);
const MARKS = new Map<string, TokenKind>([
  ['{', '{'],
  ['}', '}'],
  ['[', '['],
  [']', ']'],
  [',', ','],
  [':', ':'],
]);
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const PARTIAL = /^(?:-?\d[\d.eE+-]*|-|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/;
const LITERALS = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
/** What other languages write: read as what it means, but told. */
const FOREIGN = new Map<string, unknown>([
  ['True', true],
  ['False', false],
  ['None', null],
  ['undefined', null],
  ['NaN', null],
  ['Infinity', null],
  ['-Infinity', null],
  ['+Infinity', null],
]);
const ESCAPES = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
/** How far a string that meets a line break is searched for its end. */
const REACH = 2000;

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0xfeff;
}

function endsWord(char: string, code: number): boolean {
  return isSpace(code) || MARKS.has(char) || char === '"' || char === '/';
}

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replaceAll(/\\(?:u([\dA-Fa-f]{4})|([\s\S]))/g, (_, hex: string | undefined, char: string) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : (ESCAPES.get(char) ?? char),
  );
}

/** Tokens of text that is nearly JSON. It tells each fault and reads on. */
export class Lexer {
  at: number;
  /** A fault was met after which quotes may be taken the wrong way round. */
  derailed = false;
  private readonly text: string;
  private readonly limit: number;
  private readonly faults: Faults;

  constructor(text: string, range: { start: number; limit: number }, faults: Faults) {
    this.text = text;
    this.at = range.start;
    this.limit = range.limit;
    this.faults = faults;
  }

  next(): Token {
    this.skipSpace();
    const start = this.at;
    if (start >= this.limit) return { kind: 'end', start };
    const char = this.text.charAt(start);
    const mark = MARKS.get(char);
    if (mark) {
      this.at += 1;
      return { kind: mark, start };
    }
    const close = QUOTES.get(char);
    return close ? this.readString(close) : this.readWord();
  }

  private skipSpace(): void {
    while (this.at < this.limit) {
      if (isSpace(this.text.charCodeAt(this.at))) this.at += 1;
      else if (this.text.startsWith('//', this.at)) this.skipComment('\n', 0);
      else if (this.text.startsWith('/*', this.at)) this.skipComment('*/', 2);
      else return;
    }
  }

  private skipComment(close: string, length: number): void {
    this.faults.add(this.at, 'JSON allows no comments');
    const end = this.text.indexOf(close, this.at + 2);
    this.at = end < 0 ? this.limit : Math.min(end + length, this.limit);
  }

  private readString(close: string): Token {
    const start = this.at;
    if (close !== '"')
      this.faults.add(start, `Text must stand in double quotes, not in ${this.text.charAt(start)}`);
    const end = this.endOfString(start + 1, close);
    const value = unescape(this.text.slice(start + 1, end));
    if (end >= this.limit) {
      this.at = this.limit;
      return { kind: 'cut', start };
    }
    this.at = this.text.charAt(end) === close ? end + 1 : end;
    return { kind: 'string', start, value };
  }

  /** Offset of the closing quote, of the line break that ends a string without one, or of the limit. */
  private endOfString(from: number, close: string): number {
    let told = close !== '"';
    let goesOn = false;
    for (let at = from; at < this.limit; at += 1) {
      const char = this.text.charAt(at);
      if (char === close) return at;
      const bad = char < ' ' || (char === '\\' && !this.isEscape(at));
      if (bad && !told) {
        this.faults.add(
          at,
          `Text in quotes may not hold ${found(this.text, at)}${char === '\\' ? ' here' : ''}`,
        );
        told = true;
      }
      if (char === '\n' && !goesOn) {
        goesOn = this.closesSoon(at, close);
        if (!goesOn) {
          this.derailed = true;
          return at;
        }
      }
      if (char === '\\') at += 1;
    }
    return this.limit;
  }

  private isEscape(at: number): boolean {
    const next = this.text.charAt(at + 1);
    if (next === '' || '"\\/bfnrt'.includes(next)) return true;
    return next === 'u' && /^[\dA-Fa-f]{4}$/.test(this.text.slice(at + 2, at + 6));
  }

  /**
   * A string goes on over a line break when its next quote looks like its end:
   * `"two⏎lines",` but not `"no end⏎ "next": 1`.
   */
  private closesSoon(at: number, close: string): boolean {
    const stop = Math.min(at + REACH, this.limit);
    for (let quote = at; quote < stop; quote += 1) {
      const char = this.text.charAt(quote);
      if (char === '\\') quote += 1;
      else if (char === close) return /^\s*[,:}\]]/.test(this.text.slice(quote + 1, stop));
    }
    return false;
  }

  private readWord(): Token {
    const start = this.at;
    this.at += 1; // a slash alone is a word, too
    while (this.at < this.limit && !endsWord(this.text.charAt(this.at), this.text.charCodeAt(this.at)))
      this.at += 1;
    const word = this.text.slice(start, this.at);
    if (LITERALS.has(word)) return { kind: 'scalar', start, value: LITERALS.get(word) };
    if (this.at >= this.limit && PARTIAL.test(word)) return { kind: 'cut', start };
    if (NUMBER.test(word)) return { kind: 'scalar', start, value: Number(word) };
    return { kind: 'word', start, value: word };
  }
}

/** What a word means that is no JSON, where other languages or habits tell; else undefined. */
export function foreignValue(word: string): unknown {
  if (FOREIGN.has(word)) return FOREIGN.get(word);
  const number = /^[+-]?[\d.]/.test(word) ? Number(word) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}
