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

/** Field by field what it was, at another place. */
function copied<T extends object>(value: T, of: Model, pointer: string): T & JsonObject {
  const copy: JsonObject = { pointer };
  const given = value as { readonly [name: string]: Json | undefined };
  for (const name of Object.keys(given)) {
    const item = given[name];
    if (name === 'pointer' || name === 'spelled' || item === undefined) continue;
    // The names are those of the model, so none of them is a trap. Most values hold no place of their own.
    const field = typeof item === 'object' && Object.hasOwn(of.fields, name) ? of.fields[name] : undefined;
    copy[name] = field === undefined ? item : copiedField(item, field, `${pointer}/${name}`);
  }
  return copy as T & JsonObject;
}

function copiedField(value: Json, field: Field<unknown>, pointer: string): Json {
  if (field.kind === 'model' && isObject(value)) return copied<JsonObject>(value, field.of, pointer);
  if (field.kind === 'models' && Array.isArray(value)) {
    return value.map((item, place) =>
      isObject(item) ? copied<JsonObject>(item, field.of, `${pointer}/${place}`) : item,
    );
  }
  return value;
}
