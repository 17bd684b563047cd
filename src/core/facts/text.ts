import type { Conversation } from '../model/conversation';
import type { Facts } from '../model/facts';
import type { Json, Model } from '../model/field';
import * as vendor from '../model/vendor';
import { isObject } from '../parse/read';
import { type Treatment, treatmentOf } from '../redact/treatments';

/** Longer texts are cut: one document in an attribute must not outweigh all other conversations. */
const LONGEST = 20_000;

// What redaction takes for telling is what people search for.
const SEARCHED: ReadonlySet<Treatment> = new Set([
  'name',
  'number',
  'address',
  'party',
  'queue',
  'setting',
  'note',
  'comment',
  'attribute',
  'text',
]);
const SEARCHED_IDS = new Set([
  'id',
  'code',
  'wrapUpCode',
  'userId',
  'queueId',
  'teamId',
  'externalContactId',
  'externalOrganizationId',
  'cobrowseSessionId',
]);

interface Found {
  texts: Set<string>;
  /** Its objects are walked once, however many looks repeat them. */
  length: number;
}

function add(found: Found, text: string): void {
  if (found.length >= LONGEST || text === '' || found.texts.has(text)) return;
  const kept = text.slice(0, LONGEST - found.length);
  found.texts.add(kept);
  found.length += kept.length + 1;
}

function addJson(found: Found, value: Json): void {
  if (typeof value === 'string') add(found, value);
  else if (typeof value === 'number') add(found, String(value));
  else if (Array.isArray(value)) for (const item of value) addJson(found, item);
  else if (isObject(value)) for (const item of Object.values(value)) addJson(found, item);
}

function isSearched(parent: string, name: string): boolean {
  return SEARCHED_IDS.has(name) || SEARCHED.has(treatmentOf(parent, name));
}

function addModel(found: Found, value: Json, { of, parent }: { of: Model; parent: string }): void {
  if (!isObject(value)) return;
  // Of the fields that there could be, few are there.
  for (const [name, own] of Object.entries(value)) {
    const field = Object.hasOwn(of.fields, name) ? of.fields[name] : undefined;
    if (field === undefined || own === undefined) continue;
    if (field.kind === 'model') addModel(found, own, { of: field.of, parent: name });
    else if (field.kind === 'models') {
      for (const item of Array.isArray(own) ? own : []) addModel(found, item, { of: field.of, parent: name });
    } else if (field.kind === 'text' || field.kind === 'texts' || field.kind === 'entries') {
      if (isSearched(parent, name)) addJson(found, own);
    }
  }
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Names, addresses, numbers, ids, notes and attribute values of all looks, each once. */
export function searchedOf({ id, observations }: Conversation, title: string): Pick<Facts, 'text' | 'ids'> {
  const found: Found = { texts: new Set(), length: 0 };
  add(found, title);
  add(found, id);
  for (const { fields, participants } of observations) {
    for (const participant of participants) {
      addModel(found, plain(participant), { of: vendor.participant, parent: 'participant' });
    }
    addModel(found, plain(fields), { of: vendor.conversation, parent: 'conversation' });
  }
  const lines = [...found.texts];
  return {
    text: lines.filter((line) => !UUID.test(line)).join('\n'),
    ids: lines.filter((line) => UUID.test(line)).map((line) => line.toLowerCase()),
  };
}

/** The models are plain JSON; their types say more than this walk needs. */
function plain(value: object): Json {
  return value as Json;
}
