import { useId } from 'react';
import type { SegmentType } from '../../../core/index';
import { Defs, fillOf } from '../../../timeline/draw/defs';
import { cssPaint } from '../../../ui/theme';

/** What the colours and patterns of stacked bars mean. */
export function StateLegend({ states }: { states: { type: SegmentType; name: string }[] }) {
  const id = useId().replaceAll(/[^\w-]/g, '');
  return (
    <>
      <svg aria-hidden="true" className="absolute size-0">
        <Defs id={id} paint={cssPaint} />
      </svg>
      <span className="flex flex-wrap gap-x-2.5">
        {states.map(({ type, name }) => (
          <span key={type} className="inline-flex items-center gap-1 whitespace-nowrap">
            <svg aria-hidden="true" width="10" height="10" className="forced-color-adjust-none">
              <rect width="10" height="10" rx="2" fill={fillOf(type, id, cssPaint)} />
            </svg>
            {name}
          </span>
        ))}
      </span>
    </>
  );
}
