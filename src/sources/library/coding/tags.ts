/**
 * How a value is told in bytes. A value begins with one of these; whatever is above `WORD` is a word of the
 * vocabulary by itself. They are part of the format: changed, they would make everything that is stored
 * unreadable. New ones need a new version of the database.
 *
 *     TEXT      length in bytes, UTF-8              AGAIN   number of a text told before
 *     UNITS     length, UTF-16, for broken text     TIME    ms since the time told before, zigzag
 *     UUID      16 bytes                            LIST    length, values
 *     TEL       the number behind `tel:+`           SHAPE   how many keys, the keys, their values
 *     DIGITS    a number that is told as text       LIKE    number of a shape, the values of its keys
 *     WHOLE, MINUS   a number, one's complement     FLOAT   eight bytes
 *
 * Lengths and numbers are told seven bits at a time, the lowest first.
 */
export const NULL = 0;
export const FALSE = 1;
export const TRUE = 2;
export const FLOAT = 3;
export const WHOLE = 4;
export const MINUS = 5;
export const TEXT = 6;
export const UNITS = 7;
export const UUID = 8;
export const AGAIN = 9;
export const TIME = 10;
export const LIST = 11;
export const SHAPE = 12;
export const LIKE = 13;
export const TEL = 14;
export const DIGITS = 15;
/** The byte behind it names a word that is rarer. */
export const RARE = 16;
/** Only within a list: nothing. */
export const ABSENT = 17;
/** One of the last long numbers told, mostly times and lengths, by how many others were told since. */
export const RECENT = 18;
export const MOST_RECENT = 16;
/** What is shorter takes as much room by itself. */
export const LONG_NUMBER = 128;
/** A small number. */
export const SMALL = RECENT + MOST_RECENT;
export const WORD = 64;
export const SMALLER_THAN = WORD - SMALL;
export const WORDS = 256 - WORD;

/** Whole numbers in here are most likely times: ms from 2001 to 2286. */
export const FIRST_TIME = 1e12;
export const LAST_TIME = 1e13;

/** Shorter texts are told as they are, as to name one would take as much room; longer ones hardly come twice. */
export const LEAST_NAMED = 3;
export const MOST_NAMED = 200;

export const TEL_PREFIX = 'tel:+';
/** Fewer digits are short as they are; more are not surely exact as a number. */
export const LEAST_DIGITS = 3;
export const MOST_DIGITS = 15;
