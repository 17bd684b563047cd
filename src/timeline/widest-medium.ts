import type { Timeline } from '../core';
import { textWidth } from '../core/layout/text';
import { visible } from '../ui/visible';
import { english, wordFor } from '../ui/words';

/** Width of the longest word beside the tracks of lanes that have several; 0 where none has. */
export function widestMedium({ lanes }: Timeline): number {
  const media = lanes.flatMap(({ tracks }) => (tracks.length > 1 ? tracks.map((track) => track.media) : []));
  const widths = [...new Set(media)].map((one) => textWidth(visible(wordFor(english.media, one)), 10.5));
  return Math.max(0, ...widths);
}
