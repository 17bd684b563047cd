import type { Problem } from '../../model/problem';
import type { Cutter, CutOptions } from './cutter';
import { TOO_DEEP } from './depth';
import { CUT_OFF, faultProblems, found, invalidJson, keptAt, truncatedInput, unexpected } from './fault';
import { isJsonLines, SAMPLE } from './lines';
import { unescape } from './lexer';
import type { Source } from './locate';
import { isEmpty, MARGIN, parseScanned, type Recovery, recover, seek } from './recover';
import { Scanner } from './scanner';
import { isBracket, isSpace, Window } from './window';

/** `{\"id\": …` stood in quotes, and was copied without them, or without the last. Its first name tells. */
export const ENCODED = /^"?[[{][^"]*\\"\w+\\":/;

/** `{""id"": …`, as a cell of a CSV holds it, where a quote is two. */
export const DOUBLED = /^"?[[{][^"]*""\w+"":/;

/** A line that is commented out, in which something opens. */
const COMMENTED = /^(?:\/\/|#)[^\n[{]*[[{]/;
const COMMENT = /[\t ]*(?:\/\/|#)[^\n]*(?:\n|$)/y;

/** So many examples are taken out of comments: each costs a copy of the text. */
const MOST_EXAMPLES = 100;

/**
 * What may open JSON: not the brackets of prose and logs, which hold words or a time and are not all of their line, nor
 * those of an object that Java printed (`class Call {`).
 */
const OPENING = /(?!\[class |[[{](?:[^[{"',:=\n]|\d:)*[\]}][ \t]*\S)(?<!class \w+ )[[{]/;

/** In cells of a CSV: a quote, or all from the end of one cell to the beginning of the next. */
export const CELL_QUOTES = /""|"[^"]*"?/g;

/** What is read in place of these: cells stand in lines of their own, and what is between them is none of JSON. */
export function unquotedCell(found: string): string {
  return found === '""' ? '"' : '\n';
}

function undoubled(text: string): string {
  return text.replace(CELL_QUOTES, unquotedCell);
}

/** Who takes what a splitter finds. */
export interface DocumentSink {
  /** A document; those that were rejected are counted in `index`, but do not come. */
  document: (value: unknown, index: number, source: Source) => void;
  /** One whose pointers begin at the document. */
  problem: (problem: Problem, index: number) => void;
  /** An element cut out of a document that is too large to be read whole. */
  element?: (value: unknown, place: { index: number; path: string }, source: Source) => void;
}

/**
 * Splits text, which may come in pieces, into JSON documents: one, one per line, or one after another.
 * Broken ones are mended as far as possible and told.
 */
export class Splitter {
  /** How many documents have begun, rejected ones counted. */
  count = 0;
  readonly window = new Window();
  private readonly sink: DocumentSink;
  private readonly cut: CutOptions | undefined;
  private phase: 'between' | 'inside' | 'broken' | 'cutting' = 'between';
  private scanner = new Scanner();
  private cutter: Cutter | undefined;
  private start = 0;
  private faultAt = 0;
  /** A broken document is looked at again when the text is this long. */
  private retryAt = 0;
  private cutAt = 0;
  private lines: 'unknown' | 'yes' | 'no' = 'unknown';
  /** Characters for which `lines` was decided. */
  private decidedFor = 0;
  private wholeLines = 0;
  /** The line also holds a document that has been read. */
  private sameLine = false;
  private inGarbage = false;
  /** Taken out of comments so far. */
  private examples = 0;

  constructor(sink: DocumentSink, cut?: CutOptions) {
    this.sink = sink;
    this.cut = cut;
  }

  push(chunk: string): void {
    this.window.append(chunk);
    this.advance();
    this.dropTo(this.start); // what is cut up begins with the window, and lets go by itself
  }

  end(): void {
    this.window.final = true;
    this.advance();
  }

  private advance(): void {
    let goesOn = true;
    while (goesOn) {
      if (this.phase === 'between') goesOn = this.begin();
      else if (this.phase === 'inside') goesOn = this.follow();
      else if (this.phase === 'broken') goesOn = this.mend();
      else goesOn = this.cutOut();
    }
  }

  private dropTo(offset: number): void {
    this.window.drop(offset);
    this.start -= offset;
    this.faultAt -= offset;
    this.retryAt -= offset;
    this.decidedFor -= offset;
  }

  private begin(): boolean {
    const { window } = this;
    const at = window.skipSpace(this.start);
    if (this.sameLine && window.text.slice(this.start, at).includes('\n')) this.sameLine = false;
    this.start = at;
    if (at >= window.text.length) return false;
    this.scanner = new Scanner();
    this.scanner.lineBound = this.lines === 'yes';
    window.scanned = at;
    this.cutAt = this.cut?.over ?? Number.POSITIVE_INFINITY;
    this.phase = 'inside';
    return true;
  }

  private follow(): boolean {
    const { window, scanner } = this;
    window.run(scanner);
    if (scanner.outcome === 'more' && window.final) {
      scanner.finish();
      if (scanner.outcome === 'more') return this.breakAt(window.endOf(window.text.length));
    }
    if (window.scanned - this.start > this.cutAt && this.beginCutting()) return true;
    if (scanner.outcome === 'fault') return this.breakAt(window.scanned);
    return scanner.outcome === 'done' && this.finish(window.scanned);
  }

  private breakAt(offset: number): boolean {
    this.faultAt = offset;
    this.phase = 'broken';
    this.retryAt = 0;
    return true;
  }

  private finish(end: number): boolean {
    const { text, final } = this.window;
    if (!isBracket(text.charAt(this.start))) {
      // A scalar must stand alone: `12 apples` are a number and garbage, `"a": 1` is garbage.
      if (end >= text.length && !final) {
        this.phase = 'between';
        return false;
      }
      if (end < text.length && !isSpace(text.charCodeAt(end)) && !isBracket(text.charAt(end)))
        return this.breakAt(end);
    }
    const source = text.slice(this.start, end);
    if (!source.includes('\n')) this.wholeLines += 1;
    this.sink.document(parseScanned(source), this.count, {
      text: source,
      place: this.window.placeOf(this.start),
    });
    this.next(end);
    return true;
  }

  /** A document has ended at `end`. */
  private next(end: number): void {
    this.count += 1;
    this.inGarbage = false;
    this.sameLine = true;
    this.start = end;
    this.phase = 'between';
  }

  private beginCutting(): boolean {
    const { window, start, cut } = this;
    this.cutAt *= 2;
    if (!cut) return false;
    const tooLong = window.scanned - start > cut.max;
    if (!tooLong) this.cutAt = Math.min(this.cutAt, cut.max);
    const lists = cut.Cutter.listsIn(window.text.slice(start, window.scanned), tooLong);
    if (!lists && !tooLong) return false;
    const place = window.placeOf(start);
    this.dropTo(start);
    const index = this.count;
    this.cutter = new cut.Cutter(window, {
      lists,
      max: cut.max,
      lineBound: this.lines === 'yes',
      problem: (problem) => this.sink.problem(problem, index),
      skipped: () =>
        this.sink.problem(
          truncatedInput(`This document is longer than ${cut.max} characters and was skipped`, place),
          index,
        ),
      element: (value, path, source) => this.sink.element?.(value, { index, path }, source),
    });
    this.phase = 'cutting';
    return true;
  }

  private cutOut(): boolean {
    if (!this.cutter?.advance()) return false;
    this.cutter = undefined;
    this.next(this.window.scanned);
    return true;
  }

  /** Reads a document that has a fault at `faultAt`. Waits while too little text has come to tell its end. */
  private mend(): boolean {
    const { window } = this;
    const { text } = window;
    if (!window.final && text.length < this.retryAt) return false;
    if (!this.decideLines()) return false;
    const isKept = text.length - this.start <= (this.cut?.max ?? Number.POSITIVE_INFINITY);
    const begins = text.slice(this.start, this.start + 99);
    const decode = ENCODED.test(begins) ? unescape : DOUBLED.test(begins) ? undoubled : undefined;
    if (isKept && decode) return window.final ? this.decode(decode) : this.wait();
    if (isKept && COMMENTED.test(begins) && this.uncomment()) return window.final || this.wait();
    const lineEnd = text.indexOf('\n', this.start);
    const limit = lineEnd < 0 ? text.length : lineEnd;
    const atStart = text.slice(this.start, limit).search(OPENING) === 0;
    if (lineEnd < 0 && !window.final && (this.lines === 'yes' || !atStart)) return this.wait();
    if (!atStart) return this.skipGarbage(limit);
    return this.read(this.lines === 'yes' ? limit : text.length);
  }

  /** Reads what stood in quotes that were lost. What is wrong in it is told by whoever reads it. */
  private decode(how: (text: string) => string): true {
    const { window, start } = this;
    const text = window.text.slice(start);
    const place = window.placeOf(start);
    if (how === undoubled)
      this.sink.problem(invalidJson('A quote in quotes must stand behind a backslash', place), this.count);
    this.sink.document(how(text.replace(/^"/, '')), this.count, { text, place });
    this.next(window.text.length);
    return true;
  }

  /**
   * Of lines that are commented out blanks take the place of the marks, so that all else stays where it is. Answers
   * whether there are such lines; before the text has ended nothing is done to them.
   */
  private uncomment(): boolean {
    const { window, start } = this;
    const { text } = window;
    if (this.examples === MOST_EXAMPLES) return false;
    // By the line: one pattern for all of them would run out of stack in a text of megabytes.
    let lines = 0;
    let end = start;
    for (COMMENT.lastIndex = start; COMMENT.test(text); lines += 1) end = COMMENT.lastIndex;
    if (lines < 2) return false;
    if (!window.final) return true;
    this.examples += 1;
    this.sink.problem(invalidJson('JSON allows no comments', window.placeOf(start)), this.count);
    const bare = text.slice(start, end).replace(/^[\t ]*[/#]+/gm, (marks) => ' '.repeat(marks.length));
    window.rewrite(text.slice(0, start) + bare + text.slice(end));
    this.phase = 'between';
    return true;
  }

  /** Waits until the text has doubled: to look again after each piece would cost the square of its length. */
  private wait(): boolean {
    this.retryAt = this.start + 2 * (this.window.text.length - this.start);
    return false;
  }

  private decideLines(): boolean {
    const { window, start } = this;
    if (this.lines === 'yes' || (this.lines === 'no' && start < this.decidedFor)) return true;
    const firstIsCut = this.count === 0 && window.final && this.faultAt >= window.endOf(window.text.length);
    let sample = window.text.slice(start, start + SAMPLE);
    if (sample.length < SAMPLE && !window.final) {
      this.retryAt = start + SAMPLE;
      return false;
    }
    // The sample's last line may be incomplete, unless it is all there is.
    if (sample.length === SAMPLE) sample = sample.slice(0, sample.lastIndexOf('\n') + 1);
    const wholeBefore = this.wholeLines === this.count ? this.wholeLines : 0;
    this.lines = !firstIsCut && isJsonLines(sample, wholeBefore) ? 'yes' : 'no';
    this.decidedFor = start + SAMPLE;
    return true;
  }

  /** Text that begins no document: up to a bracket in the same line, else to the end of the line. */
  private skipGarbage(lineEnd: number): boolean {
    const { window, start, sameLine } = this;
    const end = window.endOf(lineEnd);
    const bracket = `${window.text.slice(start, end)}.`.search(OPENING);
    // Several lines of garbage are one document that is none, unless each line is a document.
    const isDocument = bracket < 0 && !sameLine;
    if (!isDocument || !this.inGarbage || this.lines === 'yes') {
      const at = Math.min(this.faultAt, end);
      const expected = sameLine ? 'the end of the document' : 'a JSON document';
      this.sink.problem(
        invalidJson(`Expected ${expected}, found ${found(window.text, at)}`, window.placeOf(at)),
        this.count,
      );
      if (isDocument) this.count += 1;
    }
    this.inGarbage ||= isDocument;
    this.start = bracket < 0 ? lineEnd : start + bracket;
    this.phase = 'between';
    return true;
  }

  private read(limit: number): boolean {
    const { window, cut, start: from } = this;
    const recovery = recover(window.text, from, limit);
    const isLarge = cut !== undefined && this.lines !== 'yes' && recovery.end - from > cut.over;
    if (isLarge && this.beginCutting()) return true;
    const overlong = cut !== undefined && recovery.end - from > cut.max;
    const reachesEnd = recovery.end > window.text.length - MARGIN;
    if (this.lines !== 'yes' && reachesEnd && !window.final && !overlong) return this.wait();
    const ahead = window.skipSpace(limit);
    if (recovery.cut && ahead >= window.text.length && !window.final && !overlong) return false;
    const isLast = ahead >= window.text.length;
    const place = window.placeOf(from);
    this.tell({ ...recovery, isLast });
    if (overlong || !isEmpty(recovery.value)) {
      const text = window.text.slice(from, recovery.end);
      this.sink.document(recovery.value, this.count, { text, place, seek });
    }
    this.next(recovery.end);
    return true;
  }

  private tell(recovery: Recovery & { isLast: boolean }): void {
    const { faults, value, steps, end, cut, deep, isLast } = recovery;
    const { window, faultAt, sink, count } = this;
    const last = window.endOf(end);
    const first = this.lines === 'yes' || faultAt > end ? Math.min(faultAt, last) : faultAt;
    // The strict scanner knows the first fault to the character.
    if (faults.list[0]) faults.list[0].offset = first;
    else if (cut && !isLast) faults.add(last, 'The line ends inside the document');
    else if (!cut && !deep) faults.add(first, unexpected(window.text, faultAt));
    const placeOf = (offset: number) => window.placeOf(offset);
    for (const problem of faultProblems(faults, value, placeOf)) sink.problem(problem, count);
    if (deep) sink.problem(truncatedInput(TOO_DEEP, placeOf(first)), count);
    else if (cut && isLast)
      sink.problem(truncatedInput(CUT_OFF, placeOf(last), [keptAt(value, steps)]), count);
  }
}
