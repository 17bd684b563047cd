import type { Conversation } from '../model/conversation';
import type { Problem } from '../model/problem';
import { collect, collectElement, takeComplete } from './collect';
import { createCollector, heldBack } from './collector';
import { Cutter } from './json/cutter';
import { emptyInput, readDocuments } from './json/documents';
import { problemUnder } from './json/fault';
import { placeErrors, type Source } from './json/locate';
import { lostProblem } from './json/lost';
import { type Place, Places } from './json/places';
import { Splitter } from './json/splitter';
import type { StreamOptions } from './stream';

export { createDecoder } from './json/decoder';

export type Item = { conversation: Conversation } | { problem: Problem };

/** A list longer than this is handed over element by element. */
const WHOLE = 1 << 20;
const MERGE_WITHIN = 1 << 18;

interface Origin {
  /** Of an element, the pointer of its document. */
  document?: string;
  source: Source;
}

/**
 * Turns text into what a collector makes of it. The pointer of a first document depends on whether a
 * second one follows, so it waits for that; a first document too large to wait is taken for the only one.
 */
export class Feed {
  conversations = 0;
  problemCount = 0;
  private readonly collector = createCollector(readDocuments);
  private readonly splitter: Splitter;
  private readonly maxHeld: number;
  /** How much text is still to come before anything is handed over. */
  private mergeWithin: number;
  private ready: Item[] = [];
  /** Where in the next text a character was lost, and where that was of all. */
  private losing: number | undefined;
  private lost: Place | undefined;
  private holdsData = false;
  private first: { value: unknown; source: Source } | undefined;
  /** Undefined until it is known. */
  private firstPointer: string | undefined;
  /** What went wrong until then. */
  private untold: [Problem, number][] = [];

  constructor({ maxDocumentLength = 64 << 20, maxHeld = 10_000, mergeWithin = MERGE_WITHIN }: StreamOptions) {
    this.maxHeld = maxHeld;
    this.mergeWithin = mergeWithin;
    this.splitter = new Splitter(
      {
        document: (value, index, source) => {
          if (index === 0) this.first = { value, source };
          else {
            this.releaseFirst('/0');
            this.add(value, `/${index}`, { source });
          }
        },
        element: (value, { index, path }, source) => {
          this.releaseFirst(index === 0 ? '' : '/0');
          const document = index === 0 ? '' : `/${index}`;
          this.add(value, `${document}${path}`, { document, source });
        },
        problem: (problem, index) => {
          if (this.firstPointer === undefined) this.untold.push([problem, index]);
          else this.tellOf(problem, index);
        },
      },
      { over: Math.min(WHOLE, maxDocumentLength), max: maxDocumentLength, Cutter },
    );
  }

  /** The bytes of the text that is pushed next were no text there. */
  lose(at: number): void {
    this.losing = at;
  }

  push(text: string): Item[] {
    if (this.losing !== undefined) this.lost = this.placeAhead(text, this.losing);
    this.losing = undefined;
    this.splitter.push(text);
    if (this.splitter.count > 1) this.releaseFirst('/0');
    this.mergeWithin -= text.length;
    if (this.mergeWithin < 0) this.gather(false);
    return this.take();
  }

  /** Of a character of the text that is pushed next. */
  private placeAhead(text: string, at: number): Place {
    const { window } = this.splitter;
    // Its own are for what is asked in turn.
    const places = Object.assign(new Places(), window.places);
    return places.of(window.text + text, window.base, window.text.length + at);
  }

  end(): Item[] {
    this.splitter.end();
    this.releaseFirst(this.splitter.count > 1 ? '/0' : '');
    if (this.splitter.count === 0) this.tell(emptyInput());
    if (this.lost && this.holdsData) this.tell(lostProblem(this.lost));
    this.gather(true);
    return this.take();
  }

  /** Nothing happens when its pointer is known already. */
  private releaseFirst(pointer: string): void {
    if (this.firstPointer !== undefined) return;
    this.firstPointer = pointer;
    const { first, untold } = this;
    for (const [problem, index] of untold) this.tellOf(problem, index);
    if (first) this.add(first.value, pointer, first);
    this.first = undefined;
    this.untold = [];
  }

  private add(value: unknown, pointer: string, { document, source }: Origin): void {
    this.holdsData = true;
    const { collector } = this;
    const told = collector.problems.length;
    if (document === undefined) collect(collector, value, pointer);
    else collectElement(collector, value, { pointer, document });
    if (collector.problems.length > told) placeErrors(collector.problems.slice(told), pointer, source);
    if (heldBack(collector) > this.maxHeld) this.gather(true);
  }

  private tellOf(problem: Problem, index: number): void {
    this.tell(problemUnder(index === 0 ? (this.firstPointer ?? '') : `/${index}`, problem));
  }

  private tell(problem: Problem): void {
    this.problemCount += 1;
    this.ready.push({ problem });
  }

  private gather(all: boolean): void {
    const { conversations, problems } = takeComplete(this.collector, all);
    for (const problem of problems) this.tell(problem);
    this.conversations += conversations.length;
    for (const conversation of conversations) this.ready.push({ conversation });
  }

  private take(): Item[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }
}
