/** One value of a JSON text, and where it stands: `[from, to)` in UTF-16 units. */
export interface JsonNode {
  readonly from: number;
  readonly to: number;
  /** Its step in a pointer: the key or the index, not escaped. */
  readonly step: string;
  readonly kind: 'object' | 'array' | 'string' | 'other';
  /**
   * In the order of the text; of a key that comes twice the last one counts, as for every JSON reader. Looked
   * for when first asked, so that of a text of many megabytes only the way to a place is ever held.
   */
  readonly children: readonly JsonNode[];
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** The offset behind a string that begins at `from`. */
function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 2;
    else if (code === QUOTE) return at + 1;
    else at += 1;
  }
  return text.length;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0xfeff;
}

/** Characters that end a word or a number. */
const DELIMITERS = ' \n\r\t,:{}[]"';

function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && !DELIMITERS.includes(text.charAt(at))) at += 1;
  return at;
}

function decoded(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal.replace(/^"|"$/g, ''); // broken off, or with a character that JSON forbids
  }
}

const OPENING = /[{[]/;

/** The offset behind the container that begins at `from`, and whether it is closed before `to`. */
function containerEnd(text: string, from: number, to: number): { end: number; closed: boolean } {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = stringEnd(text, at) - 1;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === 0) return { end: at + 1, closed: true };
    }
  }
  return { end: to, closed: false };
}

interface TextSpan {
  kind: JsonNode['kind'];
  from: number;
  to: number;
  /** Of a container: its end stands in the text. */
  closed?: boolean;
}

class TextNode implements JsonNode {
  private known: readonly JsonNode[] | undefined;

  constructor(
    private readonly text: string,
    readonly step: string,
    private readonly span: TextSpan,
  ) {}

  get kind(): JsonNode['kind'] {
    return this.span.kind;
  }

  get from(): number {
    return this.span.from;
  }

  get to(): number {
    return this.span.to;
  }

  get children(): readonly JsonNode[] {
    const { kind, from, to, closed = false } = this.span;
    if (kind !== 'object' && kind !== 'array') return NONE;
    const inside = { kind, from: from + 1, to: closed ? to - 1 : to };
    this.known ??= new LevelReader(this.text, inside).read();
    return this.known;
  }
}

const NONE: readonly JsonNode[] = [];

/**
 * Follows a stretch of a text and notes where each value of its own level stands. It judges nothing: what is
 * broken was told by the reader of the data, here it only must not lead astray what follows. No recursion, so
 * no depth is too deep.
 */
class LevelReader {
  private readonly found: JsonNode[] = [];
  private key: string | undefined;
  private at: number;

  constructor(
    private readonly text: string,
    private readonly span: { kind: 'object' | 'array' | 'text'; from: number; to: number },
    /** Place of the first value among all. */
    private readonly first = 0,
  ) {
    this.at = span.from;
  }

  /** Up to so many values. */
  read(most = Number.POSITIVE_INFINITY): JsonNode[] {
    while (this.at < this.span.to && this.found.length < most) this.token(this.text.charCodeAt(this.at));
    return this.found;
  }

  private token(code: number): void {
    const character = String.fromCharCode(code);
    if (isBlank(code) || ',:}]'.includes(character)) this.at += 1;
    else if (OPENING.test(character)) {
      const { end, closed } = containerEnd(this.text, this.at, this.span.to);
      this.value(code === OPEN_BRACE ? 'object' : 'array', end, closed);
    } else if (code === QUOTE) this.string();
    else this.value('other', Math.min(wordEnd(this.text, this.at), this.span.to));
  }

  private string(): void {
    const end = Math.min(stringEnd(this.text, this.at), this.span.to);
    if (this.span.kind === 'object' && this.key === undefined) {
      this.key = decoded(this.text.slice(this.at, end));
      this.at = end;
    } else this.value('string', end);
  }

  private value(kind: JsonNode['kind'], to: number, closed?: boolean): void {
    const step = this.key ?? String(this.first + this.found.length);
    this.found.push(new TextNode(this.text, step, { kind, from: this.at, to, closed }));
    this.key = undefined;
    this.at = to;
  }
}

/** The value that begins at `from`, and ends at `to` at the latest. */
export function valueAt(text: string, from: number, to: number): JsonNode | undefined {
  return new LevelReader(text, { kind: 'text', from, to }).read(1)[0];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * The documents of a text. Where the first line is a document of its own and others follow, each line is
 * read by itself, so that a broken one does not swallow the next.
 */
export function readTree(text: string): JsonNode[] {
  const newline = text.indexOf('\n');
  const first = newline < 0 ? '' : text.slice(0, newline).trim();
  if (!/^\uFEFF?[{[]/.test(first) || !isJson(first.replace(/^\uFEFF/, ''))) {
    return new LevelReader(text, { kind: 'text', from: 0, to: text.length }).read();
  }
  const documents: JsonNode[] = [];
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from);
    const to = next < 0 ? text.length : next;
    documents.push(...new LevelReader(text, { kind: 'text', from, to }, documents.length).read());
    from = to + 1;
  }
  return documents;
}
