import type { Conversation } from '../../core/index';
import type { Origin } from '../../core/model/field';
import type { Source } from '../json/source';
import { words } from '../words';
import { isCapability } from './link';

const { details } = words;
/** More of a value than this says nothing to the eye. */
const LONGEST = 120;

/** What stands at a pointer, in a few words: as it is spelled in the text, else as it was read. */
export function evidenceValue(pointer: string, conversation: Conversation, source?: Source): string {
  const last = pointer.slice(pointer.lastIndexOf('/') + 1);
  if (isCapability(last)) return details.hiddenLink;
  const literal = source?.literal(pointer);
  if (literal !== undefined) return literalText(literal);
  const value = valueAt(conversation, pointer);
  return value === undefined ? details.notInSource : valueText(value, last);
}

function literalText(literal: string): string {
  try {
    return valueText(JSON.parse(literal), '');
  } catch {
    return shortened(literal); // broken there, or inside another text
  }
}

function valueText(value: unknown, name: string): string {
  if (value === '') return details.emptyText;
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'object' && value !== null) return details.object(Object.keys(value).length);
  // Read times are instants; the data spells them out.
  if (typeof value === 'number' && name.endsWith('Time') && Math.abs(value) <= 8.64e15) {
    return new Date(value).toISOString();
  }
  return shortened(String(value));
}

function listText(items: readonly unknown[]): string {
  const plain = items.every((item) => typeof item === 'string' || typeof item === 'number');
  return plain && items.length > 0 ? shortened(items.join(', ')) : details.list(items.length);
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

type Read = { readonly [field: string]: unknown } & Partial<Origin>;

/** Finds a value among what was read: each object knows its place and how the input spelled its fields. */
function valueAt(conversation: Conversation, pointer: string): unknown {
  for (const observation of conversation.observations) {
    if (observation.atPointer === pointer) return observation.at;
    const { fields, participants, fact } = observation;
    for (const owner of [fact, ...participants, fields]) {
      const value = owner && under(owner as unknown as Read, pointer);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function under(owner: Read, pointer: string): unknown {
  const base = owner.pointer;
  if (base === undefined || !pointer.startsWith(`${base}/`)) return base === pointer ? owner : undefined;
  let value: unknown = owner;
  for (const step of pointer.slice(base.length + 1).split('/')) {
    value = fieldOf(value, step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return value;
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const read = value as Read;
  const name = read.spelled?.find(([, spelled]) => spelled === key)?.[0] ?? key;
  if (Object.hasOwn(read, name)) return read[name];
  return read.unknownFields?.find(([unknown]) => unknown === key)?.[1];
}
