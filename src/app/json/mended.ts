import { escapeKey } from '../../core/parse/json/depth';
import { readDocuments } from '../../core/parse/json/documents';
import { seek, type Wanted } from '../../core/parse/json/recover';
import { soundDocuments } from '../../core/parse/json/sound';
import { type JsonNode, valueAt } from './tree';

/** Reading more than this once more is felt. */
const MENDED_CHARACTERS = 2_000_000;

/** What opens a text that JSON would have in double quotes, and what closes it. */
const OPENING = "'`\u2018\u201c";
const CLOSING = "'`\u2019\u201d";

interface Found {
  step: string;
  value: unknown;
  from: number;
  /** Of its document. */
  end: number;
  inside: () => readonly JsonNode[];
}

/** A value of a text that had to be mended, where its reader found it. */
class MendedNode implements JsonNode {
  readonly step: string;
  readonly from: number;
  readonly kind: JsonNode['kind'];
  private known: number | undefined;

  constructor(
    private readonly text: string,
    private readonly found: Found,
  ) {
    this.step = found.step;
    this.from = found.from;
    this.kind = kindOf(found.value);
  }

  get to(): number {
    const { text, from, kind } = this;
    const { end } = this.found;
    // A document that is a text without its quotes reaches to its end.
    const isBare = kind === 'string' && '{['.includes(text.charAt(from));
    const own = () => quotedEnd(text, from) ?? valueAt(text, from, end)?.to ?? from;
    // A bracket in quotes that JSON has not seems to end it before what it holds.
    this.known ??= isBare ? end : this.children.reduce((most, { to }) => Math.max(most, to), own());
    return this.known;
  }

  get children(): readonly JsonNode[] {
    return this.found.inside();
  }
}

function kindOf(value: unknown): JsonNode['kind'] {
  if (typeof value === 'string') return 'string';
  if (typeof value !== 'object' || value === null) return 'other';
  return Array.isArray(value) ? 'array' : 'object';
}

/**
 * The documents of a text that had to be mended, by their places among all: what is a document, and where its values are,
 * only its reader knows. Undefined where it was sound.
 */
export function mendedTree(text: string): { documents: JsonNode[]; several: boolean } | undefined {
  if (text.length > MENDED_CHARACTERS || soundDocuments(text)) return undefined;
  const { documents, count, sourceOf } = readDocuments(text);
  const starts = lineStarts(text);
  const nodes = documents.flatMap(({ value, index }, at) => {
    const source = sourceOf(at);
    if (!source) return [];
    const from = (starts[source.place.line - 1] ?? 0) + source.place.column - 1;
    const end = from + source.text.length;
    let parts: readonly JsonNode[] | undefined;
    const inside = () => (parts ??= partsOf(value, source.text, { text, from, end }));
    return new MendedNode(text, { step: String(index), value, from, end, inside });
  });
  return { documents: nodes, several: count > 1 };
}

/** A byte order mark is no part of the first line. */
function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

interface Whole {
  text: string;
  from: number;
  end: number;
}

/** All values in a document, found in one reading of its text. */
function partsOf(value: unknown, source: string, whole: Whole): JsonNode[] {
  const root = wantedOf(value);
  if (root.within.size === 0) return [];
  seek(source, root);
  return nodesOf(value, root, whole);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function wantedOf(value: unknown): Wanted {
  return {
    at: -1,
    within: new Map(entriesOf(value).map(([key, part]) => [escapeKey(key), wantedOf(part)])),
  };
}

function nodesOf(whole: unknown, { within }: Wanted, place: Whole): JsonNode[] {
  const { text, from, end } = place;
  return entriesOf(whole).flatMap(([step, value]) => {
    const found = within.get(escapeKey(step));
    if (!found || found.at < 0) return [];
    const children = nodesOf(value, found, place);
    return new MendedNode(text, { step, value, from: from + found.at, end, inside: () => children });
  });
}

/** Where a text in other quotes that begins at `from` ends; undefined of all else. */
function quotedEnd(text: string, from: number): number | undefined {
  const quote = OPENING.indexOf(text.charAt(from));
  if (quote < 0 || from >= text.length) return undefined;
  const end = text.indexOf(CLOSING.charAt(quote), from + 1);
  return end < 0 ? text.length : end + 1;
}

/** What stands in quotes of whatever kind, or bare: how much of its beginning and of its end they are. */
export function quotesOf(literal: string): { open: number; close: number } {
  const first = literal.charAt(0);
  const quote = `"${OPENING}`.indexOf(first);
  if (first === '' || quote < 0) return { open: 0, close: 0 };
  return { open: 1, close: literal.length > 1 && literal.endsWith(`"${CLOSING}`.charAt(quote)) ? 1 : 0 };
}
