import { assertNever } from '../model/assert-never';
import type { Conversation, Observation, Participant } from '../model/conversation';
import type { Entry, Field, Json, Model } from '../model/field';
import * as vendor from '../model/vendor';
import { isObject } from '../parse/read';
import { isCustomer, isStaff } from '../timeline/purpose';
import {
  type Mask,
  type RedactOptions,
  maskEntry,
  maskJson,
  maskPointer,
  maskText,
  maskWithin,
} from './mask';
import { Registry, type Replacement } from './registry';
import { type Treatment, treatmentOf } from './treatments';

export interface Redaction {
  conversation: Conversation;
  /** In order of appearance. */
  replaced: Replacement[];
}

/** Where a value stands: its field, and the field that holds its object. */
interface Place {
  parent: string;
  name: string;
  treatment: Treatment;
}

/** Copies an object of the vendor's with its texts replaced; `parent` is the field in which it stands. */
function maskModel<T extends object>(
  mask: Mask,
  source: T,
  { of, parent }: { of: Model; parent: string },
): T {
  const values: [string, Json][] = Object.entries(source);
  const masked = values.map(([name, value]): Entry => {
    const field = Object.hasOwn(of.fields, name) ? of.fields[name] : undefined;
    const place = { parent, name, treatment: treatmentOf(parent, name) };
    return [
      name,
      field === undefined ? maskOrigin(mask, name, value) : maskField(mask, field, { place, value }),
    ];
  });
  return Object.fromEntries(masked) as T;
}

/** What objects carry besides their fields. */
function maskOrigin(mask: Mask, name: string, value: Json): Json {
  if (name === 'pointer') return maskPointer(mask, value as string);
  if (name === 'spelled') return structuredClone(value);
  if (name === 'unknownFields') return maskEntries(mask, 'text', value);
  return maskJson(mask, { treatment: 'text', key: name }, value);
}

function maskEntries(mask: Mask, treatment: Treatment, entries: Json): Json {
  if (!Array.isArray(entries)) return maskJson(mask, { treatment, key: '' }, entries);
  return entries.map((entry) => {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string') return null;
    return maskEntry(mask, treatment, [entry[0], entry[1] ?? null]);
  });
}

function maskField(mask: Mask, field: Field<unknown>, { place, value }: { place: Place; value: Json }): Json {
  switch (field.kind) {
    case 'text':
    case 'word':
    case 'texts':
    case 'json':
    case 'apart':
      return maskJson(mask, { treatment: place.treatment, key: place.name }, value);
    case 'entries':
      return maskEntries(mask, place.treatment, value);
    case 'model':
    case 'models':
      return maskModels(mask, value, { of: field.of, parent: place.name });
    case 'number':
    case 'boolean':
    case 'time':
    case 'epoch':
    case 'planned':
      return value;
    default:
      return assertNever(field);
  }
}

function maskModels(mask: Mask, value: Json, how: { of: Model; parent: string }): Json {
  if (Array.isArray(value)) return value.map((item) => maskModels(mask, item, how));
  return isObject(value) ? maskModel(mask, value, how) : value;
}

function maskParticipant(mask: Mask, participant: Participant): Participant {
  const parent = isSystem(participant.purpose ?? '') ? 'system' : 'participant';
  return maskModel(mask, participant, { of: vendor.participant, parent });
}

/** A lane that is no person's. Without a purpose it may be one's. */
function isSystem(purpose: string): boolean {
  return purpose !== '' && !isStaff(purpose) && !isCustomer(purpose);
}

function maskObservation(mask: Mask, observation: Observation): Observation {
  const { topic, fact, participants, fields, atPointer, pointer } = observation;
  return {
    ...observation,
    pointer: maskPointer(mask, pointer),
    ...(atPointer !== undefined && { atPointer: maskPointer(mask, atPointer) }),
    ...(topic !== undefined && { topic: maskWithin(mask, topic, '.') }),
    ...(fact !== undefined && { fact: maskModel(mask, fact, { of: vendor.detailEvent, parent: 'fact' }) }),
    participants: participants.map((participant) => maskParticipant(mask, participant)),
    fields: maskModel(mask, fields, { of: vendor.conversation, parent: 'conversation' }),
  };
}

function maskConversation(mask: Mask, conversation: Conversation): Conversation {
  return {
    ...conversation,
    observations: conversation.observations.map((observation) => maskObservation(mask, observation)),
    id: maskText(mask, 'id', conversation.id),
  };
}

function queueNames(conversation: Conversation): Set<string> {
  const names = conversation.observations
    .flatMap(({ participants }) => participants)
    .flatMap(({ queueName, queue, conversationRoutingData }) => [
      queueName,
      queue?.name,
      conversationRoutingData?.queue?.name,
    ]);
  return new Set(names.filter((name) => name !== undefined));
}

/**
 * A copy of the conversation without personal values, and what was replaced by what and how often.
 *
 * Replaced are names of people, numbers, addresses, URLs, notes, comments, attribute values, free text, and
 * every text among the unknown fields; the same value has the same placeholder everywhere. Times, states,
 * vocabulary, ids and the names of the organisation's queues and settings stay (see the options), so the
 * copy builds the same timeline. Deterministic; the input is left as it is.
 */
export function redact(conversation: Conversation, options: RedactOptions = {}): Redaction {
  const mask: Mask = { registry: new Registry(), options, queues: queueNames(conversation) };
  maskConversation(mask, conversation);
  mask.registry.settle();
  const masked = maskConversation(mask, conversation);
  return { conversation: masked, replaced: mask.registry.replaced(options.preview === true) };
}
