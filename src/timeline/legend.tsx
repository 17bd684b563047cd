import { memo } from 'react';
import { openPath, roundPath } from '../core/layout/shapes';
import type { Certainty, SegmentType } from '../core/model/timeline';
import { cssPaint } from '../ui/theme';
import { fillOf } from './draw/defs';
import type { Stage } from './stage';

const BOX = { left: 0.5, top: 0.5, right: 19.5, bottom: 11.5 };

function TypeSample({ type, id }: { type: SegmentType; id: string }) {
  return (
    <svg width={20} height={12} aria-hidden="true">
      <path d={roundPath(BOX, 3)} data-segment={type} fill={fillOf(type, id, cssPaint)} />
    </svg>
  );
}

/** The same shapes as on the bars, in the colour of words. */
function CertaintySample({ certainty }: { certainty: Certainty }) {
  const colour = cssPaint.surface('muted');
  if (certainty === 'running') {
    return (
      <svg width={20} height={12} aria-hidden="true">
        <path d={openPath(BOX)} fill={colour} />
      </svg>
    );
  }
  const planned = certainty === 'planned';
  return (
    <svg width={20} height={12} aria-hidden="true">
      <path d={roundPath(BOX, 3)} fill={colour} fillOpacity={0.14} stroke={colour} strokeDasharray="3 2.5" />
      {!planned &&
        [1, 0.75, 0.5, 0.25].map((opacity, slice) => (
          <rect key={opacity} x={slice * 4} y={1} width={4} height={10} fill={colour} fillOpacity={opacity} />
        ))}
    </svg>
  );
}

interface Props {
  id: string;
  types: readonly SegmentType[];
  certainties: readonly Certainty[];
  highlighted: readonly SegmentType[];
  dispatch: Stage['dispatch'];
  words: Stage['words'];
}

/** What the colours and shapes mean; a type that is pressed stands out, the others step back. */
export const Legend = memo(function Legend({ id, types, certainties, highlighted, dispatch, words }: Props) {
  return (
    <fieldset className="pt-legend" aria-label={words.labels.legend}>
      {types.map((type) => (
        <button
          key={type}
          type="button"
          className="pt-key"
          aria-pressed={highlighted.includes(type)}
          onClick={() => dispatch({ type: 'toggleHighlight', segment: type })}
        >
          <TypeSample type={type} id={id} />
          {words.segments[type]}
        </button>
      ))}
      {certainties
        .filter((certainty) => certainty !== 'recorded')
        .map((certainty) => (
          <span key={certainty} className="pt-key" title={words.certaintyHints[certainty]}>
            <CertaintySample certainty={certainty} />
            {words.certainties[certainty]}
          </span>
        ))}
    </fieldset>
  );
});
