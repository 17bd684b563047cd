/** One value of a JSON text, and where it stands: `[from, to)` in UTF-16 units. */
export interface JsonNode {
  from: number;
  to: number;
  /** Its step in a pointer: the key or the index, not escaped. */
  step: string;
  kind: 'object' | 'array' | 'string' | 'other';
  parent?: JsonNode;
  /** In the order of the text; of a key that comes twice the last one counts, as for every JSON reader. */
  children: JsonNode[];
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

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

/**
 * Follows a text and notes where each value stands. It judges nothing: what is broken was told by the reader
 * of the data, here it only must not lead astray what follows. No recursion, so no depth is too deep.
 */
class TreeReader {
  readonly documents: JsonNode[] = [];
  private open: JsonNode | undefined;
  private key: string | undefined;
  private at: number;

  constructor(
    private readonly text: string,
    from: number,
    private readonly to: number,
  ) {
    this.at = from;
  }

  read(): JsonNode[] {
    while (this.at < this.to) this.token(this.text.charCodeAt(this.at));
    for (let node = this.open; node; node = node.parent) node.to = this.to;
    return this.documents;
  }

  private token(code: number): void {
    const character = String.fromCharCode(code);
    if (isBlank(code) || character === ',' || character === ':') this.at += 1;
    else if (character === '{' || character === '[') this.enter(character);
    else if (character === '}' || character === ']') this.leave();
    else if (code === QUOTE) this.string();
    else this.value('other', wordEnd(this.text, this.at));
  }

  private enter(character: string): void {
    const node = this.value(character === '{' ? 'object' : 'array', this.at + 1);
    this.open = node;
  }

  private leave(): void {
    this.at += 1;
    if (!this.open) return;
    this.open.to = this.at;
    this.open = this.open.parent;
    this.key = undefined;
  }

  private string(): void {
    const end = Math.min(stringEnd(this.text, this.at), this.to);
    if (this.open?.kind === 'object' && this.key === undefined) {
      this.key = decoded(this.text.slice(this.at, end));
      this.at = end;
    } else this.value('string', end);
  }

  private value(kind: JsonNode['kind'], end: number): JsonNode {
    const siblings = this.open ? this.open.children : this.documents;
    const step = this.key ?? String(siblings.length);
    const node: JsonNode = { from: this.at, to: end, step, kind, parent: this.open, children: [] };
    siblings.push(node);
    this.key = undefined;
    this.at = end;
    return node;
  }
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
    return new TreeReader(text, 0, text.length).read();
  }
  const documents: JsonNode[] = [];
  for (let from = 0; from < text.length; ) {
    const next = text.indexOf('\n', from);
    const to = next < 0 ? text.length : next;
    for (const node of new TreeReader(text, from, to).read()) {
      documents.push({ ...node, step: String(documents.length) });
    }
    from = to + 1;
  }
  // The copies above are the owners now.
  for (const document of documents) for (const child of document.children) child.parent = document;
  return documents;
}
