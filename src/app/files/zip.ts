import type { ParseInput } from '../../workers/messages';
import { isZip } from './readable';

export function hasZip(input: ParseInput): boolean {
  return input.kind === 'files' && input.files.some(isZip);
}

/** A single entry may take long, and cannot be left in the middle: nobody waits for it who does not want it any more. */
function nothingOnceAborted(signal: AbortSignal): Promise<ParseInput> {
  return new Promise((resolve) => {
    const end = () => resolve({ kind: 'files', files: [] });
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
}

/**
 * The input with its ZIP files opened, as `unzipped` says; as it came where that cannot be loaded, so that reading tells
 * what is wrong with it; without any file, and at once, when that is aborted. Never rejects.
 */
export async function withZipsOpened(input: ParseInput, signal: AbortSignal): Promise<ParseInput> {
  try {
    const { unzipped } = await import('./unzipped');
    return await Promise.race([unzipped(input, () => !signal.aborted), nothingOnceAborted(signal)]);
  } catch {
    return input;
  }
}
