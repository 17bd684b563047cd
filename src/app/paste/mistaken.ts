import { visible } from '../../ui/visible';
import type { ParseInput } from '../../workers/messages';
import { pasteWords } from '../words/paste';

/** Beyond this nobody pasted it by mistake, and parsing it once more takes long. */
const MOST = 1_000_000;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Below conversations stands what is of them: an answer that names but one is no other thing. */
const API = /^\/(?:platform\/)?(api\/v2\/(?!conversations\/).+)\/[^/]+$/;

/** What the API sends in place of an answer. */
interface Refusal {
  message: string;
  status: number;
}

/**
 * What a text is in which no conversation was found, as a sentence, where it is one of the things that lie beside
 * conversations: their address, a page, a table, another answer of the API.
 */
export function mistaken(input: ParseInput | undefined): string | undefined {
  const words = pasteWords.mistaken;
  // Files are read once, elsewhere.
  const given = input?.kind === 'text' ? input.text.trim() : '';
  if (given === '' || given.length > MOST) return undefined;
  if (/^(https?:\/\/\S+|curl\s[^{]+)$/i.test(given)) return words.address;
  if (UUID.test(given.replaceAll(/^["']|["']$/g, ''))) return words.id;
  if (given.startsWith('<')) return words.markup;
  if (isTable(given)) return words.table;
  return ofJson(parsed(given));
}

/** Several lines that all have as many separators, and no braces. */
function isTable(text: string): boolean {
  const lines = text.split(/\r?\n/, 5);
  if (lines.length < 2 || /[{}[\]]/.test(text)) return false;
  return [',', ';', '\t'].some((separator) => {
    const [first = 0, ...others] = lines.map((line) => line.split(separator).length);
    return first > 2 && others.every((count) => count === first);
  });
}

function ofJson(value: unknown): string | undefined {
  const words = pasteWords.mistaken;
  if (isRefusal(value)) return words.refusal(visible(value.message), value.status);
  if (firstOf(firstOf(value, 'results'), 'data') !== undefined) return words.aggregates;
  const entity = firstOf(value, 'entities') ?? (Array.isArray(value) ? value[0] : value);
  const path = API.exec(textOf(entity, 'selfUri') ?? '')?.[1];
  return path === undefined ? undefined : words.entity(visible(path));
}

function isRefusal(value: unknown): value is Refusal {
  const { message, status } = fieldsOf(value);
  return typeof message === 'string' && typeof status === 'number' && status >= 400;
}

function firstOf(value: unknown, field: string): unknown {
  const list = fieldsOf(value)[field];
  return Array.isArray(list) ? list[0] : undefined;
}

function textOf(value: unknown, field: string): string | undefined {
  const text = fieldsOf(value)[field];
  return typeof text === 'string' ? text : undefined;
}

function fieldsOf(value: unknown): { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
