import type { Conversation } from '../model/conversation';
import type { Problem } from '../model/problem';
import { collect, collectElement, takeComplete } from './collect';
import { createCollector, heldBack } from './collector';
import { createDecoder } from './json/decode';
import { depthProblem, tooDeep } from './json/depth';
import { emptyInput, readDocuments } from './json/documents';
import { Splitter } from './json/splitter';

export interface StreamOptions {
  /** Ends the reading: the iterator throws the signal's reason. */
  signal?: AbortSignal;
  /** Told after each piece of input what has been read so far. */
  onProgress?: (progress: StreamProgress) => void;
  /** A single document or element longer than this is skipped, in UTF-16 units of its text. Default: 64 Mi. */
  maxDocumentLength?: number;
  /** How many conversations known only from events are held back, to be merged; participants outside one, too. Default: 10,000. */
  maxHeld?: number;
  /**
   * Of so much text (UTF-16 units) nothing is handed over before all of it is read, so that documents of one
   * conversation come as one, as `parseConversations` gives them; behind it, each document comes at once.
   * Default: 256 Ki.
   */
  mergeWithin?: number;
}

export interface StreamProgress {
  bytes: number;
  conversations: number;
  problems: number;
}

type Item = { conversation: Conversation } | { problem: Problem };

/** A list longer than this is handed over element by element. */
const WHOLE = 1 << 20;
/** A chunk larger than this is read piece by piece. */
const PIECE = 1 << 20;
const MERGE_WITHIN = 1 << 18;

/**
 * Turns text into what a collector makes of it. The pointer of a first document depends on whether a
 * second one follows, so it waits for that; a first document too large to wait is taken for the only one.
 */
class Feed {
  conversations = 0;
  problemCount = 0;
  private readonly collector = createCollector(readDocuments);
  private readonly splitter: Splitter;
  private readonly maxHeld: number;
  /** How much text is still to come before anything is handed over. */
  private mergeWithin: number;
  private ready: Item[] = [];
  private first: { value: unknown } | undefined;

  constructor({ maxDocumentLength = 64 << 20, maxHeld = 10_000, mergeWithin = MERGE_WITHIN }: StreamOptions) {
    this.maxHeld = maxHeld;
    this.mergeWithin = mergeWithin;
    this.splitter = new Splitter(
      {
        document: (value, index) => {
          if (index === 0) this.first = { value };
          else this.add(value, `/${index}`);
        },
        element: (value, { index, path }) => {
          const document = index === 0 ? '' : `/${index}`;
          this.add(value, `${document}${path}`, document);
        },
        problem: (problem) => this.tell(problem),
      },
      { over: Math.min(WHOLE, maxDocumentLength), max: maxDocumentLength },
    );
  }

  push(text: string): Item[] {
    this.splitter.push(text);
    if (this.splitter.count > 1) this.releaseFirst('/0');
    this.mergeWithin -= text.length;
    if (this.mergeWithin < 0) this.gather(false);
    return this.take();
  }

  end(): Item[] {
    this.splitter.end();
    this.releaseFirst(this.splitter.count > 1 ? '/0' : '');
    if (this.splitter.count === 0) this.tell(emptyInput());
    this.gather(true);
    return this.take();
  }

  private releaseFirst(pointer: string): void {
    const { first } = this;
    this.first = undefined;
    if (first) this.add(first.value, pointer);
  }

  private add(value: unknown, pointer: string, document?: string): void {
    if (pointer !== '/0') this.releaseFirst('/0');
    const deep = tooDeep(value);
    if (deep !== undefined) {
      this.tell(depthProblem(`${pointer}${deep}`));
      return;
    }
    const { collector } = this;
    if (document === undefined) collect(collector, value, pointer);
    else collectElement(collector, value, { pointer, document });
    if (heldBack(collector) > this.maxHeld) this.gather(true);
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

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/**
 * Reads conversations from JSON Lines, documents one after another, or large arrays and wrappers
 * (`{"conversations": […]}`) in bounded memory, and asks for no more input than it has handed over.
 * Throws only what the stream throws, and the signal's reason. Leaving the loop cancels the stream.
 */
export async function* parseConversationStream(
  stream: ReadableStream<Uint8Array>,
  options: StreamOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const { signal, onProgress } = options;
  signal?.throwIfAborted();
  const reader = stream.getReader();
  // A read that waits ends when its reader is cancelled; what the source makes of it does not matter.
  const cancel = () => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', cancel, { once: true });
  const feed = new Feed(options);
  const decode = createDecoder();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      signal?.throwIfAborted();
      if (done) break;
      for (const piece of pieces(value)) {
        for (const item of feed.push(decode(piece))) {
          yield item;
          signal?.throwIfAborted();
        }
        bytes += piece.length;
        onProgress?.({ bytes, conversations: feed.conversations, problems: feed.problemCount });
      }
    }
    feed.push(decode());
    yield* feed.end();
    onProgress?.({ bytes, conversations: feed.conversations, problems: feed.problemCount });
  } finally {
    signal?.removeEventListener('abort', cancel);
    cancel();
  }
}
