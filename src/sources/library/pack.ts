import { deflateSync, inflateSync } from 'fflate';
import { relocate } from '../../core/export/relocate';
import type { Conversation } from '../../core/model/conversation';
import type { Facts } from '../../core/model/facts';
import type { Row } from '../source';
import { DOCUMENT_DICTIONARY, ROW_DICTIONARY } from './dictionary';
import type { SqlValue } from './sql';

const UTF8 = new TextEncoder();
const TEXT = new TextDecoder();
const DOCUMENT = UTF8.encode(DOCUMENT_DICTIONARY);
const ROW = UTF8.encode(ROW_DICTIONARY);
/** More work than this saves next to nothing. */
const LEVEL = 6;

function pack(json: string, dictionary: Uint8Array): Uint8Array {
  return deflateSync(UTF8.encode(json), { level: LEVEL, dictionary });
}

function unpack(bytes: Uint8Array, dictionary: Uint8Array): string {
  return TEXT.decode(inflateSync(bytes, { dictionary }));
}

/** `looks`: JSON of each look, without places. */
export function packDocument(id: string, looks: readonly string[]): Uint8Array {
  return pack(`{"id":${JSON.stringify(id)},"observations":[${looks.join(',')}]}`, DOCUMENT);
}

/** The conversation as if it came from its own export: its pointers name places in that. */
export function unpackConversation(bytes: Uint8Array): Conversation {
  // Written by `packDocument`, so it is what it claims to be, but for its pointers.
  const { id, observations }: Conversation = JSON.parse(unpack(bytes, DOCUMENT));
  return relocate({ id, observations });
}

export function packRow({
  text: _text,
  ids: _ids,
  hours: _hours,
  attributes: _attributes,
  ...row
}: Facts): Uint8Array {
  return pack(JSON.stringify(row satisfies Row), ROW);
}

/** @throws when it is no row */
export function unpackRow(packed: SqlValue | undefined): Row {
  if (!(packed instanceof Uint8Array)) throw new TypeError('No row');
  // Written by `packRow`, so it is what it claims to be.
  const row: Row = JSON.parse(unpack(packed, ROW));
  return row;
}
