import { deflateSync, inflateSync } from 'fflate';
import type { Conversation, Observation } from '../../core/model/conversation';
import * as vendor from '../../core/model/vendor';
import { type Page, type Row, SourceError } from '../source';
import { Damaged, Decoder } from './coding/decode';
import { type Encodable, Encoder } from './coding/encode';
import type { PackedPage } from './wire';

/** How a document begins: what comes next is as it is, or deflated. */
const PLAIN = 0;
const DEFLATED = 1;
/** Looks repeat one another; a single one has to be long before deflating it is worth the time. */
const LONG = 8192;
const LONG_LOOKS = 1024;
/** More work than this saves next to nothing. */
const LEVEL = 6;

/** The objects of the core are plain JSON; their types say more than this needs. */
function plain(value: object): Encodable {
  return value as Encodable;
}

/** All that a look says, without the places where it said so: equal looks of different files are equal here. */
export function packLook(look: Observation): Uint8Array {
  const { pointer: _, atPointer, fields, participants, fact, ...own } = look;
  const encoder = new Encoder();
  // That there is such a place is known, where is not.
  encoder.value(plain(atPointer === undefined ? own : { ...own, atPointer: '' }));
  encoder.value(plain(fields), vendor.conversation);
  encoder.value(plain(participants), vendor.participant);
  encoder.value(fact && plain(fact), vendor.detailEvent);
  return encoder.done();
}

function unpackLook(bytes: Uint8Array, place: number): Observation {
  const pointer = `/conversations/0/observations/${place}`;
  const decoder = new Decoder(bytes);
  const own = decoder.value();
  const fields = decoder.value({ of: vendor.conversation, pointer: `${pointer}/fields` });
  const participants = decoder.value({ of: vendor.participant, pointer: `${pointer}/participants` });
  const fact = decoder.value({ of: vendor.detailEvent, pointer: `${pointer}/fact` });
  if (typeof own !== 'object' || own === null || Array.isArray(own)) throw new Damaged();
  const at = 'atPointer' in own ? { atPointer: `${pointer}/at` } : {};
  // Written by `packLook`, so it is what it claims to be.
  const look: unknown = {
    ...own,
    ...at,
    pointer,
    fields,
    participants,
    ...(fact === undefined ? {} : { fact }),
  };
  return look as Observation;
}

/** `looks`: packed. */
export function packDocument(id: string, looks: readonly Uint8Array[]): Uint8Array {
  const encoder = new Encoder();
  encoder.byte(PLAIN);
  encoder.value(id);
  encoder.count(looks.length);
  for (const look of looks) {
    encoder.count(look.length);
    encoder.raw(look);
  }
  const bytes = encoder.done();
  if (bytes.length < (looks.length > 1 ? LONG_LOOKS : LONG)) return bytes;
  const deflated = deflateSync(bytes.subarray(1), { level: LEVEL });
  const packed = new Uint8Array(1 + deflated.length);
  packed[0] = DEFLATED;
  packed.set(deflated, 1);
  return packed;
}

/** What `packDocument` was given. @throws Damaged */
export function looksIn(bytes: Uint8Array): { id: string; looks: Uint8Array[] } {
  const rest = bytes.subarray(1);
  const decoder = new Decoder(bytes[0] === DEFLATED ? inflateSync(rest) : rest);
  const id = decoder.value();
  if (typeof id !== 'string') throw new Damaged();
  const looks: Uint8Array[] = [];
  for (let left = decoder.count(); left > 0; left--) looks.push(decoder.taken(decoder.count()));
  return { id, looks };
}

/**
 * The conversation as if it came from its own export: its pointers name places in that.
 *
 * @throws Damaged
 */
export function unpackConversation(bytes: Uint8Array): Conversation {
  const { id, looks } = looksIn(bytes);
  return { id, observations: looks.map(unpackLook) };
}

/** The order is part of the format; what is new comes last. */
const ROW_FIELDS = [
  'id',
  'title',
  'start',
  'end',
  'live',
  'duration',
  'media',
  'direction',
  'participants',
  'purposes',
  'queues',
  'users',
  'teams',
  'wrapUps',
  'flags',
  'timeToAnswer',
  'talk',
  'hold',
  'longestHold',
  'holds',
  'bounds',
  'acw',
  'parked',
  'handle',
  'unanswered',
  'transfers',
  'acwOverrun',
  'cobrowseRoles',
  'cobrowse',
  'controlled',
  'problems',
  'preview',
  'neverAnswered',
] as const;

/** The same fields as in a row, neither fewer nor others. */
type Complete = keyof Row extends (typeof ROW_FIELDS)[number] ? (typeof ROW_FIELDS)[number] : never;

export function packRow(row: Row): Uint8Array {
  const encoder = new Encoder();
  encoder.value(
    ROW_FIELDS.map((field: Complete): Encodable => {
      const value = row[field];
      return typeof value === 'object' ? plain(value) : value;
    }),
  );
  return encoder.done();
}

/** @throws when it is no row */
export function unpackRow(packed: Uint8Array): Row {
  const values = new Decoder(packed).value();
  if (!Array.isArray(values) || typeof values[0] !== 'string') throw new Damaged();
  const row: { [field: string]: unknown } = {};
  for (const [place, value] of values.entries()) {
    const field = ROW_FIELDS[place];
    if (field !== undefined && value !== undefined) row[field] = value;
  }
  // Written by `packRow`, so it is what it claims to be.
  return row as unknown as Row;
}

/** @throws SourceError where a row is none */
export function unpackRows(rows: readonly Uint8Array[]): Row[] {
  try {
    return rows.map(unpackRow);
  } catch {
    throw new SourceError('broken');
  }
}

/**
 * Rows are asked for as they are stored, which takes the least time; where one of them cannot be read, once more, and
 * mended.
 *
 * @throws SourceError where a row is none even then
 */
export async function unpacked<P, T>(
  ask: (mended: boolean) => Promise<P>,
  unpack: (packed: P) => T,
): Promise<T> {
  const packed = await ask(false);
  try {
    return unpack(packed);
  } catch {
    return unpack(await ask(true));
  }
}

export function unpackPage({ rows, ...rest }: PackedPage): Page {
  return { ...rest, rows: unpackRows(rows) };
}
