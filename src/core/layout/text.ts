import type { Pixel } from '../view/pixel';

const NARROW = /[iljtf.,:;'|!() I[\]]/;
const WIDE = /[mwMW@%—…]/;
const UPPER = /[A-Z0-9·–]/;

/** Mean widths of a sans-serif face at 1 px, a little on the safe side: a label must never leave its bar. */
function glyphWidth(glyph: string): number {
  if (NARROW.test(glyph)) return 0.36;
  if (WIDE.test(glyph)) return 0.95;
  if (UPPER.test(glyph)) return 0.68;
  return (glyph.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1.05;
}

/** Estimated, since the core has no fonts: the same on screen, on paper and in tests. */
export function textWidth(text: string, size: Pixel): Pixel {
  let width = 0;
  for (const glyph of text) width += glyphWidth(glyph);
  return width * size;
}

/** The first of the candidates, longest first, that fits. */
export function fitting(candidates: readonly string[], size: Pixel, room: Pixel): string | undefined {
  return candidates.find((candidate) => candidate !== '' && textWidth(candidate, size) <= room);
}
