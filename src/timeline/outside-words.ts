import type { outside } from '../core/view/range';
import type { Format } from '../ui/format';
import type { Words } from '../ui/words';

/** How much there is before and after what is shown; nothing where that is all. */
export function outsideWords(
  { before, after }: ReturnType<typeof outside>,
  { words, format }: { words: Words; format: Format },
): string {
  if (before + after === 0) return '';
  const said = (length: number) => (length > 0 ? format.rough(length) : undefined);
  return words.outside(said(before), said(after));
}
