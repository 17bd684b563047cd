import { type Faults, found } from './fault';

type Mark = '{' | '}' | '[' | ']' | ',' | ':';

/** `cut` is a token that the end of the text has cut off; `word` one that JSON does not know. */
export type TokenKind = Mark | 'string' | 'scalar' | 'word' | 'cut' | 'end';

export interface Token {
  kind: TokenKind;
  start: number;
  value?: unknown;
}

/** Characters that open a string for people and word processors, and what closes each. */
const OPENING = '"\'`\u2018\u201c';
const CLOSING = '"\'`\u2019\u201d';
const SPACES = /[\t-\r \u00a0\ufeff]*/y;
const WORD_END = /[\t-\r \u00a0\ufeff{}[\],:"/]|=>/g;
const SCALAR = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const PARTIAL = /^(?:-?\d[\d.eE+-]*|-|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/;
/** What other languages write for nothing: read as what it means, but told. */
const NOTHING = /^(?:None|nil|undefined|NaN|[+-]?Infinity)$/;
/** Times as Python prints them. */
const PYTHON_TIME = /datetime\S*\([^)]{9,80}/y;
/** How far a string that meets a line break is searched for its end. */
const REACH = 2000;

function isMark(char: string): char is Mark {
  return '{}[],:'.includes(char);
}

/** What stands in quotes. An escape that is cut off is left out. */
export function unescape(raw: string): string {
  return raw.replaceAll(
    /\\(?:u([\dA-Fa-f]{4})|u[\dA-Fa-f]{0,3}$|([\s\S]?))/g,
    (_, hex: string | undefined, char = '') =>
      hex
        ? String.fromCharCode(Number.parseInt(hex, 16))
        : char && ('\b\f\n\r\t'.charAt('bfnrt'.indexOf(char)) || char),
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
    this.at += 1; // a slash alone is a word, too
    if (isMark(char)) return { kind: char, start };
    if (this.text.startsWith('=>', start)) return this.arrow(start);
    const quote = OPENING.indexOf(char);
    return quote < 0 ? this.readWord(start) : this.readString(start, CLOSING.charAt(quote));
  }

  /** What Ruby has for a colon. */
  private arrow(start: number): Token {
    this.at = start + 2;
    this.faults.add(start, 'Expected a colon, found "=>"');
    return { kind: ':', start };
  }

  private skipSpace(): void {
    for (;;) {
      SPACES.lastIndex = this.at;
      SPACES.test(this.text);
      const at = Math.min(SPACES.lastIndex, this.limit);
      this.at = at;
      const close = this.text.startsWith('//', at) ? '\n' : this.text.startsWith('/*', at) ? '*/' : '';
      if (close === '') return;
      this.faults.add(at, 'JSON allows no comments');
      const end = this.text.indexOf(close, at + 2);
      this.at = end < 0 ? this.limit : Math.min(end + close.length, this.limit);
    }
  }

  private readString(start: number, close: string): Token {
    if (close !== '"')
      this.faults.add(start, `Text must stand in double quotes, not in ${this.text.charAt(start)}`);
    const end = this.endOfString(start + 1, close);
    const value = unescape(this.text.slice(start + 1, end));
    const isCut = end >= this.limit;
    this.at = Math.min(end + 1, this.limit);
    return { kind: isCut ? 'cut' : 'string', start, value };
  }

  /** Offset of the closing quote, of the line break that ends a string without one, or of the limit. */
  private endOfString(from: number, close: string): number {
    let told = close !== '"';
    let goesOn = false;
    for (let at = from; at < this.limit; at += 1) {
      const char = this.text.charAt(at);
      if (char === close) return at;
      const escapes = char === '\\';
      if (!told && (char < ' ' || (escapes && !this.isEscape(at)))) {
        const what = `${found(this.text, at)}${escapes ? ' here' : ''}`;
        this.faults.add(at, `Text in quotes may not hold ${what}`);
        told = true;
      }
      if (char === '\n' && !goesOn) {
        goesOn = this.closesSoon(at, close);
        this.derailed ||= !goesOn;
        if (!goesOn) return at;
      }
      if (escapes) at += 1;
    }
    return this.limit;
  }

  /** One that is cut off is taken for one. */
  private isEscape(at: number): boolean {
    return /^\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}|(?:u[\dA-Fa-f]{0,3})?$)/.test(this.text.slice(at, at + 6));
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

  private readWord(start: number): Token {
    PYTHON_TIME.lastIndex = start;
    PYTHON_TIME.test(this.text); // a time's commas are its own
    WORD_END.lastIndex = PYTHON_TIME.lastIndex || start + 1;
    this.at = Math.min(WORD_END.exec(this.text)?.index ?? this.limit, this.limit);
    const word = this.text.slice(start, this.at);
    if (this.at >= this.limit && PARTIAL.test(word)) return { kind: 'cut', start };
    if (SCALAR.test(word)) return { kind: 'scalar', start, value: JSON.parse(word) };
    return { kind: 'word', start, value: word };
  }
}

/** What a word means that is no JSON, where other languages or habits tell; else undefined. */
export function foreignValue(word: string): unknown {
  if (word === 'True' || word === 'False') return word === 'True';
  if (NOTHING.test(word)) return null;
  if (word.includes(',')) return pythonTime(word);
  const number = /^[+-]?[\d.]/.test(word) ? Number(word) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Of zones only UTC is taken over: for all others the reader says what it takes them for. */
function pythonTime(word: string): string {
  const parts = word.split(/, tz.*|\D+/).map((digits) => digits.padStart(2, '0'));
  const micros = (parts[7] ?? '').padStart(6, '0');
  return `${parts.slice(1, 4).join('-')}T${parts.slice(4, 7).join(':')}.${micros}${word.includes('utc') ? 'Z' : ''}`;
}
