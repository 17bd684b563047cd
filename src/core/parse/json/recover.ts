import { escapeKey, MAX_DEPTH } from './depth';
import { Faults, found } from './fault';
import { foreignValue, Lexer, type Token } from './lexer';
import { setOwn } from './own';
import { dropIncomplete, type OpenContainer } from './prune';

/** What could be read of a document that is not quite JSON. */
export interface Recovery {
  /** Undefined when nothing could be read. */
  value: unknown;
  /** Where the document ends. */
  end: number;
  /** The steps that lead to what was being read there. */
  steps: readonly string[];
  faults: Faults;
  /** The text ends inside the document, which was well-formed enough until there to tell what is incomplete. */
  cut: boolean;
  /** Nested too deep to be read: there is no value, and the rest was not looked at. */
  deep: boolean;
}

/** What may come next in the innermost container. In an object `item` is a key. */
type Expected = 'first' | 'item' | 'colon' | 'value' | 'after';

/** What is looked for, as a tree of the steps of pointers. */
export interface Wanted {
  /** Where it begins; below 0 until it is found. */
  at: number;
  within: Map<string, Wanted>;
}

interface Frame extends OpenContainer {
  expected: Expected;
  wanted: Wanted | undefined;
}

function isObject(frame: Frame): boolean {
  return !Array.isArray(frame.value);
}

function wanted(frame: Frame): string {
  const { expected } = frame;
  if (expected === 'after') return `a comma or "${isObject(frame) ? '}' : ']'}"`;
  if (expected === 'colon') return 'a colon';
  return expected === 'value' || !isObject(frame) ? 'a value' : 'a name in double quotes';
}

/** Marks before lines, what stands for text that was left out, and calls around values: `> "a": ISODate("…")`. */
function isWrapping({ kind, value }: Token): boolean {
  return kind === 'word' && /^[#>+*|.…)-]+$|\($/.test(value as string);
}

/** Reads one value without recursion, so no depth of nesting harms it. */
class Recoverer {
  readonly open: Frame[] = [];
  readonly faults = new Faults(() => this.steps());
  root: unknown;
  ended: number | undefined;
  deep = false;
  /** What is asked for of the value that was begun last. */
  wanted: Wanted | undefined;
  readonly lexer: Lexer;
  private readonly text: string;

  constructor(text: string, range: { start: number; limit: number }) {
    this.text = text;
    this.lexer = new Lexer(text, range, this.faults);
  }

  /** Reads until the value is complete, the text ends, or another document begins. */
  read(): void {
    for (let token = this.lexer.next(); token.kind !== 'end'; token = this.lexer.next()) {
      if (token.kind === 'cut') return this.takeCut(token);
      this.take(token);
      if (this.ended !== undefined || this.deep) return;
      if (this.open.length === 0) {
        this.ended = this.lexer.at;
        return;
      }
    }
  }

  /** To the innermost array or object. */
  steps(): string[] {
    return this.open
      .slice(0, -1)
      .map(({ value, key = '' }) => (Array.isArray(value) ? `${value.length - 1}` : key));
  }

  private take(token: Token): void {
    const frame = this.open.at(-1);
    if (token.kind === '{' || token.kind === '[') this.begin(token, frame);
    else if (!frame) this.root = token.value;
    else if (token.kind === '}' || token.kind === ']') this.close(token, frame);
    else if (token.kind === ',') this.comma(token, frame);
    else if (token.kind === ':') this.colon(token, frame);
    else if (isWrapping(token)) this.tell(token, frame);
    else this.plain(token, frame);
  }

  /** Of words that are cut off only a body in a HAR is kept, which may hold complete participants. */
  private takeCut({ value, start }: Token): void {
    const frame = this.open.at(-1);
    const path = this.open.map(({ key }) => key).join('/');
    if (frame?.expected === 'value' && path.endsWith('response/content/text')) this.put(frame, value, start);
  }

  private tell(token: Token, frame: Frame): void {
    this.faults.add(token.start, `Expected ${wanted(frame)}, found ${found(this.text, token.start)}`);
  }

  private derail(token: Token, frame: Frame): void {
    this.tell(token, frame);
    this.lexer.derailed = true;
  }

  private begin(token: Token, before: Frame | undefined): void {
    let frame = before;
    if (frame && isObject(frame) && frame.expected !== 'value' && frame.expected !== 'colon') {
      this.derail(token, frame);
      frame = this.closeToArray();
      if (!frame) {
        this.ended = token.start; // no array that it could belong to: the next document
        return;
      }
    } else if (frame && (frame.expected === 'after' || frame.expected === 'colon')) this.tell(token, frame);
    if (this.open.length >= MAX_DEPTH) {
      this.deep = true;
      return;
    }
    const value = token.kind === '{' ? {} : [];
    if (frame) this.put(frame, value, token.start);
    else this.root = value;
    this.open.push({ value, key: undefined, expected: 'first', wanted: this.wanted });
  }

  /** `[{"a": 1, {` lacks a closing brace: closes objects up to the innermost one that is an array's element. */
  private closeToArray(): Frame | undefined {
    const index = this.open.findLastIndex(
      (frame, depth) => isObject(frame) && Array.isArray(this.open[depth - 1]?.value),
    );
    if (index < 0) return undefined;
    this.open.length = index;
    return this.open.at(-1);
  }

  private put(frame: Frame, value: unknown, start: number): void {
    const { value: holder, key = '' } = frame;
    const isList = Array.isArray(holder);
    this.wanted = frame.wanted?.within.get(isList ? `${holder.length}` : escapeKey(key));
    if (this.wanted) this.wanted.at = start;
    if (isList) holder.push(value);
    else setOwn(holder, key, value);
    frame.expected = 'after';
  }

  private close(token: Token, frame: Frame): void {
    if (isObject(frame) === (token.kind === '}')) {
      if (frame.expected !== 'first' && frame.expected !== 'after') this.tell(token, frame);
      this.open.pop();
      return;
    }
    this.derail(token, frame);
    const index = this.open.findLastIndex((outer) => isObject(outer) === (token.kind === '}'));
    if (index >= 0) this.open.length = index;
  }

  private comma(token: Token, frame: Frame): void {
    if (frame.expected !== 'after') this.tell(token, frame);
    frame.expected = 'item';
  }

  private colon(token: Token, frame: Frame): void {
    if (frame.expected === 'colon') frame.expected = 'value';
    else this.derail(token, frame);
  }

  /** A string, a number, a literal or a word. */
  private plain(token: Token, frame: Frame): void {
    const { expected } = frame;
    if (isObject(frame) && expected !== 'colon' && expected !== 'value') {
      if (expected === 'after' || token.kind !== 'string') this.tell(token, frame);
      if (expected === 'after' && token.kind !== 'string') this.lexer.derailed = true;
      frame.key = String(token.value);
      frame.expected = 'colon';
      return;
    }
    const misplaced = expected === 'after' || expected === 'colon';
    if (misplaced) this.tell(token, frame);
    this.put(frame, token.kind === 'word' ? this.meaning(token, misplaced) : token.value, token.start);
  }

  /** An unknown word leaves null in its place, so that what follows keeps its number. */
  private meaning(token: Token, told: boolean): unknown {
    const word = token.value as string;
    const value = foreignValue(word);
    if (!told) this.faults.add(token.start, `Expected a value, found "${word.slice(0, 20)}"`);
    if (value === undefined) this.lexer.derailed = true;
    return value ?? null;
  }
}

/**
 * Reads the document that begins at `start` as far as sense can be made of it: comments, trailing and
 * missing commas, other quotes, words of other languages, missing brackets. Each fault is told.
 */
export function recover(text: string, start: number, limit: number): Recovery {
  const reader = new Recoverer(text, { start, limit });
  reader.read();
  const { faults, root, ended, lexer, deep } = reader;
  const cut = !deep && ended === undefined && !lexer.derailed;
  const steps = reader.steps();
  if (cut) dropIncomplete(reader.open);
  return { value: deep ? undefined : root, end: ended ?? limit, steps, faults, cut, deep };
}

export type Seek = (text: string, root: Wanted) => void;

/** Finds what is wanted in text that had to be mended. */
export const seek: Seek = (text, root) => {
  const reader = new Recoverer(text, { start: 0, limit: text.length });
  reader.wanted = root;
  reader.read();
};

/** A broken value is read once this much text follows it, so that where a stream is cut makes no difference. */
export const MARGIN = 4096;

/** The value of text that a scanner took. Some engines refuse depths that the scanner takes. */
export function parseScanned(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return recover(source, 0, source.length).value;
  }
}

export function isEmpty(value: unknown): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}
