/** Characters that make up the structure of JSON; everything else outside strings is kept as it stands. */
const OPENING = '{[';
const CLOSING = '}]';
const BLANK = /\s/;

/** Index after a string that begins at `start`; the end of the text where it is never closed. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/**
 * What Python prints (by its apostrophe also what is no string at all), other quotes that the reader takes for quotes, and
 * comments: what stands in them is their own. Those that open and close by different signs are looked for so far only, as
 * each of many that never close would be looked for anew.
 */
const WHOLE =
  /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`|\u2018(?:[^\u2019\\\n]|\\.){0,1000}\u2019|\u201c(?:[^\u201d\\\n]|\\.){0,1000}\u201d|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/y;

/** Index after what begins at `start` and is neither a bracket nor a separator. */
function endOfValue(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  WHOLE.lastIndex = start;
  return WHOLE.test(text) ? WHOLE.lastIndex : endOfWord(text, start);
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !BLANK.test(text.charAt(at)) && !'{}[],:"'.includes(text.charAt(at))) at += 1;
  return at;
}

function nextSolid(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANK.test(text.charAt(at))) at += 1;
  return at;
}

class Indenter {
  private readonly parts: string[] = [];
  private depth = 0;
  /** What was written last: decides what stands before the next. */
  private last: 'start' | 'open' | 'separator' | 'colon' | 'value' | 'comment' = 'start';

  constructor(private readonly text: string) {}

  run(): string {
    let at = nextSolid(this.text, 0);
    while (at < this.text.length) at = nextSolid(this.text, this.take(at));
    return this.parts.join('');
  }

  private take(at: number): number {
    const mark = this.text.charAt(at);
    if (OPENING.includes(mark)) return this.open(at);
    if (CLOSING.includes(mark)) return this.close(at);
    if (mark === ',' || mark === ':') {
      if (this.last === 'comment') this.newLine();
      this.parts.push(mark === ',' ? ',' : ': ');
      this.last = mark === ',' ? 'separator' : 'colon';
      return at + 1;
    }
    const end = endOfValue(this.text, at);
    this.value(this.text.slice(at, end));
    // One that ends with its line.
    if (this.text.startsWith('//', at)) this.last = 'comment';
    return end;
  }

  private open(at: number): number {
    const next = nextSolid(this.text, at + 1);
    const mark = this.text.charAt(at);
    const empty = CLOSING.includes(this.text.charAt(next)) && next < this.text.length;
    if (empty) {
      this.value(mark + this.text.charAt(next));
      return next + 1;
    }
    this.value(mark);
    this.depth += 1;
    this.last = 'open';
    return at + 1;
  }

  private close(at: number): number {
    this.depth = Math.max(0, this.depth - 1);
    this.newLine();
    this.parts.push(this.text.charAt(at));
    this.last = 'value';
    return at + 1;
  }

  private value(text: string): void {
    // Two values side by side are two documents, or a mistake: a line each, in either case.
    if (this.last !== 'start' && this.last !== 'colon') this.newLine();
    this.parts.push(text);
    this.last = 'value';
  }

  private newLine(): void {
    this.parts.push(`\n${'  '.repeat(Math.min(this.depth, 40))}`);
  }
}

/**
 * Puts JSON into lines of its own, indented by two. Only blanks between its parts change: numbers keep all
 * their digits, keys their order and their doubles, and what is no JSON is kept as it came.
 */
export function indentJson(text: string): string {
  return new Indenter(text).run();
}
