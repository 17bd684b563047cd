import type { Pixel } from '../view/pixel';

/** A tenth of a pixel is finer than the eye, and keeps paths short. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Left, top, right, bottom. */
export interface Box {
  left: Pixel;
  top: Pixel;
  right: Pixel;
  bottom: Pixel;
}

export function boxPath({ left, top, right, bottom }: Box): string {
  const x = tenth(left);
  return `M${x} ${tenth(top)}H${tenth(Math.max(right, left + 0.5))}V${tenth(bottom)}H${x}Z`;
}

export function roundPath(box: Box, radius: Pixel): string {
  const { left, top, right, bottom } = box;
  const r = tenth(Math.min(radius, (right - left) / 2, (bottom - top) / 2));
  if (r < 1) return boxPath(box);
  const across = tenth(right - left - 2 * r);
  const down = tenth(bottom - top - 2 * r);
  const corner = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`;
  return (
    `M${tenth(left + r)} ${tenth(top)}h${across}${corner(r, r)}v${down}${corner(-r, r)}` +
    `h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}Z`
  );
}

/** A bar without an end: it points on.  ▐████▶ */
export function openPath({ left, top, right, bottom }: Box): string {
  const tip = Math.min((bottom - top) / 2, right - left);
  const x = tenth(left);
  const shoulder = tenth(right - tip);
  const middle = tenth((top + bottom) / 2);
  return `M${x} ${tenth(top)}H${shoulder}L${tenth(right)} ${middle}L${shoulder} ${tenth(bottom)}H${x}Z`;
}

export function diamondPath(x: Pixel, y: Pixel, radius: Pixel): string {
  const r = tenth(radius);
  return `M${tenth(x)} ${tenth(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}Z`;
}

export function crossPath(x: Pixel, y: Pixel, radius: Pixel): string {
  const r = tenth(radius);
  return `M${tenth(x - r)} ${tenth(y - r)}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}`;
}

export function linePath(x: Pixel, from: Pixel, to: Pixel): string {
  return `M${tenth(x)} ${tenth(from)}V${tenth(to)}`;
}

export function stretchPath(left: Pixel, right: Pixel, y: Pixel): string {
  return `M${tenth(left)} ${tenth(y)}H${tenth(Math.max(right, left + 1))}`;
}

/** Head of an arrow whose tip lies at x, y; `down` says where it points. */
export function arrowPath(x: Pixel, y: Pixel, down: boolean): string {
  const back = down ? -6 : 6;
  return `M${tenth(x)} ${tenth(y)}l-3.5 ${back}h7Z`;
}

export function dotPath(x: Pixel, y: Pixel): string {
  return `M${tenth(x - 2.5)} ${tenth(y)}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z`;
}
