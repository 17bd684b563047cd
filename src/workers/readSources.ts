import { type Conversation, parseConversationStream, type Problem } from '../core/index';
import type { FoundProblem, Progress, Source } from './messages';
import { problemUnderFile, underFile } from './pointers';
import { type PackFault, unpackedStream } from './unpack';

export interface Receiver {
  onConversation: (conversation: Conversation) => void;
  onProblem: (problem: FoundProblem) => void;
  onProgress: (progress: Progress) => void;
  /** Called between pieces, so that whoever shares the thread gets its turn. */
  pause?: () => Promise<void> | undefined;
}

/**
 * All conversations of a piece are read before the first is handed over. So few at a time are still young when
 * they are done with: of those of a whole megabyte the collector moved most, which took as long as reading them.
 */
const PIECE = 1 << 16;

function* pieces(chunk: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}

interface Bytes {
  onBytes: (count: number) => void;
  onGone: () => void;
}

/** The bytes of a file, in pieces. They end where it cannot be read on: other files may lie behind it. */
function readable(file: Blob, { onBytes, onGone }: Bytes): ReadableStream<Uint8Array> {
  const reader = file.stream().getReader();
  return new ReadableStream({
    async pull(controller) {
      const read = await reader.read().catch(() => undefined);
      if (!read) onGone();
      if (!read || read.done) {
        controller.close();
        return;
      }
      for (const piece of pieces(read.value)) controller.enqueue(piece);
      onBytes(read.value.byteLength);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

/** Reads one source after the other as a stream. Runs in the worker, and on the page where none starts. */
export async function readSources(
  sources: readonly Source[],
  receiver: Receiver,
  signal?: AbortSignal,
): Promise<void> {
  const bytesTotal = sources.reduce((sum, { blob }) => sum + blob.size, 0);
  const progress: Progress = { bytesRead: 0, bytesTotal, conversations: 0 };
  receiver.onProgress({ ...progress });
  for (const source of sources) {
    /** Told of before any byte was handed on: there is nothing to read, and nothing more to say. */
    let lost = false;
    let begun = false;
    const onFault = (fault: keyof typeof FAULTS) => {
      lost ||= !begun || fault === 'zip';
      receiver.onProblem(locatedProblem(readingProblem(fault), source));
    };
    const counted = readable(source.blob, {
      onGone: () => onFault('gone'),
      onBytes(count) {
        begun = true;
        progress.bytesRead += count;
        receiver.onProgress({ ...progress });
      },
    });
    const stream = await unpackedStream(counted, { anew: () => source.blob.stream(), onFault });
    if (lost) continue;
    for await (const item of parseConversationStream(stream, { signal })) {
      if (signal?.aborted) return;
      if ('conversation' in item) {
        progress.conversations += 1;
        receiver.onConversation(located(item.conversation, source));
      } else receiver.onProblem(locatedProblem(item.problem, source));
      const pause = receiver.pause?.();
      if (pause) await pause;
    }
  }
  receiver.onProgress({ ...progress });
}

function located(conversation: Conversation, { index }: Source): Conversation {
  return index === undefined ? conversation : underFile(conversation, index);
}

function locatedProblem(problem: FoundProblem['problem'], { index, file }: Source): FoundProblem {
  return index === undefined ? { problem } : { problem: problemUnderFile(problem, index), file };
}

const FAULTS = {
  gone: 'The file could not be read to its end, as it was changed, moved or deleted since it was chosen: choose it again',
  damaged: 'The compressed file is damaged or cut off: only what could be unpacked was read',
  large: 'The compressed file unpacks to more than 2 GB: the rest was left out',
  zip: 'This is a ZIP file that cannot be opened: it is damaged, cut off, or its name does not end in .zip',
} satisfies Record<PackFault | 'gone', string>;

function readingProblem(fault: keyof typeof FAULTS): Problem {
  return { code: 'truncated-input', severity: 'error', message: FAULTS[fault], pointers: [''] };
}
