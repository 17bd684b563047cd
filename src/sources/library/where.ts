import { ALL_CHOICES } from '../choices';
import { LEAST_OF_ID, MEASURES, wordsOf } from '../memory/match';
import type { Choice, Filter, Range } from '../source';
import type { Sql, SqlValue } from './sql';
import { ATTRIBUTE, attributeValue } from './store';

/** A condition on `conversation`, with what is bound to its marks. Empty: all are meant. */
export interface Where {
  text: string;
  bind: SqlValue[];
}

interface Part {
  text: string;
  bind: SqlValue[];
}

const NOTHING: Part = { text: '0', bind: [] };

function between(column: string, { min, max }: Range): Part[] {
  const parts: Part[] = [];
  if (min !== undefined) parts.push({ text: `${column} >= ?`, bind: [min] });
  if (max !== undefined) parts.push({ text: `${column} <= ?`, bind: [max] });
  return parts;
}

function numbersOf(sql: Sql, choice: string, values: readonly string[]): number[] {
  return values.flatMap((value) =>
    sql.all('SELECT v FROM value WHERE choice = ? AND value = ?', [choice, value]).map(([v]) => Number(v)),
  );
}

function having(sql: Sql, choice: string, values: readonly string[]): Part {
  const numbers = numbersOf(sql, choice, values);
  if (numbers.length === 0) return NOTHING;
  const marks = numbers.map(() => '?').join(', ');
  return { text: `n IN (SELECT n FROM has WHERE v IN (${marks}))`, bind: numbers };
}

function quoted(phrase: string): string {
  return `"${phrase.replaceAll('"', '""')}"`;
}

/** Too short for the index of trigrams: whatever trigram it is a part of. */
function trigramsWith(sql: Sql, word: string): string[] {
  return sql
    .all('SELECT term FROM trigram WHERE instr(term, ?) > 0', [word])
    .map(([term]) => quoted(String(term)));
}

function inText(sql: Sql, word: string): Part[] {
  const long = Array.from(word).length >= 3;
  const phrases = long ? [quoted(word)] : trigramsWith(sql, word);
  if (phrases.length === 0) return [];
  return [{ text: 'n IN (SELECT rowid FROM search WHERE search MATCH ?)', bind: [phrases.join(' OR ')] }];
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const ZEROS = '00000000-0000-0000-0000-000000000000';

function asId(word: string): Part[] {
  if (word.length < LEAST_OF_ID || !UUID.test(word + ZEROS.slice(word.length))) return [];
  return [{ text: 'n IN (SELECT rowid FROM mention WHERE mention MATCH ?)', bind: [`${quoted(word)} *`] }];
}

function searching(sql: Sql, text: string | undefined): Part[] {
  return wordsOf(text).map((word): Part => {
    const ways = [...inText(sql, word), ...asId(word)];
    if (ways.length === 0) return NOTHING;
    return { text: `(${ways.map((way) => way.text).join(' OR ')})`, bind: ways.flatMap(({ bind }) => bind) };
  });
}

/** `except` is a choice whose own selection does not count. */
export function whereOf(sql: Sql, filter: Filter, except?: Choice): Where {
  const { time = {}, choices = {}, ranges = {}, attributes = [] } = filter;
  const parts: Part[] = [];
  if (time.from !== undefined) parts.push({ text: 'start >= ?', bind: [time.from] });
  if (time.to !== undefined) parts.push({ text: 'start < ?', bind: [time.to] });
  for (const measure of MEASURES) {
    const range = ranges[measure];
    if (range) parts.push(...between(measure, range));
  }
  for (const choice of ALL_CHOICES) {
    const chosen = choices[choice];
    if (choice !== except && chosen && chosen.length > 0) parts.push(having(sql, choice, chosen));
  }
  for (const attribute of attributes) parts.push(having(sql, ATTRIBUTE, [attributeValue(attribute)]));
  parts.push(...searching(sql, filter.text));
  return { text: parts.map(({ text }) => text).join(' AND '), bind: parts.flatMap(({ bind }) => bind) };
}

export function clauseOf({ text }: Where): string {
  return text === '' ? '' : `WHERE ${text}`;
}
