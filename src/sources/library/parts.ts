import { ALL_CHOICES, needsAll } from '../choices';
import { needlesOf } from '../../core/view/folded';
import { LEAST_OF_ID, MEASURES } from '../memory/match';
import type { Choice, Filter, Range } from '../source';
import type { Look } from './columns';
import { attributeToken, trigramsOf } from './searched';
import type { Sql, SqlValue } from './sql';

/** A piece of a statement, with what is bound to its marks. */
export interface Piece {
  text: string;
  bind: SqlValue[];
}

/**
 * One condition of a filter, in two forms: all parts of a filter must hold. The rarest part finds the rows, or
 * the order of the list does, and the others look at each of them: see `plan.ts`.
 */
export interface Part {
  /** Whether it holds of a row `f` of `figure`, without the use of any index of that table. */
  holds: Piece;
  /** Selects the numbers `n` of all rows of which it holds. */
  finds: Piece;
  /** The same among numbers after the first and up to the second of two that are bound, where that is cheap. */
  findsWithin?: Piece;
  /** Known to be so many. */
  known?: number;
  /** Selects about as many rows as `finds` does, for less; counted up to some bound. */
  about: Piece;
  /** Of `figure`, where the condition is on a column: `holds` with the use of its index. */
  column?: { name: string; holds: Piece };
  /** The same in memory, where it can be kept there. */
  look?: Look;
  /** What looking at one row costs, in about a microsecond. */
  cost: number;
}

const NOTHING: Part = {
  holds: { text: '0', bind: [] },
  finds: { text: 'SELECT n FROM figure WHERE 0', bind: [] },
  about: { text: 'SELECT 1 WHERE 0', bind: [] },
  known: 0,
  cost: 0,
};

/** Each once at most. */
type Sign = '>=' | '<=' | '<';

function onColumn(name: string, conditions: readonly [sign: Sign, bound: number][]): Part[] {
  if (conditions.length === 0) return [];
  const bind = conditions.map(([, value]) => value);
  const boundOf = (sign: Sign) => conditions.find(([one]) => one === sign)?.[1];
  const said = (column: string) => conditions.map(([sign]) => `${column} ${sign} ?`).join(' AND ');
  const finds = { text: `SELECT n FROM figure WHERE ${said(name)}`, bind };
  return [
    {
      holds: { text: said(`+f.${name}`), bind },
      finds,
      about: finds,
      column: { name, holds: { text: said(`f.${name}`), bind } },
      look: {
        column: name,
        least: boundOf('>=') ?? Number.NEGATIVE_INFINITY,
        most: boundOf('<=') ?? Number.POSITIVE_INFINITY,
        below: boundOf('<') ?? Number.POSITIVE_INFINITY,
      },
      cost: 0.5,
    },
  ];
}

function inRange(name: string, { min, max }: Range): Part[] {
  const least: [Sign, number][] = min === undefined ? [] : [['>=', min]];
  const most: [Sign, number][] = max === undefined ? [] : [['<=', max]];
  return onColumn(name, [...least, ...most]);
}

function inTime({ from, to }: NonNullable<Filter['time']>): Part[] {
  const least: [Sign, number][] = from === undefined ? [] : [['>=', from]];
  const most: [Sign, number][] = to === undefined ? [] : [['<', to]];
  return onColumn('start', [...least, ...most]);
}

function chosen(sql: Sql, choice: Choice, values: readonly string[]): Part {
  const known = [...new Set(values)].flatMap((value) =>
    sql.all('SELECT v, count FROM value WHERE choice = ? AND value = ?', [choice, value]),
  );
  if (known.length === 0) return NOTHING;
  const numbers = known.map(([v]) => Number(v));
  const marks = numbers.map(() => '?').join(', ');
  const select = numbers.length === 1 ? 'SELECT n' : 'SELECT DISTINCT n';
  const finds = { text: `${select} FROM has WHERE v IN (${marks})`, bind: numbers };
  const sum = known.reduce((all, [, count]) => all + Number(count), 0);
  return {
    holds: { text: `EXISTS (SELECT 1 FROM has WHERE v IN (${marks}) AND has.n = f.n)`, bind: numbers },
    finds,
    findsWithin: { text: `${finds.text} AND n > ? AND n <= ?`, bind: numbers },
    about: finds,
    known: sum,
    look: { values: numbers },
    cost: 2 * numbers.length,
  };
}

function mentioned(query: string): Piece {
  return { text: 'SELECT rowid AS n FROM mention WHERE mention MATCH ?', bind: [query] };
}

function mentionedBy(query: string): Piece {
  return {
    text: 'EXISTS (SELECT 1 FROM mention WHERE mention MATCH ? AND mention.rowid = f.n)',
    bind: [query],
  };
}

function quoted(phrase: string): string {
  return `"${phrase.replaceAll('"', '""')}"`;
}

function withAttribute(attribute: { name: string; value: string }): Part {
  const query = quoted(attributeToken(attribute));
  const finds = mentioned(query);
  return { holds: mentionedBy(query), finds, about: finds, cost: 30 };
}

/** Longer words are looked up by some of their letters, and looked at in full where these are found. */
const MOST_TRIGRAMS = 24;

/** Rows whose words contain it. Shorter ones than three letters stand in no index. */
function saying(word: string): { finds: Piece; about: Piece } {
  // In a question to the index they would be its end.
  const trigrams = trigramsOf(word).filter((letters) => !letters.includes('\0'));
  if (trigrams.length === 0) {
    const finds = { text: 'SELECT n FROM said WHERE instr(words, ?) > 0', bind: [word] };
    return { finds, about: { text: 'SELECT 1 FROM said', bind: [] } };
  }
  const query = trigrams.slice(0, MOST_TRIGRAMS).map(quoted).join(' AND ');
  const about = { text: 'SELECT rowid AS n FROM search WHERE search MATCH ?', bind: [query] };
  // One trigram says it all.
  if (trigrams.length === 1 && Array.from(word).length === 3) return { finds: about, about };
  const text = `SELECT said.n FROM search CROSS JOIN said ON said.n = search.rowid
    WHERE search MATCH ? AND instr(said.words, ?) > 0`;
  return { finds: { text, bind: [query, word] }, about };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const ZEROS = '00000000-0000-0000-0000-000000000000';

/** What the beginning of an id is looked up by; nothing where a word is none. */
function idQuery(word: string): string | undefined {
  if (word.length < LEAST_OF_ID || !UUID.test(word + ZEROS.slice(word.length))) return undefined;
  return `${quoted(word)} *`;
}

function withWord(word: string): Part {
  const { finds, about } = saying(word);
  const holds = {
    text: 'EXISTS (SELECT 1 FROM said WHERE said.n = f.n AND instr(said.words, ?) > 0)',
    bind: [word],
  };
  const query = idQuery(word);
  if (query === undefined) return { holds, finds, about, cost: 3 };
  const [as, by] = [mentioned(query), mentionedBy(query)];
  return {
    holds: { text: `(${holds.text} OR ${by.text})`, bind: [...holds.bind, ...by.bind] },
    finds: { text: `${finds.text} UNION ${as.text}`, bind: [...finds.bind, ...as.bind] },
    about: { text: `${about.text} UNION ALL ${as.text}`, bind: [...about.bind, ...as.bind] },
    cost: 30,
  };
}

/** What is chosen of one choice: any of its values, or each of them. */
function inChoice(sql: Sql, choice: Choice, values: readonly string[]): Part[] {
  if (needsAll(choice)) return [...new Set(values)].map((value) => chosen(sql, choice, [value]));
  return values.length > 0 ? [chosen(sql, choice, values)] : [];
}

/** `except` is a choice of which any value could be chosen besides. */
export function partsOf(sql: Sql, filter: Filter, except?: Choice): Part[] {
  const { time = {}, choices = {}, ranges = {}, attributes = [], text } = filter;
  return [
    ...inTime(time),
    ...MEASURES.flatMap((measure) => inRange(measure, ranges[measure] ?? {})),
    ...ALL_CHOICES.flatMap((choice) =>
      choice === except && !needsAll(choice) ? [] : inChoice(sql, choice, choices[choice] ?? []),
    ),
    ...attributes.map(withAttribute),
    ...[...new Set(needlesOf(text ?? ''))].map(withWord),
  ];
}
