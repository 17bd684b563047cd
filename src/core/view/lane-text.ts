import type { Lane } from '../model/timeline';
import { folded, needlesOf } from './folded';

/** One value of a participant, and the name of the field it stands in. */
export interface LaneField {
  name: string;
  value: string;
}

/** Deeper than this the vendor nests nothing that people look for. */
const DEEPEST = 6;

type Plain = string | number | boolean | object | null | undefined;

function fieldsIn(name: string, value: Plain, depth = 0): LaneField[] {
  if (depth > DEEPEST || value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) return value.flatMap((item) => fieldsIn(name, item, depth + 1));
  if (typeof value === 'object') {
    // Where a value stands in the input is not what it says.
    return Object.entries(value)
      .filter(([key]) => !/^pointers?$|Pointer$/.test(key))
      .flatMap(([key, item]) => fieldsIn(key, item, depth + 1));
  }
  // As the data writes times: nobody looks for milliseconds, and any digits would be found in them.
  const isTime = typeof value === 'number' && /(Time|Date)$/.test(name) && Math.abs(value) <= 8.64e15;
  return [{ name, value: isTime ? new Date(value).toISOString() : String(value) }];
}

/** Name, purpose and every field value of a lane, in the order in which they are looked through. */
export function fieldsOf(lane: Lane): LaneField[] {
  const fields = [
    { name: 'name', value: lane.label },
    { name: 'purpose', value: lane.purpose },
  ];
  for (const track of lane.tracks) fields.push({ name: 'media', value: track.media });
  return [...fields, ...fieldsIn('participant', lane.participant)];
}

export function holdsAll(lane: Lane, needles: readonly string[]): boolean {
  const missing = new Set(needles);
  for (const { value } of fieldsOf(lane)) {
    const text = folded(value);
    for (const needle of missing) if (text.includes(needle)) missing.delete(needle);
    if (missing.size === 0) return true;
  }
  return missing.size === 0;
}

export interface Found {
  laneId: string;
  /** The first field that holds a word looked for. */
  field: LaneField;
}

/** Lanes that hold every word looked for, each with the field that tells why. */
export function search(lanes: readonly Lane[], text: string): Found[] {
  const needles = needlesOf(text);
  if (needles.length === 0) return [];
  return lanes.flatMap((lane) => {
    if (!holdsAll(lane, needles)) return [];
    const field = fieldsOf(lane).find(({ value }) => needles.some((one) => folded(value).includes(one)));
    return field ? [{ laneId: lane.id, field }] : [];
  });
}
