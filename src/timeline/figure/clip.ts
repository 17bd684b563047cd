import { textWidth } from '../../core/layout/text';

/** As much of a text as fits, with an ellipsis where some is missing; whole characters only. */
export function clip(text: string, size: number, room: number): string {
  if (textWidth(text, size) <= room) return text;
  let kept = '';
  let width = textWidth('…', size);
  for (const glyph of text) {
    width += textWidth(glyph, size);
    if (width > room) break;
    kept += glyph;
  }
  return `${kept.trimEnd()}…`;
}
