import type { Mark } from '../../core/view/marks';
import { evidenceOf } from '../details/facts';
import type { Jump } from '../panels/usePanels';
import { offsetOf } from './offset';
import type { Source, SourcePlace } from './source';

/** Where a jump leads in the texts; nowhere, where they have no such place. */
export function placeOf(jump: Jump, source: Source): SourcePlace | undefined {
  if ('pointer' in jump) return source.locate(jump.pointer);
  const around = jump.around === '' ? undefined : source.locate(jump.around);
  const named = source.texts.findIndex(({ name }) => jump.file !== undefined && name === jump.file);
  const index = around?.index ?? Math.max(named, 0);
  const text = source.texts[index]?.text;
  if (text === undefined) return undefined;
  // In a text that stands in a text lines count from its own start.
  if (around && text.charAt(around.from) === '"') return around;
  const from = offsetOf(text, jump.line, jump.column);
  return { index, from, to: Math.min(from + 1, text.length) };
}

/** Where what a mark rests on stands in the texts. */
export function placesBehind(mark: Mark, source: Source): SourcePlace[] {
  const pointers = evidenceOf(mark)?.pointers ?? ownPointer(mark);
  return pointers.flatMap((pointer) => source.locate(pointer) ?? []);
}

/** A participant has no evidence but itself. */
function ownPointer(mark: Mark): string[] {
  const pointer = mark.kind === 'lane' ? mark.lane.participant.pointer : '';
  return pointer === '' ? [] : [pointer];
}
