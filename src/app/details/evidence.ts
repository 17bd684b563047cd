import type { Conversation } from '../../core/index';
import type { Field, Model, Origin } from '../../core/model/field';
import { conversation as conversationModel, detailEvent, participant } from '../../core/model/vendor';
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
  return value === undefined ? details.notInSource : valueText(value);
}

function literalText(literal: string): string {
  try {
    return valueText(JSON.parse(literal));
  } catch {
    return shortened(literal); // broken there, or inside another text
  }
}

function valueText(value: unknown): string {
  if (value === '') return details.emptyText;
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'object' && value !== null) return details.object(Object.keys(value).length);
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
  for (const { at, atPointer, fact, participants, fields } of conversation.observations) {
    if (atPointer === pointer) return at === undefined ? undefined : spelledOut(at);
    const owners: [object | undefined, Model][] = [
      [fact, detailEvent],
      ...participants.map((each): [object, Model] => [each, participant]),
      [fields, conversationModel],
    ];
    for (const [owner, of] of owners) {
      const value = owner && under(owner as Read, of, pointer);
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** Read times are instants; the data spells them out. */
function spelledOut(at: number): string {
  return new Date(at).toISOString();
}

/** A value, and as what it was read. */
interface Reached {
  value: unknown;
  of?: Field<unknown> | undefined;
}

function under(owner: Read, model: Model, pointer: string): unknown {
  const base = owner.pointer;
  if (base === undefined || !pointer.startsWith(`${base}/`)) return base === pointer ? owner : undefined;
  let reached: Reached = { value: owner, of: { kind: 'model', of: model } };
  for (const step of pointer.slice(base.length + 1).split('/')) {
    reached = fieldOf(reached, step.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  const { value, of } = reached;
  const isTime = of?.kind === 'time' || of?.kind === 'epoch' || of?.kind === 'planned';
  return isTime && typeof value === 'number' ? spelledOut(value) : value;
}

function fieldOf({ value, of }: Reached, key: string): Reached {
  if (typeof value !== 'object' || value === null) return { value: undefined };
  const read = value as Read;
  const name = read.spelled?.find(([, spelled]) => spelled === key)?.[0] ?? key;
  if (!Object.hasOwn(read, name)) {
    return { value: read.unknownFields?.find(([unknown]) => unknown === key)?.[1] };
  }
  if (Array.isArray(value)) return { value: read[name], of };
  return { value: read[name], of: of && 'of' in of ? of.of.fields[name] : undefined };
}
