import { type ReactNode, type Ref, type RefObject, useImperativeHandle, useState } from 'react';
import { textWidth } from '../core/layout/text';
import { spanOf } from '../core/view/range';
import { toInstant, toPixel } from '../core/view/scale';
import { dated } from '../ui/format';
import { axisTicks } from './axis-ticks';
import { dayIn, zoneIn } from './day-and-zone';
import { measuring } from './measuring';
import type { Stage } from './stage';
import { useAxisDrag } from './use-axis-drag';

function measureOn(newest: RefObject<Stage>, x: number) {
  return measuring(newest, x, ({ scale }) => scale);
}

/** What stands where data that goes on ends, its middle on the screen, and the room that it takes to each side. */
function nowWord(stage: Stage): { text: string; x: number; half: number } | undefined {
  const { scene, pan, shape, present, words } = stage;
  const x = scene.now === undefined ? -1 : scene.now + pan;
  if (x < 0 || x > shape.plot) return undefined;
  const text = present ? words.labels.now : words.labels.dataEnds;
  const half = textWidth(text, 11.5) / 2 + 9;
  return { text, x: Math.min(x, shape.plot - half + 12), half };
}

function NowLabel({ stage }: { stage: Stage }) {
  const word = nowWord(stage);
  return word ? (
    <span className="pt-now" style={{ left: word.x }}>
      {word.text}
    </span>
  ) : null;
}

function TickLabels({ stage }: { stage: Stage }) {
  const now = nowWord(stage);
  return axisTicks(stage, stage.pan).map(({ at, x, text, strong }) => {
    if (x < 0 || x > stage.shape.plot) return null;
    // Under that word it would be misread, too.
    const free = !now || Math.abs(x - now.x) > textWidth(text, 11.5) / 2 + now.half;
    return (
      <span key={at} className="pt-tick" data-strong={strong ? '' : undefined} style={{ left: x }}>
        {(free && text) || '\u200b'}
      </span>
    );
  });
}

/** Told where the pointer is, in pixels of the bars' part, or that it left. */
export type TellTime = (x: number | undefined) => void;

/** Where the middle of a word may be, which is kept over the bars. */
function kept(x: number, text: string, { shape }: Stage): number {
  const half = textWidth(text, 11.5) / 2 + 8;
  return Math.min(Math.max(x, half), shape.plot - half);
}

interface AxisProps {
  stage: Stage;
  time: Ref<TellTime>;
}

/** The time at the pointer: of the axis it alone changes when that moves. */
function PointerTime({ stage, time }: AxisProps) {
  const [x, setX] = useState<number>();
  useImperativeHandle(time, () => setX, []);
  if (x === undefined) return null;
  const { scale, format, range } = stage;
  const text = dated(format, range).exact(Math.round(toInstant(scale, x)));
  return (
    <span className="pt-time" style={{ left: kept(x, text, stage) }}>
      {text}
    </span>
  );
}

/** The axis: the time at the ticks; dragging on it measures. */
export function Axis({ stage, time }: AxisProps) {
  const target = useAxisDrag(stage, measureOn);
  return (
    <div ref={target} className="pt-axis" part="axis" aria-hidden="true">
      <TickLabels stage={stage} />
      <NowLabel stage={stage} />
      <MeasuredLength stage={stage} />
      <PointerTime stage={stage} time={time} />
    </div>
  );
}

/** Above the names: what narrows them, and which clock the axis shows. */
export function Corner({ stage, children }: { stage: Stage; children?: ReactNode }) {
  const { view, format, range, words, columns } = stage;
  const { start } = columns.timeline;
  const elapsed = view.clock === 'elapsed';
  return (
    <div className="pt-corner">
      {children}
      <span className="pt-date">{elapsed ? words.buttons.elapsed : dayIn(format, range, start)}</span>
      <span className="pt-zone">{elapsed ? format.full(start) : zoneIn(format, range)}</span>
    </div>
  );
}

/** Where the measured range lies on the screen, as far as it does. */
function measuredBox({ view, scale, shape }: Stage): { left: number; width: number } | undefined {
  if (!view.measured) return undefined;
  const left = Math.max(toPixel(scale, view.measured.start), 0);
  const right = Math.min(toPixel(scale, view.measured.end), shape.plot);
  return right < left ? undefined : { left, width: right - left };
}

/** The measured range: its shade behind the bars, or its ends over all rows. */
export function Measured({ stage, as }: { stage: Stage; as: 'pt-shade' | 'pt-measured' }) {
  const box = measuredBox(stage);
  return box ? <div className={as} style={box} /> : null;
}

/** And its length, at the axis. */
function MeasuredLength({ stage }: { stage: Stage }) {
  const { view, format } = stage;
  const box = measuredBox(stage);
  if (!view.measured || !box) return null;
  const text = format.compact(spanOf(view.measured), spanOf(view.measured) < 60_000);
  return (
    <span className="pt-length" style={{ left: kept(box.left + box.width / 2, text, stage) }}>
      {text}
    </span>
  );
}
