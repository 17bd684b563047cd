import { textWidth } from '../../core/layout/text';
import type { Certainty } from '../../core/model/timeline';
import type { SegmentLook } from '../../core/model/look';
import { CertaintySample, SAMPLE, TypeSample } from '../draw/samples';
import type { FigurePlan } from './plan';

const SIZE = 12;
const LINE = 24;

interface Entry {
  text: string;
  type?: SegmentLook;
  certainty?: Certainty;
  x: number;
  y: number;
}

/** Places the legend's entries from left to right, in as many lines as they need. */
export function placeKey({ columns, words, width }: FigurePlan): { entries: Entry[]; height: number } {
  const wanted = [
    ...columns.types.map((type) => ({ type, text: words.segments[type] })),
    ...columns.certainties
      .filter((certainty) => certainty !== 'recorded')
      .map((certainty) => ({ certainty, text: words.certainties[certainty] })),
  ];
  let x = 12;
  let y = 12;
  const entries = wanted.map((entry): Entry => {
    const room = SAMPLE.width + 6 + textWidth(entry.text, SIZE);
    if (x > 12 && x + room > width - 12) {
      x = 12;
      y += LINE;
    }
    const placed = { ...entry, x, y };
    x += room + 16;
    return placed;
  });
  return { entries, height: wanted.length > 0 ? y + LINE : 0 };
}

/** What the colours and shapes mean. */
export function Key({ plan, entries, top }: { plan: FigurePlan; entries: readonly Entry[]; top: number }) {
  const { id, paint } = plan;
  return entries.map(({ type, certainty, text, x, y }) => (
    <g key={text} transform={`translate(${x.toFixed(1)} ${top + y})`}>
      {type && <TypeSample type={type} id={id} paint={paint} />}
      {certainty && <CertaintySample certainty={certainty} paint={paint} />}
      <text
        x={SAMPLE.width + 6}
        y={SAMPLE.height / 2}
        fontSize={SIZE}
        dominantBaseline="central"
        fill={paint.surface('muted')}
      >
        {text}
      </text>
    </g>
  ));
}
