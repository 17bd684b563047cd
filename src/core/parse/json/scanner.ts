/**
 * What stopped a scanner: the end of the text, the end of the value, a character that JSON does not
 * allow there, or the start or end of a key or value that it was asked to mark.
 */
export type Outcome = 'more' | 'done' | 'fault' | 'start' | 'end';

/* What comes next, or is being read. A cutter names the first six in its faults. */
const VALUE = 0;
const FIRST_VALUE = 1;
const FIRST_KEY = 2;
const KEY = 3;
const COLON = 4;
const AFTER = 5;
const STRING = 6;
const ESCAPE = 7;
const NUMBER = 8;
const WORD = 9;

/** A hostile text may open brackets without end; ten million of them cost some 80 MB. */
const DEPTH_LIMIT = 10_000_000;

const WORDS = ['true', 'false', 'null'];

/** What may follow each part of a number: a digit, a dot, an e, a sign each begin the part whose number stands there. */
const PARTS = [
  '2', // 0: minus; a zero begins part 1
  ' 35', // 1: a whole part of zero
  '235', // 2: any other
  '4', // 3: dot
  '4 5', // 4: fraction
  '7  6', // 5: e
  '7', // 6: sign
  '7', // 7: exponent
];
const HEX = '0123456789abcdefABCDEF';
/** A number may end with these. */
const COMPLETE = '1247';

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** 0: none that may follow. */
function nextPart(part: number, code: number): number {
  if (part === 0 && code === 0x30) return 1;
  const kind = isDigit(code) ? 0 : ('..eE+-'.indexOf(String.fromCharCode(code)) >> 1) + 1 || 9;
  return (PARTS[part] ?? '').charCodeAt(kind) & 7;
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
  state = VALUE;
  /** The open containers: true is an object. */
  private readonly open: boolean[] = [];
  /** What is left of a word. */
  private rest = '';
  /** Hexadecimal digits that an escape still needs; before its first character none is known of. */
  private digits = 0;
  private part = 0;
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
    while (at < text.length && this.outcome === 'more') {
      at = this.state === STRING ? this.inString(text, at) : at + this.step(text.charCodeAt(at));
    }
    return at;
  }

  /** The text has ended: a number at the very end is complete now. */
  finish(): void {
    if (this.state === NUMBER && COMPLETE.includes(`${this.part}`)) this.complete();
  }

  /** Goes on as if the value that is open at `depth` had ended here. */
  leave(depth: number): void {
    this.open.length = depth;
    this.state = AFTER;
  }

  /** Goes on as if the comma before the next value were there. */
  expectValue(): void {
    this.state = this.open.at(-1) ? KEY : VALUE;
  }

  /** Takes a character outside of strings, or none: then it is a fault, or marked, or belongs to what follows. */
  private step(code: number): 0 | 1 {
    const { state } = this;
    if (state === ESCAPE) return this.inEscape(code);
    if (state === NUMBER) return this.inNumber(code);
    if (state === WORD) return this.inWord(code);
    if (code === 0x0a && this.lineBound) return this.fault();
    if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) return 1;
    const isObject = this.open.at(-1) === true;
    if (state === AFTER && code === 0x2c) return this.go(isObject ? KEY : VALUE);
    if (state === COLON && code === 0x3a) return this.go(VALUE);
    if (
      (state === AFTER || state === FIRST_KEY || state === FIRST_VALUE) &&
      code === (isObject ? 0x7d : 0x5d)
    ) {
      this.open.pop();
      return this.complete();
    }
    return state === AFTER || state === COLON ? this.fault() : this.item(code);
  }

  private go(state: number): 1 {
    this.state = state;
    return 1;
  }

  /** A key or a value begins. */
  private item(code: number): 0 | 1 {
    const isKey = this.state === FIRST_KEY || this.state === KEY;
    const word = WORDS.find((word) => word.charCodeAt(0) === code);
    const opens = code === 0x7b || code === 0x5b;
    const isNumber = code === 0x2d || isDigit(code);
    if (code !== 0x22 && (isKey || !(word || opens || isNumber))) return this.fault();
    this.inKey = isKey;
    if (!this.marked && this.depth > 0 && this.depth <= this.level) {
      this.marked = true;
      this.outcome = 'start';
      return 0;
    }
    this.marked = false;
    if (opens) {
      if (this.depth >= DEPTH_LIMIT) return this.fault();
      this.open.push(code === 0x7b);
      return this.go(code === 0x7b ? FIRST_KEY : FIRST_VALUE);
    }
    if (word) {
      this.rest = word.slice(1);
      return this.go(WORD);
    }
    this.part = nextPart(0, code);
    return this.go(isNumber ? NUMBER : STRING);
  }

  private complete(): 1 {
    this.state = AFTER;
    this.inKey = false;
    if (this.depth === 0) this.outcome = 'done';
    else if (this.depth <= this.level) this.outcome = 'end';
    return 1;
  }

  private inString(text: string, from: number): number {
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        this.endString();
        return at + 1;
      }
      if (code === 0x5c) {
        this.digits = 0;
        return at + this.go(ESCAPE);
      }
      if (code < 0x20) return at + this.fault();
    }
    return text.length;
  }

  private endString(): void {
    if (!this.inKey) return void this.complete();
    this.state = COLON;
    if (this.depth <= this.level) this.outcome = 'end';
  }

  private inEscape(code: number): 0 | 1 {
    const char = String.fromCharCode(code);
    if (this.digits > 0) {
      if (!HEX.includes(char)) return this.fault();
      this.digits -= 1;
      return this.digits > 0 ? 1 : this.go(STRING);
    }
    if (char === 'u') this.digits = 4;
    else this.state = STRING; // a wrong one is passed over
    return '"\\/bfnrtu'.includes(char) ? 1 : this.fault();
  }

  private inNumber(code: number): 0 | 1 {
    const part = nextPart(this.part, code);
    if (!part) {
      if (!COMPLETE.includes(`${this.part}`)) return this.fault();
      this.complete(); // the character belongs to what follows
      return 0;
    }
    this.part = part;
    return 1;
  }

  private inWord(code: number): 0 | 1 {
    if (code !== this.rest.charCodeAt(0)) return this.fault();
    this.rest = this.rest.slice(1);
    return this.rest === '' ? this.complete() : 1;
  }

  private fault(): 0 {
    this.outcome = 'fault';
    return 0;
  }
}
