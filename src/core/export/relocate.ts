import type { Conversation, Observation } from '../model/conversation';
import type { Field, Json, Model } from '../model/field';
import * as vendor from '../model/vendor';
import { isObject, type JsonObject } from '../parse/read';

/**
 * A copy whose pointers name places in its own export, as `exportConversations([copy])` writes it, so that
 * every mark drawn from that export leads to a value in it. The export spells all fields in the canonical
 * way; how the input spelled them is left behind.
 */
export function relocate({ id, observations }: Conversation): Conversation {
  return { id, observations: observations.map(moved) };
}

/**
 * What a conversation says, without the places where it said so: the shortest form from which `relocate` makes
 * the whole again. Equal looks of different files are equal here, letter by letter.
 */
export function withoutPlaces({ id, observations }: Conversation): {
  id: string;
  observations: JsonObject[];
} {
  return { id, observations: observations.map(placeless) };
}

function placeless(observation: Observation): JsonObject {
  const { pointer: _, atPointer, fields, participants, fact, ...own } = observation;
  return {
    ...own,
    // That there is one is known, where is not.
    ...(atPointer === undefined ? {} : { atPointer: '' }),
    fields: copied(fields, vendor.conversation, undefined),
    participants: participants.map((participant) => copied(participant, vendor.participant, undefined)),
    ...(fact === undefined ? {} : { fact: copied(fact, vendor.detailEvent, undefined) }),
  };
}

function moved(observation: Observation, index: number): Observation {
  const pointer = `/conversations/0/observations/${index}`;
  const { fields, participants, fact } = observation;
  return {
    ...observation,
    pointer,
    ...(observation.atPointer === undefined ? {} : { atPointer: `${pointer}/at` }),
    fields: copied(fields, vendor.conversation, `${pointer}/fields`),
    participants: participants.map((participant, place) =>
      copied(participant, vendor.participant, `${pointer}/participants/${place}`),
    ),
    ...(fact === undefined ? {} : { fact: copied(fact, vendor.detailEvent, `${pointer}/fact`) }),
  };
}

/** Field by field what it was, at another place, or without one. */
function copied<T extends object>(value: T, of: Model, pointer: string | undefined): T & JsonObject {
  const copy: JsonObject = pointer === undefined ? {} : { pointer };
  const given: [string, Json | undefined][] = Object.entries(value);
  for (const [name, item] of given) {
    if (name === 'pointer' || name === 'spelled' || item === undefined) continue;
    const field = Object.hasOwn(of.fields, name) ? of.fields[name] : undefined;
    // The names are those of the model, so none of them is a trap.
    copy[name] = field === undefined ? item : copiedField(item, field, at(pointer, name));
  }
  return copy as T & JsonObject;
}

function copiedField(value: Json, field: Field<unknown>, pointer: string | undefined): Json {
  if (field.kind === 'model' && isObject(value)) return copied<JsonObject>(value, field.of, pointer);
  if (field.kind === 'models' && Array.isArray(value)) {
    return value.map((item, place) =>
      isObject(item) ? copied<JsonObject>(item, field.of, at(pointer, place)) : item,
    );
  }
  return value;
}

function at(pointer: string | undefined, step: string | number): string | undefined {
  return pointer === undefined ? undefined : `${pointer}/${step}`;
}
