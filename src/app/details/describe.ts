import { assertNever } from '../../core/model/assert-never';
import type { Conversation, MergedParticipant } from '../../core/index';
import type { Entry, Field, Json, Model } from '../../core/model/field';
import {
  conversation as conversationModel,
  entityRef,
  metric,
  participant as participantModel,
} from '../../core/model/vendor';
import { RELATED } from '../../core/timeline/related';
import type { Format } from '../../ui/format';
import { words } from '../words';
import { fieldNames, groupNames, humanised, nestedName, type ParticipantField } from '../words/fields';
import { FIELD_GROUPS } from './groups';
import { isCapability, openableUrl } from './link';
import type { Group, Part, Row, Shown } from './shown';
import { titleOfPart } from './titles';

/** An object that the reader made of the input: its fields by name, and what the model did not know. */
type Read = { readonly [field: string]: unknown } & { unknownFields?: readonly Entry[] };

const { details } = words;
const NONE: Shown = { kind: 'text', text: details.none };

/** Ids of other participants and of their communications, by which a participant refers to them. */
export type Names = ReadonlyMap<string, string>;
const REFERRING: ReadonlySet<ParticipantField> = new Set(['peer', 'controlling', ...RELATED] as const);

/** Every field of a participant, in groups; last what the model does not know. */
export function describeParticipant(
  participant: MergedParticipant,
  format: Format,
  names: Names = new Map(),
): Group[] {
  const read = participant as unknown as Read;
  const groups: Group[] = FIELD_GROUPS.map(([id, fields]) => ({
    id,
    name: groupNames[id],
    rows: fields.flatMap((field) => {
      const named = REFERRING.has(field) ? namedRow(read, field, names) : undefined;
      return named ?? participantRow(read, field, format);
    }),
  }));
  groups.push({ id: 'other', name: details.otherFields, rows: unknownRows(read) });
  return groups.filter(({ rows }) => rows.length > 0);
}

/** What the data says of the conversation beside its participants; of several looks the newest value. */
export function describeConversation({ observations }: Conversation, format: Format): Row[] {
  const read: { [field: string]: unknown } = {};
  for (const { fields } of observations) Object.assign(read, fields);
  const unknown = observations.flatMap(({ fields }) => fields.unknownFields ?? []);
  return rowsOf(conversationModel, { ...read, unknownFields: [...new Map(unknown)] }, format);
}

/** An id that is somebody's in this conversation reads as the name, then the id. */
function namedRow(read: Read, field: ParticipantField, names: Names): Row[] | undefined {
  const value = read[field];
  const ids = (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
  if (!ids.some((id) => names.has(id))) return undefined;
  const texts = ids.map((id) => (names.has(id) ? `${names.get(id)} · ${id}` : id));
  return [{ name: fieldNames[field], field, value: { kind: 'text', text: texts.join(', ') } }];
}

function participantRow(read: Read, field: ParticipantField, format: Format): Row[] {
  const value = read[field];
  if (value === undefined || value === null) return [];
  const shown = showField({ field, of: participantModel.fields[field], value }, format);
  return [{ name: fieldNames[field], field, value: shown }];
}

function unknownRows({ unknownFields = [] }: Read): Row[] {
  return unknownFields.map(([field, value]) => ({
    name: humanised(field),
    field,
    value: showJson(field, value),
  }));
}

function rowsOf(model: Model, read: Read, format: Format): Row[] {
  const rows: Row[] = [];
  for (const [field, of] of Object.entries(model.fields)) {
    const value = read[field];
    if (value === undefined || value === null) continue;
    rows.push({ name: nestedName(field), field, value: showField({ field, of, value }, format) });
  }
  return [...rows, ...unknownRows(read)];
}

interface Found {
  field: string;
  of: Field<unknown>;
  value: unknown;
}

/** What stands under a field is what the model says: the reader has put everything else apart. */
function showField({ field, of, value }: Found, format: Format): Shown {
  switch (of.kind) {
    case 'text':
    case 'word':
      return showText(field, value as string);
    case 'number':
      return { kind: 'text', text: numberText(field, value as number, format) };
    case 'boolean':
      return { kind: 'text', text: value === true ? details.yes : details.no };
    case 'time':
    case 'epoch':
    case 'planned':
      return { kind: 'text', text: format.full(value as number) };
    case 'texts':
      return listed(value as string[]);
    case 'entries':
      return table((value as Entry[]).map(([key, item]) => [key, textUnder(key, item)]));
    case 'json':
    case 'apart':
      return showJson(field, value as Json);
    case 'model':
      return of.of === entityRef
        ? reference(value as Read)
        : rowsOrNone(rowsOf(of.of, value as Read, format));
    case 'models':
      return showModels({ field, of: of.of, items: value as Read[] }, format);
    default:
      return assertNever(of);
  }
}

function showText(field: string, text: string): Shown {
  if (isCapability(field)) return { kind: 'address', text, secret: true };
  return openableUrl(text) ? { kind: 'address', text, secret: false } : { kind: 'text', text };
}

/** Lengths in words, and as the vendor counts them. */
function numberText(field: string, value: number, format: Format): string {
  if (field.endsWith('Ms')) return `${format.spoken(value)} (${format.count(value)} ms)`;
  if (field.endsWith('Seconds')) return format.spoken(value * 1000);
  return String(value);
}

function showModels(
  { field, of, items }: { field: string; of: Model; items: readonly Read[] },
  format: Format,
): Shown {
  if (items.length === 0) return NONE;
  if (of === entityRef) return listed(items.map((item) => referenceText(item)));
  if (of === (metric as Model)) {
    return table(
      items.map((item) => [typeof item['name'] === 'string' ? item['name'] : '', metricText(item, format)]),
    );
  }
  const parts = items.map((item, index): Part => {
    const title = titleOfPart({ field, item, index }, format);
    return { title, rows: rowsOf(of, item, format) };
  });
  return { kind: 'parts', parts };
}

/** The vendor names lengths `t…`; the others are counts. */
function metricText({ name, value }: Read, format: Format): string {
  if (typeof value !== 'number') return details.none;
  return typeof name === 'string' && name.startsWith('t') ? format.compact(value, true) : format.count(value);
}

/** A person or a queue reads as its name, then what identifies it. */
function referenceText({ name, id, selfUri, unknownFields = [] }: Read): string {
  const known = [name, id, selfUri].filter((part) => typeof part === 'string' && part !== '');
  const unknown = unknownFields.map(([key, value]) => `${humanised(key)}: ${textUnder(key, value)}`);
  return [...known, ...unknown].join(' · ');
}

function reference(read: Read): Shown {
  const text = referenceText(read);
  return text === '' ? NONE : { kind: 'text', text };
}

function listed(texts: readonly string[]): Shown {
  return texts.length === 0 ? NONE : { kind: 'text', text: texts.join(', ') };
}

function table(rows: [string, string][]): Shown {
  return rows.length === 0 ? NONE : { kind: 'table', rows };
}

function rowsOrNone(rows: Row[]): Shown {
  return rows.length === 0 ? NONE : { kind: 'rows', rows };
}

/** Deeper than this, one line has to do. */
const DEEPEST = 6;

/** JSON that no model describes, readable all the same: rows and parts, not braces. */
function showJson(field: string, value: Json, depth = 0): Shown {
  if (typeof value === 'string') return value === '' ? NONE : showText(field, value);
  if (typeof value !== 'object' || value === null || depth >= DEEPEST || isCapability(field))
    return { kind: 'text', text: textUnder(field, value) };
  if (!Array.isArray(value)) return rowsOrNone(jsonRows(value, depth));
  if (value.every((item) => typeof item !== 'object' || item === null)) {
    return listed(value.map((item) => inlineText(item)));
  }
  const parts = value.map((item, index): Part => {
    const rows = isObject(item)
      ? jsonRows(item, depth)
      : [{ name: '', field, value: showJson(field, item, depth + 1) }];
    return { title: `${index + 1}`, rows };
  });
  return { kind: 'parts', parts };
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonRows(value: { [key: string]: Json }, depth: number): Row[] {
  return Object.keys(value).map((key) => ({
    name: humanised(key),
    field: key,
    value: showJson(key, value[key] ?? null, depth + 1),
  }));
}

/** A value on one line. */
function inlineText(value: Json): string {
  if (value === null) return details.none;
  if (typeof value === 'boolean') return value ? details.yes : details.no;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? details.none : value.map(inlineText).join(', ');
  const parts = Object.keys(value).map((key) => `${key}: ${textUnder(key, value[key] ?? null)}`);
  return parts.length === 0 ? details.none : parts.join('; ');
}

/** A value on one line, by its name: where there is no button to show it, a join link stays hidden. */
function textUnder(key: string, value: Json): string {
  return isCapability(key) && value !== null && value !== '' ? details.hiddenLink : inlineText(value);
}
