import type { Problem } from '../../model/problem';
import { escapeKey, TOO_DEEP } from './depth';
import { LISTINGS } from './listings';
import {
  CUT_OFF,
  faultProblems,
  Faults,
  found,
  keptAt,
  problemUnder,
  truncatedInput,
  unexpected,
} from './fault';
import type { Source } from './locate';
import { holdsList } from './prune';
import { isEmpty, MARGIN, parseScanned, recover, seek } from './recover';
import { Scanner } from './scanner';
import { isBracket, type Window } from './window';

/** When a document is cut up instead of being read whole. */
export interface CutOptions {
  /** Lists longer than this are cut up, in UTF-16 units. */
  over: number;
  /** No single value longer than this is read. */
  max: number;
  /** What cuts: handed in, as only streams need it. */
  Cutter: typeof Cutter;
}

export interface CutterOptions {
  /** Keys of the document whose arrays are cut into elements; undefined when none has been seen yet. */
  lists: readonly string[] | undefined;
  max: number;
  /** The document ends with its line. */
  lineBound: boolean;
  problem: (problem: Problem) => void;
  element: (value: unknown, path: string, source: Source) => void;
  /** Told at the end when there was nothing to cut out. */
  skipped: () => void;
}

/** What a scanner waits for, by its state. */
const WANTED = ['a value', 'a value', 'a name in double quotes', 'a name in double quotes', 'a colon'];

/**
 * Cuts the elements out of one large document, an array or a wrapper of lists, and keeps nothing else:
 *
 *     {"total": 9, "conversations": [ {…}, {…}, {…} ], "pageSize": 25}
 *                                     ───  ───  ───
 */
export class Cutter {
  private readonly window: Window;
  private readonly options: CutterOptions;
  private readonly scanner = new Scanner(1);
  private readonly lists: readonly string[];
  private readonly isArray: boolean;
  private found: boolean;
  private inList: boolean;
  private path = '';
  private key = '';
  private index = 0;
  /** Where the element or key began that is being read; -1 when there is none or it is not kept. */
  private item = -1;
  private broken = false;
  private faultAt = 0;
  private retryAt = 0;
  private toldAt = -1;
  /** The character of the last fault was passed over: no repair was tried at what comes next. */
  private skips = false;
  private faults = 0;

  /** The document begins where the window does. */
  constructor(window: Window, options: CutterOptions) {
    this.window = window;
    this.options = options;
    this.scanner.lineBound = options.lineBound;
    this.lists = options.lists ?? LISTINGS;
    this.found = options.lists !== undefined;
    this.isArray = window.text.startsWith('[');
    this.inList = this.isArray;
    window.scanned = 0;
  }

  /**
   * The keys whose arrays are to be cut out of the document that begins like `text`; undefined when
   * none was seen. The participants are the list only of a wrapper, as a conversation needs its fields.
   */
  static listsIn(text: string, tooLong: boolean): readonly string[] | undefined {
    if (text.startsWith('[')) return [];
    const scanner = new Scanner(1);
    let keyAt = 0;
    let key = '';
    let keys = 0;
    for (
      let at = scanner.run(text, 0);
      ['start', 'end'].includes(scanner.outcome);
      at = scanner.run(text, at)
    ) {
      if (scanner.outcome === 'start' && scanner.inKey) keyAt = at;
      else if (scanner.outcome === 'end' && scanner.inKey) {
        key = String(parseScanned(text.slice(keyAt, at)));
        keys += 1;
      } else if (scanner.outcome === 'start' && key === 'format' && !tooLong) {
        if (text.startsWith('"participant-timeline"', at)) return undefined; // our own export is read as one
      } else if (scanner.outcome === 'start' && text.charAt(at) === '[') {
        if (LISTINGS.includes(key)) return LISTINGS;
        if (tooLong && key === 'participants' && keys === 1) return [...LISTINGS, key];
      }
    }
    return undefined;
  }

  /** Reads on; true when the document has ended, at `window.scanned`. */
  advance(): boolean {
    const ended = this.readOn();
    if (ended && !this.found) this.options.skipped();
    return ended;
  }

  private readOn(): boolean {
    const { window, scanner } = this;
    for (;;) {
      if (this.broken) {
        if (!this.mend()) return false;
        continue;
      }
      window.run(scanner);
      if (scanner.outcome === 'start') this.onStart();
      else if (scanner.outcome === 'end') this.onEnd();
      else if (scanner.outcome === 'done') return true;
      else if (scanner.outcome === 'fault') {
        if (this.onFault()) return true;
      } else if (!window.final) {
        this.spare();
        return false;
      } else if (this.onCut()) return true;
    }
  }

  private onStart(): void {
    const { window, scanner } = this;
    this.toldAt = -1;
    this.item = window.scanned;
    if (this.inList || scanner.inKey) return;
    // A value of the wrapper: nothing of it is kept, but the elements of a list.
    this.item = -1;
    if (!this.lists.includes(this.key) || window.text.charAt(window.scanned) !== '[') return;
    this.inList = true;
    this.found = true;
    this.path = `/${escapeKey(this.key)}`;
    this.index = 0;
    scanner.level = 2;
  }

  private onEnd(): void {
    const { window, scanner, item } = this;
    const wasKey = scanner.inKey;
    this.item = -1;
    if (wasKey) this.key = item < 0 ? '' : String(parseScanned(window.text.slice(item, window.scanned)));
    else if (this.inList && scanner.depth === scanner.level) {
      if (item >= 0 && window.scanned - item > this.options.max) this.tellTooLong(item);
      else if (item >= 0) {
        const text = window.text.slice(item, window.scanned);
        this.emit(parseScanned(text), { text, place: window.placeOf(item) });
      }
      this.index += 1;
    } else if (!this.isArray) {
      this.inList = false;
      this.path = '';
      scanner.level = 1;
    }
  }

  private elementPath(): string {
    return `${this.path}/${this.index}`;
  }

  private emit(value: unknown, source: Source): void {
    this.options.element(value, this.elementPath(), source);
  }

  private tellTooLong(offset: number): void {
    const message = `This part is longer than ${this.options.max} characters and was skipped`;
    const pointers = this.inList ? [this.elementPath()] : [];
    this.options.problem(truncatedInput(message, this.window.placeOf(offset), pointers));
  }

  /** Lets go of text that is not needed. */
  private spare(): void {
    const { window, item } = this;
    if (item >= 0 && window.text.length - item <= this.options.max) {
      window.drop(item);
      this.item = 0;
      return;
    }
    if (item >= 0) this.tellTooLong(item);
    this.item = -1;
    if (window.scanned > 0) this.toldAt = -1; // since the last fault something was read
    window.drop(window.scanned);
  }

  /** The text has ended. True when nothing is left to do. */
  private onCut(): boolean {
    const { window } = this;
    const end = window.endOf(window.text.length);
    if (this.breakAt(end)) return false;
    this.options.problem(truncatedInput(CUT_OFF, window.placeOf(end), [this.path]));
    window.scanned = window.text.length;
    return true;
  }

  /** Turns to mending the element of a list that is being read, if one is. */
  private breakAt(offset: number): boolean {
    if (this.item < 0 || !this.inList) return false;
    this.broken = true;
    this.faultAt = offset;
    this.retryAt = 0;
    return true;
  }

  /** True when the document ends here. */
  private onFault(): boolean {
    const { window, scanner } = this;
    const at = window.scanned;
    if (this.breakAt(at)) return false;
    const char = window.text.charAt(at);
    const again = this.toldAt === at;
    if (!again) this.tellFault(at);
    if (char === '\n' && this.options.lineBound) return true;
    const isTried = again && !this.skips;
    if (!isTried && isBracket(char) && this.inList) scanner.expectValue();
    else if (!isTried && (char === ']' || char === '}')) scanner.leave(scanner.depth);
    else window.scanned = at + 1;
    this.skips = window.scanned > at;
    // What could not be repaired is skipped; until something is read it is the same fault.
    window.drop(window.scanned);
    this.toldAt = 0;
    return false;
  }

  private tellFault(at: number): void {
    const faults = new Faults();
    const wanted = WANTED[this.scanner.state] ?? `a comma or "${this.inList ? ']' : '}'}"`;
    faults.add(at, `Expected ${wanted}, found ${found(this.window.text, at)}`);
    this.report(faults, this.path, undefined);
  }

  /** Faults of a value that stands at `pointer`. */
  private report(faults: Faults, pointer: string, value: unknown): void {
    this.faults += faults.count;
    if (this.faults > 20 && this.faults - faults.count > 20) return;
    for (const problem of faultProblems(faults, value, (offset) => this.window.placeOf(offset)))
      this.options.problem(problemUnder(pointer, problem));
  }

  /** Reads an element that has a fault. False when too little text has come to tell its end. */
  private mend(): boolean {
    const { window, scanner, item, options } = this;
    const { text, final } = window;
    if (!final && text.length < this.retryAt) return false;
    const lineEnd = options.lineBound ? text.indexOf('\n', item) : -1;
    const limit = lineEnd < 0 ? text.length : lineEnd;
    const recovery = recover(text, item, limit);
    const { faults, value, steps, cut, deep } = recovery;
    const tooLong = recovery.end - item > options.max;
    if (!final && recovery.end > text.length - MARGIN && !tooLong) {
      this.retryAt = item + 2 * (text.length - item);
      return false;
    }
    const place = window.placeOf(item);
    const [first] = faults.list;
    if (first) first.offset = Math.min(this.faultAt, window.endOf(recovery.end));
    else if (!cut && !deep) faults.add(this.faultAt, unexpected(text, this.faultAt));
    const keep = (!cut || holdsList(value)) && !isEmpty(value);
    const kept = keep ? value : undefined;
    const path = keep ? this.elementPath() : this.path;
    this.report(faults, path, kept);
    if (deep) options.problem(truncatedInput(TOO_DEEP, window.placeOf(window.endOf(recovery.end))));
    if (keep) this.emit(value, { text: text.slice(item, recovery.end), place, seek });
    // No other element follows; what is told next is that it was cut off.
    if (cut && final) this.path = path + keptAt(kept, steps);
    this.broken = false;
    this.item = -1;
    this.index += 1;
    scanner.leave(scanner.level);
    if (isBracket(text.charAt(recovery.end))) scanner.expectValue();
    window.scanned = recovery.end;
    return true;
  }
}
