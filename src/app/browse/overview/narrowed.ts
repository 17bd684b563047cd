import type { Filter, Range } from '../../../sources/source';
import { isEmptyTime } from '../state/period';

type Time = NonNullable<Filter['time']>;

/**
 * Bars are counted of what was chosen before: of a bar that reaches beyond that, only what lies within it is in the bar.
 * Of a chart that still shows what was asked for before, one may lie beyond it altogether: it is taken as it is shown.
 *
 *     chosen       ├───────────┤
 *     a bar              ├──────────┤
 *     narrowed           ├─────┤
 */
export function narrowedRange(bar: Range, chosen: Range = {}): Range {
  const [min, max] = [later(bar.min, chosen.min), earlier(bar.max, chosen.max)];
  if (min !== undefined && max !== undefined && min > max) return bar;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** What lasted beyond the time that was chosen is in bars that lie beyond it: these are taken as they are. */
export function narrowedTime(bar: Time, chosen: Time = {}): Time {
  const [from, to] = [later(bar.from, chosen.from), earlier(bar.to, chosen.to)];
  if (isEmptyTime({ from, to })) return bar;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Of two ends, of which either may be open. */
function later(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}
