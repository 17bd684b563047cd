import { JSON_START } from '../../core/parse/har';
import { decodeText } from '../../core/parse/json/decode';
import { escapeKey, MAX_DEPTH } from '../../core/parse/json/depth';
import { CELL_QUOTES, DOUBLED, ENCODED, unquotedCell } from '../../core/parse/json/splitter';
import { mendedTree, quotesOf } from './mended';
import { type JsonNode, readTree } from './tree';

/** A stretch of a text, `[from, to)` in UTF-16 units. */
export interface Span {
  from: number;
  to: number;
  /** The value stands somewhere within: the text is encoded there. */
  within?: true;
}

/** Where pointers lead in a text, and which lead to a place in it. */
export interface Positions {
  locate(pointer: string): Span | undefined;
  /** Pointers of the values that contain the place, the innermost first. */
  pointersAt(offset: number): string[];
  /** Bodies of a HAR that are packed in base64, by the pointer of their text. */
  packed(): readonly PackedBody[];
}

/** What names the text inside a HAR entry. Behind it, as behind every text of JSON, `#` begins a pointer of its own. */
export const BODY = '/response/content/text';

/** A body in base64, and what it says. */
export interface PackedBody {
  pointer: string;
  text: string;
}

export function positionsIn(text: string): Positions {
  return new TextPositions(text);
}

interface Documents {
  documents: readonly JsonNode[];
  /** Pointers begin with the place of a document. */
  several: boolean;
}

function documentsIn(text: string): Documents {
  // Copied without its quotes.
  if (!text.startsWith('"') && ENCODED.test(text)) return { documents: [bareText(text)], several: false };
  const mended = mendedTree(text);
  if (mended) return mended;
  const documents = readTree(text);
  return { documents, several: documents.length > 1 };
}

function bareText(text: string): JsonNode {
  return { kind: 'string', from: 0, to: text.trimEnd().length, step: '0', children: [] };
}

function plainStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** A text inside a string literal: which of its characters stands where outside. */
interface Inner {
  positions: Positions;
  offsets: Uint32Array;
}

class TextPositions implements Positions {
  private known: Documents | undefined;
  private readonly inner = new WeakMap<JsonNode, Inner>();

  constructor(private readonly text: string) {}

  private get whole(): Documents {
    this.known ??= documentsIn(this.text);
    return this.known;
  }

  locate(pointer: string): Span | undefined {
    for (let end = pointer.indexOf('#'); end >= 0; end = pointer.indexOf('#', end + 1)) {
      const own = pointer.slice(0, end);
      const outer = this.node(own);
      const inner = outer && this.innerOf(outer);
      if (!inner && !own.endsWith(BODY)) continue; // a name that holds the character
      const found = inner?.positions.locate(pointer.slice(end + 1));
      // A body in base64 has no place for its parts: all of it then.
      if (!inner || !found) return outer && { from: outer.from, to: outer.to, within: true };
      return { from: inner.offsets[found.from] ?? 0, to: inner.offsets[found.to] ?? 0 };
    }
    return spanOf(this.node(pointer));
  }

  pointersAt(offset: number): string[] {
    const path: JsonNode[] = [];
    let among = this.whole.documents;
    while (path.length < MAX_DEPTH) {
      const node = among.findLast(({ from, to }) => from <= offset && offset <= to);
      if (!node) break;
      path.push(node);
      among = node.children;
    }
    const last = path.at(-1);
    const pointers = path.map((_, depth) => this.pointerOf(path.slice(0, depth + 1))).toReversed();
    const own = pointers[0];
    if (!last || own === undefined) return pointers;
    const inside = this.innerPointers(last, offset).map((pointer) => `${own}#${pointer}`);
    return [...inside, ...pointers];
  }

  private innerPointers(node: JsonNode, offset: number): string[] {
    const inner = this.innerOf(node);
    if (!inner) return [];
    const place = inner.offsets.findIndex((at) => at >= offset);
    return inner.positions.pointersAt(place < 0 ? inner.offsets.length - 1 : place);
  }

  private pointerOf(path: readonly JsonNode[]): string {
    const steps = this.whole.several ? path : path.slice(1);
    return steps.map(({ step }) => `/${escapeKey(step)}`).join('');
  }

  packed(): PackedBody[] {
    const { documents, several } = this.whole;
    return documents.flatMap((document) => {
      const entries = under(document, ['log', 'entries'])?.children ?? [];
      return entries.flatMap((entry, index) => {
        const text = this.unpacked(under(entry, ['response', 'content']));
        const pointer = `${several ? `/${document.step}` : ''}/log/entries/${index}${BODY}`;
        return text === undefined ? [] : [{ pointer, text }];
      });
    });
  }

  private unpacked(content: JsonNode | undefined): string | undefined {
    if (this.stringAt(under(content, ['encoding'])) !== 'base64') return undefined;
    const text = base64Text(this.stringAt(under(content, ['text'])) ?? '');
    return text !== undefined && JSON_START.test(text) ? text : undefined;
  }

  private stringAt(node: JsonNode | undefined): string | undefined {
    if (node?.kind !== 'string') return undefined;
    return decodedLiteral(this.text.slice(node.from, node.to), 0).text;
  }

  private node(pointer: string): JsonNode | undefined {
    const steps = pointer.split('/').slice(1).map(plainStep);
    const { documents, several } = this.whole;
    if (!several) return under(documents[0], steps);
    const place = steps.shift();
    return under(
      documents.find(({ step }) => step === place),
      steps,
    );
  }

  private innerOf(node: JsonNode): Inner | undefined {
    const known = this.inner.get(node);
    if (known || node.kind !== 'string') return known;
    const { text, offsets } = decodedLiteral(this.text.slice(node.from, node.to), node.from);
    if (!JSON_WITHIN.test(text)) return undefined;
    const made = { positions: new TextPositions(text), offsets };
    this.inner.set(node, made);
    return made;
  }
}

// A line of a log has a time and the like before it.
const JSON_WITHIN = /[{[]\s*["']/;

function base64Text(text: string): string | undefined {
  try {
    return decodeText(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return undefined; // cut off, or no base64
  }
}

function under(node: JsonNode | undefined, steps: readonly string[]): JsonNode | undefined {
  return steps.reduce((at, step) => at?.children.findLast((child) => child.step === step), node);
}

function spanOf(node: JsonNode | undefined): Span | undefined {
  return node && { from: node.from, to: node.to };
}

const CELL_PART = new RegExp(`${CELL_QUOTES.source}|[^"]`, 'g');

/** The text of a string literal, be it in quotes or not, and for each of its characters, and the end, the offset outside. */
function decodedLiteral(literal: string, base: number): { text: string; offsets: Uint32Array } {
  if (DOUBLED.test(literal)) return undoubledLiteral(literal, base);
  const { open, close } = quotesOf(literal);
  const end = literal.length - close;
  const offsets = new Uint32Array(end + 1 - open);
  const pieces: string[] = [];
  let count = 0;
  let at = open;
  while (at < end) {
    offsets[count] = base + at;
    count += 1;
    const length = literal[at] !== '\\' ? 1 : literal[at + 1] === 'u' ? 6 : 2;
    pieces.push(length === 1 ? literal.charAt(at) : unescaped(literal.slice(at, at + length)));
    at += length;
  }
  offsets[count] = base + end;
  return { text: pieces.join(''), offsets: offsets.subarray(0, count + 1) };
}

/** The same of cells of a CSV, as their reader takes them apart. */
function undoubledLiteral(literal: string, base: number): { text: string; offsets: Uint32Array } {
  const { open } = quotesOf(literal);
  const offsets: number[] = [];
  let text = '';
  for (const { 0: found, index } of literal.slice(open).matchAll(CELL_PART)) {
    offsets.push(base + open + index);
    text += found.startsWith('"') ? unquotedCell(found) : found;
  }
  return { text, offsets: Uint32Array.from([...offsets, base + literal.length]) };
}

function unescaped(sequence: string): string {
  try {
    return String(JSON.parse(`"${sequence}"`));
  } catch {
    return ' '; // cut off, or no escape that JSON knows
  }
}
