import { type Json, spellingsOf } from '../model/field';
import type { Instant } from '../model/time';
import { isObject, type JsonObject, readNumber } from './read';
import { isInstant, parseTime } from './time';

/** An instant and where it stands. */
export interface Moment {
  at: Instant;
  pointer: string;
}

/** Envelopes give their times as text or as epoch milliseconds, now and then written out; what is neither is no time. */
function momentAt(value: Json, pointer: string): Moment | undefined {
  const at = readNumber(value) ?? (typeof value === 'string' ? parseTime(value) : undefined);
  return isInstant(at) ? { at, pointer } : undefined;
}

function firstMoment(source: JsonObject, pointer: string, names: readonly string[]): Moment | undefined {
  for (const name of names) {
    const moment = momentAt(source[name] ?? null, `${pointer}/${name}`);
    if (moment !== undefined) return moment;
  }
  return undefined;
}

const EVENT_TIME = spellingsOf('eventTime');

/**
 * When an event was taken, first that exists: `eventTime` of the body or the event, its metadata, its
 * `timestamp`. A participant's own `providerEventTime` comes before these, when the event is folded.
 */
export function eventTime(place: {
  event: JsonObject;
  body: JsonObject;
  pointer: string;
  eventPointer: string;
}): Moment | undefined {
  const { event, body, pointer, eventPointer } = place;
  const metadata = event['metadata'];
  return (
    firstMoment(body, pointer, EVENT_TIME) ??
    firstMoment(event, eventPointer, EVENT_TIME) ??
    (isObject(metadata)
      ? firstMoment(metadata, `${eventPointer}/metadata`, ['eventTime', 'timestamp', 'time'])
      : undefined) ??
    firstMoment(event, eventPointer, ['timestamp', 'time'])
  );
}

/** When an envelope was sent. */
export function envelopeTime(source: JsonObject, pointer: string): Moment | undefined {
  return firstMoment(source, pointer, ['time']);
}

/** When a HAR entry began; the `time` of an entry is a length. */
export function entryTime(source: JsonObject, pointer: string): Moment | undefined {
  return firstMoment(source, pointer, ['startedDateTime']);
}

/** When a message of a WebSocket came, which HARs tell in seconds. */
export function messageTime({ time }: JsonObject, pointer: string): Moment | undefined {
  return typeof time === 'number' ? momentAt(Math.round(time * 1000), `${pointer}/time`) : undefined;
}
