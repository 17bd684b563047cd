import { markBox } from '../core/layout/mark-box';
import { scaleOf } from '../core/view/scale';
import { markAt, type Place } from '../core/view/walk';
import type { Stage } from './stage';
import { Tooltip } from './tooltip';

/** What the pointer gets by hovering, for whoever comes by the keyboard; the style sheet shows it with the focus. */
export function FocusTip({ stage, active }: { stage: Stage; active: Place }) {
  const { columns, rows, range, shape } = stage;
  const mark = markAt(columns, active);
  const scale = scaleOf(range, shape.plot);
  const box = mark && markBox(mark, { columns, rows, scale, width: shape.plot });
  if (!mark || !box || box.right < 0 || box.left > shape.plot) return null;
  const left = Math.min(Math.max(box.left, 0), shape.plot);
  const flip = left > shape.plot - 240 && left > 240;
  return (
    <div className="pt-focus-tip" data-flip={flip ? '' : undefined} style={{ left, top: box.bottom }}>
      <Tooltip mark={mark} stage={stage} />
    </div>
  );
}
