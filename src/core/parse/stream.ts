import type { Item } from './feed';

export interface StreamOptions {
  /** Ends the reading: the iterator throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** Told after each piece of input what has been read so far. */
  onProgress?: ((progress: StreamProgress) => void) | undefined;
  /** A single document or element longer than this is skipped, in UTF-16 units of its text. Default: 64 Mi. */
  maxDocumentLength?: number | undefined;
  /** How many conversations known only from events are held back, to be merged; participants outside one, too. Default: 10,000. */
  maxHeld?: number | undefined;
  /**
   * Of so much text (UTF-16 units) nothing is handed over before all of it is read, so that documents of one
   * conversation come as one, as `parseConversations` gives them; behind it, each document comes at once.
   * Default: 256 Ki.
   */
  mergeWithin?: number | undefined;
}

export interface StreamProgress {
  bytes: number;
  conversations: number;
  problems: number;
}

/** A chunk larger than this is read piece by piece. */
const PIECE = 1 << 20;

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
  let bytes = 0;
  try {
    // Cutting streams up weighs as much as a tenth of all else, and whoever only parses and builds needs none of it.
    const { createDecoder, Feed } = await import('./feed');
    const feed = new Feed(options);
    const decode = createDecoder((at) => feed.lose(at));
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
