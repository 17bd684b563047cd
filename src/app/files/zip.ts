import type { ParseInput } from '../../workers/messages';
import { isZip } from './readable';

export function hasZip(input: ParseInput): boolean {
  return input.kind === 'files' && input.files.some(isZip);
}

/**
 * The input with its ZIP files opened, as `unzipped` says; as it came where that cannot be loaded, so that reading tells
 * what is wrong with it. Never rejects.
 */
export async function withZipsOpened(input: ParseInput, going: () => boolean): Promise<ParseInput> {
  try {
    const { unzipped } = await import('./unzipped');
    return await unzipped(input, going);
  } catch {
    return input;
  }
}
