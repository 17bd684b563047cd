/** Bars of one width, and how many pixels are left free beside them. */
export interface Plot {
  bars: number;
  left: number;
  right: number;
}

/** The bar at `x` pixels of a chart so many pixels wide. */
export function barAt(x: number, width: number, { bars, left, right }: Plot): number | undefined {
  const share = (x - left) / (width - left - right);
  return share >= 0 && share < 1 ? Math.floor(share * bars) : undefined;
}
