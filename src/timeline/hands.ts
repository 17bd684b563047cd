import { listen, together } from './listen';
import { placeIn } from './on-screen';
import { targetOf } from './target-of';

/** A place on the screen, as pointer events give it. */
export interface ScreenPoint {
  clientX: number;
  clientY: number;
}

/** With Shift it goes on from what is marked or selected. */
export interface Tap extends ScreenPoint {
  shiftKey: boolean;
}

/** What hands can do to a timeline; where a point lies in it is the receiver's to know. */
export interface Hands {
  /** Over 1 comes nearer. */
  zoom(factor: number, at: ScreenPoint): void;
  /** Content follows the hand: positive to the right. */
  pan(pixels: number): void;
  tap(at: Tap, target: Element | null): void;
  doubleTap(at: ScreenPoint): void;
  dragging(active: boolean): void;
  /** A name is taken hold of, moved, and let go of (or not: `drop` without a place). */
  lift(name: Element, at: ScreenPoint): void;
  drop(name: Element, at?: ScreenPoint): void;
  /** The wheel was turned without a key: it scrolls the page, and a hint may say how to zoom. */
  plainWheel(): void;
}

const DRAG_FROM = 4;
/** Wheels count in pixels, lines or pages, in this order. */
const WHEEL_UNITS = [1, 16, 400];

function wheelPixels(delta: number, mode: number): number {
  return Math.max(-160, Math.min(160, delta * (WHEEL_UNITS[mode] ?? 1)));
}

function listenToWheel(element: HTMLElement, hands: () => Hands): () => void {
  const onWheel = (event: WheelEvent) => {
    const x = wheelPixels(event.deltaX, event.deltaMode);
    const y = wheelPixels(event.deltaY, event.deltaMode);
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      // Pinching on a touch pad comes as small steps with Ctrl.
      hands().zoom(Math.exp(-y * (Math.abs(y) < 24 ? 0.012 : 0.0035)), event);
    } else if (event.shiftKey || Math.abs(x) > Math.abs(y)) {
      event.preventDefault();
      hands().pan(-(Math.abs(x) > Math.abs(y) ? x : y));
    } else {
      hands().plainWheel();
    }
  };
  return listen(element, { wheel: onWheel }, { passive: false });
}

/** Of two fingers; more are not counted. */
function middleOf([one = { clientX: 0, clientY: 0 }, other = one]: readonly ScreenPoint[]): ScreenPoint {
  return { clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 };
}

function distanceOf([one, other]: readonly ScreenPoint[]): number {
  return one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0;
}

/** Pointers that are down, and how far they have moved as one hand. */
class Grip {
  readonly points = new Map<number, ScreenPoint>();
  moved = false;
  private last = middleOf([]);
  private first = this.last;
  private distance = 0;

  /** Fingers came or went: what follows is measured from here. */
  regrip(): void {
    const points = [...this.points.values()];
    this.last = middleOf(points);
    this.distance = distanceOf(points);
  }

  down(event: PointerEvent): void {
    // The first finger of a hand: of those before it nobody told us that they were lifted.
    if (event.isPrimary) this.points.clear();
    this.points.set(event.pointerId, event);
    this.regrip();
    if (this.points.size === 1) {
      this.first = this.last;
      this.moved = false;
    }
  }

  move(event: PointerEvent, hands: Hands): void {
    this.points.set(event.pointerId, event);
    const points = [...this.points.values()];
    const middle = middleOf(points);
    const distance = distanceOf(points);
    this.moved ||= points.length > 1 || Math.abs(middle.clientX - this.first.clientX) >= DRAG_FROM;
    if (!this.moved) return;
    if (distance > 10 && this.distance > 10) hands.zoom(distance / this.distance, middle);
    hands.pan(middle.clientX - this.last.clientX);
    this.last = middle;
    this.distance = distance;
  }
}

/** The name that a pointer takes hold of; a finger takes none, for it scrolls. */
function nameUnder(event: PointerEvent): Element | null | undefined {
  const target = event.pointerType === 'touch' ? null : targetOf(event);
  return target?.closest('button') ? null : target?.closest('.pt-identity');
}

/** Dragging a name moves its row; one that is only pressed was tapped. */
function listenToNames(element: HTMLElement, hands: () => Hands): () => void {
  let held: { target: Element; y: number; pointer: number; moved: boolean } | undefined;
  const onDown = (event: PointerEvent) => {
    const target = nameUnder(event);
    if (target && event.button === 0)
      held = { target, y: event.clientY, pointer: event.pointerId, moved: false };
  };
  const onMove = (event: PointerEvent) => {
    if (!held || held.pointer !== event.pointerId) return;
    if (event.buttons === 0) return onEnd(event);
    held.moved ||= Math.abs(event.clientY - held.y) >= DRAG_FROM;
    if (held.moved) hands().lift(held.target, event);
  };
  const onUp = (event: PointerEvent) => {
    if (held?.moved === false && held.pointer === event.pointerId && held.target.contains(targetOf(event)))
      hands().tap(event, held.target);
  };
  const onEnd = (event: PointerEvent) => {
    if (!held || held.pointer !== event.pointerId) return;
    const { target, moved } = held;
    held = undefined;
    if (moved) hands().drop(target, event.type === 'pointerup' ? event : undefined);
  };
  return together(
    // What is pressed is known here alone: of a shadow root the page hears as of one element.
    listen(element, { pointerdown: onDown, pointerup: onUp }),
    listen(element.ownerDocument, { pointermove: onMove, pointerup: onEnd, pointercancel: onEnd }),
  );
}

/** Names hear by themselves of what takes hold of them, unless none moves. */
function listenToPointers(element: HTMLElement, hands: () => Hands, readOnly: boolean): () => void {
  const grip = new Grip();
  const onDown = (event: PointerEvent) => {
    const isOthers = targetOf(event)?.closest('button') || (!readOnly && nameUnder(event));
    if (event.button === 0 && !isOthers) grip.down(event);
  };
  const onMove = (event: PointerEvent) => {
    // It was let go of where nobody told us, beyond the timeline.
    if (event.buttons === 0) onEnd(event);
    if (!grip.points.has(event.pointerId)) return;
    grip.move(event, hands());
    if (!grip.moved) return;
    // Each finger: what it began on may go meanwhile.
    element.setPointerCapture(event.pointerId);
    hands().dragging(true);
  };
  const onEnd = (event: PointerEvent) => {
    if (!grip.points.delete(event.pointerId)) return;
    grip.regrip();
    if (grip.points.size > 0) return;
    hands().dragging(false);
    if (!grip.moved && event.type === 'pointerup') hands().tap(event, targetOf(event));
  };
  const onDouble = (event: MouseEvent) => {
    if (!targetOf(event)?.closest('button')) hands().doubleTap(event);
  };
  return listen(element, {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onEnd,
    pointercancel: onEnd,
    dblclick: onDouble,
  });
}

/**
 * Listens on an element; the result stops it. The wheel needs a listener that may prevent scrolling. `readOnly`: what is
 * tapped says what it is, and all else is the page's.
 */
export function listenToHands(element: HTMLElement, hands: () => Hands, readOnly: boolean): () => void {
  const taps = listenToPointers(element, hands, readOnly);
  return readOnly ? taps : together(taps, listenToWheel(element, hands), listenToNames(element, hands));
}

/** What a drag along an axis does; places are in pixels from the element's left edge. */
export interface AxisDrag {
  move(x: number): void;
  end?(moved: boolean): void;
}

export function listenToAxis(
  element: HTMLElement,
  begin: (x: number, target: Element | null) => AxisDrag,
): () => void {
  let held: { pointer: number; from: number; moved: boolean; drag: AxisDrag } | undefined;
  const place = (event: PointerEvent) => placeIn(element, event).x;
  const onDown = (event: PointerEvent) => {
    const { pointerId: pointer } = event;
    // One hand measures; a second finger is none of it.
    if (event.button !== 0 || (held && !event.isPrimary)) return;
    const from = place(event);
    held = { pointer, from, moved: false, drag: begin(from, targetOf(event)) };
    element.setPointerCapture(pointer);
  };
  const onMove = (event: PointerEvent) => {
    if (held?.pointer !== event.pointerId) return;
    held.moved ||= Math.abs(place(event) - held.from) >= DRAG_FROM;
    if (held.moved) held.drag.move(place(event));
  };
  const onEnd = ({ type, pointerId }: PointerEvent) => {
    if (held?.pointer !== pointerId) return;
    // A finger that turned out to scroll the page has pressed nothing.
    held.drag.end?.(held.moved || type !== 'pointerup');
    held = undefined;
  };
  return listen(element, {
    pointerdown: onDown,
    pointermove: onMove,
    pointerup: onEnd,
    pointercancel: onEnd,
  });
}
