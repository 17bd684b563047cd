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
    fields: movedModel(fields, vendor.conversation, `${pointer}/fields`),
    participants: participants.map((participant, place) =>
      movedModel(participant, vendor.participant, `${pointer}/participants/${place}`),
    ),
    ...(fact === undefined ? {} : { fact: movedModel(fact, vendor.detailEvent, `${pointer}/fact`) }),
  };
}

function movedModel<T extends object>(value: T, of: Model, pointer: string): T {
  const own: [string, Json][] = Object.entries(value);
  const entries = own
    .filter(([name]) => name !== 'spelled')
    .map(([name, item]): [string, Json] => {
      if (name === 'pointer') return [name, pointer];
      const field = Object.hasOwn(of.fields, name) ? of.fields[name] : undefined;
      return [name, movedField(item, field, `${pointer}/${name}`)];
    });
  // Field by field what it was, at another place.
  return Object.fromEntries(entries) as T;
}

function movedField(value: Json, field: Field<unknown> | undefined, pointer: string): Json {
  if (field?.kind === 'model' && isObject(value)) return movedModel<JsonObject>(value, field.of, pointer);
  if (field?.kind === 'models' && Array.isArray(value)) {
    return value.map((item, place) =>
      isObject(item) ? movedModel<JsonObject>(item, field.of, `${pointer}/${place}`) : item,
    );
  }
  return value;
}
