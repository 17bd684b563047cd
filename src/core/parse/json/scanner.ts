/**
 * What stopped a scanner: the end of the text, the end of the value, a character that JSON does not
 * allow there, or the start or end of a key or value that it was asked to mark.
 */
export type Outcome = 'more' | 'done' | 'fault' | 'start' | 'end';

const VALUE = 0;
const FIRST_VALUE = 1;
const FIRST_KEY = 2;
const KEY = 3;
const COLON = 4;
const AFTER = 5;
const STRING = 6;
const ESCAPE = 7;
const HEX = 8;
const NUMBER = 9;
const WORD = 10;

/** A hostile text may open brackets without end; ten million of them cost some 80 MB. */
const DEPTH_LIMIT = 10_000_000;

const WORDS = new Map([
  [0x74, 'true'],
  [0x66, 'false'],
  [0x6e, 'null'],
]);

/** The parts of a number: which may follow each, and whether the number may end there. */
const NUMBER_PARTS: Record<string, { digit?: string; dot?: string; e?: string; sign?: string; end?: true }> =
  {
    minus: { digit: 'whole' },
    zero: { dot: 'dot', e: 'e', end: true },
    whole: { digit: 'whole', dot: 'dot', e: 'e', end: true },
    dot: { digit: 'fraction' },
    fraction: { digit: 'fraction', e: 'e', end: true },
    e: { digit: 'exponent', sign: 'sign' },
    sign: { digit: 'exponent' },
    exponent: { digit: 'exponent', end: true },
  };

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isHex(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}

function beginsValue(code: number): boolean {
  return code === 0x22 || code === 0x7b || code === 0x5b || code === 0x2d || isDigit(code) || WORDS.has(code);
}

function nextPart(part: string, code: number): string | undefined {
  const parts = NUMBER_PARTS[part];
  if (part === 'minus' && code === 0x30) return 'zero';
  if (isDigit(code)) return parts?.digit;
  if (code === 0x2e) return parts?.dot;
  if ((code | 0x20) === 0x65) return parts?.e;
  if (code === 0x2b || code === 0x2d) return parts?.sign;
  return undefined;
}

/**
 * Follows the strict grammar of one JSON value through text that comes in pieces, cut anywhere.
 * It keeps no text and never looks back, so nothing is read twice however large the value is.
 */
export class Scanner {
  outcome: Outcome = 'more';
  /** Keys and values in containers up to this depth are marked by `start` and `end`. */
  level: number;
  /** A line feed inside the value is a fault: each line is a document. */
  lineBound = false;
  /** What was marked last is a key. */
  inKey = false;
  private state = VALUE;
  /** The open containers: true is an object. */
  private readonly open: boolean[] = [];
  private word = '';
  private wordAt = 0;
  private hexLeft = 0;
  private part = '';
  private marked = false;

  constructor(level = 0) {
    this.level = level;
  }

  /** How many arrays and objects are open. */
  get depth(): number {
    return this.open.length;
  }

  /** Reads on from `from`; `outcome` says why it stopped at the offset that it returns. */
  run(text: string, from: number): number {
    let at = from;
    this.outcome = 'more';
    while (at < text.length && this.outcome === 'more') at = this.step(text, at);
    return at;
  }

  /** The text has ended: a number at the very end is complete now. */
  finish(): void {
    if (this.state === NUMBER && NUMBER_PARTS[this.part]?.end) this.complete();
  }

  /** Goes on as if the value that is open at `depth` had ended here. */
  leave(depth: number): void {
    this.open.length = depth;
    this.state = AFTER;
    this.marked = false;
  }

  /** Goes on as if the comma before the next value were there. */
  expectValue(): void {
    this.state = this.open.at(-1) ? KEY : VALUE;
  }

  private step(text: string, at: number): number {
    if (this.state === STRING) return this.inString(text, at);
    const code = text.charCodeAt(at);
    if (this.state === ESCAPE) return this.inEscape(code, at);
    if (this.state === HEX) return this.inHex(code, at);
    if (this.state === NUMBER) return this.inNumber(code, at);
    if (this.state === WORD) return this.inWord(code, at);
    if (code === 0x0a) return this.lineBound && this.depth > 0 ? this.fault(at) : at + 1;
    if (code === 0x20 || code === 0x0d || code === 0x09) return at + 1;
    return this.token(code, at);
  }

  private token(code: number, at: number): number {
    if (this.state === AFTER) return this.afterValue(code, at);
    if (this.state === COLON) {
      if (code !== 0x3a) return this.fault(at);
      this.state = VALUE;
      return at + 1;
    }
    if (this.state === FIRST_KEY && code === 0x7d) return this.close(at);
    if (this.state === FIRST_VALUE && code === 0x5d) return this.close(at);
    if (this.state === FIRST_KEY || this.state === KEY) {
      if (code !== 0x22) return this.fault(at);
      return this.mark(true) ? at : this.begin(code, at);
    }
    if (!beginsValue(code)) return this.fault(at);
    return this.mark(false) ? at : this.begin(code, at);
  }

  /** Stops once before a key or value that is to be marked. */
  private mark(isKey: boolean): boolean {
    this.inKey = isKey;
    if (this.marked || this.depth === 0 || this.depth > this.level) return false;
    this.marked = true;
    this.outcome = 'start';
    return true;
  }

  private begin(code: number, at: number): number {
    this.marked = false;
    const word = WORDS.get(code);
    if (code === 0x22) this.state = STRING;
    else if (code === 0x7b || code === 0x5b) return this.enter(code === 0x7b, at);
    else if (word) {
      this.state = WORD;
      this.word = word;
      this.wordAt = 1;
    } else {
      this.state = NUMBER;
      this.part = code === 0x2d ? 'minus' : code === 0x30 ? 'zero' : 'whole';
    }
    return at + 1;
  }

  private enter(isObject: boolean, at: number): number {
    if (this.depth >= DEPTH_LIMIT) return this.fault(at);
    this.open.push(isObject);
    this.state = isObject ? FIRST_KEY : FIRST_VALUE;
    return at + 1;
  }

  private afterValue(code: number, at: number): number {
    const isObject = this.open.at(-1) === true;
    if (code === 0x2c) {
      this.state = isObject ? KEY : VALUE;
      return at + 1;
    }
    return code === (isObject ? 0x7d : 0x5d) ? this.close(at) : this.fault(at);
  }

  private close(at: number): number {
    this.open.pop();
    this.complete();
    return at + 1;
  }

  private complete(): void {
    this.state = AFTER;
    this.inKey = false;
    if (this.depth === 0) this.outcome = 'done';
    else if (this.depth <= this.level) this.outcome = 'end';
  }

  private inString(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        this.endString();
        return at + 1;
      }
      if (code === 0x5c) {
        this.state = ESCAPE;
        return at + 1;
      }
      if (code < 0x20) return this.fault(at);
    }
    return text.length;
  }

  private endString(): void {
    if (!this.inKey) return this.complete();
    this.state = COLON;
    if (this.depth <= this.level) this.outcome = 'end';
  }

  private inEscape(code: number, at: number): number {
    this.state = STRING;
    if (code === 0x75) {
      this.state = HEX;
      this.hexLeft = 4;
      return at + 1;
    }
    return '"\\/bfnrt'.includes(String.fromCharCode(code)) ? at + 1 : this.fault(at);
  }

  private inHex(code: number, at: number): number {
    if (!isHex(code)) return this.fault(at);
    this.hexLeft -= 1;
    if (this.hexLeft === 0) this.state = STRING;
    return at + 1;
  }

  private inNumber(code: number, at: number): number {
    const part = nextPart(this.part, code);
    if (part) {
      this.part = part;
      return at + 1;
    }
    if (!NUMBER_PARTS[this.part]?.end) return this.fault(at);
    this.complete(); // the character belongs to what follows
    return at;
  }

  private inWord(code: number, at: number): number {
    if (code !== this.word.charCodeAt(this.wordAt)) return this.fault(at);
    this.wordAt += 1;
    if (this.wordAt === this.word.length) this.complete();
    return at + 1;
  }

  private fault(at: number): number {
    this.outcome = 'fault';
    return at;
  }
}
