import type { Instant } from '../model/time';

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What stands for two characters that are no digits: sums with it stay below zero. */
const NO_DIGITS = -1_000_000;

/**
 * The number in the two characters from `from`, or less than 0. Written by hand: times are most of the input.
 * Both characters must be there.
 */
function twoDigitsAt(text: string, from: number): number {
  const tens = text.charCodeAt(from) - 48;
  const ones = text.charCodeAt(from + 1) - 48;
  // Below zero is far above nine without a sign.
  return tens >>> 0 > 9 || ones >>> 0 > 9 ? NO_DIGITS : tens * 10 + ones;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Where the fraction of a second ends, which begins at `from` if there is one; -1 for a dot without digits. */
function fractionEnd(text: string, from: number): number {
  if (text.charCodeAt(from) !== 46) return from;
  let end = from + 1;
  while (end < text.length && (text.charCodeAt(end) - 48) >>> 0 <= 9) end += 1;
  return end === from + 1 ? -1 : end;
}

/** The first three digits of a fraction, as milliseconds. */
function millisecondsAt(text: string, from: number, end: number): number {
  let value = 0;
  for (let i = from; i < from + 3; i++) value = value * 10 + (i < end ? text.charCodeAt(i) - 48 : 0);
  return value;
}

/** What warehouses write for `Z`. */
const UTC = ' UTC';

/** Offset from UTC in minutes for `Z`, `+01:00`, `+0100`, `+01`; `null` for no zone; undefined for anything else. */
function offsetAt(text: string, from: number): number | null | undefined {
  const length = text.length - from;
  if (length === 0) return null;
  const sign = text.charCodeAt(from);
  if (length === 1) return sign === 90 || sign === 122 ? 0 : undefined;
  if (sign !== 43 && sign !== 45) return text.endsWith(UTC) && length === UTC.length ? 0 : undefined;
  const colon = text.charCodeAt(from + 3) === 58;
  if (length !== 3 && length !== (colon ? 6 : 5)) return undefined;
  const hours = twoDigitsAt(text, from + 1);
  const minutes = length === 3 ? 0 : twoDigitsAt(text, from + (colon ? 4 : 3));
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return undefined;
  return (sign === 43 ? 1 : -1) * (hours * 60 + minutes);
}

/**
 * Reads a strict RFC 3339 time; a blank may stand for `T`, the offset may lack its colon or its minutes, the zone
 * may be missing (UTC) or read ` UTC`, digits past the milliseconds are cut. Anything else, `2026-02-30` too, is undefined.
 */
export function parseTime(text: string): Instant | undefined {
  if (text.length < 19) return undefined;
  const year = twoDigitsAt(text, 0) * 100 + twoDigitsAt(text, 2);
  const month = twoDigitsAt(text, 5);
  const day = twoDigitsAt(text, 8);
  const hour = twoDigitsAt(text, 11);
  const minute = twoDigitsAt(text, 14);
  const second = twoDigitsAt(text, 17);
  if (year < 0 || month < 1 || month > 12 || day < 1 || hour < 0 || hour > 23) return undefined;
  if (minute < 0 || minute > 59 || second < 0 || second > 59) return undefined;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return undefined;
  const separator = text.charCodeAt(10);
  if (separator !== 84 && separator !== 32 && separator !== 116) return undefined;
  if (day > (DAYS[month - 1] as number) || (month === 2 && day === 29 && !isLeap(year))) return undefined;
  const end = fractionEnd(text, 19);
  if (end < 0) return undefined;
  const offset = offsetAt(text, end);
  if (offset === undefined) return undefined;
  const minutes = (daysBefore(year, month, day) * 24 + hour) * 60 + minute - (offset ?? 0);
  return (minutes * 60 + second) * 1000 + millisecondsAt(text, 20, end);
}

/** Whether a value is one that a calendar has. */
export function isInstant(value: unknown): value is Instant {
  return Number.isInteger(value) && Math.abs(value as number) <= 8.64e15;
}

/** Whether a text that `parseTime` takes names its zone. */
export function namesZone(text: string): boolean {
  const { length } = text;
  const last = text.charCodeAt(length - 1);
  return (
    last === 90 ||
    last === 122 ||
    text.endsWith(UTC) ||
    isSign(text, length - 3) ||
    isSign(text, length - 5) ||
    isSign(text, length - 6)
  );
}

function isSign(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 43 || unit === 45;
}

const DAYS_IN_400_YEARS = 146_097;
const DAYS_TO_1970 = 719_468;

/**
 * Days from 1970-01-01 to a date, `Date.UTC` without its cost: a year that begins in March has its leap day
 * last, and its months have the lengths 31, 30, 31, 30, 31 over and over.
 */
function daysBefore(year: number, month: number, day: number): number {
  // Years are counted 400 later, so that none is below zero.
  const years = (month > 2 ? year : year - 1) + 400;
  const days = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + days - DAYS_IN_400_YEARS - DAYS_TO_1970;
}
