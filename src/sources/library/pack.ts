import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Conversation } from '../../core/model/conversation';
import type { Facts } from '../../core/model/facts';
import type { Row } from '../source';
import { DOCUMENT_DICTIONARY, ROW_DICTIONARY } from './dictionary';
import type { SqlValue } from './sql';

const DOCUMENT = strToU8(DOCUMENT_DICTIONARY);
const ROW = strToU8(ROW_DICTIONARY);
/** More work than this saves next to nothing. */
const LEVEL = 6;

function pack(value: unknown, dictionary: Uint8Array): Uint8Array {
  return deflateSync(strToU8(JSON.stringify(value)), { level: LEVEL, dictionary });
}

function unpack(bytes: Uint8Array, dictionary: Uint8Array): string {
  return strFromU8(inflateSync(bytes, { dictionary }));
}

export function packConversation(conversation: Conversation): Uint8Array {
  return pack(conversation, DOCUMENT);
}

export function unpackConversation(bytes: Uint8Array): Conversation {
  // Written by `packConversation`, so it is what it claims to be.
  const conversation: Conversation = JSON.parse(unpack(bytes, DOCUMENT));
  return conversation;
}

export function packRow({
  text: _text,
  ids: _ids,
  hours: _hours,
  attributes: _attributes,
  ...row
}: Facts): Uint8Array {
  return pack(row satisfies Row, ROW);
}

/** @throws when it is no row */
export function unpackRow(packed: SqlValue | undefined): Row {
  if (!(packed instanceof Uint8Array)) throw new TypeError('No row');
  // Written by `packRow`, so it is what it claims to be.
  const row: Row = JSON.parse(unpack(packed, ROW));
  return row;
}
