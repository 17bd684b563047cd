import type { MergedParticipant } from '../../core/index';
import type { Json } from '../../core/model/field';
import { participant as participantModel } from '../../core/model/vendor';
import type { Fact } from './FactList';

/** Shown in places of their own. */
const APART = new Set(['attributes', 'viewerUrl', 'pointer', 'spelled', 'unknownFields']);

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** A reference to a person or queue reads as its name. */
function referenceText(value: object): string | undefined {
  const { name, id } = value as { name?: unknown; id?: unknown };
  const parts = [name, id].filter((part): part is string => typeof part === 'string');
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

function plainText(name: string, value: unknown, instant: (at: number) => string): string | undefined {
  const field = (participantModel.fields as { [name: string]: { kind: string } | undefined })[name];
  if (typeof value === 'number') {
    return field?.kind === 'time' || field?.kind === 'planned' ? instant(value) : String(value);
  }
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const texts = value.filter((item) => typeof item === 'string');
    return texts.length === value.length && texts.length > 0 ? texts.join(', ') : undefined;
  }
  return typeof value === 'object' && value !== null ? referenceText(value) : undefined;
}

/** The plain fields in the order of the data, those unknown to the model last; the join link apart. */
export function fieldsOf(
  participant: MergedParticipant,
  instant: (at: number) => string,
): { facts: Fact[]; joinLink?: string } {
  const facts: Fact[] = [];
  for (const [name, value] of Object.entries(participant)) {
    const text = APART.has(name) ? undefined : plainText(name, value, instant);
    if (text !== undefined) facts.push([name, text]);
  }
  for (const [name, value] of participant.unknownFields ?? []) facts.push([name, textOf(value)]);
  return { facts, joinLink: participant.viewerUrl };
}
