import type { Preview, PreviewBar } from '../../../core/model/facts';

export interface PreviewPath {
  type: PreviewBar[0];
  certainty: PreviewBar[3];
  d: string;
}

interface Size {
  width: number;
  height: number;
}

const LEAST_WIDTH = 1.5;
const GAP = 1;
const THICKEST = 8;

function two(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A preview as one path per type and certainty: a table of fifty rows must not cost five thousand elements. */
export function previewPaths({ start, end, lanes }: Preview, { width, height }: Size): PreviewPath[] {
  const length = end - start;
  if (lanes.length === 0 || length <= 0) return [];
  const pitch = Math.min(height / lanes.length, THICKEST + GAP);
  const first = (height - pitch * lanes.length + GAP) / 2;
  const paths = new Map<string, PreviewPath>();
  for (const [index, { bars }] of lanes.entries()) {
    const y = first + index * pitch;
    for (const [type, from, to, certainty] of bars) {
      const x = Math.min((from / length) * width, width - LEAST_WIDTH);
      const w = Math.max(LEAST_WIDTH, ((to - from) / length) * width);
      const key = `${type} ${certainty}`;
      const path = paths.get(key) ?? { type, certainty, d: '' };
      path.d += `M${two(x)} ${two(y)}h${two(w)}v${two(pitch - GAP)}h${two(-w)}z`;
      paths.set(key, path);
    }
  }
  return [...paths.values()];
}
