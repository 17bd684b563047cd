import { type Conversation, parseConversationStream } from '../core/index';
import type { FoundProblem, Progress, Source } from './messages';
import { problemUnderFile, underFile } from './pointers';

export interface Receiver {
  onConversation: (conversation: Conversation) => void;
  onProblem: (problem: FoundProblem) => void;
  onProgress: (progress: Progress) => void;
  /** Called between pieces, so that whoever shares the thread gets its turn. */
  pause?: () => Promise<void> | undefined;
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
    const counted = source.blob.stream().pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          progress.bytesRead += chunk.byteLength;
          controller.enqueue(chunk);
          receiver.onProgress({ ...progress });
        },
      }),
    );
    for await (const item of parseConversationStream(counted, { signal })) {
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
