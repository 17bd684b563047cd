import { type RefObject, useEffect, useState, useRef } from 'react';
import { markId } from '../core/view/mark-id';
import { type Mark, rangeOfMark } from '../core/view/marks';
import { toInstant } from '../core/view/scale';
import { placeOf } from '../core/view/walk';
import { type Hands, listenToHands, type ScreenPoint } from './hands';
import { caughtAt, measureTo } from './measuring';
import { scaling } from './on-screen';
import { markUnder, pointOn } from './pointer';
import { landing } from './row-moves';
import type { Stage } from './stage';
import type { Focus } from './use-focus';
import { useNewest } from './use-newest';

interface Options {
  stage: Stage;
  focus: Focus;
  body: RefObject<HTMLElement | null>;
  plot: RefObject<HTMLElement | null>;
  select: (mark: Mark | undefined) => void;
}

interface Gestures {
  dragging: boolean;
  /** The wheel was turned without a key: time to say how to zoom. */
  hint: boolean;
  /** The height at which a row that is being moved would land. */
  landsAt?: number;
}

const HINT_MS = 2400;

function laneIdOf(name: Element | null | undefined): string | undefined {
  return name?.closest<HTMLElement>('.pt-row')?.dataset['lane'];
}

function laneUnder(target: Element | null, stage: Stage): Mark | undefined {
  const id = laneIdOf(target?.closest('.pt-identity'));
  const lane = stage.columns.timeline.lanes.find((other) => other.id === id);
  return lane && { kind: 'lane', id: markId({ kind: 'lane', laneId: lane.id }), lane };
}

interface Told {
  dragging: (on: boolean) => void;
  plainWheel: () => void;
  landsAt: (y: number | undefined) => void;
}

function handsFor(options: () => Options, { landsAt, ...tell }: Told): Hands {
  const place = (point: ScreenPoint) => {
    const { plot } = options();
    return plot.current ? pointOn(plot.current, point) : { x: 0, y: 0, stuck: 0 };
  };
  const landingOf = (name: Element, point: ScreenPoint) =>
    landing(options().stage, laneIdOf(name) ?? '', place(point).y);
  return {
    ...tell,
    zoom(factor, point) {
      const { stage } = options();
      const at = toInstant(stage.scale, Math.max(place(point).x, 0));
      stage.dispatch({ type: 'zoomAt', factor, at });
    },
    pan(pixels) {
      const { plot, stage } = options();
      if (!plot.current) return;
      stage.dispatch({ type: 'panBy', by: -pixels / scaling(plot.current) / stage.scale.pixelsPerMs });
    },
    tap(point, target) {
      const { stage, focus, select } = options();
      const there = place(point);
      const mark = laneUnder(target, stage) ?? markUnder(stage, there);
      const at = caughtAt(stage, stage.scale, there.x);
      if (point.shiftKey) measureTo(stage, mark ? rangeOfMark(mark) : { start: at, end: at });
      else select(mark);
      const seat = mark && placeOf(stage.columns, mark);
      if (seat) focus.moveTo(seat, true);
    },
    lift(name, point) {
      landsAt(landingOf(name, point).y);
    },
    drop(name, point) {
      const move = point && landingOf(name, point).move;
      if (move) options().stage.dispatch(move);
      landsAt(undefined);
    },
    doubleTap(point) {
      const { stage } = options();
      const mark = markUnder(stage, place(point));
      const range = mark && rangeOfMark(mark);
      stage.dispatch(range && range.end > range.start ? { type: 'zoomTo', range } : { type: 'fit' });
    },
  };
}

/** Wheel, drag, pinch, tap and double tap on the rows. */
export function useGestures(options: Options): Gestures {
  const [dragging, setDragging] = useState(false);
  const [landsAt, setLandsAt] = useState<number>();
  const [hint, setHint] = useState<'never' | 'now' | 'shown'>('never');
  const newest = useRef(options);
  useNewest(newest, options);
  const { body, stage } = options;
  const { readOnly } = stage;
  useEffect(() => {
    const element = body.current;
    if (!element) return undefined;
    const plainWheel = () => setHint((before) => (before === 'never' ? 'now' : before));
    const hands = handsFor(() => newest.current, {
      dragging: setDragging,
      plainWheel,
      landsAt: setLandsAt,
    });
    const stop = listenToHands(element, () => hands, readOnly);
    return () => {
      stop();
      setDragging(false);
      setLandsAt(undefined);
    };
  }, [body, readOnly]);
  useEffect(() => {
    if (hint !== 'now') return undefined;
    const timer = setTimeout(() => setHint('shown'), HINT_MS);
    return () => clearTimeout(timer);
  }, [hint]);
  return { dragging, hint: hint === 'now', landsAt };
}
