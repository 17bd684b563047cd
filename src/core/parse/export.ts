import { assertNever } from '../model/assert-never';
import type { Conversation, Observation } from '../model/conversation';
import type { Entry, Field, Fields, Json, Model, Of } from '../model/field';
import * as vendor from '../model/vendor';
import { isTooDeep } from './json/depth';
import { isObject, type JsonObject } from './read';
import { isInstant } from './time';

/** What our own export looks like. */
interface ExportDocument {
  format: 'participant-timeline';
  version: 1;
  conversations: readonly Conversation[];
}

/**
 * Writes conversations as JSON that `parseConversations` reads back exactly, pointers included: they go
 * on naming places in the input that the conversations first came from.
 */
export function exportConversations(conversations: readonly Conversation[]): string {
  const document: ExportDocument = { format: 'participant-timeline', version: 1, conversations };
  return JSON.stringify(document, undefined, 2);
}

const FORMS: readonly unknown[] = ['document', 'event', 'analytics', 'fact'] satisfies Observation['form'][];

/** An exported conversation, checked down to every field; undefined where anything is not as exported. */
export function reviveConversation(value: Json): Conversation | undefined {
  if (!isObject(value) || typeof value['id'] !== 'string' || !Array.isArray(value['observations'])) {
    return undefined;
  }
  return value['observations'].every(isObservation) ? (value as unknown as Conversation) : undefined;
}

const TEXTS = ['pointer', 'atPointer', 'topic', 'media', 'factName'];
const OTHERS = ['form', 'at', 'fields', 'participants', 'fact'];

function isObservation(value: Json): boolean {
  if (!isObject(value) || !FORMS.includes(value['form'])) return false;
  if (!Object.keys(value).every((name) => TEXTS.includes(name) || OTHERS.includes(name))) return false;
  const { participants } = value;
  return (
    isModel(vendor.conversation, value['fields']) &&
    Array.isArray(participants) &&
    participants.every((participant) => isModel(vendor.participant, participant)) &&
    (value['fact'] === undefined || isModel(vendor.detailEvent, value['fact'])) &&
    typeof value['pointer'] === 'string' &&
    (value['at'] === undefined || isInstant(value['at'])) &&
    TEXTS.every((name) => value[name] === undefined || isText(value[name]))
  );
}

function isModel<M extends Model>(of: M, value: Json | undefined): value is Json & Of<M> {
  return (
    isObject(value) &&
    typeof value['pointer'] === 'string' &&
    Object.keys(value).every((name) => isOwn(name, value) || isField(fieldOf(of.fields, name), value[name]))
  );
}

function isOwn(name: string, value: JsonObject): boolean {
  if (name === 'pointer') return true;
  if (name === 'unknownFields') return isEntries(value[name]);
  const entries = value[name];
  return name === 'spelled' && isEntries(entries) && (entries as Entry[]).every(([, key]) => isText(key));
}

function fieldOf(fields: Fields, name: string): Field<unknown> | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function isField(field: Field<unknown> | undefined, value: Json | undefined): boolean {
  switch (field?.kind) {
    case 'text':
    case 'word':
    case 'boolean':
      return typeof value === field.plain;
    case 'number':
      return typeof value === 'number';
    case 'time':
    case 'epoch':
    case 'planned':
      return isInstant(value);
    case 'texts':
      return Array.isArray(value) && value.every(isText);
    case 'entries':
      return isEntries(value);
    // As the reader, which keeps no value that a clone would choke on.
    case 'json':
      return !isTooDeep(value);
    case 'model':
      return isModel(field.of, value);
    case 'models':
      return Array.isArray(value) && value.every((item) => isModel(field.of, item));
    case 'apart':
    case undefined:
      return false;
    default:
      return assertNever(field);
  }
}

function isText(value: Json): boolean {
  return typeof value === 'string';
}

function isEntries(value: Json | undefined): boolean {
  return Array.isArray(value) && value.every(isEntry);
}

function isEntry(value: Json): boolean {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && !isTooDeep(value[1]);
}
