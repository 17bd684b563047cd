import { type RefObject, useEffect, useState, useRef } from 'react';
import { hitTest } from '../core/layout/hit';
import { markBox } from '../core/layout/mark-box';
import { wordedRibbons } from '../core/layout/ribbons';
import type { Mark } from '../core/view/marks';
import type { TellTime } from './axis';
import { Frame } from './frame';
import { listen } from './listen';
import type { ScreenPoint } from './hands';
import { pinsBeside, placeIn } from './on-screen';
import type { Stage } from './stage';
import { Tip } from './parts';
import { useNewest, useSoon } from './use-newest';

/** A point of the bars' part. */
interface Point {
  x: number;
  /** From the top of all rows. */
  y: number;
  /** How far the row has come down to stay in sight. */
  stuck: number;
}

/** A finger that rests this long, and moves no farther, asks what is under it. */
const PRESS_MS = 500;
const PRESS_PX = 10;

/** Where a point of the screen lies on the bars. */
export function pointOn(plot: HTMLElement, point: ScreenPoint): Point {
  const place = placeIn(plot, point);
  const pins = pinsBeside(plot);
  if (pins) {
    const { y } = placeIn(pins, point);
    if (y >= 0 && y < pins.offsetHeight) return { x: place.x, y, stuck: place.y - y };
  }
  return { ...place, stuck: 0 };
}

/** The mark at a point of the bars' part. */
export function markUnder(stage: Stage, { x, y }: Point): Mark | undefined {
  const { columns, rows, scene, pins, pan, shape } = stage;
  // Under the names, too, something is drawn.
  if (x < 0 || x > shape.plot) return undefined;
  const drawn = pins && y < rows.stuck.height ? pins : scene;
  const ribbons = wordedRibbons(drawn.ribbons, { left: -pan, right: shape.plot - pan });
  return hitTest(columns, rows, { ...drawn, ribbons })({ x: x - pan, y });
}

interface Props {
  stage: Stage;
  body: RefObject<HTMLElement | null>;
  plot: RefObject<HTMLElement | null>;
  /** Says the time at the axis, which stays in sight. */
  time: RefObject<TellTime | null>;
  dragging: boolean;
}

/** Where the pointer is: what lies there may change while it rests. */
function useHover({ stage, body, plot }: Props): Point | undefined {
  const [hover, setHover] = useState<Point>();
  const newest = useRef(stage);
  useNewest(newest, stage);
  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    let press: ReturnType<typeof setTimeout> | undefined;
    let down = { clientX: 0, clientY: 0 };
    const show = (event: PointerEvent) => {
      if (!plot.current) return;
      const place = pointOn(plot.current, event);
      const inside = place.x >= 0 && place.x <= newest.current.shape.plot;
      setHover(inside ? place : undefined);
    };
    const onLeave = () => {
      clearTimeout(press);
      setHover(undefined);
    };
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') show(event);
      else if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > PRESS_PX) onLeave();
    };
    // A finger does not hover; it leaves when it is lifted, or when the page scrolls under it.
    const onDown = (event: PointerEvent) => {
      clearTimeout(press);
      down = event;
      if (event.pointerType === 'touch') press = setTimeout(show, PRESS_MS, event);
    };
    const stop = listen(element, { pointermove: onMove, pointerdown: onDown, pointerleave: onLeave });
    return () => {
      clearTimeout(press);
      stop();
    };
  }, [body, plot]);
  return hover;
}

/** Crosshair, frame and facts of what is under the pointer: all that changes when it moves. */
export function PointerLayer(props: Props) {
  const { stage, time, dragging } = props;
  const { shape, scale, columns, rows } = stage;
  const hovered = useHover(props);
  const hover = dragging ? undefined : hovered;
  const x = hover?.x;
  useSoon(() => time.current?.(x), [time, x]);
  if (!hover) return null;
  const mark = markUnder(stage, hover);
  const box = mark && markBox(mark, { columns, rows, scale, width: shape.plot });
  const about = box && { top: box.top, bottom: box.bottom, left: hover.x + 6, right: hover.x + 6 };
  return (
    <div className="pt-pointer">
      {box && (
        <Frame box={{ ...box, top: box.top + hover.stuck, bottom: box.bottom + hover.stuck }} kind="hover" />
      )}
      <div className="pt-crosshair" aria-hidden="true" style={{ left: hover.x }} />
      {mark && about && <Tip key={mark.id} mark={mark} stage={stage} kind="pointer" about={about} />}
    </div>
  );
}
