import { assertNever } from '../../../src/core/model/assert-never';
import type { Field, Model, Of } from '../../../src/core/model/field';

export interface Planted {
  /** Dotted path of field names, e.g. `participant.wrapup.notes`. */
  path: string;
  value: string;
}

/**
 * An object of a model with a value of its own in every field that can hold text. The values have a blank
 * and an `@`, as no word of an enum and no id of the vendor's has.
 */
export function plantedObject<M extends Model>(of: M, path: string, planted: Planted[]): Of<M> {
  const grown: Record<string, unknown> = { pointer: `/${path.replaceAll('.', '/')}` };
  for (const [name, field] of Object.entries(of.fields)) {
    const value = plantedField(field, `${path}.${name}`, planted);
    if (value !== undefined) grown[name] = value;
  }
  grown['unknownFields'] = [
    ['unheardOf', { deep: [plant(`${path}.unknown`, planted)] }],
    [`key ${plant(`${path}.unknownKey`, planted)}`, 1],
  ];
  // Through JSON, which is where such objects come from.
  return JSON.parse(JSON.stringify(grown));
}

function plant(path: string, planted: Planted[]): string {
  // The counter makes each unlike the others, and none part of another.
  const value = `Zq${planted.length}zq <${path}@planted>`;
  planted.push({ path, value });
  return value;
}

function plantedField(field: Field<unknown>, path: string, planted: Planted[]): unknown {
  switch (field.kind) {
    case 'text':
    case 'word':
      return plant(path, planted);
    case 'texts':
      return [plant(path, planted)];
    case 'json':
      return { some: [plant(path, planted)] };
    case 'entries':
      return [['key', plant(path, planted)]];
    case 'model':
      return plantedObject(field.of, path, planted);
    case 'models':
      return [plantedObject(field.of, path, planted)];
    case 'number':
      return 5;
    case 'boolean':
      return true;
    case 'time':
    case 'epoch':
    case 'planned':
      return 1_700_000_000_000;
    case 'apart':
      return undefined;
    default:
      return assertNever(field);
  }
}
