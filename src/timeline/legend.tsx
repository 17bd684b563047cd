import { memo } from 'react';
import type { Certainty } from '../core/model/timeline';
import type { SegmentLook } from '../core/model/look';
import { cssPaint } from '../ui/theme';
import { CertaintySample, SAMPLE, TypeSample } from './draw/samples';
import { OneStop } from './one-stop';
import type { Stage } from './stage';

interface Props {
  id: string;
  types: readonly SegmentLook[];
  certainties: readonly Certainty[];
  highlighted: readonly SegmentLook[];
  dispatch: Stage['dispatch'];
  disabled: boolean;
  words: Stage['words'];
}

/** What the colours and shapes mean; a type that is pressed stands out, the others step back. */
export const Legend = memo(function Legend({
  id,
  types,
  certainties,
  highlighted,
  dispatch,
  words,
  disabled,
}: Props) {
  return (
    <OneStop className="pt-legend" part="legend" aria-label={words.labels.legend}>
      {types.map((type) => (
        <button
          key={type}
          type="button"
          className="pt-key"
          disabled={disabled}
          aria-pressed={highlighted.includes(type)}
          onClick={() => dispatch({ type: 'toggleHighlight', segment: type })}
        >
          <svg {...SAMPLE} aria-hidden="true">
            <TypeSample type={type} id={id} paint={cssPaint} />
          </svg>
          {words.segments[type]}
        </button>
      ))}
      {certainties
        .filter((certainty) => certainty !== 'recorded')
        .map((certainty) => (
          <span key={certainty} className="pt-key" title={words.certaintyHints[certainty]}>
            <svg {...SAMPLE} aria-hidden="true">
              <CertaintySample certainty={certainty} paint={cssPaint} />
            </svg>
            {words.certainties[certainty]}
          </span>
        ))}
    </OneStop>
  );
});
