import type { Conversation, Problem } from '../core/index';
import type { Field, Model } from '../core/model/field';
import * as vendor from '../core/model/vendor';
import { problemUnder } from '../core/parse/json/fault';

/**
 * With several files every pointer begins with the place of its file, as if the files were one array:
 *
 *     second file   /participants/0/held  →  /1/participants/0/held
 */
export function underFile(conversation: Conversation, index: number): Conversation {
  const copy = structuredClone(conversation);
  const prefix = `/${index}`;
  for (const look of copy.observations) {
    look.pointer = prefix + look.pointer;
    if (look.atPointer !== undefined) look.atPointer = prefix + look.atPointer;
    prefixAll(look.fields, vendor.conversation, prefix);
    for (const participant of look.participants) prefixAll(participant, vendor.participant, prefix);
    if (look.fact) prefixAll(look.fact, vendor.detailEvent, prefix);
  }
  return copy;
}

export function problemUnderFile(problem: Problem, index: number): Problem {
  return problemUnder(`/${index}`, problem);
}

/** Changes it in place. Only what the models name has a pointer of its own; everything else is data, and stays. */
function prefixAll(object: object, { fields }: Model, prefix: string): void {
  for (const [name, value] of Object.entries(object)) {
    if (name === 'pointer') Reflect.set(object, name, prefix + value);
    else if (Object.hasOwn(fields, name)) prefixField(value, fields[name], prefix);
  }
}

function prefixField(value: unknown, field: Field<unknown> | undefined, prefix: string): void {
  if (!field || !('of' in field) || typeof value !== 'object' || value === null) return;
  for (const each of Array.isArray(value) ? value : [value]) prefixAll(each, field.of, prefix);
}
