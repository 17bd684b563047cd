import type { Conversation } from '../model/conversation';
import type { Facts } from '../model/facts';
import type { Field, Json, Model } from '../model/field';
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
  'wrapupCode',
  'participantId',
  'sessionId',
  'userId',
  'queueId',
  'teamId',
  'externalContactId',
  'externalOrganizationId',
  'cobrowseSessionId',
]);

const TEXTUAL: ReadonlySet<Field<unknown>['kind']> = new Set(['text', 'word', 'texts', 'entries']);

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

/** What is searched of an object of a model: a text by itself, an object by a reading of its own. */
class Reading {
  private steps: ReadonlyMap<string, 'text' | Reading> | undefined;

  constructor(
    private readonly of: Model,
    private readonly parent: string,
  ) {}

  /** Of the fields that there could be, few are there, and most of them are not searched. */
  read(found: Found, value: Json): void {
    if (!isObject(value)) return;
    // Looked up once: the same few models have all the fields of all conversations.
    this.steps ??= this.worksOut();
    for (const name of Object.keys(value)) {
      const step = this.steps.get(name);
      const own = value[name];
      if (step === undefined || own === undefined) continue;
      if (step === 'text') addJson(found, own);
      else if (Array.isArray(own)) for (const item of own) step.read(found, item);
      else step.read(found, own);
    }
  }

  private worksOut(): ReadonlyMap<string, 'text' | Reading> {
    const steps = new Map<string, 'text' | Reading>();
    for (const [name, field] of Object.entries(this.of.fields)) {
      if (field.kind === 'model' || field.kind === 'models') steps.set(name, new Reading(field.of, name));
      else if (TEXTUAL.has(field.kind) && isSearched(this.parent, name)) steps.set(name, 'text');
    }
    return steps;
  }
}

function isSearched(parent: string, name: string): boolean {
  return SEARCHED_IDS.has(name) || SEARCHED.has(treatmentOf(parent, name));
}

const PARTICIPANT = new Reading(vendor.participant, 'participant');
const FACT = new Reading(vendor.detailEvent, 'fact');
const CONVERSATION = new Reading(vendor.conversation, 'conversation');

const UUID_LENGTH = 36;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Names, addresses, numbers, ids, notes and attribute values of all looks, each once. */
export function searchedOf({ id, observations }: Conversation, title: string): Pick<Facts, 'text' | 'ids'> {
  const found: Found = { texts: new Set(), length: 0 };
  add(found, title);
  add(found, id);
  for (const { fields, participants, fact } of observations) {
    for (const participant of participants) {
      PARTICIPANT.read(found, plain(participant));
    }
    if (fact) FACT.read(found, plain(fact));
    CONVERSATION.read(found, plain(fields));
  }
  const lines: string[] = [];
  const ids: string[] = [];
  for (const line of found.texts) {
    if (line.length === UUID_LENGTH && UUID.test(line)) ids.push(line.toLowerCase());
    else lines.push(line);
  }
  return { text: lines.join('\n'), ids };
}

/** The models are plain JSON; their types say more than this walk needs. */
function plain(value: object): Json {
  return value as Json;
}
