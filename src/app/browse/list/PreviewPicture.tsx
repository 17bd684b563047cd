import type { Preview } from '../../../core/model/facts';
import { Defs, fillOf } from '../../../timeline/draw/defs';
import { cssPaint } from '../../../ui/theme';
import { previewPaths } from './previewPaths';

const PATTERNS = 'preview';
const HEIGHT = 28;

/** Stripes and dots for all previews of a page. */
export function PreviewPatterns() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      <Defs id={PATTERNS} paint={cssPaint} />
    </svg>
  );
}

/** A tiny timeline. For eyes only: the row's figures say it in words. */
export function PreviewPicture({ preview, width }: { preview: Preview; width: number }) {
  const paths = previewPaths(preview, { width, height: HEIGHT });
  return (
    <svg
      aria-hidden="true"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block forced-color-adjust-none print:w-full"
    >
      {paths.map(({ type, certainty, d }) => (
        <path
          key={`${type} ${certainty}`}
          data-segment={type}
          d={d}
          fill={fillOf(type, PATTERNS, cssPaint)}
          fillOpacity={certainty === 'planned' ? 0.35 : 1}
        />
      ))}
    </svg>
  );
}
